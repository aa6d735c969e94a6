"""The files the reader learns from: `data.csv` has their path below the data folder, where they
are from, license, use and sha256."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.reader import annotated, prose, treebanks
from training.reader.named import politics
from training.reader.samples import Data, Inventories

TABLE = Path(__file__).with_name("data.csv")
EWT, GUM = "ud/en_ewt-ud-train.conllu", "ud/en_gum-open-train.conllu"
NAMES_OF_EWT, POLITICS = "ner/uner_en_ewt/en_ewt-ud-train.iob2", "ner/crossner_politics/train.txt"
PROSE = "ner/re3d/"


class DataError(Exception):
    """A file is missing, or is not the one that was meant."""


@dataclass(frozen=True)
class Source:
    path: str
    repository: str
    commit: str
    license: str
    use: str
    sha256: str


def sources() -> Iterator[Source]:
    with TABLE.open(encoding="utf-8", newline="") as rows:
        yield from (Source(**row) for row in csv.DictReader(rows))


def check(folder: Path) -> None:
    """Every file is there, is the one meant, and may train what ships.

    Raises:
        DataError: names the file, and what to do.
    """
    for source in sources():
        path = folder / source.path
        if source.use != "train+ship":
            raise DataError(f"{source.path} is marked {source.use}: it may not train what ships; take it out of {TABLE.name}")
        if not path.is_file():
            raise DataError(f"{path} is missing: get it from {source.repository}, commit {source.commit}")
        if hashlib.sha256(path.read_bytes()).hexdigest() != source.sha256:
            raise DataError(f"{path} is not the file meant: its sha256 differs from {TABLE.name}")


def load(folder: Path) -> tuple[Data, Inventories]:
    """Checked, and as samples; with the labels of the treebanks."""
    check(folder)
    labels = Inventories.empty()
    trees = [
        [
            *treebanks.documents(folder / EWT, labels, folder / NAMES_OF_EWT, merged),
            *treebanks.documents(folder / GUM, labels, merged=merged),
        ]
        for merged in (False, True)
    ]
    releases = [d for source in sources() if source.path.startswith(PROSE) for d in prose.documents(folder / source.path)]
    return Data(trees, releases, list(politics(folder / POLITICS)), list(annotated.documents("train"))), labels
