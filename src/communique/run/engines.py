"""The engines by name: the reader that ships, the rules alone, a spaCy pipeline of one's own."""

from __future__ import annotations

import logging
from functools import cache
from typing import Final

from communique.errors import EngineError
from communique.reading.protocol import Engine
from communique.reading.rules import RuleEngine

READER: Final = "reader"
RULES: Final = "rules"
SPACY: Final = "spacy:"
_log = logging.getLogger(__name__)


@cache
def engine(name: str = READER) -> Engine:
    """The engine of a name: `reader`, `rules`, or `spacy:` and what `spacy.load` takes.

    Where the reader's runtime or weights can't be loaded, the rules read alone, and a warning says so.

    Raises:
        EngineError: if there is no such engine, or its pipeline can't be loaded.
    """
    if name == RULES:
        return RuleEngine()
    if name == READER:
        return _reader()
    if name.startswith(SPACY):
        return _spacy(name.removeprefix(SPACY))
    raise EngineError(f"there is no engine {name!r}; take {READER}, {RULES} or {SPACY}PIPELINE")


def _reader() -> Engine:
    try:
        from communique.reading.net.shipped import shipped
        from communique.reading.reader import Reader

        return Reader(shipped())
    except (ImportError, EngineError) as error:
        _log.warning("the reader can't run here (%s): the rules read alone; reinstall communique to have it", error)
        return RuleEngine()


def _spacy(pipeline: str) -> Engine:
    try:
        import spacy

        from communique.reading.spacy import SpacyEngine

        return SpacyEngine(spacy.load(pipeline))
    except ImportError as error:
        raise EngineError("spaCy is not installed; pip install spacy, and the pipeline") from error
    except (OSError, ValueError) as error:
        raise EngineError(f"spaCy can't load {pipeline!r}: {' '.join(str(error).split())[:200]}") from error
