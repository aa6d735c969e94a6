"""A paragraph as sentences without their quotations, and the sentences inside its quotations.

"“We met. We agreed,” he said. “It is done.”" has the frames `, he said .` and an empty one, and three sentences inside:
so the grammar of the frame is not disturbed by what is quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.codebooks.cities import cities
from communique.codebooks.cues import cue_forms
from communique.codebooks.titles import titles
from communique.knowledge import Register
from communique.reading import lemmas, names, parser, tagger
from communique.reading.quotes import Quote
from communique.reading.tokens import sentences, tokens
from communique.record import Span
from communique.record.span import hull

_AUXILIARIES = frozenset(
    [
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "have",
        "has",
        "had",
        "'s",
        "’s",
        "'ve",
        "’ve",
        "having",
        "get",
        "gets",
        "got",
    ]
)
_NAMED = frozenset("elected appointed named called dubbed born known considered nicknamed made".split())
_BEGIN_OBJECT = (["NN"], ["NNS"], ["DT"], ["PRP$"], ["JJ"], ["CD"], ["NNP"])
_BEFORE_TITLES = frozenset({"visiting", "acting", "incoming", "outgoing"})
_MASK = "\ue000"
_MARKS = {"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "’": "'", "‘": "'"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence: parallel lists of words. Quotations inside a frame are left out of its words.

    `spans` are of `Document.text`; `heads` are word indices, -1 for the root; `labels` are relations of Universal
    Dependencies. `quotes` are `(number of words before it, quotation)`. `quoted` is the quotation whose inside this unit is;
    None for a frame.
    """

    spans: list[Span]
    forms: list[str]
    tags: list[str]
    lemmas: list[str]
    heads: list[int]
    labels: list[str]
    quotes: list[tuple[int, Quote]]
    quoted: Quote | None

    @property
    def sentence(self) -> Span:
        return hull([*self.spans, *(q.outer for _, q in self.quotes)])

    def __len__(self) -> int:
        return len(self.spans)

    def span(self, start: int, end: int) -> Span:
        """The characters of words `[start, end)`."""
        return Span(self.spans[start].start, self.spans[end - 1].end)


def units(text: str, block: Span, found: list[Quote], proper: frozenset[str] | None = None) -> list[Unit]:
    """All units of a paragraph: frames in text order, each quotation's insides after the frame that holds it.

    `proper` is given for a headline: the words that the article writes with a capital. Other capitals of a headline in title
    case are style, and are ignored.
    """
    speech = [q for q in found if is_speech(text, block, q)]
    masked = text[block.start : block.end]
    for q in speech:
        a, b = q.inner.start - block.start, q.inner.end - block.start
        masked = masked[:a] + _masked(masked[a:b], _report_follows(text[q.outer.end : q.outer.end + 90])) + masked[b:]
    out: list[Unit] = []
    for sentence in sentences(masked, 0, len(masked)):
        frame = Span(sentence.start + block.start, sentence.end + block.start)
        inside = [q for q in speech if q.outer.start in frame]
        out.append(_unit(text, frame, inside, None, proper))
        for q in inside:
            out += [_unit(text, s, [], q, proper) for s in sentences(text, q.inner.start, q.inner.end)]
    return [u for u in out if u.spans or u.quotes]


def _masked(words: str, goes_on: bool) -> str:
    """A quotation as one long word that keeps its length, and its closing mark where a sentence can end there."""
    last = words[-1] if words[-1] == "." or (words[-1] in ",?!;…" and not goes_on) else _MASK
    return "Q" + _MASK * (len(words) - 2) + last if len(words) > 1 else last


def _report_follows(after: str) -> bool:
    """Whether a reporting clause goes on after a closing mark: "…?” Graham asked", "…!” said the minister"."""
    words = re.split(r"[.,;:!?“\"”\n]", after.lstrip(" ,"))[0].split()[:7]
    return any(w.lower() in cue_forms() for w in words) and bool(words)


def _unit(text: str, sentence: Span, inside: list[Quote], quoted: Quote | None, proper: frozenset[str] | None) -> Unit:
    spans: list[Span] = []
    places: list[tuple[int, Quote]] = []
    position = sentence.start
    for q in inside:
        spans += tokens(text, position, max(position, q.outer.start))
        places.append((len(spans), q))
        position = q.outer.end
    spans += tokens(text, position, max(position, sentence.end))
    forms = [s.of(text) for s in spans]
    plain = [_MARKS.get(f, f.replace("’", "'")) for f in forms]
    if proper is not None:
        plain = sentence_case(plain, proper)
    tags = with_finite_verb(plain, _first_named(plain, tagger.shipped().tag(plain)))
    heads, labels = names_first(plain, tags)
    return Unit(
        spans, forms, tags, [lemmas.lemma(f, t) for f, t in zip(forms, tags, strict=True)], heads, labels, places, quoted
    )


def _first_named(forms: list[str], tags: list[str]) -> list[str]:
    """A state, city or title that begins a sentence is a name: the tagger can't tell by its capital there."""
    if not forms or tags[0] in ("NNP", "NNPS"):
        return tags
    titled = len(forms) > 1 and forms[1][:1].isupper() and (forms[0].lower(), forms[1].lower()) in _title_pairs()
    return ["NNP", *tags[1:]] if titled or forms[0] in _places() else tags


@cache
def _title_pairs() -> frozenset[tuple[str, str]]:
    """Every two words that begin a title: foreign minister, deputy prime (minister) …"""
    return frozenset((key[0], key[1]) for key in titles() if len(key) > 1)


@cache
def _places() -> frozenset[str]:
    return frozenset(cities()) | frozenset(s.name for s in Register.shipped().states())


def names_first(forms: list[str], tags: list[str]) -> tuple[list[int], list[str]]:
    """The tree of a sentence in which each name counts as one word: "President of Tajikistan Emomali Rahmon" is one.

    Names are long in this genre and strange to the treebanks; seen as one word they cannot lead the parser astray. The other
    words of a name hang flat on the one that was kept.
    """
    merged = {k: (span, keep) for span, keep in names.groups(forms, tags) for k in span}
    aside = names.days_aside(forms, tags)
    kept = [i for i in range(len(forms)) if i not in aside and (i not in merged or merged[i][1] == i)]
    place = {i: n for n, i in enumerate(kept)}
    heads_kept, labels_kept = parser.shipped().parse([forms[i] for i in kept], [tags[i] for i in kept])
    heads, labels = [0] * len(forms), ["flat"] * len(forms)
    for i in range(len(forms)):
        if i in place:
            head = heads_kept[place[i]]
            heads[i], labels[i] = (kept[head] if head >= 0 else -1), labels_kept[place[i]]
        elif i in aside:
            heads[i], labels[i] = aside[i]
        else:
            heads[i] = merged[i][1]
    _join(forms, merged, heads, labels)
    _share_noun(forms, tags, heads, labels)
    _object_after_aside(forms, tags, merged, heads, labels)
    return heads, labels


def _share_noun(forms: list[str], tags: list[str], heads: list[int], labels: list[str]) -> None:
    """ "The Turkish and Iraqi presidents": the noun is the head of both adjectives."""
    for i in range(1, len(forms) - 2):
        if forms[i] != "and" or not (forms[i - 1][:1].isupper() and forms[i + 1][:1].isupper()):
            continue
        noun = next((k for k in range(i + 2, min(i + 5, len(forms))) if tags[k] == "NNS"), None)
        between = range(i + 2, noun or 0)
        if noun is None or heads[noun] != i - 1 or any(tags[k] not in ("JJ", "NN") for k in between):
            continue
        heads[noun], labels[noun] = heads[i - 1], labels[i - 1]
        heads[i - 1], labels[i - 1], heads[i], labels[i] = noun, "amod", noun, "dep"
        for k in range(len(forms)):
            if heads[k] == i - 1 and k != i:
                heads[k] = noun


def _object_after_aside(
    forms: list[str], tags: list[str], merged: dict[int, tuple[range, int]], heads: list[int], labels: list[str]
) -> None:
    """ "The Amir received at the palace, in the presence of X, the Prime Minister Y": a name with an office is the object of
    a verb that has none, not a part of what stands between two commas."""
    for span, keep in {merged[k] for k in merged}:
        before = span.start - 2
        aside = labels[keep] in ("nmod", "appos", "conj", "obl") and before > 0 and forms[before : before + 2] == [",", "the"]
        if not aside or len(span) < 3:
            continue
        verb = heads[keep]
        while verb >= 0 and tags[verb].startswith("NN"):
            verb = heads[verb]
        opens = next((k for k in range(before - 1, -1, -1) if forms[k] == ","), 0) + 1
        bare = not any(heads[k] == verb and labels[k] in ("obj", "ccomp") for k in range(len(forms)))
        if 0 <= verb < opens and tags[verb] == "VBD" and tags[opens] == "IN" and bare:
            heads[keep], labels[keep] = verb, "obj"


def _join(forms: list[str], merged: dict[int, tuple[range, int]], heads: list[int], labels: list[str]) -> None:
    """Two names with nothing but "and" between are joined, where the tree sets them side by side or one under the other."""
    for i in range(1, len(forms) - 1):
        if forms[i] != "and" or i in heads or i - 1 not in merged or i + 1 not in merged:
            continue
        a, b = merged[i - 1][1], merged[i + 1][1]
        first = merged[i - 1][0].start
        if forms[first - 1 - (forms[first - 1] == "the")].lower() == "between" and first and heads[a] != b:
            heads[b], labels[b], heads[i], labels[i] = a, "conj", b, "cc"
            continue
        if "nsubj" not in (labels[a], labels[b]):
            continue
        if heads[a] == b:
            heads[a], labels[a] = heads[b], labels[b]
        elif heads[b] != a and (heads[b], labels[b]) != (heads[a], labels[a]):
            continue
        heads[b], labels[b], heads[i], labels[i] = a, "conj", b, "cc"


def sentence_case(forms: list[str], known: frozenset[str]) -> list[str]:
    """A headline's words with only names in capitals, where it is set in title case or in capitals."""
    long = [f for f in forms if len(f) > 3 and f[0].isalpha()]
    if not long or sum(f[0].isupper() for f in long) < 0.7 * len(long):
        return forms
    proper = {n.lower(): n for n in known}
    return [f if f in known or not f[:1].isupper() else proper.get(f.lower(), f.lower()) for f in forms]


def with_finite_verb(forms: list[str], tags: list[str]) -> list[str]:
    """A sentence has a finite verb: where the tagger saw none, or saw a participle before "that", the first -ed form is it.

    The treebanks hold many headlines and notes, so the tagger is too ready to see "called" as a participle.
    """
    tags = [
        "JJ"
        if t == "VBG" and i and tags[i - 1] in ("DT", "PRP$") and i + 1 < len(tags) and tags[i + 1][:2] in ("NN", "JJ")
        else t
        for i, t in enumerate(tags)
    ]
    tags = ["JJ" if _before_title(forms, tags, i) else t for i, t in enumerate(tags)]
    tags = ["VBG" if _is_aside(forms, tags, i) else t for i, t in enumerate(tags)]
    tags = ["VBD" if _after_apposition(forms, tags, i) else t for i, t in enumerate(tags)]
    finite = any(t in ("VBD", "VBZ", "VBP", "MD") for t in tags)
    for i, tag in enumerate(tags):
        if (
            (tag == "VBN" or (tag == "JJ" and forms[i].endswith("ed")))
            and i
            and forms[i].lower() in cue_forms()
            and not _auxiliary_before(tags, forms, i)
        ):
            nxt = forms[i + 1].lower() if i + 1 < len(forms) else ""
            that = nxt == "that" or (nxt == "," and "that" in (f.lower() for f in forms[i + 2 : i + 5]))
            if (
                that
                or (forms[i - 1] == "," and tags[i + 1 : i + 2] in (["NNP"], ["DT"], ["PRP"]) and nxt not in ("by",))
                or (not finite and nxt not in ("by", "as", "in", ""))
            ):
                return [*tags[:i], "VBD", *tags[i + 1 :]]
    return tags


def _before_title(forms: list[str], tags: list[str], i: int) -> bool:
    """ "visiting" in "with visiting Iraqi Foreign Minister X"."""
    return forms[i] in _BEFORE_TITLES and i + 1 < len(forms) and (forms[i + 1][:1].isupper() or tags[i + 1] in ("JJ", "NN"))


def _after_apposition(forms: list[str], tags: list[str], i: int) -> bool:
    """ "discussed" in "President X and his counterpart, Barham Nuri, discussed trade": the first verb of its sentence."""
    named = i > 3 and forms[i - 1] == "," and tags[i - 2] in ("NNP", "NNPS") and "," in forms[: i - 2]
    if not named or tags[i] != "VBN" or forms[i] in _NAMED or tags[i + 1 : i + 2] not in _BEGIN_OBJECT:
        return False
    return not any(t in ("VBD", "VBZ", "VBP", "MD") for t in tags[:i])


def _is_aside(forms: list[str], tags: list[str], i: int) -> bool:
    """ ", adding, “…”", ", noting that …": a participle that the tagger took for a noun."""
    begins = i > 0 and forms[i - 1] == "," and forms[i + 1 : i + 2] in ([","], ["that"], [":"])
    return begins and tags[i].startswith("NN") and forms[i].endswith("ing") and forms[i] in cue_forms()


def _auxiliary_before(tags: list[str], forms: list[str], i: int) -> bool:
    return any(forms[k].lower() in _AUXILIARIES for k in range(max(0, i - 3), i)) or tags[i - 1] in (
        "DT",
        "IN",
        "JJ",
        "PRP$",
        "POS",
    )


def is_speech(text: str, block: Span, q: Quote) -> bool:
    """Whether a quotation stands by itself ("“…,” he said") rather than inside a clause ("a “secret” plan")."""
    inner, before = q.inner.of(text), text[block.start : q.outer.start].rstrip()
    after = text[q.outer.end : block.end]
    words = inner.count(" ") + 1
    ends = inner[-1] in ",.?!;…—–" or after[:1] in (",", ".", "") or not after.strip()
    if not before or before[-1] in '.?!”"»':
        return ends if words < 4 or not inner[0].isupper() else ends or _cue_follows(after)
    if before[-1] in ",:—–;":
        return (words > 2 and (ends or inner[0].isupper())) or before[-1] == ":"
    last = re.search(r"[\w’'-]+$", before)
    return bool(last and last[0].lower() in cue_forms() and inner[0].isupper() and words > 3)


def _cue_follows(after: str) -> bool:
    return any(w.strip(".,;:").lower() in cue_forms() for w in after.split()[:8])
