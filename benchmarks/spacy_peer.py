"""Makes the peer that `benchmarks.speed` times: `python -m benchmarks.spacy_peer [--data ../shared/data] [--out build/spacy]`.

A spaCy CNN pipeline with a tagger and a parser, as `spacy init config` sets it up for speed, trained on the treebanks that the
reader is trained on; about half an hour on one core. spaCy is not installed for tests: `pip install spacy`.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.running import arguments

TREEBANKS = {"train": ("ud/en_ewt-ud-train.conllu", "ud/en_gum-open-train.conllu"), "dev": ("ud/en_ewt-ud-dev.conllu",)}


def train(data: Path, out: Path, steps: int) -> None:
    """Convert the treebanks, set up the pipeline and train it into `out/model-best`."""
    from spacy.cli.convert import convert
    from spacy.cli.init_config import init_config
    from spacy.cli.train import train as run

    for part, paths in TREEBANKS.items():
        (out / part).mkdir(parents=True, exist_ok=True)
        for path in paths:
            convert(data / path, out / part, file_type="spacy", converter="conllu", n_sents=10, silent=True)
    config = init_config(lang="en", pipeline=["tagger", "parser"], optimize="efficiency")
    config.to_disk(out / "config.cfg")
    changes = {"paths.train": str(out / "train"), "paths.dev": str(out / "dev"), "training.max_steps": steps}
    run(out / "config.cfg", out, overrides={**changes, "training.eval_frequency": 500})


def main() -> None:
    parser = arguments("A spaCy pipeline from the same treebanks.")
    parser.add_argument("--out", type=Path, default=Path("build/spacy"))
    parser.add_argument("--steps", type=int, default=6000)
    chosen = parser.parse_args()
    train(chosen.data, chosen.out, chosen.steps)
    print(f"python -m benchmarks.speed --peer {chosen.out / 'model-best'}")


if __name__ == "__main__":
    main()
