"""Trees, tags, sentence ends and names of CoNLL-U treebanks, by document.

Words are either the treebank's own, or merged as `training.parser.treebank` merges them: hyphened compounds are then one word,
as our tokenizer has them. A reader that has seen both is at home with both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.reading.net.words import BLANK, PARAGRAPH, TOUCHING
from training.parser.treebank import groups
from training.reader.named import entities, tagged, unknown
from training.reader.samples import ROOT, Inventories, Sample

Row = Sequence[str]  # the ten columns


def documents(path: Path, labels: Inventories, named: Path | None = None, merged: bool = False) -> Iterator[Sample]:
    """The documents of a file; `named` is a file of Universal NER on the same sentences."""
    known = tagged(named) if named else {}
    for key, sentences in _by_document(path):
        sample = Sample(key, [], [], [], [], [], [], [], [])
        for meta, rows in sentences:
            names = known.get(meta.get("sent_id", ""), None)
            _add(sample, rows, "newpar id" in meta, labels, names(rows) if names else _own(rows), merged)
        yield sample


def _own(rows: Sequence[Row]) -> list[int]:
    """Names that the treebank itself marks (GUM), else unknown."""
    return entities(rows) if any("Entity=" in row[9] for row in rows) else unknown(rows)


def _by_document(path: Path) -> Iterator[tuple[str, list[tuple[dict[str, str], list[Row]]]]]:
    key, found = path.stem, list[tuple[dict[str, str], list[Row]]]()
    meta, rows = dict[str, str](), list[Row]()
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# "):
            name, _, value = line[2:].partition(" = ")
            if name == "newdoc id":
                if found:
                    yield key, found
                key, found = value, []
            meta[name] = value
        elif not line and rows:
            found.append((meta, rows))
            meta, rows = {}, []
        elif line[:1].isdigit() and (row := line.split("\t"))[0].isdigit():
            rows.append(row)
    if found:
        yield key, found


def _add(sample: Sample, rows: Sequence[Row], paragraph: bool, labels: Inventories, names: list[int], merged: bool) -> None:
    """One more sentence at the end of a sample."""
    group = groups(rows) if merged else list(range(len(rows)))
    base, before = len(sample.words), PARAGRAPH if paragraph else BLANK
    assert sample.ends is not None and sample.tags is not None and sample.fine_tags is not None  # made so above
    assert sample.heads is not None and sample.relations is not None and sample.names is not None
    for i, row in enumerate(rows):
        head = ROOT if row[6] == "0" else group[int(row[6]) - 1]
        if base + group[i] == len(sample.words):
            sample.words.append("")
            sample.gaps.append(before)
            sample.names.append(names[i])
            for column in (sample.ends, sample.tags, sample.fine_tags, sample.heads, sample.relations):
                column.append(0)
        sample.words[-1] += row[1]
        if head != group[i]:  # the word of a merged group that leads out of it
            sample.heads[-1] = head if head == ROOT else base + head
            sample.relations[-1] = labels.relations.number(row[7])
            sample.tags[-1], sample.fine_tags[-1] = labels.tags.number(row[3]), labels.fine_tags.number(row[4])
        before = TOUCHING if "SpaceAfter=No" in row[9] else BLANK
    sample.ends[-1] = 1
