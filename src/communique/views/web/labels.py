"""The words a page uses for the codes of the record."""

from __future__ import annotations

from datetime import date
from typing import Final

from communique.record import DateValue, Occupancy
from communique.record.actors import TenureStatus
from communique.record.encounters import EncounterKind
from communique.record.statements import SpeechAct

ACTS: Final[dict[SpeechAct, str]] = {
    "assert": "says",
    "praise": "praises",
    "criticize": "criticizes",
    "accuse": "accuses",
    "call": "calls for",
    "promise": "promises",
    "threaten": "threatens",
    "reject": "rejects",
    "propose": "proposes",
    "question": "asks",
    "thank": "thanks",
    "condole": "condoles",
    "congratulate": "congratulates",
}
ENCOUNTERS: Final[dict[EncounterKind, str]] = {
    "meeting": "Meeting",
    "visit": "Visit",
    "call": "Call",
    "signing": "Signing",
    "summit": "Summit",
    "other": "Encounter",
}
TENURES: Final[dict[TenureStatus, str]] = {
    "in_force": "in office",
    "assumed": "assumed",
    "conflict": "contested",
    "unknown": "as the text says",
}
_PARTS_OF_DAY: Final = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_VAGUE: Final = {"PAST_REF": "in the past", "PRESENT_REF": "at present", "FUTURE_REF": "in the future"}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def tenure_reason(occupancy: Occupancy) -> str:
    """One sentence on how sure the register is of an office on the document's date."""
    as_of = f" as of {occupancy.as_of}" if occupancy.as_of else ""
    return {
        "in_force": f"The register's source{as_of} covers that day.",
        "assumed": f"The tenure was still open in the register's source{as_of}; it is taken to have gone on.",
        "conflict": f"The register{as_of} has more than one possible holder for that day.",
        "unknown": "The register does not know this office; it is the text's own word.",
    }[occupancy.status]


def day(value: DateValue | str | None) -> str:
    """A date in words, with no more precision than it has: `2022-05` is "May 2022", `../2022-05-30` "by 30 May 2022"."""
    text = str(value or "")
    if text in _VAGUE:
        return _VAGUE[text]
    first, slash, last = text.partition("/")
    if not slash:
        return _point(text)
    if first == "..":
        return f"by {_point(last)}"
    return f"from {_point(first)}" if last == ".." else f"{_point(first)} to {_point(last)}"


def _point(text: str) -> str:
    if "-W" in text and (monday := DateValue(text).first):
        return f"week of {_point(monday.isoformat())}"
    moment, _, time = text.partition("T")
    parts = moment.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return text
    words = parts[0] if len(parts) == 1 else f"{_month(parts[1])} {parts[0]}"
    if len(parts) == 3:
        words = f"{int(parts[2])} {words}"
    return f"{words}, {_PARTS_OF_DAY.get(time, time)}" if time else words


def _month(number: str) -> str:
    return _MONTHS[int(number) - 1] if 1 <= int(number) <= len(_MONTHS) else number


def weekday(value: DateValue | None) -> str:
    """The name of the day of the week, where a date names exactly one day; else an empty string."""
    exact: date | None = value.day if value else None
    return f"{exact:%A}" if exact else ""


def joined(names: list[str]) -> str:
    """A list of names in prose: "A", "A and B", "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
