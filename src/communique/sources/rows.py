"""Rows of JSON: one object a line (`.jsonl`), or one object or a list of them (`.json`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from communique.errors import SourceError
from communique.sources.inputs import Failure, Input

_TEXT_KEYS: tuple[tuple[str, str | None], ...] = (("text", None), ("html", "text/html"), ("content", None))
_TITLE = ("title", "headline")
_PUBLISHED = ("published", "date", "published_on")
_OUTLET = ("outlet", "source", "publisher")
_URL = ("url", "link")
_ADVICE = 'give an object with "text" or "html" and, where known, "title", "published", "outlet", "url"'
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_lines(name: str, file: BinaryIO, limit: int) -> Iterator[Input | Failure]:
    """One input a line of a `.jsonl` file; `limit` is the longest line in bytes. Blank lines are passed over."""
    number = 0
    while line := file.readline(limit + 1):
        number += 1
        label = f"{name}:{number}"
        if len(line) > limit and not line.endswith(b"\n"):
            _skip_line(file, limit)
            yield Failure(label, _too_long(limit))
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _one(label, line, limit)


def read_whole(name: str, data: bytes, limit: int) -> Iterator[Input | Failure]:
    """One input an object of a `.json` file; `limit` is the longest text of one object in bytes."""
    try:
        value = _parsed(data)
    except SourceError as error:
        yield Failure(name, f"{error}; a file with one object a line has to be named .jsonl")
        return
    if not isinstance(value, list):
        yield _checked(name, value, limit)
        return
    if not value:
        yield Failure(name, f"this list has no rows; {_ADVICE}")
    for number, row in enumerate(value, 1):
        yield _checked(f"{name}:{number}", row, limit)


def _one(label: str, line: bytes, limit: int) -> Input | Failure:
    try:
        return _checked(label, _parsed(line), limit)
    except SourceError as error:
        return Failure(label, f"{error}; give one JSON object a line")


def _checked(label: str, row: object, limit: int) -> Input | Failure:
    try:
        found = _row(label, row)
    except SourceError as error:
        return Failure(label, str(error))
    return found if len(found.data) <= limit else Failure(label, _too_long(limit))


def _parsed(data: bytes) -> object:
    try:
        value: object = json.loads(data)
    except RecursionError:
        raise SourceError("this JSON is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise SourceError(f"this is not valid JSON ({error.msg} at character {error.pos})") from error
    except ValueError as error:
        raise SourceError("this JSON is not in UTF-8") from error
    return value


def _row(label: str, row: object) -> Input:
    """The input of one object.

    Raises:
        SourceError: if it is no object or holds no text.
    """
    if not isinstance(row, dict):
        raise SourceError(f"this row is not an object; {_ADVICE}")
    for key, media_type in _TEXT_KEYS:
        text = row.get(key)
        if isinstance(text, str) and text.strip():
            # JSON can name half of a surrogate pair, which no encoding can hold; one character stands for one.
            data = _LONE_SURROGATE.sub("\ufffd", text).encode("utf-8")
            title, published, outlet, url = (_field(row, keys) for keys in (_TITLE, _PUBLISHED, _OUTLET, _URL))
            return Input(label, data, media_type, title, published, outlet, url)
    raise SourceError(f"this row has no text; {_ADVICE}")


def _field(row: dict[str, object], keys: tuple[str, ...]) -> str | None:
    """The first non-empty value of some keys; numbers (a year) count as text."""
    for key in keys:
        value = row.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and (text := str(value).strip()):
            return _LONE_SURROGATE.sub("\ufffd", text)
    return None


def _skip_line(file: BinaryIO, limit: int) -> None:
    while (rest := file.readline(limit)) and not rest.endswith(b"\n"):
        pass


def _too_long(limit: int) -> str:
    return f"this row has more than {limit:,} bytes; split it or raise max_input_bytes"
