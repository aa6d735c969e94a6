"""What was said, by whom, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.record.evidence import Evidence
from communique.record.span import Span

QuoteType = Literal["direct", "indirect", "mixed"]
SpeechAct = Literal[
    "assert", "praise", "criticize", "accuse", "call", "promise", "threaten", "reject", "propose", "question", "thank",
    "condole", "congratulate",
]  # fmt: skip

Nature = Literal["statement", "belief", "intention", "decision", "finding"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed proposition, after PARC 3.0 and PolNeAR: source (here: speaker), cue, content.

    `speakers` and `addressees` are ids of `Record.actors`. All spans are of `Document.text`; `content` may be in pieces,
    and each piece is the text's own characters. `inserts` are the stretches inside the content that the outlet put in
    brackets. `inherited` is true where the speaker was carried over from an earlier sentence. `nature` tells what was said
    from what somebody is said to think, to intend or to have decided, and from what a document or an inquiry finds.
    """

    id: str
    speakers: tuple[str, ...]
    speaker_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content: tuple[Span, ...]
    quote_type: QuoteType
    act: SpeechAct
    evidence: Evidence
    addressees: tuple[str, ...] = ()
    addressee_spans: tuple[Span, ...] = ()
    inserts: tuple[Span, ...] = ()
    inherited: bool = False
    nature: Nature = "statement"
