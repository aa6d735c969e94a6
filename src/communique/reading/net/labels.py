"""What the heads of the reader tell apart, in the order of their outputs.

Tags, relations and the like are those of the treebanks and come with a trained model; what stands here is ours.
"""

from __future__ import annotations

from typing import Final, get_args

from communique.reading.protocol import NameKind
from communique.record.events import EventType, Modality
from communique.record.statements import Nature, SpeechAct

NAME_KINDS: Final[tuple[NameKind, ...]] = get_args(NameKind)
NAMES: Final = ("O", *(f"{part}-{kind}" for kind in NAME_KINDS for part in "BI"))

NATURES: Final[tuple[Nature, ...]] = get_args(Nature)
ANCHORS: Final = ("-", *NATURES, *(f"{nature}, no cue" for nature in NATURES))
"""An attribution hangs on one word: the last full word of its cue, or the first word of a content that has no cue."""

ACTS: Final[tuple[SpeechAct, ...]] = get_args(SpeechAct)
EVENTS: Final[tuple[str, ...]] = get_args(EventType)
MODALITIES: Final[tuple[str, ...]] = get_args(Modality)

NONE, CUE, SOURCE, BEGIN, CONTENT = range(5)
ROLES: Final = ("-", "cue", "source", "begins content", "content")
"""What a word is to an anchor."""
