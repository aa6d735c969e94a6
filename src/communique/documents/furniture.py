"""What stands around an article and is none of it: menus, share lines, teasers, tags, notices, sign-offs.

The lines themselves are data: `furniture.tsv`, one row a kind of line, with an invented example the tests check it by.
`scope` says where a row holds: `any` place; `edge`, only before or after the article's paragraphs; `credit`, a line that says
whose picture it is; `mark`, a line after which other stories are listed; `sign`, letters that an agency ends a report with.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Scope = Literal["any", "edge", "credit", "mark", "sign"]
LONGEST = 300  # characters; longer lines are never furniture
_SEPARATOR = re.compile(r"\s+[|·•>»›/–—-]\s+|\s*[|·•»›]\s*|\s{3,}|\t")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def rows() -> tuple[tuple[Scope, str, str], ...]:
    """Scope, pattern and example of each row of the data file, in its order."""
    lines = files("communique.documents").joinpath("furniture.tsv").read_text(encoding="utf-8").splitlines()
    table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple((_scope(row["scope"]), row["pattern"], row["example"]) for row in table)


def is_furniture(line: str, *scopes: Scope) -> bool:
    """Whether a whole line is furniture of one of some scopes."""
    return len(line) <= LONGEST and any(_matcher(scope).fullmatch(line) is not None for scope in scopes)


def is_mark(line: str) -> bool:
    """Whether a line has no letter at all: "***", a page number, a clock time."""
    return len(line) <= LONGEST and not _LETTER.search(line)


def is_menu(line: str) -> bool:
    """Whether a line is several entries of a menu beside one another, e.g. "Home | World | Contact"."""
    if len(line) > LONGEST:
        return False
    entries = [x for x in _SEPARATOR.split(line) if x]
    return len(entries) > 1 and all(is_furniture(x, "any", "edge") for x in entries)


def _scope(name: str) -> Scope:
    return next(x for x in get_args(Scope) if x == name)


@cache
def _matcher(scope: Scope) -> re.Pattern[str]:
    flags = 0 if scope == "sign" else re.IGNORECASE
    return re.compile("|".join(f"(?:{pattern})" for name, pattern, _ in rows() if name == scope), flags)
