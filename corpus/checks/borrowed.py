"""Runs of ten words that the corpus has in common with other texts: `python -m corpus.checks.borrowed FOLDER …`.

Every file under the folders is read as text, whatever its format. Marks and columns break runs, so a file is read up to three
times: as it is, without what stands in angle brackets, and its first column alone. Exit status 1 where a run is found.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.progress import track

from corpus.annotation.files import load
from corpus.tables import TEXTS

RUN = 10
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_FIRST_COLUMNS = re.compile(r"^(?:\d+\t)?([^\t\n]*)(?:\t.*)?$", re.M)


def runs(words: Iterable[str]) -> Iterator[str]:
    """Every run of ten words."""
    every = list(words)
    yield from (" ".join(every[i : i + RUN]) for i in range(len(every) - RUN + 1))


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def readings(text: str) -> Iterator[list[str]]:
    """The words of a file: as it stands, without tags, and its first column alone (one token a line)."""
    yield words(text)
    if "<" in text:
        yield words(_TAG.sub(" ", text))
    if "\t" in text:
        yield words(_FIRST_COLUMNS.sub(r"\1", text))


def main() -> int:
    folders = [Path(argument) for argument in sys.argv[1:]]
    if not folders:
        print("which folders? python -m corpus.checks.borrowed FOLDER …", file=sys.stderr)
        return 2
    ours: dict[str, str] = {run: d.key for d in load(TEXTS) for run in runs(words(d.text))}
    files = sorted(p for folder in folders for p in folder.rglob("*") if p.is_file())
    found: dict[str, tuple[str, Path]] = {}
    for path in track(files, "reading"):
        for reading in readings(path.read_text(encoding="utf-8", errors="replace")):
            found.update({run: (ours[run], path) for run in runs(reading) if run in ours})
    for run, (document, path) in sorted(found.items()):
        print(f"{document} and {path}: {run}")
    print(f"{len(found)} runs of {RUN} words in common: {len(ours)} runs of the corpus, {len(files)} files")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main())
