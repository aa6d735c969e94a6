"""A reporting clause in one sentence: its verb, who speaks, to whom, and where the clause begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.codebooks.cues import Cue, cues
from communique.reading.syntax import Syntax

_FIRST = frozenset({"i", "we"})
_ADDRESSED = frozenset(
    {"tell", "inform", "remind", "notify", "assure", "reassure", "brief", "warn", "advise", "ask", "caution", "convince"}
)
_ENTREATED = frozenset(
    {
        "urge",
        "call",
        "congratulate",
        "invite",
        "request",
        "instruct",
        "order",
        "task",
        "exhort",
        "encourage",
        "implore",
        "beg",
        "thank",
        "ask",
        "appeal",
        "felicitate",
        "condole",
    }
)
_SET_PHRASES = {  # "made clear that", "gave his word that", "were of one mind that"
    "make": ("clear", "plain", "known", "explicit"),
    "give": ("notice", "word", "assurance", "assurances"),
    "take": ("view", "position"),
    "be": ("mind", "view", "opinion", "conviction", "belief"),
    "leave": ("doubt",),
}
_UTTERED = frozenset(
    "remark statement comment declaration speech address message communiqué tweet post letter note answer reply".split()
)
NOT_DENIED = ("rule out", "want", "think", "believe", "expect", "hide")  # "does not think that" reports a thought
_ADVERBIAL = ("advmod", "aux", "aux:pass", "cop", "mark")


@dataclass(frozen=True, slots=True)
class Frame:
    """Word `verb` is a cue; `subject` the head word of its source (None where it must be carried over).

    `lead` is the first word of the reporting clause, `after` the first word that can be content.
    """

    syntax: Syntax
    verb: int
    cue: Cue
    subject: int | None
    addressee: int | None
    lead: int
    after: int

    @property
    def cue_words(self) -> tuple[int, int]:
        """Words `[start, end)` of the cue: the verb with its particle."""
        particle = self.syntax.child(self.verb, "compound:prt")
        return self.verb, (particle + 1 if particle == self.verb + 1 else self.verb + 1)


def frames(syntax: Syntax) -> Iterator[Frame]:
    """The reporting clauses of a unit, in order; one without a subject of its own takes that of the one before it."""
    last: int | None = None
    for i in syntax.verbs:
        cue = _cue(syntax, i)
        if cue is not None and _reports(syntax, i):
            subject = _subject(syntax, i, cue)
            aside = (
                syntax.form(i) == "participle"
                and syntax.tag(i) == "VBG"
                and syntax.low(_before_adverbs(syntax, i)) in (",", "and", "–", "—")
            )
            if last is not None and not syntax.passive(i) and (subject is None or aside):
                subject = last
            last = subject
            if subject is None or syntax.low(subject) not in _FIRST:
                addressee = _addressee(syntax, i, cue)
                told = addressee if "obj_to" not in cue.frames or "tell" in cue.frames else None
                yield Frame(syntax, i, cue, subject, addressee, _lead(syntax, i, subject), _after(syntax, i, told))


def _before_adverbs(syntax: Syntax, i: int) -> int:
    i -= 1
    while syntax.tag(i) == "RB":
        i -= 1
    return i


def _subject(syntax: Syntax, i: int, cue: Cue) -> int | None:
    """The source's head word: the subject in the tree, else the name or pronoun that stands right beside the verb."""
    if (
        syntax.low(i - 1) == "as"
        and (quoting := syntax.unit.heads[i]) >= 0
        and syntax.unit.lemmas[quoting] in ("quote", "cite")
    ):
        return syntax.child(quoting, "obj", "nsubj:pass")
    found = syntax.subject(i)
    if found is not None and syntax.tag(found) == "VBG":  # "welcoming the guest" says nothing
        found = None
    own = found is not None and syntax.unit.heads[found] == i
    at_quote = any(place == i or (place == i - 1 and syntax.low(i - 1) == ",") for place, _ in syntax.unit.quotes)
    if at_quote and (right := _name_after(syntax, i)) is not None:
        return right
    if found is not None and found != i and (own or syntax.form(i) != "finite" or syntax.tag(i - 1) in ("CC", "WP", "WDT")):
        return found
    if at_quote and found is not None and own and found > i:
        return found
    if (
        "inverted" in cue.frames
        and syntax.tag(i - 1) in ("", ",", "``", "''", ":")
        and (right := _name_after(syntax, i)) is not None
    ):
        return right
    left = i - 1
    while syntax.tag(left) in ("RB", "MD") or syntax.low(left) in ("has", "have", "had", "is", "was", "are", "were"):
        left -= 1
    if left >= 0 and syntax.tag(left) in ("NNP", "NNPS", "PRP") and syntax.form(i) == "finite":
        return syntax.top_of_name(left)
    return found if found != i else None


def _name_after(syntax: Syntax, i: int) -> int | None:
    """The head of a noun phrase that begins right after word `i`."""
    k = i + 1
    while syntax.tag(k) in ("DT", "JJ", "PRP$", "CD"):
        k += 1
    if syntax.tag(k)[:2] not in ("NN", "PR"):
        return None
    head = k
    while syntax.tag(head + 1).startswith("NN"):
        head += 1
    return None if syntax.tag(head + 1) in ("MD", "VBD", "VBZ", "VBP", "POS") else syntax.top_of_name(head)


def _cue(syntax: Syntax, i: int) -> Cue | None:
    table, lemma = cues(), syntax.unit.lemmas[i]
    if any(syntax.low(k) in _SET_PHRASES.get(lemma, ()) for k in range(i + 1, min(i + 6, len(syntax.unit)))) and "that" in map(
        syntax.low, range(i + 2, i + 8)
    ):
        return table["promise" if lemma == "give" else "announce"]
    nxt = syntax.low(i + 1)
    if lemma == "call" and nxt == "off":
        return None
    if (found := table.get(f"{lemma} {nxt}") or table.get(lemma)) is not None:
        return found
    return Cue(lemma, frozenset({"quote"}), "assert", "speech") if _utters(syntax, i) else None


def _utters(syntax: Syntax, i: int) -> bool:
    """Whether a verb brings a quotation by its object: "made the following remarks:", "issued this statement: “…”"."""
    if syntax.low(len(syntax.unit) - 1) != ":" and not any(syntax.low(k - 1) == ":" for k, _ in syntax.unit.quotes):
        return False
    return any(syntax.unit.lemmas[o] in _UTTERED for o in syntax.objects(i))


def _reports(syntax: Syntax, i: int) -> bool:
    """Whether the verb is used to report: not denied, not merely possible, not in the passive without a speaker."""
    if syntax.passive(i):
        return False
    form, head = syntax.form(i), syntax.unit.heads[i]
    if form == "infinitive" and syntax.modal(i) is None:
        governor = syntax.unit.lemmas[head] if head >= 0 else ""
        return syntax.label(i) == "xcomp" and governor in (
            "go",
            "continue",
            "proceed",
            "like",
            "wish",
            "begin",
            "conclude",
            "refuse",
        )
    if syntax.modal(i) in ("would", "could", "might", "should", "must", "can", "may", "to"):
        return False
    if syntax.negated(i) and syntax.unit.lemmas[i] not in NOT_DENIED:
        return False
    return not (syntax.tag(i) == "VBN" and syntax.label(i) in ("acl", "advcl", "amod"))


def _addressee(syntax: Syntax, i: int, cue: Cue) -> int | None:
    if cue.lemma in _ADDRESSED:
        person = syntax.child(i, "iobj", "obj")
        if person is not None and person > i and ("tell" in cue.frames or syntax.child(i, "iobj") is not None):
            return person
    if cue.lemma in _ENTREATED:
        asked = next(iter(syntax.objects(i)), None)
        if asked is None or asked < i:
            asked = next((w for p, w in syntax.obliques(i) if p in ("on", "upon", "to") and i < w <= i + 8), None)
        return asked
    return next(
        (
            w
            for p, w in syntax.obliques(i)
            if p == "to" and w > i and syntax.tag(w).startswith(("NNP", "PRP")) and "to" not in cue.frames
        ),
        None,
    )


def _lead(syntax: Syntax, i: int, subject: int | None) -> int:
    """The first word of subject, auxiliaries and adverbs that stand right before the verb."""
    lead = i
    members = {c for c in syntax.children[i] if syntax.unit.labels[c] in _ADVERBIAL}
    while lead - 1 in members:
        lead -= 1
    if subject is not None and subject < i:
        start, end = syntax.extent(subject)
        if syntax.unit.heads[subject] == i and end <= i:
            lead = min(lead, start)
        elif subject >= lead - 1 and syntax.tag(subject).startswith(("NNP", "PRP")):
            lead = min(lead, syntax.unit_start_of_name(subject))
    return lead


def _after(syntax: Syntax, i: int, addressee: int | None) -> int:
    """The word after the verb, its particle, addressee, and the times and places that follow at once."""
    k = i + 1
    if syntax.child(i, "compound:prt") == k:
        k += 1
    if addressee is not None and addressee > i:
        k = max(k, syntax.extent(addressee)[1])
    while k < len(syntax.unit):
        adjunct = next((c for c in syntax.all(i, "obl", "advmod", "obl:unmarked") if syntax.extent(c)[0] == k), None)
        if adjunct is None or syntax.extent(adjunct)[1] - k > 14:
            break
        if _holds_clause(syntax, adjunct):
            break
        k = syntax.extent(adjunct)[1]
    return k


def _holds_clause(syntax: Syntax, head: int) -> bool:
    return any(syntax.label(k) in ("ccomp", "acl:relcl", "advcl", "acl") for k in syntax.subtree(head))
