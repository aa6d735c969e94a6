"""The network that ships in the folder `model` beside this file, with its card."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from communique.errors import EngineError
from communique.reading.net.network import Network

MODEL: Final = "reader.onnx"
TOKENIZER: Final = "tokenizer.json"
CARD: Final = "MODEL_CARD.md"
FOLDER: Final = Path(str(resources.files(__package__))) / "model"


@cache
def shipped(threads: int = 0) -> Network:
    """The network that ships, opened once; `threads` 0 for as many as there are cores.

    Raises:
        EngineError: if its weights are not there.
    """
    if not (FOLDER / MODEL).is_file():
        raise EngineError(f"{FOLDER / MODEL} is missing")
    return Network(FOLDER / MODEL, FOLDER / TOKENIZER, threads)
