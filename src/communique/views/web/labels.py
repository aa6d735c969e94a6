"""The words a page uses for the codes of the record."""

from __future__ import annotations

from typing import Final

from communique.record import Occupancy
from communique.record.actors import ActorKind, TenureStatus
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
KINDS: Final[dict[ActorKind, tuple[str, str]]] = {  # one, many
    "person": ("person", "people"),
    "state": ("state", "states"),
    "organ": ("state organ", "state organs"),
    "organization": ("organization", "organizations"),
    "group": ("group", "groups"),
    "unknown": ("not identified", "not identified"),
}


def tenure_reason(occupancy: Occupancy) -> str:
    """One sentence on how sure the register is of an office on the document's date."""
    as_of = f" as of {occupancy.as_of}" if occupancy.as_of else ""
    return {
        "in_force": f"The register's source{as_of} covers that day.",
        "assumed": f"The tenure was still open in the register's source{as_of}; it is taken to have gone on.",
        "conflict": f"The register{as_of} has more than one possible holder for that day.",
        "unknown": "The register does not know this office; it is the text's own word.",
    }[occupancy.status]
