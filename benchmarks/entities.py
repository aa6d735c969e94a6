"""Names of people, bodies and places as the network that ships finds them: `python -m benchmarks.entities [--data …]`.

A name is right if its kind and all its characters are (exact match, as in CoNLL 2003). `politics_test`: CrossNER's sentences on
politics, whose training part is trained on, kinds mapped to ours; persons, organizations and places. `worldwide`: newswire from
Africa, Asia and Latin America, which trains nothing; persons and places. Texts are put together from words and read as texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.items import Range
from benchmarks.matching import Tally
from benchmarks.name_sets import Name, Named, politics, worldwide
from benchmarks.running import arguments, counts, finish, rates, shown, skip, table
from communique.reading.net.analysis import analyze
from communique.reading.net.names import named
from communique.reading.net.shipped import shipped
from communique.reading.net.texts import Words

KINDS = ("person", "organization", "place")
REGIONS = ("africa", "asia", "latin-america")


def found(text: str) -> set[Name]:
    """The names that the network finds in a text."""
    words = Words(text)
    analysis = analyze(shipped(), words, [words[i] for i in range(len(words))])
    spans = ((name.kind, words.span(name.words)) for name in named(analysis))
    return {(kind, Range(span.start, span.end)) for kind, span in spans}


def measure(texts: Sequence[Named], kinds: Iterable[str], label: str) -> Tally:
    """Hits out of tries by kind, and of all kinds asked for."""
    total, asked = Tally(), tuple(kinds)
    for text in shown(texts, label):
        made = found(text.text)
        for name, of in (("names", asked), *((kind, (kind,)) for kind in asked)):
            one, other = ({n for n in side if n[0] in of} for side in (text.names, made))
            total.add(f"{name}_precision", len(one & other), len(other))
            total.add(f"{name}_recall", len(one & other), len(one))
    return total


def main() -> None:
    data: Path = arguments("Names on CrossNER politics and worldwide newswire.").parse_args().data
    ner = data / "ner"
    if not (ner / "worldwide").is_dir():
        skip("entities", ner / "worldwide")
        return
    sets: dict[str, tuple[list[Named], tuple[str, ...]]] = {
        "politics_test": (list(politics(ner / "crossner_politics/test.txt")), KINDS),
        **{f"worldwide_{region}": (list(worldwide(ner / "worldwide" / region)), KINDS[::2]) for region in REGIONS},
    }
    totals = {name: measure(texts, kinds, name) for name, (texts, kinds) in sets.items()}
    totals["worldwide"] = Tally()
    for region in REGIONS:
        totals["worldwide"].merge(totals[f"worldwide_{region}"])
    result = {}
    for name, total in totals.items():
        figures = rates(total, ("names", *KINDS))
        table(name, figures, total)
        result[name] = {"figures": figures, "counts": counts(total)}
    finish("entities", result)


if __name__ == "__main__":
    main()
