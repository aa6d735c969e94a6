"""Lines at the head or foot of a report that say something of it: its date, its author, its code, its source."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Literal

from communique.documents import published
from communique.documents.bylines import is_byline, is_signed, may_be_person
from communique.documents.furniture import is_furniture
from communique.documents.outlets import is_release, outlet_of
from communique.record import DateValue

LineKind = Literal["byline", "header", "title", "text"]
LONGEST = 400  # characters; longer lines are paragraphs

_LABEL = re.compile(
    r"(?:date(?: of publication| published)?|published?(?: on| at| date| time)?|publication (?:date|time)|posted(?: on| at)?|"
    r"issued(?: on)?|released?(?: on| date)?|news (?:date|time)|created(?: on| at)?|time)"
    r"\s*(?P<mark>[:：–—-])?\s*(?=[\d(]|[a-z]{3})",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"\b(?:last )?(?:updated?|modified|edited)\b(?: on| at)?\s*:?", re.IGNORECASE)
_CODE = re.compile(
    r"(?:(?:story|news|article|report|item|document|doc)[ -]?(?:code|id|no|number)|code|id)\.?"
    r"\s*[:：#]\s*(?P<code>[\w./-]{2,40})",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?P<key>title|headline|source|outlet|publisher|publication|newspaper|agency|url|link|web ?page|authors?|by|byline|writer|"
    r"reporter|text|body|full text|content|language|lang|section|category|country|location|place|subject|service|dateline|"
    r"length|word count|editor|type|format)\s*[:：]\s*(?P<value>.*)",
    re.IGNORECASE | re.DOTALL,
)
_FIELDS = {
    "outlet": ("source", "outlet", "publisher", "publication", "newspaper", "agency"),
    "byline": ("author", "authors", "by", "byline", "writer", "reporter"),
    "url": ("url", "link", "webpage", "web page"),
    "title": ("title", "headline"),
    "text": ("text", "body", "full text", "content"),
}
_FIELD_OF = {key: field for field, keys in _FIELDS.items() for key in keys}
_SEGMENT = re.compile(r"\s+[|·•–—-]\s+|\s*[|·•]\s*|\s{3,}|\t+")
_DIGIT = re.compile(r"\d")
_HEADLINE = re.compile(r"\s*(?:[|:–—-]\s*)?(?=[\"'“‘«\[(]?\w)")


@dataclass(slots=True)
class Facts:
    """What is known of a document beside its text; filled while its lines are read, the first of a kind stays.

    `month_day` is the `-MM-DD` of a dateline without a year, `updated` the date of a later version.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    story_code: str | None = None
    published: DateValue | None = None
    month_day: str | None = None
    updated: DateValue | None = None

    def learn(self, other: Facts) -> None:
        for each in fields(self):
            if getattr(self, each.name) is None:
                setattr(self, each.name, getattr(other, each.name))


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is, and the part `[start, end)` of it that belongs to the article (none of a `header`)."""

    kind: LineKind
    start: int
    end: int


def read_line(line: str, facts: Facts) -> Line:
    """What a line says of its report; what it says is added to `facts`."""
    text = Line("text", 0, len(line))
    if len(line) > LONGEST:
        return text
    return _alone(line, facts) or _beside(line, facts) or _keyed(line, facts) or _date_first(line, facts) or text


def _alone(line: str, facts: Facts) -> Line | None:
    """The line as one thing: a date, a code or a byline."""
    if _is_date(line, facts):
        return Line("header", 0, 0)
    if match := _CODE.fullmatch(line):
        facts.learn(Facts(story_code=match["code"]))
        return Line("header", 0, 0)
    if is_byline(line) or is_signed(line):
        facts.learn(Facts(byline=line))
        return Line("byline", 0, len(line))
    return None


def _keyed(line: str, facts: Facts) -> Line | None:
    """The line as a key and its value, e.g. "Source: Harbor Press"."""
    match = _KEY.fullmatch(line)
    if not match:
        return None
    value, field = match["value"].strip().rstrip("."), _FIELD_OF.get(match["key"].lower())
    start, end = match.span("value")
    if field in ("title", "text") and value:
        return Line("title" if field == "title" else "text", start, end)
    if field is None and len(value) > 80:  # "Country: …" is a header, "Subject: " and a sentence is prose
        return None
    if field == "byline" and value:
        if not is_byline(f"By {value}"):  # "Reporter: What do you say?" is a transcript
            return None
        facts.learn(Facts(byline=value))
        return Line("byline", 0, len(line))
    if field in ("outlet", "url") and value:
        if len(value) > (60 if field == "outlet" else LONGEST):
            return None
        facts.learn(Facts(outlet=value) if field == "outlet" else Facts(url=value))
    return Line("header", 0, 0)


def _is_date(line: str, facts: Facts) -> bool:
    """Whether the line is a date, labeled or not; one of an update is learnt as such."""
    if not _DIGIT.search(line):
        return False
    before, *update = _UPDATE.split(line, maxsplit=1)
    before = before.rstrip(" ,;|([/-")
    label = _LABEL.match(before)
    words = before[label.end() :] if label else before
    found = published.parse(words) or _beside_place(words, facts)
    if update:
        facts.learn(Facts(updated=published.parse(update[0])))
    if found and (label or len(found.text) > len("2022-05")):
        facts.learn(Facts(published=found))
        return True
    if update and not before.strip():
        return len(line) <= published.LONGEST
    # "Date: 03/04/2023" is a date line although nobody can say which day it is.
    return bool(label and label["mark"] in (":", "：") and len(words) <= 40 and any(x.isdigit() for x in words))


def _beside_place(words: str, facts: Facts) -> DateValue | None:
    """The date of "Lisbon, 14 March 2023", "The Harbor Courier, 14 March 2023" and "14 March 2023, 10:25, The Palace"."""
    if len(words) > 2 * published.LONGEST:
        return None
    if (first := published.leading(words, 0)) and words[first[1] : first[1] + 1] in (",", " "):
        value, end = first
        comma = words[end] == "," or len(value.text) > len("2022-05-30")
        return value if comma and _is_short_name(words[end:].strip(" ,.()")) else None
    place, _, rest = words.partition(",")
    while rest:
        if found := published.parse(rest):
            outlet = outlet_of(place)
            facts.learn(Facts(outlet=outlet))
            return found if outlet or is_release(place) or _is_short_name(place) else None
        more, _, rest = rest.partition(",")
        place += f",{more}"
    return None


def _beside(line: str, facts: Facts) -> Line | None:
    """Several things on one line, as in "By Jane Doe | 3 May 2021 | World": all must be known or furniture."""
    parts, start = [], 0
    for gap in (*_SEGMENT.finditer(line), None):
        parts.append((start, gap.start() if gap else len(line)))
        start = gap.end() if gap else start
    if not 1 < len(parts) <= 8:
        return None
    learnt, author = Facts(outlet=outlet_of(line)), None
    for a, b in parts:
        found = _alone(line[a:b], learnt) or _keyed(line[a:b], learnt)
        if found is None and not _is_known(line[a:b], learnt):
            return None
        if found and found.kind == "byline":
            author = Line("byline", a, b)
    if author is None and learnt.updated and may_be_person(line[: parts[0][1]]):  # "Jane Doe | 3 May 2021 - Update: …"
        learnt.byline, author = line[: parts[0][1]], Line("byline", *parts[0])
    if not (learnt.published or learnt.story_code or author):
        return None
    facts.learn(learnt)
    return author or Line("header", 0, 0)


def _is_known(part: str, facts: Facts) -> bool:
    """Whether a part of a line beside a date is an outlet (then learnt), a kind of paper, furniture or a short name."""
    outlet = outlet_of(part)
    facts.learn(Facts(outlet=outlet))
    if outlet or is_release(part):
        return True
    return is_furniture(part, "any", "edge", "credit") or _is_short_name(part)


def _is_short_name(part: str) -> bool:
    """A section, a city or an author beside a date: at most four capitalized words."""
    words = part.split()
    return 0 < len(words) <= 4 and all(x[0].isupper() or not x[0].isalpha() for x in words)


def _date_first(line: str, facts: Facts) -> Line | None:
    """A date with the headline on the same line: "date 2022-05-31 Ministers meet", "2022-05-31 - Ministers meet"."""
    label = _LABEL.match(line)
    found = published.leading(line, label.end() if label else 0)
    if not found:
        return None
    value, end = found
    gap = _HEADLINE.match(line, end)
    # Without a label, only the ISO order or a dash tells this from a sentence ("March 3, 2021 was the day …").
    plain = label is None and not line[:4].isdigit() and not (gap and gap[0].strip())
    if plain or gap is None or gap.end() == len(line) or line[gap.end()].islower():
        return None
    facts.learn(Facts(published=value))
    return Line("title", gap.end(), len(line))
