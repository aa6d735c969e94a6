"""The engine that ships: one pass of the network over a document, and the rules over its trees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from communique.reading.joining import joined
from communique.reading.net.analysis import Analysis, analyze
from communique.reading.net.grammar import DocumentGrammar
from communique.reading.net.names import named
from communique.reading.net.network import Network
from communique.reading.net.texts import Words
from communique.reading.protocol import Name, Reading
from communique.reading.rules import RuleReader, capitals
from communique.reading.units import sentence_case
from communique.record import Document


@dataclass
class Reader:
    """Reads with a network. `name` is kept with every fact; other weights or another way of joining change its number."""

    network: Network
    name: str = "reader 1"

    def read(self, documents: Sequence[Document]) -> list[Reading]:
        """One reading a document; several are read at the same time, each by itself."""
        with ThreadPoolExecutor(self.network.threads) as pool:
            return list(pool.map(self._read, documents))

    def _read(self, document: Document) -> Reading:
        words, known = Words(document.text), capitals(document)
        analysis = analyze(self.network, words, forms(document, words, known))
        headlines = [block.span for block in document.blocks_of("title", "heading")]
        grammar = DocumentGrammar(words, analysis.tags, analysis.tree)
        by_rules = RuleReader(document, self.name, known, grammar).reading()
        return replace(by_rules, attributions=joined(analysis, by_rules, headlines), names=tuple(_names(analysis)))


def _names(analysis: Analysis) -> Iterator[Name]:
    for name in named(analysis):
        yield Name(analysis.words.span(name.words), name.kind, round(name.sure, 3))


def forms(document: Document, words: Words, known: frozenset[str]) -> list[str]:
    """The words as the network is to see them: headlines in title case with names, the `known`, in capitals only."""
    made = [words[i] for i in range(len(words))]
    for block in document.blocks_of("title", "heading"):
        covered = words.of(block.span.start, block.span.end)
        made[covered.start : covered.stop] = sentence_case(made[covered.start : covered.stop], known)
    return made
