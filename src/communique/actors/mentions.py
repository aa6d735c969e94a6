"""Noun phrases as mentions of somebody: what kind each is and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from communique.knowledge import Designation, Register
from communique.reading.names import CALENDAR, STYLES
from communique.record import Span

MentionKind = Literal["person", "office", "honorific", "entity", "pronoun", "plural", "counterpart", "nominal"]

_RELATIVE = re.compile(
    r",?\s+(?:who|whom|whose|which|that|where)\b.*|\s+[–—]\s.*|\s+\(.*|,\s+(?:meanwhile|however|in turn|"
    r"for (?:his|her|their|its) part).*",
    re.S,
)
_LABEL = re.compile(
    r"^(?:(?:File )?[Pp]hoto|Caption|PHOTO|Image|Picture)\s*:\s*|\s+\((?:R|L|C|[Rr]ight|[Ll]eft|[Cc]ent(?:er|re))\)"
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
_NOBODY = re.compile(
    r"(?i)(?:no|nobody|no one|everyone|everybody|anyone|both|some|many|others?|most|few|several|all|each|none|"
    r"one|two|three|a|an|this|that|these|those|another|such|what|whose|any)\b"
)
_BODY_WORD = re.compile(
    r"\b(?:Organi[sz]ation|Agency|Committee|Council|University|Bank|Ministry|Party|Act|Visit|Summit|Commission|"
    r"Group|Institute|Center|Centre|"
    r"Association|Union|Corporation|Company|Court|Office|Department|Fund|Forum|Agreement|Treaty|Declaration|"
    r"Republic|House|Palace|Street|Airport|"
    r"Corridor|Initiative|Program|Programme|Plan|Press|News|Times|Post|Journal|Radio|Television|TV|Conference|"
    r"Assembly|Parliament|Federation|"
    r"Authority|Service|Movement|Front|Army|Navy|Force|Forces|League|Club|Foundation|Charter|Convention|"
    r"Memorandum|Dialogue|Day|Week|Year|"
    r"Revolution|War|Sea|Ocean|River|Gulf|Strip|Bay|Mountain|Island|Islands|East|West|North|South|Europe|"
    r"Africa|Asia|America)s?\b"
)
_APPOSED = re.compile(
    r",\s+((?:[A-ZÀ-Þ][\w.’'-]*|al-|bin|ibn|de|da|van|von|der|el|of|the)(?:\s+(?:[A-ZÀ-Þ(][\w.’')-]*|al-\w+|"
    r"bin|ibn|de|da|van|von|der|el|y))*)"
)
_OFFICE_AFTER = re.compile(
    r",\s+((?:the|a|an|its|his|her|their|[A-ZÀ-Þ][\w’'-]*)\s+[^,.;:“”\"()]{3,90}|[a-z]+ minister[^,.;]{0,60}|"
    r"(?:president|chairman|head|leader|spokes\w+|minister|secretary|director|ambassador)[^,.;:“”\"()]{0,80})"
)
_PLURAL = re.compile(
    r"(?i)(?:the\s+)?(?:two|both|both of the|the)\s+(?:the\s+)?(sides?|leaders|presidents|ministers|countries|"
    r"nations|states|parties|"
    r"officials|heads of state|prime ministers|foreign ministers|foreign secretaries|premiers|neighbou?rs|"
    r"governments|diplomats|delegations|"
    r"interlocutors|speakers|pair|statesmen|capitals|peoples|chief diplomats|top diplomats)|the (?:sides|"
    r"parties|interlocutors|two|pair)|both|"
    r"each side|either side|both men|the (?:two )?men|the two women"
)
OF_SEVERAL = re.compile(  # "the foreign ministers of Oman and Qatar", "the Turkish and Iraqi presidents"
    r"(?i)\b(?P<office>(?:deputy |prime |foreign |finance |trade |energy |interior |defen[cs]e )?(?:president|minister|premier|"
    r"chancellor|king|leader)|foreign secretary|chief diplomat|top diplomat)s\b"
)
_ROLE = re.compile(
    r"(?i)(?:the|his|her|their|our|its)\s+(?:\w+\s+)?(?:guest|visitor|host|visiting (?:\w+\s*)+|dignitary|"
    r"counterpart|interlocutor|colleague)"
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


def mention(text: str, span: Span, register: Register, head: str | None = None) -> Mention:
    """What a phrase says of whom it means; `head` is its head word, where the reading gives one."""
    words = (
        _LABEL.sub("", _RELATIVE.sub("", span.of(text), count=1))
        .strip()
        .strip(",")
        .removesuffix(" himself")
        .removesuffix(" herself")
    )
    if words.lower() in _PRONOUNS:
        return Mention(span, words, "pronoun", Designation(words))
    if _PLURAL.fullmatch(words):
        return Mention(span, words, "plural", Designation(words))
    found = _parsed(words, register)
    if OF_SEVERAL.search(words) and len({e.state for e in found.entities if e.kind == "state"}) > 1:
        return Mention(span, words, "plural", found)
    kind = _kind(words, found)
    if (
        kind == "entity"
        and not _state_body(words)
        and all(m.form in ("adjective", "demonym") for m in register.find_names(words))
    ):
        kind = "nominal"  # "Danish" alone is no government
    if kind in ("person", "office", "honorific") and head is not None and not _heads(head, words, found):
        kind = "nominal"  # "talks with the minister" are talks
    if kind in ("office", "counterpart") and (named := _name_after(text, span, words, register)) is not None:
        return named
    if kind == "person" and not found.offices and (held := _office_after(text, span, register)) is not None:
        found = replace(found, offices=held.offices, state=found.state or held.state, gender=found.gender or held.gender)
    return Mention(span, words, kind, found)


_TAIL = re.compile(
    r"(?P<office>.+?),\s+(?P<name>(?:[A-ZÀ-Þ][\w.’'-]*|al-\w+|bin|ibn|de|da|van|von|der|el|"
    r"of)(?:\s+(?:[A-ZÀ-Þ][\w.’'-]*|al-\w+|bin|ibn|de|da|van|von|der|el|y))*)",
    re.S,
)


_HEADED = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w.’'-]*\s+){1,4}[A-ZÀ-Þ][\w.’'-]*),\s+(?P<rest>(?:an?|the|its|his|her|"
    r"[A-Z][\w-]*['’]s|former|head|chief|director|spokes\w+)\s.+)",
    re.S,
)


_STYLED = re.compile(
    rf"(?P<style>(?P<whose>His|Her)\s+(?:[A-Z]\w+\s+)?(?:{'|'.join(sorted(STYLES))}))\s+"
    r"the\s+(?P<rest>[A-Z].+)",
    re.S,
)


def _parsed(words: str, register: Register) -> Designation:
    """The parts of a phrase; where a comma sets a name after an office, each side is read for itself."""
    if (styled := _STYLED.fullmatch(words)) is not None:
        rest, gender = _parsed(styled["rest"], register), "m" if styled["whose"] == "His" else "f"
        return replace(rest, text=words, name_span=None, honorifics=(styled["style"], *rest.honorifics), gender=gender)
    if (headed := _HEADED.fullmatch(words)) is not None and (name := register.parse(headed["name"])).name and not name.offices:
        role = register.parse(headed["rest"])
        kept = role if role.offices and not role.name else name
        return replace(
            kept,
            text=words,
            name=name.name,
            name_span=None,
            honorifics=name.honorifics,
            gender=name.gender or role.gender,
            unread=(),
        )
    match = _TAIL.fullmatch(words)
    if match is None:
        return _without_styles(register.parse(words))
    office, name = register.parse(match["office"]), register.parse(match["name"])
    known = office.offices or re.search(_COMPANION, match["office"]) or (_DOER.search(match["office"]) and " " in match["name"])
    if not name.name or not known:
        return _without_styles(register.parse(words))
    return replace(
        office,
        text=words,
        name=name.name,
        name_span=None,
        honorifics=(*office.honorifics, *name.honorifics),
        gender=office.gender or name.gender,
        unread=(),
    )


def _without_styles(found: Designation) -> Designation:
    """ "His Highness the Amir": a style is no name."""
    if found.name in STYLES | {"Grace", "Serenity"}:
        return replace(found, name=None, name_span=None, honorifics=(*found.honorifics, found.name))
    dated = found.name is not None and any(w.lower() in CALENDAR for w in found.name.split())
    return replace(found, name=None, name_span=None) if dated else found


_DOER = re.compile(
    r"(?i)(?<!riv)(?<!bord)(?<!harb)(?<!pow)(?<!cent)(?<!numb)(?<!pap)(?:or|er|ist|ian|man|woman|person|chief|"
    r"captain|aide|coach|expert|scholar|fellow|"
    r"mother|father|son|daughter|wife|husband|resident|analyst)$"
)
_COMPANION = r"(?i)\b(?:counterparts?|colleague|host|guest|predecessor|successor)\b"


def _heads(head: str, words: str, found: Designation) -> bool:
    """Whether a phrase's head word is the person: a capital, a word of an office, a companion ("his host")."""
    if head[:1].isupper() or head in (found.name or "") or re.fullmatch(_COMPANION, head):
        return True
    titles = {w for o in found.offices for w in o.title.lower().split()} | {h.lower() for h in found.honorifics}
    return head.lower() in titles or bool(_ROLE.match(words))


def _name_after(text: str, span: Span, words: str, register: Register) -> Mention | None:
    """ "the Prime Minister of Pakistan, Shahnawaz Bhatti": an office with the name set after a comma."""
    match = _APPOSED.match(text, span.end, span.end + 120)
    if match is None:
        return None
    whole = f"{words}, {match[1]}"
    found = register.parse(whole)
    if not found.name or _lower_only(found.name) or _BODY_WORD.search(found.name):
        return None
    return Mention(span, whole, "person", found)


def _office_after(text: str, span: Span, register: Register) -> Designation | None:
    """ "Alenka Zorman, president of Slovenia": a name with the office set after a comma."""
    match = _OFFICE_AFTER.match(text, span.end, span.end + 130)
    found = register.parse(match[1]) if match else None
    return found if found is not None and found.offices and not found.name else None


def _kind(words: str, found: Designation) -> MentionKind:
    if re.search(_COMPANION, words) and found.name and not _lower_only(found.name) and not _BODY_WORD.search(found.name):
        return "person"
    if re.search(r"(?i)\b(?:counterparts?|colleagues?)\b", words):
        return "counterpart"
    if found.name and _is_person(words, found):
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


def _is_person(words: str, found: Designation) -> bool:
    """Whether the name in a phrase is a person's: it has an office or honorific, or the phrase is nothing but a name."""
    name = found.name or ""
    dated = any(w.lower() in CALENDAR for w in name.split()) or any(c.isdigit() for c in name)
    if dated or _lower_only(name) or _BODY_WORD.search(name) or _NOBODY.match(name):
        return False
    if found.offices or found.honorifics or words.startswith(f"{name}, "):
        return True
    rest = words.removesuffix("’s").removesuffix("'s").strip()
    return rest == name or (
        rest.endswith(name) and bool(found.entities) and not _NOBODY.match(rest) and not rest.lower().startswith("the ")
    )


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
            r"(?i)\b(?:government|side|state|republic|authorities|regime|administration|nation|country|leadership|"
            r"delegation|officials)$",
            words,
        )
    )
