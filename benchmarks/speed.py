"""How fast the engine that ships reads: `python -m benchmarks.speed [--peer PIPELINE]`.

On the development part of our corpus, on one thread and on two. `engine_to_encoder` is the time of the whole engine, from text
to reading, over that of the encoder's forward pass alone on the same windows in the same run: the graph is cut down to the
encoder and one matrix of two columns, since onnxruntime runs all of a graph whatever one asks of it. `--peer` names a spaCy
pipeline that reads the same texts in the same run, on one thread; `python -m benchmarks.spacy_peer` makes one from the same
treebanks. Each figure is the best of several rounds in turn.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import onnx.utils
from rich.console import Console
from rich.table import Table

from benchmarks import corpus
from benchmarks.running import arguments, finish
from communique.documents import build
from communique.reading.net.network import Network
from communique.reading.net.pieces import Window
from communique.reading.net.shipped import FOLDER, MODEL, TOKENIZER, shipped
from communique.reading.net.texts import Words
from communique.reading.net.windows import windows
from communique.reading.reader import Reader, forms
from communique.reading.rules import capitals
from communique.record import Document
from communique.sources import Input

ROUNDS = 5
_HEAD = ["ends"]
WORDS = 500  # of a document, as it is usually told


def measure(documents: Sequence[Document], threads: int, peer: Callable[[str], object] | None) -> dict[str, float]:
    """Figures for a number of threads."""
    reader, alone = Reader(shipped(threads)), _encoder(threads)
    seen = [_windows(d) for d in documents]
    best = _best(
        {
            "encoder": lambda: [_encode(alone, windows) for windows in seen],
            "engine": lambda: reader.read(documents),
            **({"spacy": lambda: [peer(d.text) for d in documents]} if peer and threads == 1 else {}),
        }
    )
    words = sum(len(Words(d.text)) for d in documents)
    found = {f"{what}_documents_a_second": round(words / WORDS / seconds, 2) for what, seconds in best.items()}
    return found | {"engine_to_encoder": round(best["engine"] / best["encoder"], 3)}


def _best(runs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The shortest time of each, in seconds; they take turns, so that a busy moment hits all alike."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            begun = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - begun)
    return {name: min(times) for name, times in taken.items()}


def _encoder(threads: int) -> Network:
    """The network that ships without its heads, but for that of sentence ends."""
    whole = onnx.load(FOLDER / MODEL)
    cut = onnx.utils.Extractor(whole).extract_model([node.name for node in whole.graph.input], _HEAD)
    onnx.helper.set_model_props(cut, {entry.key: entry.value for entry in whole.metadata_props})
    with TemporaryDirectory() as folder:
        path = Path(folder) / MODEL
        onnx.save(cut, path)
        return Network(path, FOLDER / TOKENIZER, threads)


def _windows(document: Document) -> list[Window]:
    words = Words(document.text)
    made = forms(document, words, capitals(document))
    return [Window(made[a:b], words.gaps[a:b]) for a, b in windows(words.ends)]


def _encode(network: Network, seen: Sequence[Window]) -> int:
    return sum(len(batch) for batch, _, _ in network.run(seen, _HEAD))


def _peer(pipeline: Path | None) -> Callable[[str], object] | None:
    if pipeline is None:
        return None
    import spacy

    loaded: Callable[[str], object] = spacy.load(pipeline)
    return loaded


def main() -> None:
    parser = arguments("Speed of the engine beside its encoder and a peer.")
    parser.add_argument("--peer", type=Path, default=None, help="a spaCy pipeline to time beside")
    chosen = parser.parse_args()
    texts = [(d.key, d.text) for d in corpus.documents("dev")]
    documents = [build(Input(f"{key}.txt", text.encode(), "text/plain")) for key, text in texts]
    peer = _peer(chosen.peer)
    result = {f"threads_{threads}": measure(documents, threads, peer) for threads in (1, 2)}
    table = Table("figure", *result, title=f"{len(documents)} documents", title_justify="left")
    for figure in dict.fromkeys(figure for figures in result.values() for figure in figures):
        table.add_row(figure, *(f"{figures[figure]:g}" if figure in figures else "" for figures in result.values()))
    Console().print(table)
    finish("speed", {"documents": len(documents), **result})


if __name__ == "__main__":
    main()
