"""Trees that are given whole, and engines over them."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from communique.errors import EngineError
from communique.reading.given import GivenTrees
from communique.reading.spacy import SpacyEngine
from tests.reading.documents import document

TEXT = "The harbor master said that the quay sinks."
WORDS = "The harbor master said that the quay sinks .".split()
TAGS = "DT NN NN VBD IN DT NN VBZ .".split()
HEADS = [2, 2, 3, 3, 7, 6, 7, 3, 3]
RELATIONS = "det compound nsubj ROOT mark det nsubj ccomp punct".split()


def test_a_word_hangs_on_the_next_above_it_that_is_there() -> None:
    trees = GivenTrees([1, 2, -1, 2, 3], ["det", "nsubj", "root", "obj", "nmod"])
    assert trees.tree([0, 2, 4]) == ([1, -1, 1], ["det", "root", "nmod"])


def test_there_is_one_root() -> None:
    trees = GivenTrees([1, -1, -1, 2], ["det", "root", "root", "obj"])
    assert trees.tree([0, 1, 2, 3]) == ([1, -1, 1, 2], ["det", "root", "parataxis", "obj"])
    assert trees.tree([3]) == ([-1], ["obj"])


@dataclass
class Token:
    i: int
    idx: int
    text: str
    tag_: str
    dep_: str
    head: Token = field(init=False)
    is_space: bool = False

    def __len__(self) -> int:
        return len(self.text)


@dataclass
class Pipeline:
    """What a spaCy pipeline gives for the one text here, a space token between."""

    pipe_labels: dict[str, list[str]]
    meta: dict[str, str] = field(default_factory=lambda: {"lang": "en", "name": "ud", "version": "1"})

    def __call__(self, text: str) -> list[Token]:
        made: list[Token] = []
        for word, tag, relation in zip(WORDS, TAGS, RELATIONS, strict=True):
            made.append(Token(len(made), text.index(word, made[-1].idx + len(made[-1]) if made else 0), word, tag, relation))
        for token, head in zip(made, HEADS, strict=True):
            token.head = made[head]
        space = Token(len(made), len(text), " ", "_SP", "dep", is_space=True)
        space.head = made[-1]
        return [*made, space]


def test_a_pipeline_of_ones_own_reads_under_the_rules() -> None:
    engine = SpacyEngine(Pipeline({"parser": ["nsubj", "obj", "obl", "ccomp"], "tagger": [*TAGS, "NN", "VBD", "IN"]}))
    (reading,) = engine.read([document(TEXT)])
    assert reading.engine == engine.name == "spacy en_ud 1"
    (said,) = reading.attributions
    assert [span.of(TEXT) for span in (*said.source, *said.cue, *said.content)] == [
        "The harbor master",
        "said",
        "the quay sinks",
    ]


@pytest.mark.parametrize(
    "labels",
    [{"parser": ["nsubj", "dobj", "pobj"], "tagger": ["NN", "VBD", "IN"]}, {"parser": ["nsubj", "obj", "obl", "ccomp"]}, {}],
)
def test_a_pipeline_with_other_labels_is_refused(labels: dict[str, list[str]]) -> None:
    with pytest.raises(EngineError, match="trained on UD English"):
        SpacyEngine(Pipeline(labels))
