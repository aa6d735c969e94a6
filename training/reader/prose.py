"""Open prose that nobody marked with trees or attributions: press releases of the re3d set, as whole texts.

Its own entities are too uneven to learn names from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from communique.reading.net.texts import Words
from training.reader.samples import Sample


def documents(path: Path) -> Iterator[Sample]:
    """The texts of a file with one JSON object a line, in its field `text`."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            yield of_text(str(row["_id"]), str(row["text"]))


def of_text(key: str, text: str) -> Sample:
    words = Words(text)
    return Sample(key, [words[i] for i in range(len(words))], words.gaps, words.ends)
