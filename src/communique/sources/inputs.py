"""What reading gives: an input with its bytes, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Input:
    """The bytes of one text or page, and what was said of it beside them.

    `name` is the path as it was given, `-` for standard input, `rows.jsonl:3` for a row (line of a `.jsonl` file, item of a
    `.json` list, both counted from 1). `media_type` is the type that was stated, None where it has to be guessed. The other
    fields are the metadata of a row; `published` is as written there, not yet checked. The bytes of a row are its text in
    UTF-8, so offsets are code points of the row's text, not of the file.
    """

    name: str
    data: bytes
    media_type: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: its name, and one line that says what was wrong and what to do next."""

    name: str
    message: str
