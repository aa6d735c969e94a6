"""A document from the gold object that `gold.to_gold` made of it, with its text: the way back, which loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corpus.annotation.model import (
    Actor,
    Attribution,
    Commitment,
    Document,
    Encounter,
    Event,
    Mention,
    Point,
    Span,
    Time,
)

Fields = Mapping[str, Any]  # JSON: checked by what the model does with it


def from_gold(item: Fields, text: str) -> Document:
    """The document; KeyError where a field is missing."""
    times = [_time(t, False) for t in item["times"]] + [_time(t, True) for t in item["dates_of_publication"]]
    return Document(
        key=item["file"].removesuffix(".txt"),
        story=item["story"],
        style=item["style"],
        genre=item["genre"],
        outlet=item["outlet"],
        published=item["published"],
        title=item["title"],
        byline=item["byline"],
        traits=tuple(item["traits"]),
        text=text,
        actors=tuple(_actor(a) for a in item["actors"]),
        mentions=tuple(Mention(m["actor_key"], Span(*m["span"])) for m in item["mentions"]),
        times=tuple(sorted(times, key=lambda t: t.span)),
        attributions=tuple(_attribution(s) for s in item["statements"]),
        encounters=tuple(_encounter(e) for e in item["encounters"]),
        events=tuple(_event(e) for e in {e["number"]: e for e in item["events"]}.values()),
        commitments=tuple(_commitment(c) for c in item["commitments"]),
        points=tuple(Point(p["point"], tuple(p["statement_keys"])) for p in item["talking_points"]),
    )


def _time(t: Fields, published: bool) -> Time:
    return Time(t["value"], Span(*t["span"]), published)


def _actor(a: Fields) -> Actor:
    return Actor(a["key"], a["kind"], a["name"], a["state"], a["office"], tuple(a["aliases"]))


def _attribution(s: Fields) -> Attribution:
    return Attribution(
        key=s["key"],
        nature=s["nature"],
        quote_type=s["kind"],
        content=_spans(s["content_spans"]),
        cue=_spans(s["cue_spans"]),
        source=_spans(s["speaker_spans"]),
        speakers=tuple(s["speaker_keys"]),
        addressees=tuple(s["addressee_keys"]),
        relays=tuple(s["relay_keys"]),
        acts=(s["act"], *s.get("act_alt", [])) if s["nature"] == "statement" else (),
        optional=s["doubtful"],
    )


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _encounter(e: Fields) -> Encounter:
    return Encounter(
        e["key"], e["kind"], tuple(e["participant_keys"]), e["status_in_full"], Span(*e["evidence"]), e["host"], e["place"],
        e["date"], e["story"], e.get("optional", False),
    )  # fmt: skip


def _event(e: Fields) -> Event:
    return Event(
        e["type"], e["mode"], tuple(e["actor_keys"]), tuple(e["recipient_keys"]), e["modality"], Span(*e["evidence"]),
        e["date"], e.get("symmetric", False), e["asserted"], e.get("optional", False),
    )  # fmt: skip


def _commitment(c: Fields) -> Commitment:
    return Commitment(
        c["key"], tuple(c["by_keys"]), tuple(c["to_keys"]), c["action"], c["status"], Span(*c["evidence"]), c["deadline"],
        c["asserted"], c["follows"], c.get("optional", False),
    )  # fmt: skip
