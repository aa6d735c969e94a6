"""Questions to a sentence's tree: whole phrases, subjects, objects, tense. Relations are those of Universal Dependencies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from communique.reading.names import CALENDAR
from communique.reading.protocol import Form, Phrase, Tense
from communique.reading.units import Unit
from communique.record import Span

_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "FW")
_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "who"])
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_OBJECT_CONTROL = frozenset(
    {
        "invite",
        "urge",
        "ask",
        "tell",
        "call",
        "allow",
        "enable",
        "persuade",
        "order",
        "request",
        "expect",
        "want",
        "encourage",
        "task",
        "instruct",
        "help",
        "force",
        "permit",
        "authorize",
        "appeal",
        "convince",
    }
)
_LOOSE = frozenset({"acl:relcl", "acl", "appos", "parataxis", "punct", "advcl", "conj", "cc", "dep", "discourse", "list"})


@dataclass(frozen=True)
class Syntax:
    """The tree of one unit. Words are numbered within the unit."""

    unit: Unit
    children: list[list[int]] = field(init=False)
    lows: list[str] = field(init=False)  # words in small letters
    relations: list[str] = field(init=False)  # without their subtypes
    is_word: list[bool] = field(init=False)  # no mark, by its tag
    _phrases: dict[tuple[int, bool], Phrase] = field(init=False, default_factory=dict)
    _auxiliaries: dict[int, list[int]] = field(init=False, default_factory=dict)
    _obliques: dict[int, list[tuple[str, int]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.unit.spans]
        for i, head in enumerate(self.unit.heads):
            if head >= 0:
                children[head].append(i)
        object.__setattr__(self, "children", children)
        object.__setattr__(self, "lows", [form.lower() for form in self.unit.forms])
        object.__setattr__(self, "relations", [label.partition(":")[0] for label in self.unit.labels])
        object.__setattr__(self, "is_word", [tag[:1].isalpha() for tag in self.unit.tags])

    # ------------------------------------------------------------------ moving about
    def low(self, i: int) -> str:
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def tag(self, i: int) -> str:
        return self.unit.tags[i] if 0 <= i < len(self.unit.tags) else ""

    def label(self, i: int) -> str:
        return self.unit.labels[i]

    def child(self, head: int, *labels: str) -> int | None:
        """The first child with one of some relations (subtypes need not be named)."""
        for c in self.children[head]:
            if self.relations[c] in labels or self.unit.labels[c] in labels:
                return c
        return None

    def all(self, head: int, *labels: str) -> list[int]:
        return [c for c in self.children[head] if self.relations[c] in labels or self.unit.labels[c] in labels]

    def subtree(self, head: int, without: frozenset[str] = frozenset()) -> list[int]:
        """All words below and with `head`, in order; children of the relations in `without` are left out with theirs."""
        out, todo = [head], [c for c in self.children[head] if self.unit.labels[c] not in without]
        while todo:
            i = todo.pop()
            out.append(i)
            todo += self.children[i]
        return sorted(out)

    def extent(self, head: int, without: frozenset[str] = frozenset()) -> tuple[int, int]:
        """Words `[start, end)` from the first to the last of a subtree."""
        if not without:
            return self._extents[head]
        words = self.subtree(head, without)
        return words[0], words[-1] + 1

    @cached_property
    def _extents(self) -> list[tuple[int, int]]:
        """Of each word: it goes up the tree and widens what is above it, up to what is wide enough already."""
        heads = self.unit.heads
        low, high = list(range(len(heads))), list(range(len(heads)))
        for i, head in enumerate(heads):
            while head >= 0 and not low[head] <= i <= high[head]:
                low[head], high[head] = min(low[head], i), max(high[head], i)
                head = heads[head]
        return [(a, b + 1) for a, b in zip(low, high, strict=True)]

    @cached_property
    def sentence(self) -> Span:
        """All of the unit, with the quotations inside."""
        return self.unit.sentence

    @cached_property
    def verbs(self) -> list[int]:
        """The full verbs of the unit: auxiliaries and copulas apart."""
        return [
            i
            for i, t in enumerate(self.unit.tags)
            if t.startswith("VB") and self.relations[i] not in ("aux", "cop", "amod", "compound")
        ]

    # ------------------------------------------------------------------ phrases
    def phrase(self, head: int, loose: bool = False) -> Phrase:
        """The noun phrase of a head word: with what describes it; relative clauses and appositions only if `loose`."""
        known = self._phrases.get((head, loose))
        if known is None:
            start, end = self.trimmed(*self._contiguous(head, frozenset() if loose else _LOOSE))
            known = Phrase(self.unit.span(start, self._grown(end)), self.unit.spans[head], self.low(head) in _PRONOUNS)
            self._phrases[head, loose] = known
        return known

    def _contiguous(self, head: int, without: frozenset[str]) -> tuple[int, int]:
        words = self.subtree(head, without | {"case", "mark", "punct"} if without else frozenset({"case", "mark", "cc"}))
        start = end = words.index(head)
        while start > 0 and self._near(words[start - 1], words[start]):
            start -= 1
        while end + 1 < len(words) and self._near(words[end], words[end + 1]):
            end += 1
        return words[start], words[end] + 1

    def _grown(self, end: int) -> int:
        """Where a phrase really ends: names and "of" phrases that follow at once belong to it, whatever the tree says."""
        while end < len(self.unit):
            if (
                self.tag(end) in ("NNP", "NNPS")
                and self.tag(end - 1) in ("NNP", "NNPS", "NN")
                and self.low(end) not in CALENDAR
            ):
                end += 1
            elif self.low(end) == "of" and self.tag(end - 1).startswith("NN"):
                after = end + 1
                while (
                    self.tag(after) in ("DT", "JJ", "PRP$", "CD", "NNP", "NNPS", "NN", "NNS", "POS", "VBN")
                    and self.low(after) not in CALENDAR
                ):
                    after += 1
                while after > end + 1 and not self.tag(after - 1).startswith("NN"):
                    after -= 1
                if after == end + 1:
                    return end
                end = after
            else:
                return end
        return end

    def _near(self, a: int, b: int) -> bool:
        """Whether nothing but punctuation stands between two words."""
        return b == a + 1 or not any(self.is_word[a + 1 : b])

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without the commas, marks, prepositions and linkers at its ends."""
        tags, labels, last = self.unit.tags, self.unit.labels, end - 1
        while start < last and tags[start] in ("IN", "TO") and labels[start] in ("case", "mark"):
            start += 1
        while start < last and (tags[start] == "CC" or not (self.is_word[start] or tags[start] == "$")):
            start += 1
        while last > start and tags[last] in (",", ".", ":", "``", "HYPH", "CC"):
            last -= 1
        return start, last + 1

    def top_of_name(self, i: int) -> int:
        """The head of the run of proper nouns that word `i` belongs to: of "Don Fowler" it is the word the tree made head."""
        start = end = i
        while self.tag(start - 1).startswith("NN") and self.tag(i).startswith("NNP") and start > 0:
            start -= 1
        run = range(start, end + 1)
        return next((k for k in run if self.unit.heads[k] not in run and self.tag(k).startswith("NNP")), i)

    def unit_start_of_name(self, i: int) -> int:
        """The first word of the name that ends with word `i`."""
        while (
            i > 0 and (self.unit.heads[i - 1] == i or self.unit.labels[i - 1] == "flat") and self.tag(i - 1)[:2] in ("NN", "JJ")
        ):
            i -= 1
        return i

    def objects(self, verb: int) -> list[int]:
        """The objects of a verb; one with a preposition is none, whatever the tree says, and a name without one is."""
        found = [c for c in self.all(verb, "obj", "iobj") if self.child(c, "case") is None]
        return found or [
            c
            for c in self.all(verb, "obl")
            if c > verb and self.tag(c) == "NNP" and self.child(c, "case") is None and self.low(c) not in CALENDAR
        ]

    def joined(self, head: int) -> list[int]:
        """A head word and those joined to it by "and": "Iran and Belarus" gives both; an apposition is not joined."""
        members = [c for c in self.all(head, "conj") if self.tag(c) in _NOMINAL]
        linked = [c for c in members if any(self.label(k) == "cc" for k in self.children[c])]
        return [head, *(c for c in members if linked and c <= linked[-1])]

    # ------------------------------------------------------------------ verbs
    def subject(self, verb: int, depth: int = 0) -> int | None:
        """The head word of who does it: the verb's own subject, else that of the verb it hangs on."""
        own = self.child(verb, "nsubj", "csubj")
        if own is not None and self.low(own) == "whose":
            return None
        if own is not None:
            return self.antecedent(verb, own)
        label, head = self.unit.labels[verb].split(":")[0], self.unit.heads[verb]
        if head < 0 or depth > 4:
            return None
        if label == "acl" and self.tag(head) in _NOMINAL:
            return head
        if label in ("conj", "xcomp", "advcl", "parataxis", "ccomp") and self.tag(head)[:2] in ("VB", "JJ", "NN", "IN", "MD"):
            if self.unit.lemmas[head] in _OBJECT_CONTROL and self.form(verb) == "infinitive":
                asked = self.child(head, "obj", "iobj") or next(
                    (w for p, w in self.obliques(head) if p in ("on", "upon", "to")), None
                )
                if asked is not None:
                    return asked
            if label == "ccomp" and self.tag(verb) not in ("VB", "VBG", "VBN"):
                return None
            return self.subject(head, depth + 1)
        return None

    def antecedent(self, verb: int, pronoun: int) -> int:
        """The noun that "who", "which" or "that" stands for; any other subject is itself."""
        if self.low(pronoun) not in ("who", "which", "that"):
            return pronoun
        head = self.unit.heads[verb]
        if self.unit.labels[verb].startswith("acl") and head >= 0 and self.tag(head)[:2] == "NN":
            return head
        before = pronoun - 1 - (self.low(pronoun - 1) == ",")
        return self.top_of_name(before) if before >= 0 and self.tag(before).startswith("NN") else pronoun

    def auxiliaries(self, verb: int) -> list[int]:
        known = self._auxiliaries.get(verb)
        if known is None:
            known = self._auxiliaries[verb] = self.all(verb, "aux", "cop")
        return known

    def modal(self, verb: int) -> str | None:
        return next((self.low(a) for a in self.auxiliaries(verb) if self.tag(a) == "MD"), None)

    def passive(self, verb: int) -> bool:
        return any(self.unit.labels[c] in ("aux:pass", "nsubj:pass") for c in self.children[verb])

    def perfect(self, verb: int) -> bool:
        return any(self.unit.lemmas[a] == "have" for a in self.auxiliaries(verb))

    def negated(self, verb: int) -> bool:
        return any(self.low(c) in ("not", "n't", "n’t", "never", "no") for c in self.children[verb])

    def form(self, verb: int) -> Form:
        if self.modal(verb) or any(self.tag(a) in ("VBD", "VBZ", "VBP") for a in self.auxiliaries(verb)):
            return "finite"
        tag = self.tag(verb)
        if tag == "VB" or any(self.tag(c) == "TO" for c in self.children[verb]):
            return "infinitive"
        return "participle" if tag in ("VBG", "VBN") else "finite"

    def tense(self, verb: int) -> Tense:
        tags = [self.tag(verb), *(self.tag(a) for a in self.auxiliaries(verb))]
        if any(self.low(a) in _FUTURE for a in self.auxiliaries(verb)):
            return "future"
        if "VBD" in tags or self.perfect(verb):
            return "past"
        return "present" if {"VBZ", "VBP", "MD"} & set(tags) else "none"

    def obliques(self, head: int) -> list[tuple[str, int]]:
        """(preposition, head word) of the prepositional phrases of a verb or noun; each member of a joined pair for itself."""
        known = self._obliques.get(head)
        if known is None:
            known = self._obliques[head] = list(self._found_obliques(head))
        return known

    def _found_obliques(self, head: int) -> Iterator[tuple[str, int]]:
        for c in self.children[head]:
            if self.relations[c] in ("obl", "nmod", "obj"):
                case = self.child(c, "case")
                if case is not None:
                    for word in self.joined(c):
                        own = self.child(word, "case")
                        yield (self.low(own) if own is not None else self.low(case)), word

    def span(self, start: int, end: int) -> Span:
        return self.unit.span(start, end)
