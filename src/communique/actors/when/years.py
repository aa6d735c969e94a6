"""Years, decades, centuries, and spans between years, months or days that share what is written once."""

from __future__ import annotations

from communique.actors.when.arithmetic import between, month_of, on, spanned
from communique.actors.when.explicit import nearest
from communique.actors.when.grammar import Hit, Reading, Rule
from communique.actors.when.lexicon import lexicon
from communique.record.dates import DateValue

_BEFORE_YEAR = lexicon().words(
    "in since by until till of for during from to before after early late mid and between through or around circa about the "
    "its his their this year fiscal as than ( / - , back ["
)
_DETERMINERS = lexicon().words("the its his their this a ( [ / fiscal year")
_COUNTED = lexicon().words("people percent per million billion km dollars troops")
_PLANS = lexicon().words("agenda Agenda vision Vision")  # "the 2030 agenda"
_IN = lexicon().words("in since")
_AT = lexicon().words("in since until ( around early late mid -")
_FIRST_YEAR, _LAST_YEAR, _LIKELY = 1000, 2150, (1800, 2100)


def _year(hit: Hit) -> Reading | None:
    """A year by its neighbors: "in 2019", "the 2015 deal", "(1979)"; not "2000 troops", "Agenda 2030"."""
    year, tokens = hit.integer("y") or 0, hit.tokens
    if not _FIRST_YEAR <= year <= _LAST_YEAR or _is_quantity(hit, year) or _is_name(hit):
        return None
    named = hit.context.follows(hit.first, _BEFORE_YEAR)
    opening = tokens.at(hit.first - 1) == "\n" and tokens.at(hit.end) in ("'", "\n", ",")
    if not _LIKELY[0] <= year <= _LIKELY[1] and not hit.context.follows(hit.first, _AT):
        return None
    if not named and not opening and not 1900 <= year <= 2100:
        return None
    return Reading(DateValue(f"{year}"), 0.93 if named else 0.6)


def _is_name(hit: Hit) -> bool:
    before = hit.first - 1
    if hit.tokens.at(before) == "-":  # "Expo-2020", but also "mid-2011", "1999-2004"
        before -= 1
        return hit.tokens.at(before) == "A"
    if hit.tokens.at(hit.end) in _PLANS:
        return True
    return hit.tokens.at(before) == "A" or hit.tokens.at(before) in lexicon().of("NAME_BEFORE")


def _is_quantity(hit: Hit, year: int) -> bool:
    """Whether a number counts things: money, or "2000 troops" without an article before."""
    tokens, after = hit.tokens, hit.tokens.at(hit.end)
    if (
        tokens.at(hit.first - 1) in "$€£:"
        or after in "%:"
        or (after == "-" and hit.tokens.at(hit.end + 1) in lexicon().of("UNIT"))
    ):
        return True
    if after in lexicon().of("UNITS") or hit.context.follows(hit.end + 1, _COUNTED):
        return True
    if after != "~" or hit.context.follows(hit.first, _DETERMINERS):
        return False
    word = tokens.word(hit.end)
    counted = word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in ("was", "has", "as")
    return counted and (year % 50 == 0 or not hit.context.follows(hit.first, _IN))


def _years(hit: Hit) -> Reading | None:
    first, word = hit.integer("y") or 0, hit.word("z")
    last = int(word) if len(word) == 4 else first // 100 * 100 + int(word)
    short = len(word) == 2
    if not first < last <= (_LAST_YEAR if not short else first + 60) or (len(word) not in (2, 4)) or _is_name(hit):
        return None
    return Reading(DateValue(f"{first}/{last}"), 0.9 if not short else 0.75)


def _decade(hit: Hit) -> Reading | None:
    digits = hit.tokens.word(hit.match.start("c")).strip("'’s")
    return Reading(DateValue((digits if len(digits) == 4 else "19" + digits)[:3] + "X"), 0.9)


def _century(hit: Hit) -> Reading | None:
    number = hit.integer("n") or 0
    return Reading(DateValue(f"{number - 1:02d}XX"), 0.9) if 10 <= number <= 22 else None


def _days(hit: Hit) -> Reading | None:
    """Days of one month, or of two: "from 5 to 7 June", "May 30 to June 2, 2022"."""
    month = int(hit.value("m", "month") or 0)
    later = int(hit.value("n", "month") or month)
    d, e = hit.integer("d") or 0, hit.integer("e") or 0
    year = hit.integer("y") if hit.has("y") else _year_by_tense(hit, (month, d), (later, e))
    if hit.has("a") and not hit.has("k") and e != d + 1:
        return None  # "on 5 and 9 June" are two days
    if on(2000, month, d) is None or on(2000, later, e) is None or (month == later and d >= e):
        return None
    if year is None:
        return Reading(None, 0.5)
    first, last = (
        on(year - (later < month and hit.has("y")), month, d),
        on(year + (later < month and not hit.has("y")), later, e),
    )
    return Reading(between(first, last), 0.9) if first and last and first < last else None


def _year_by_tense(hit: Hit, start: tuple[int, int], end: tuple[int, int]) -> int | None:
    """The year in which days of the year, given as (month, day), begin."""
    published = hit.context.published
    if published is None:
        return None
    spans = [(on(y, *start), on(y + (end < start), *end)) for y in range(published.year - 1, published.year + 2)]
    found = nearest(hit.context, hit.first, [(a, b) for a, b in spans if a and b], lambda span: span)
    return found[0][0].year if found else None


def _months(hit: Hit) -> Reading | None:
    first, last = int(hit.value("m", "month") or 0), int(hit.value("n", "month") or 0)
    year = hit.integer("y") if hit.has("y") else _year_by_tense(hit, (first, 1), (last, 28))
    if year is None:
        return Reading(None, 0.5)
    value = spanned(
        month_of(year - (first > last and hit.has("y")), first), month_of(year + (first > last and not hit.has("y")), last)
    )
    return Reading(value, 0.85) if value else None


_LINK = "-|/|to|through|until|till"
RULES = (
    Rule("y:YEAR", _year),
    Rule("from? y:YEAR -|/|to|through|until z:YEAR", _years),
    Rule("between y:YEAR and z:YEAR", _years),
    Rule("y:YEAR -|/ z:INTEGER", _years),
    Rule("fiscal|financial year? y:YEAR", _year),
    Rule("fy y:YEAR", _year),
    Rule("the? c:DECADE", _decade),
    Rule("the? n:NTH|ORDINAL - century", _century),
    Rule("the? n:NTH|ORDINAL century", _century),
    Rule(f"from? m:MONTH .? d:DAY {_LINK} e:DAY ,? y:YEAR?", _days),
    Rule("k:between? m:MONTH .? d:DAY a:and e:DAY ,? y:YEAR?", _days),
    Rule(f"from? the? d:DAY {_LINK} the? e:DAY of? m:MONTH .? ,? y:YEAR?", _days),
    Rule("k:between? the? d:DAY a:and the? e:DAY of? m:MONTH .? ,? y:YEAR?", _days),
    Rule(f"from? the? d:DAY of? m:MONTH .? {_LINK} the? e:DAY of? n:MONTH .? ,? y:YEAR?", _days),
    Rule("between the? d:DAY of? m:MONTH .? and the? e:DAY of? n:MONTH .? ,? y:YEAR?", _days),
    Rule(f"from? m:MONTH .? d:DAY {_LINK} n:MONTH .? e:DAY ,? y:YEAR?", _days),
    Rule("between m:MONTH .? d:DAY and n:MONTH .? e:DAY ,? y:YEAR?", _days),
    Rule(f"from? m:MONTH .? {_LINK} n:MONTH ,? y:YEAR", _months),
    Rule("from|between m:MONTH to|and|until|through n:MONTH of|in? y:YEAR?", _months),
    Rule("m:MONTH_FULL - n:MONTH_FULL y:YEAR?", _months),
)
