"""Tags and tree of a unit by the first tagger and parser, put right where this genre is strange to the treebanks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from communique.codebooks.cities import cities
from communique.codebooks.cues import cue_forms
from communique.codebooks.titles import titles
from communique.knowledge import Register
from communique.reading import names, parser, tagger
from communique.record import Span

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


class Grammar(Protocol):
    """Tags, heads and relations of the words of a unit: `spans` of the document's text, `forms` with plain marks.

    A unit need not be all words of a sentence: what is quoted is a unit of its own.
    """

    def __call__(self, spans: Sequence[Span], forms: list[str], /) -> tuple[list[str], list[int], list[str]]: ...


def by_rules(_spans: Sequence[Span], forms: list[str]) -> tuple[list[str], list[int], list[str]]:
    """The grammar that the first tagger and parser give."""
    tags = with_finite_verb(forms, _first_named(forms, tagger.shipped().tag(forms)))
    return tags, *names_first(forms, tags)


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
