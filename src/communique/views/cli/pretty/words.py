"""How names, offices, dates and the words of a text are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.text import Text

from communique.record import Actor, DateValue, Document, Occupancy, Record, Span
from communique.record.span import hull
from communique.views.cli.characters import one_line, printable

GAP = " … "
_VAGUE = {"PAST_REF": "in the past", "PRESENT_REF": "at present", "FUTURE_REF": "in the future"}
_PARTS_OF_DAY = {"TMO": " morning", "TAF": " afternoon", "TEV": " evening", "TNI": " night"}
_LEAST = 0.5  # of the room for a clipped quotation that has to be filled before it may end at a word's border


def when(value: DateValue | None) -> str:
    """A date as exact as it is: `2022-05-30`, `by 2022-05-30`, `2022-06-05 to 2022-06-07`; empty for None."""
    if value is None:
        return ""
    first, slash, last = value.text.partition("/")
    if not slash:
        return _VAGUE.get(first) or _moment(first)
    if first == "..":
        return f"by {_moment(last)}"
    return f"from {_moment(first)}" if last == ".." else f"{_moment(first)} to {_moment(last)}"


def _moment(text: str) -> str:
    day, mark, clock = text.partition("T")
    if not mark or len(day) != len("2022-05-30"):
        return text
    return day + (_PARTS_OF_DAY.get(mark + clock) or f" {clock[:5]}{_zone(clock)}")


def _zone(clock: str) -> str:
    if clock.endswith("Z"):
        return " UTC"
    return f" {clock[-6:]}" if clock[-6:-5] in ("+", "-") else ""


def office(occupancy: Occupancy | None) -> Text:
    """An office, and a dim note where the register is not sure of it on the document's date."""
    if occupancy is None:
        return Text()
    since = f" as of {occupancy.as_of}" if occupancy.as_of else ""
    note = {
        "in_force": "",
        "assumed": f"assumed; in office{since}",
        "conflict": f"contested{since}",
        "unknown": "as the text says",
    }[occupancy.status]
    return Text.assemble(one_line(occupancy.position.title), (f"  ({note})" if note else "", "dim"))


def name(record: Record, actor_id: str) -> str:
    """An actor's name, with the state of a person or organ."""
    actor = record.actor(actor_id)
    return one_line(actor.name) + _state(actor.kind, actor.state)


def _state(kind: str, state: str | None) -> str:
    return f" ({state})" if state and kind != "state" else ""


def names(record: Record, actor_ids: Iterable[str]) -> str:
    return joined([name(record, actor_id) for actor_id in actor_ids])


def joined(parts: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"; "?" for nobody."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part) or "?"


def speaker(actor: Actor) -> Text:
    held = office(actor.occupancy)
    return Text.assemble((one_line(actor.name), "bold"), ", " if held else _state(actor.kind, actor.state), held)


def words(document: Document, spans: Sequence[Span], dimmed: Sequence[Span] = ()) -> Text:
    """The text's own words, pieces joined by an ellipsis; what stands in `dimmed` was put in by the outlet."""
    return Text(GAP).join(_piece(document.text, span, dimmed) for span in spans)


def _piece(text: str, span: Span, dimmed: Sequence[Span]) -> Text:
    inside = [d for d in dimmed if d in span]
    cuts = sorted({span.start, span.end, *(d.start for d in inside), *(d.end for d in inside)})
    return Text.assemble(
        *((printable(text[a:b]), "dim" if any(d.start <= a < d.end for d in inside) else "") for a, b in pairwise(cuts))
    )


def quotation(document: Document, spans: Sequence[Span], room: int = 140, stressed: str = "") -> Text:
    """The words that prove a fact, between quotation marks, clipped to some columns; `stressed` ones are not dimmed."""
    quoted = one_line(hull(spans).of(document.text))
    first, found, last = quoted.partition(stressed) if stressed else (clipped(quoted, room), "", "")
    return Text.assemble((f"“{first}", "dim"), found, (f"{last}”", "dim"))


def clipped(text: str, room: int) -> str:
    """A text cut at a word's border to fit some columns."""
    if len(text) <= room:
        return text
    cut = text[: max(1, room - 2)]
    border = cut.rfind(" ")
    return f"{cut[:border] if border > room * _LEAST else cut} …"
