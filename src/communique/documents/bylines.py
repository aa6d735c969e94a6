"""Who wrote a report: "By Jane Doe", "By Staff, Agencies", "Reporting by …; editing by …"."""

from __future__ import annotations

import re

from communique.codebooks.cities import cities
from communique.documents.furniture import is_furniture
from communique.documents.outlets import is_office, is_paper

_BY = re.compile(
    r"(?:(?:story |report |text |words |written |compiled |reported |posted |published )?by:?|words:)\s+(?P<names>\S.{1,150})",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"[(\[]?(?:(?:(?:additional|with|further) )?(?:reporting|writing|editing|translation|research|production) (?:by|from)|"
    r"(?:reported|written|edited|compiled|translated) by)\s+[^.]{2,250}\.?[)\]]?\.?",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:[A-Z][\w.&'-]* ){0,3}(?:(?:news|web|world|foreign|political|international|online) ?desk|"
    r"staff(?: writers?| reporters?)?)(?:,? (?:and )?(?:news )?agencies)?|(?:news )?agencies",
    re.IGNORECASE,
)
_SMALL_LIST = "and of for the in at from with de da di la le van von bin ibn al el del dos y und et &"
_SMALL = frozenset(_SMALL_LIST.split())
_TRADES_LIST = (
    "staff writer writers reporter reporters correspondent correspondents editor editors agency agencies service "
    "desk news team contributor bureau chief special web online press"
)
_TRADES = frozenset(_TRADES_LIST.split())
_WORD = re.compile(r"[\w&][\w.&'’-]*")
_TRADE = re.compile(rf",\s+(?:[a-z-]+ ){{0,3}}(?:{'|'.join(sorted(_TRADES))})\b")  # ", football correspondent"
_PERSON = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w.'’-]*){1,3}")
_LONGEST = 14  # words


def is_byline(line: str) -> bool:
    """Whether a whole line names its authors and says nothing else."""
    if _CREDITS.fullmatch(line):
        return True
    if len(line) <= 60 and _STAFF.fullmatch(line):
        return True
    match = _BY.fullmatch(line)
    if not match or line.endswith(("?", "!", ":", ",")) or any(x in line for x in "|•·"):
        return False
    words = _WORD.findall(_TRADE.sub("", match["names"]))
    # A name may end with a point ("Jr."), a clause that begins with "By" has small words that are no name's.
    return (
        0 < len(words) <= _LONGEST and words[0][0].isupper() | (words[0].lower() in _TRADES) and all(map(_may_be_name, words))
    )


def is_signed(line: str) -> bool:
    """Whether a whole line is a person's name and the outlet the person writes for: "Jane Doe, Harbor Wire"."""
    name, comma, outlet = line.partition(", ")
    return bool(comma) and _PERSON.fullmatch(name) is not None and is_paper(outlet) and not is_paper(name)


def may_be_person(part: str) -> bool:
    """Whether a part of a header line may be a person: two to four names, none a city's, a section's or an office's."""
    words = part.split()
    if not _PERSON.fullmatch(part) or part.isupper() or is_office(part) or is_paper(part):
        return False
    return (
        not is_furniture(part, "edge")
        and part not in cities()
        and not any(w in cities() or is_furniture(w, "edge") for w in words)
    )


def _may_be_name(word: str) -> bool:
    return not word[0].islower() or word.lower() in _SMALL or word.lower() in _TRADES
