"""Files, folders and standard input, one after another; what can't be read is a `Failure`, never an exception."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from communique.errors import SourceError
from communique.settings import DEFAULTS, Settings
from communique.sources import rows
from communique.sources.encoding import binary_problem
from communique.sources.inputs import Failure, Input

_MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}


def read_inputs(paths: Iterable[str], settings: Settings = DEFAULTS) -> Iterator[Input | Failure]:
    """The inputs that some paths name, lazily and in order: `-` is standard input, folders are searched through.

    A folder gives its files of `settings.folder_suffixes` in sorted order, hidden ones left out. No more of a file is read
    than the settings allow. Nothing is raised: whatever goes wrong with one input is a `Failure` in its place.
    """
    for path in paths:
        if path == "-":
            yield _guarded("-", sys.stdin.buffer, None, settings)
        elif _is_folder(path):
            yield from _folder(path, settings)
        else:
            yield from _file(path, settings)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):  # a NUL in the name; opening it will say so
        return False


def _folder(path: str, settings: Settings) -> Iterator[Input | Failure]:
    problems: list[OSError] = []
    found = False
    for folder, subfolders, names in os.walk(path, onerror=problems.append):
        subfolders[:] = sorted(s for s in subfolders if not s.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in settings.folder_suffixes:
                found = True
                yield from _file(str(Path(folder, name)), settings)
    for problem in problems:
        yield Failure(_printable(str(problem.filename)), _reason(problem))
    if not found and not problems:
        kinds = " ".join(settings.folder_suffixes)
        yield Failure(_printable(path), f"this folder holds no file to read ({kinds}); name other files outright")


def _file(path: str, settings: Settings) -> Iterator[Input | Failure]:
    name, suffix = _printable(path), Path(path).suffix.lower()
    try:
        with Path(path).open("rb") as file:
            if suffix == ".jsonl":
                yield from _at_least_one(name, rows.read_lines(name, file, settings.max_input_bytes))
            elif suffix == ".json":
                whole = _bounded(file, settings.max_json_bytes, "max_json_bytes")
                yield from rows.read_whole(name, whole, settings.max_input_bytes)
            else:
                yield _guarded(name, file, _MEDIA_TYPES.get(suffix), settings)
    except SourceError as error:
        yield Failure(name, str(error))
    except (OSError, ValueError) as error:
        yield Failure(name, _reason(error))


def _at_least_one(name: str, found: Iterator[Input | Failure]) -> Iterator[Input | Failure]:
    first = next(found, None)
    yield first or Failure(name, "this file is empty; give one with a JSON object a line")
    yield from found


def _guarded(name: str, file: BinaryIO, media_type: str | None, settings: Settings) -> Input | Failure:
    try:
        data = _bounded(file, settings.max_input_bytes, "max_input_bytes")
    except SourceError as error:
        return Failure(name, str(error))
    except (OSError, ValueError) as error:
        return Failure(name, _reason(error))
    problem = binary_problem(data)
    return Failure(name, problem) if problem else Input(name, data, media_type)


def _bounded(file: BinaryIO, limit: int, setting: str) -> bytes:
    """All bytes of a file, of which no more than `limit` may be there; the size is asked for before anything is read.

    Raises:
        SourceError: if the file is larger, or empty.
    """
    too_large = SourceError(f"this has more than {limit:,} bytes, too large for one input; split it or raise {setting}")
    if _size(file) > limit:
        raise too_large
    data = file.read(limit + 1)
    if len(data) > limit:
        raise too_large
    if not data.strip(b" \t\r\n\v\f\0\xef\xbb\xbf\xff\xfe"):
        raise SourceError("this is empty; give a file with a text in it")
    return data


def _size(file: BinaryIO) -> int:
    """Size in bytes of a regular file; 0 for a pipe, whose size can't be known."""
    try:
        status = os.fstat(file.fileno())
    except (OSError, ValueError):
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the path"
    if isinstance(error, PermissionError):
        return "may not be read; check its permissions"
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"can't be read ({words}); check the path"


def _printable(path: str) -> str:
    """A path as text that can be printed and stored, whatever bytes the file system has in it."""
    return os.fsencode(path).decode("utf-8", "replace")
