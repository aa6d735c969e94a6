"""An engine for people who have a spaCy pipeline of their own: its words, sentences, tags and trees under the rules.

The pipeline must have a tagger for Penn Treebank tags and a parser for Universal Dependencies; spaCy's own English pipelines
parse with other relations. spaCy is not among what this package installs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from communique.errors import EngineError
from communique.reading.given import ROOT, GivenTrees
from communique.reading.net.grammar import DocumentGrammar
from communique.reading.net.texts import Words
from communique.reading.protocol import Reading
from communique.reading.rules import RuleReader, capitals
from communique.record import Document, Span

_UNIVERSAL, _PENN = frozenset({"nsubj", "obj", "obl", "ccomp"}), frozenset({"NN", "VBD", "IN"})


@dataclass
class SpacyEngine:
    """`pipeline` is a loaded `spacy.language.Language`.

    Raises:
        EngineError: if its parser or its tagger has other labels than the rules know.
    """

    pipeline: Any

    def __post_init__(self) -> None:
        labels = self.pipeline.pipe_labels
        if not set(labels.get("parser", ())) >= _UNIVERSAL or not set(labels.get("tagger", ())) >= _PENN:
            raise EngineError(
                f"{self.name} does not parse Universal Dependencies (nsubj, obj, obl, ccomp), or does not give the tags of the "
                "Penn Treebank; spaCy's own English pipelines have other relations: name one trained on UD English"
            )

    @property
    def name(self) -> str:
        meta = self.pipeline.meta
        return f"spacy {meta['lang']}_{meta['name']} {meta['version']}"

    def read(self, documents: Sequence[Document]) -> list[Reading]:
        return [RuleReader(d, self.name, capitals(d), self._grammar(d.text)).reading() for d in documents]

    def _grammar(self, text: str) -> DocumentGrammar:
        words = [token for token in self.pipeline(text) if not token.is_space]
        number = {token.i: i for i, token in enumerate(words)}
        heads = [ROOT if token.head.i == token.i else number.get(token.head.i, ROOT) for token in words]
        relations = [token.dep_.lower() for token in words]
        spans = [Span(token.idx, token.idx + len(token)) for token in words]
        return DocumentGrammar(Words(text, spans), [token.tag_ for token in words], GivenTrees(heads, relations).tree)
