"""Nouns to plain JSON values and back, driven by the dataclasses themselves so that the two cannot drift apart."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from communique.errors import RecordError
from communique.record.dates import DateValue
from communique.record.span import Span

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None
T = TypeVar("T")


def to_plain(value: object) -> Plain:
    """A noun as JSON values: a `Span` as `[start, end]`, a `DateValue` as its text, other nouns as objects.

    Raises:
        TypeError: for anything that is no noun, tuple, string, number, boolean or None.
    """
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, DateValue):
        return value.text
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [to_plain(x) for x in value]
    if is_dataclass(value):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    raise TypeError(f"{type(value).__name__} is no noun of the record")


def from_plain(noun: type[T], value: Plain) -> T:
    """The noun that `to_plain` made a value from; missing keys take the noun's defaults, unknown keys are ignored.

    Raises:
        RecordError: if the value does not have the noun's shape.
    """
    try:
        made: T = _reader(noun)(value)  # type: ignore[arg-type]  # mypy does not see that types hash
    except (TypeError, LookupError, ValueError) as error:
        raise RecordError(f"this is no {noun.__name__}: {error}") from error
    return made


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """A function that turns a plain value into a value of a type."""
    if kind is Span:
        return lambda v: Span(v[0], v[1])
    if kind is DateValue:
        return DateValue
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = _reader(next(a for a in arguments if a is not type(None)))
        return lambda v: None if v is None else inner(v)
    if origin is tuple:
        return _tuple_reader(arguments)
    if origin is Literal:
        return lambda v: _one_of(arguments, v)
    return lambda v: v


def _tuple_reader(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = _reader(arguments[0])
        return lambda v: tuple(item(x) for x in v)
    items = [_reader(a) for a in arguments]
    return lambda v: tuple(read(x) for read, x in zip(items, v, strict=True))


def _dataclass_reader(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = {f.name: _reader(hints[f.name]) for f in fields(kind)}
    return lambda v: kind(**{name: read(v[name]) for name, read in readers.items() if name in v})


def _one_of(choices: tuple[Any, ...], value: Any) -> Any:
    if value not in choices:
        raise ValueError(f"{value!r} is none of {', '.join(map(str, choices))}")
    return value
