"""When two written names can be one person's."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PARTICLES = frozenset(
    ["al", "el", "bin", "ibn", "de", "la", "da", "dos", "van", "von", "der", "den", "du", "le", "bint", "abu", "abd", "ul"]
)


@lru_cache(maxsize=20_000)
def words(name: str) -> tuple[str, ...]:
    """A name's words without accents, case, initials' stops and particles."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("'s", "").replace("'", "")
    split = plain.replace("-", " ").replace(".", " ").split()
    return tuple(w for w in split if w not in _PARTICLES) or tuple(split)


def same_person(shorter: str, longer: str) -> bool:
    """Whether a name can be the short form of another: its words are all among the other's, initials fitting too."""
    a, b = words(shorter), words(longer)
    if len(a) > len(b):
        a, b = b, a
    if not a:
        return False
    if len(a) == 1:
        return a[0] in b and len(a[0]) > 1
    return all(any(x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y)) for y in b) for x in a)
