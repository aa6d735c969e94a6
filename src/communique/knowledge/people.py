"""Whether a written name can be a person's: spellings differ, but the given name must fit where it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import JaroWinkler

from communique.codebooks.titles import fold, key_of

# Where the family's name stands first, or where people go by their own: a single word may be the first of the name.
_FAMILY_FIRST = frozenset(
    {"CHN", "HKG", "MAC", "TWN", "KOR", "PRK", "VNM", "KHM", "JPN", "SGP", "ETH", "ERI", "THA", "LAO", "ISL", "IDN", "MMR"}
)
PARTICLES = frozenset(
    {
        "al", "el", "bin", "ibn", "ben", "bint", "de", "da", "do", "dos", "das", "di", "del", "der", "den", "van", "von",
        "la", "le", "du", "ould", "ud", "ul", "of",
    }
)  # fmt: skip
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "vi", "x", "xiv"})
_LEAST = 0.88  # likeness of one word; only ever asked among the holders of one state's office
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"gh|kh|ck|c(?=[aou])", "k"), ("q", "k"), ("ph", "f"), ("ou|oo|ow", "u"), ("ee|yi|iy|ii|y|j", "i"), ("w", "v"),
        ("tch|tsh|ch", "c"), ("sh|sch", "s"), ("dzh|dj", "i"), ("ts|tz", "z"), (r"(.)\1", r"\1"), (r"[eo](?=.)", "a"),
    )
)  # fmt: skip


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name; hyphens part words, particles go: "Abdel Fattah el-Sisi" has abdel, fattah, sisi."""
    words = [w for part in key_of(name) for w in re.split(r"[-–&]", part) if w]
    return tuple(w for w in words if w not in PARTICLES) or tuple(words)


def fits_exactly(written: str, alias: str, state: str | None, any_word: bool = False) -> bool:
    """Whether each word of a written name is a word of an alias, and a single word is the family's.

    `any_word` lets a single word be any of the name: kings go by their given names.
    """
    words, whole = words_of(written), words_of(alias)
    if not words or not set(words) <= set(whole):
        return False
    if len(words) > 1 or len(whole) == 1 or any_word:
        return True
    return words[0] in whole[1:] or (state in _FAMILY_FIRST and words[0] == whole[0])


def is_whole(written: str, alias: str, states: Iterable[str | None]) -> bool:
    """Whether a written name is all of an alias, or its family's name as written there, rather than somewhere in it."""
    words, whole = words_of(written), words_of(alias)
    if len(words) == 1:
        return whole[-1:] == words or (whole[:1] == words and any(s in _FAMILY_FIRST for s in states))
    return sorted(words) == sorted(whole)


def fits_nearly(written: str, aliases: Iterable[str], state: str | None, any_word: bool = False) -> bool:
    """The same with other spellings allowed: "Baqeri" is near "Bagheri", "Mojtaba" is not near "Ali"."""
    return any(_near(words_of(written), words_of(alias), state, any_word) for alias in aliases)


def _near(words: tuple[str, ...], whole: tuple[str, ...], state: str | None, any_word: bool) -> bool:
    left = [w for w in whole if w not in _SUFFIXES] or list(whole)
    if len(words) == 1 and len(left) > 1 and not any_word and state not in _FAMILY_FIRST:
        left = left[1:]
    joined = "".join(words), "".join(whole)
    if len(words) > 1 and len(words) != len(whole) and _alike(*joined) >= 0.95:
        return True
    for word in words:
        best = max(left, key=lambda w: _alike(word, w), default=None)
        if best is None or _alike(word, best) < _LEAST:
            return False
        left.remove(best)
    return bool(words)


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:  # an initial
        return 1.0 if one[0] == other[0] else 0.0
    written = JaroWinkler.similarity(one, other, prefix_weight=0.05)
    a, b = _sound(one), _sound(other)
    if a[:1] != b[:1]:  # "Zorman" sounds like "Ermenc" but for how it begins
        return written
    return max(written, JaroWinkler.similarity(a, b, prefix_weight=0.05))


def _sound(word: str) -> str:
    """A rough sound, so that transliterations of one name meet."""
    sound = fold(word)
    for pattern, by in _SOUNDS:
        sound = pattern.sub(by, sound)
    return sound
