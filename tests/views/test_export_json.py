"""JSON: every record fits the shipped schema, and the schema is the dataclasses, field by field."""

from __future__ import annotations

import io
import json
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from communique.record import DateValue, Record, Span
from communique.record.plain import Plain, from_plain, to_plain
from communique.views.export import FORMATS
from communique.views.export.json import SCHEMA_VERSION, schema, to_object
from tests.store.samples import invented
from tests.store.strategies import records

VALIDATOR = Draft202012Validator(schema())
PRIMITIVES = {str: "string", bool: "boolean", int: "integer", float: "number"}


def written(name: str, *every: Record) -> str:
    out = io.StringIO()
    FORMATS[name].write(every, out)
    return out.getvalue()


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_an_object_is_the_record_and_the_version() -> None:
    read = json.loads(written("json", invented()))
    assert read.pop("communique") == SCHEMA_VERSION
    assert from_plain(Record, read) == invented()


def test_jsonl_is_one_object_a_line_in_order() -> None:
    lines = written("jsonl", invented(0), invented(1)).splitlines()
    assert [json.loads(line) for line in lines] == [to_object(invented(0)), to_object(invented(1))]


def test_several_objects_of_json_stand_one_after_another() -> None:
    text, read = written("json", invented(0), invented(1)), list[Plain]()
    while text:
        value, end = json.JSONDecoder().raw_decode(text)
        read, text = [*read, value], text[end:].lstrip()
    assert read == [to_object(invented(0)), to_object(invented(1))]


def test_letters_stay_letters() -> None:
    assert "café" in written("json", invented())
    assert "café" in written("jsonl", invented())


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(records())
def test_every_record_fits_the_schema_and_comes_back(record: Record) -> None:
    read = json.loads(written("jsonl", record))
    assert [error.message for error in VALIDATOR.iter_errors(read)] == []
    assert from_plain(Record, read) == record


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("statements", 0, "act"), "bark"),
        (("statements", 0, "evidence", "confidence"), 2),
        (("statements", 0, "content"), [[1]]),
        (("document", "published"), 2022),
        (("actors", 0, "nickname"), "x"),
        (("communique",), 99),
    ],
)
def test_what_is_no_record_does_not_fit(path: tuple[str | int, ...], value: Plain) -> None:
    broken = json.loads(written("json", invented()))
    place = broken
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(broken)


def _kind(hint: object) -> Plain:
    """What a field's type is in JSON Schema, less descriptions and bounds."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Span or hint is DateValue or is_dataclass(hint):
        assert isinstance(hint, type)
        return {"$ref": f"#/$defs/{_name(hint)}"}
    if origin in (Union, types.UnionType):
        inner = _kind(next(a for a in arguments if a is not type(None)))
        assert isinstance(inner, dict)
        if isinstance(values := inner.get("enum"), list):
            return {"enum": [*values, None]}
        return {"type": [inner["type"], "null"]} if "type" in inner else {"anyOf": [inner, {"type": "null"}]}
    if origin is tuple:
        many: dict[str, Plain] = {"type": "array", "items": _kind(arguments[0])}
        size: dict[str, Plain] = {} if arguments[-1] is Ellipsis else {"minItems": len(arguments), "maxItems": len(arguments)}
        return many | size
    if origin is Literal:
        return {"enum": list(arguments)}
    assert isinstance(hint, type)
    return {"type": PRIMITIVES[hint]}


def _name(noun: type) -> str:
    return {"DateValue": "date"}.get(noun.__name__, noun.__name__[0].lower() + noun.__name__[1:])


def _nouns(noun: type) -> Iterator[type]:
    """A dataclass and all that its fields are made of."""
    yield noun
    for hint in get_type_hints(noun).values():
        for part in _parts(hint):
            if is_dataclass(part) and part not in (Span, DateValue):
                yield from _nouns(part)


def _parts(hint: object) -> Iterator[type]:
    if isinstance(hint, type):
        yield hint
    for argument in get_args(hint):
        yield from _parts(argument)


NOUNS: list[type] = sorted(set(_nouns(Record)), key=_name)


@pytest.mark.parametrize("noun", NOUNS)
def test_schema_and_dataclass_are_the_same(noun: type) -> None:
    shipped = schema()
    definitions = shipped["$defs"]
    assert isinstance(definitions, dict)
    definition = shipped if noun is Record else definitions[_name(noun)]
    assert isinstance(definition, dict)
    properties, required = definition["properties"], definition["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    hints = get_type_hints(noun)
    names = [field.name for field in fields(noun)]
    assert [name for name in properties if name != "communique"] == names
    assert [name for name in required if name != "communique"] == names
    assert definition["additionalProperties"] is False
    for name in names:
        found = properties[name]
        assert isinstance(found, dict)
        assert found["description"]
        assert {k: v for k, v in found.items() if k not in ("description", "minimum", "maximum")} == _kind(hints[name])


def test_no_definition_is_left_over() -> None:
    definitions = schema()["$defs"]
    assert isinstance(definitions, dict)
    assert set(definitions) == {_name(noun) for noun in _nouns(Record) if noun is not Record} | {"span", "date"}
    assert to_plain(Span(1, 2)) == [1, 2]
    assert to_plain(DateValue("2022")) == "2022"
