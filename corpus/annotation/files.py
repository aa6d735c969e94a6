"""Documents from files, and into them: TEI (`.xml`, one each) or shorthand (`.mark`, any number)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.annotation.braces import ShorthandError
from corpus.annotation.model import Document
from corpus.annotation.shorthand import read_shorthand
from corpus.annotation.tei import TeiError, read_tei, write_tei

AnnotationError = (ShorthandError, TeiError, UnicodeDecodeError)


def read(path: Path) -> Iterator[Document]:
    """The documents of a file; raises ShorthandError or TeiError where it can't be understood."""
    if path.suffix == ".xml":
        yield read_tei(path.read_bytes(), path.name)
    else:
        yield from read_shorthand(path.read_text(encoding="utf-8"))


def path_of(document: Document, texts: Path) -> Path:
    """Where the corpus keeps a document: `BLOCK/KEY.xml`, the block being what its key begins with."""
    return texts / document.key.split("-")[0] / f"{document.key}.xml"


def save(document: Document, texts: Path) -> Path:
    """Write a document where the corpus keeps it; an older file of it is replaced."""
    path = path_of(document, texts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_tei(document))
    return path


def load(texts: Path) -> Iterator[Document]:
    """Every document of the corpus, by name of its file."""
    for path in sorted(texts.glob("*/*.xml")):
        yield from read(path)
