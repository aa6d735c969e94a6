"""Who said what, with which words: `python -m benchmarks.attribution [--data ../shared/data]`.

On the development part of PolNeAR (84 US political news texts), scored as `benchmarks.attribution_scoring` defines it. Nothing
of that set trains what ships.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.attribution_scoring import score
from benchmarks.matching import Tally
from benchmarks.polnear import Annotated, Attribution, predicted, read_polnear
from benchmarks.running import counts, finish, rates, read_as_gold, shown, skip, table, with_engine
from communique.reading.protocol import Engine

F1_OF = (
    *(f"{level}_{role}" for level in ("token", "span") for role in ("content", "source", "cue")),
    *(f"record_{level}" for level in ("exact", "partial", "triple")),
)


def predict(text: Annotated, engine: Engine | None = None) -> tuple[Attribution, ...]:
    return predicted(read_as_gold(f"{text.name}.txt", text.data, engine=engine).items("statements"))


def measure(folder: Path, label: str, engine: Engine | None = None) -> Tally:
    """Hits out of tries over the texts of a folder."""
    total = Tally()
    for text in shown(list(read_polnear(folder)), label):
        total.merge(score(text.text, text.attributions, predict(text, engine)))
    return total


def main() -> None:
    chosen = with_engine("Token, record and speaker figures of attribution on PolNeAR.").parse_args()
    folder = chosen.data / "attribution" / "polnear" / "dev"
    if not folder.is_dir():
        skip("attribution", folder)
        return
    total = measure(folder, "PolNeAR dev", chosen.engine)
    figures = rates(total, F1_OF)
    table("PolNeAR dev", figures, total)
    finish("attribution", {"dev": {"figures": figures, "counts": counts(total)}}, chosen.engine)


if __name__ == "__main__":
    main()
