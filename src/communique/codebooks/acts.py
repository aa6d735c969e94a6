"""Words that tell a speech act, `acts.csv`: our own list, in the order in which they are tried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.codebooks.cues import rows


@dataclass(frozen=True, slots=True)
class ActRow:
    """`where` is any | start | end of the content, or `self`: anywhere, if the speaker's own side is the subject."""

    act: str
    where: str
    pattern: re.Pattern[str]


@cache
def act_rows() -> tuple[ActRow, ...]:
    return tuple(ActRow(r["act"], r["where"], re.compile(r["pattern"], re.IGNORECASE)) for r in rows("acts.csv"))
