"""Noun phrases as mentions of somebody: what kind each is and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from communique.knowledge import Designation, Register
from communique.record import Span

MentionKind = Literal["person", "office", "honorific", "entity", "pronoun", "plural", "counterpart", "nominal"]

_RELATIVE = re.compile(
    r",?\s+(?:who|whom|whose|which|that|where)\b.*|\s+[–—]\s.*|\s+\(.*|,\s+(?:meanwhile|however|in turn|for (?:his|her|their|its) part).*",
    re.S,
)
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "him",
        "her",
        "them",
        "himself",
        "herself",
        "themselves",
        "itself",
        "who",
        "we",
        "i",
        "us",
        "me",
        "his",
        "its",
        "their",
        "our",
        "you",
    ]
)
_PLURAL = re.compile(
    r"(?i)(?:the\s+)?(?:two|both|both of the|the)\s+(?:the\s+)?(sides?|leaders|presidents|ministers|countries|nations|states|parties|"
    r"officials|heads of state|prime ministers|foreign ministers|foreign secretaries|premiers|neighbou?rs|governments|diplomats|delegations|"
    r"interlocutors|statesmen|capitals|peoples|chief diplomats|top diplomats)|the (?:sides|parties|interlocutors|two|pair)|both|"
    r"each side|either side|both men|the (?:two )?men|the two women"
)
_ROLE = re.compile(
    r"(?i)(?:the|his|her|their|our|its)\s+(?:\w+\s+)?(?:guest|visitor|host|visiting (?:\w+\s*)+|dignitary|counterpart|interlocutor|colleague)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase at `span` of `Document.text`; `text` is the part of it that names somebody."""

    span: Span
    text: str
    kind: MentionKind
    designation: Designation

    @property
    def name(self) -> str | None:
        return self.designation.name


def mention(text: str, span: Span, register: Register) -> Mention:
    """What a phrase says of whom it means."""
    words = _RELATIVE.sub("", span.of(text), count=1).strip().rstrip(",")
    if words.lower() in _PRONOUNS:
        return Mention(span, words, "pronoun", Designation(words))
    if _PLURAL.fullmatch(words):
        return Mention(span, words, "plural", Designation(words))
    found = register.parse(words)
    return Mention(span, words, _kind(words, found), found)


def _kind(words: str, found: Designation) -> MentionKind:
    if re.search(r"(?i)\bcounterparts?\b", words):
        return "counterpart"
    if found.name and not _lower_only(found.name):
        return "person"
    if _ROLE.match(words) and not found.offices:
        return "office"
    if found.offices and not _body(words, found):
        return "office"
    if found.honorifics and not found.entities:
        return "honorific"
    if found.entities and (not found.unread or found.organization or _state_body(words)):
        return "entity"
    return "nominal"


def _lower_only(name: str) -> bool:
    return not any(w[:1].isupper() for w in name.split())


def _body(words: str, found: Designation) -> bool:
    """ "the foreign minister's office", "the presidency": an organ, not its head."""
    return bool(
        re.search(r"(?i)\b(?:office|ministry|palace|cabinet|administration|team|campaign|statement|readout)$", words)
    ) and bool(found.entities)


def _state_body(words: str) -> bool:
    return bool(
        re.search(
            r"(?i)\b(?:government|side|state|republic|authorities|regime|administration|nation|country|leadership|delegation|officials)$",
            words,
        )
    )
