"""Silver labels: what the rules report on given trees, and trees from a teacher; the card of a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.reading.net.words import BLANK, LINE, PARAGRAPH, TOUCHING
from training.reader import prose, reported
from training.reader.reported import laid_out, with_reports
from training.reader.samples import ROOT, UNKNOWN, Inventories, Sample

WORDS = "The harbor master said that the quay sinks . Gulls agree .".split()
TAGS = "DT NN NN VBD IN DT NN VBZ . NNS VBP .".split()
HEADS = [2, 2, 3, ROOT, 7, 6, 7, 3, 3, 10, ROOT, 10]
RELATIONS = "det compound nsubj root mark det nsubj ccomp punct nsubj root punct".split()


def sample() -> tuple[Sample, Inventories]:
    labels = Inventories.empty()
    tags, relations = [labels.fine_tags.number(t) for t in TAGS], [labels.relations.number(r) for r in RELATIONS]
    gaps = [PARAGRAPH] + [TOUCHING if w == "." else BLANK for w in WORDS[1:]]
    ends = [int(w == ".") for w in WORDS]
    return Sample("told", list(WORDS), gaps, ends, fine_tags=tags, heads=list(HEADS), relations=relations), labels


def words(numbers: object) -> str:
    assert isinstance(numbers, list | tuple)
    return " ".join(WORDS[i] for i in numbers)


def test_what_the_rules_are_sure_of_is_learned() -> None:
    found = with_reports(*sample())
    (frame,) = found.frames or ()
    assert WORDS[frame.anchor] == "said"
    assert (words(frame.cue), words(frame.source)) == ("said", "The harbor master")
    assert words(frame.content).removeprefix("that ") == "the quay sinks"
    assert frame.nature == 1
    assert words(found.maybe) == "agree"  # it could report something


def test_the_words_of_a_sample_are_a_text() -> None:
    made = laid_out(Sample("s", ["Gulls", "!", "Faro", "Lund"], [PARAGRAPH, TOUCHING, PARAGRAPH, LINE]))
    assert made.text == "Gulls!\n\nFaro\nLund"
    assert [made[i] for i in range(4)] == ["Gulls", "!", "Faro", "Lund"]


@pytest.mark.parametrize(
    ("heads", "whole"), [([1, 2, ROOT], [1, 2, ROOT]), ([1, 2, 0], [1, 2, ROOT]), ([1, 0, 1], [1, ROOT, 1])]
)
def test_cycles_are_opened(heads: list[int], whole: list[int]) -> None:
    assert reported._acyclic(heads) == whole


def test_prose_is_read_from_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "documents.json"
    path.write_text(json.dumps({"_id": "A1", "text": "Gulls notice. Faro sleeps."}) + "\n\n", encoding="utf-8")
    (found,) = prose.documents(path)
    assert (found.key, found.words) == ("A1", ["Gulls", "notice", ".", "Faro", "sleeps", "."])
    assert found.ends == [0, 0, 1, 0, 0, 1]
    assert found.frames is None


def test_a_teacher_marks_what_it_is_sure_of(tokenizer: Path) -> None:
    torch = pytest.importorskip("torch")
    from communique.reading.net.pieces import Pieces
    from training.reader.model import Reader, Sizes
    from training.reader.silver import Teacher

    torch.manual_seed(0)
    told, labels = sample()
    told.fine_tags = told.heads = told.relations = None
    teacher = Teacher(
        Reader(Sizes(3, len(labels.fine_tags), len(labels.relations))), Pieces(tokenizer), 160, torch.device("cpu")
    )
    teacher.model.eval()
    unsure, every = teacher.mark(told, 2.0), teacher.mark(told, 0)
    assert unsure.heads == unsure.fine_tags == unsure.relations == [UNKNOWN] * len(WORDS)
    assert every.heads is not None and told.heads is None
    assert [every.heads[:9].count(ROOT), every.heads[9:].count(ROOT)] == [1, 1]
    assert all(head == ROOT or (head < 9) == (i < 9) for i, head in enumerate(every.heads))


def test_the_card_says_where_it_is_from_and_what_it_reaches() -> None:
    pytest.importorskip("torch")
    pytest.importorskip("safetensors")
    from training.reader.card import card
    from training.reader.data import sources
    from training.reader.loop import Plan
    from training.reader.scores import Figure

    whole, small = ({"EWT dev": {"UAS": Figure(percent, 1460, 1600, 1600)}} for percent in (91.5, 91.25))
    made = card(Plan(seed=7), Plan(steps=11), whole, small, 25_200_000)
    assert all(f"`{source.path}`" in made and source.license in made for source in sources())
    assert "| EWT dev | UAS | 91.2 | 1,460 | 1,600 | 1,600 | 91.5 |" in made
    assert "seed 7; 25.2 MB" in made and "11 steps" in made
    assert "CC BY-SA 4.0" in made
