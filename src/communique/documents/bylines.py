"""Who wrote a report: "By Jane Doe", "By Staff, Agencies", "Reporting by …; editing by …"."""

from __future__ import annotations

import re

_BY = re.compile(
    r"(?:story |report |text |words |written |compiled |reported |posted |published )?by:?\s+(?P<names>\S.{1,150})", re.I
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
    words = _WORD.findall(match["names"])
    # A name may end with a point ("Jr."), a clause that begins with "By" has small words that are no name's.
    return (
        0 < len(words) <= _LONGEST and words[0][0].isupper() | (words[0].lower() in _TRADES) and all(map(_may_be_name, words))
    )


def _may_be_name(word: str) -> bool:
    return not word[0].islower() or word.lower() in _SMALL or word.lower() in _TRADES
