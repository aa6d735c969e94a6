"""What somebody does in saying something: praise, call, promise … (DESIGN §4), by the cue first and the words after it."""

from __future__ import annotations

import re

from communique.codebooks.acts import ActRow, act_rows
from communique.codebooks.cues import cue_nouns, cues
from communique.record.statements import SpeechAct

_STRONG = frozenset({"praise", "criticize", "accuse", "thank", "condole", "congratulate", "reject", "promise", "call", "threaten", "propose", "question"})
_OPEN = frozenset({"ask", "express", "voice", "convey", "extend", "warn", "caution", "renew", "offer", "suggest", "agree", "share", "assure", "reassure"})
_SELF = re.compile(r"(?i)^\W*(?:we|i|he|she|they|it|his|her|their|our|my|its)\b|\b(?:we|i|he|she|our country|our government|my country|my government)\b(?=\W+\w*\W*(?:will|shall|would|'ll|’ll))")
_CONDITION = re.compile(r"(?i)\b(?:if|unless|should .* continue|or else|otherwise|any)\b")


def act_of(lemma: str, cue: str, content: str, own: frozenset[str] = frozenset()) -> SpeechAct:
    """The act of a statement from its cue's lemma, the cue's words and the content's words.

    `own` are folded names of the speaker's own side ("Iran", "Tehran"): "Iran will …" said by an Iranian is a promise.
    """
    row = cues().get(lemma)
    default = row.act if row else "assert"
    if lemma in ("express", "voice", "convey", "extend", "renew", "share", "reaffirm", "reiterate", "offer"):
        by_noun = _noun_act(f"{cue} {content}")
        if by_noun:
            return _act(by_noun)
    if lemma in ("warn", "caution"):
        return "threaten" if _CONDITION.search(content) and _found(content, own, {"threaten", "promise"}) else "assert"
    if default in _STRONG and lemma not in _OPEN:
        return _act(default)
    if lemma == "ask":
        return "call" if re.match(r"(?i)\W*(?:\w+\W+){0,6}to\b", content) and not content.rstrip().endswith("?") else "question"
    found = _found(content, own, None)
    return _act(found or default)


def _found(content: str, own: frozenset[str], only: set[str] | None) -> str | None:
    stripped = content.strip().rstrip(",.;\"”’'")
    ending = content.strip().rstrip("\"”’'")
    for row in act_rows():
        if (only is None or row.act in only) and _fits(row, ending if row.where == "end" else stripped, own):
            return row.act
    return None


def _fits(row: ActRow, content: str, own: frozenset[str]) -> bool:
    match = row.pattern.search(content)
    if match is None:
        return False
    if row.where != "self":
        return True
    before = content[: match.start()].rsplit(",", 1)[-1].rsplit(";", 1)[-1].strip().lower()
    subject = before.rsplit(" that ", 1)[-1].rsplit(" and ", 1)[-1]
    return (bool(_SELF.search(content[: match.end()])) and _starts_self(subject)) or any(name and subject.removeprefix("the ").startswith(name) for name in own)


def _starts_self(subject: str) -> bool:
    return bool(re.match(r"(?:\W*)(?:we|i|he|she|they|our|my|his|her|its|the government|the country|the two|both)\b", subject)) or not subject


def _noun_act(words: str) -> str | None:
    table = cue_nouns()
    for word in re.findall(r"[a-z]+", words.lower()):
        act = table.get(word) or table.get(word.removesuffix("s"))
        if act:
            return act
    return None


def _act(name: str) -> SpeechAct:
    known: dict[str, SpeechAct] = {
        "assert": "assert", "praise": "praise", "criticize": "criticize", "accuse": "accuse", "call": "call", "promise": "promise",
        "threaten": "threaten", "reject": "reject", "propose": "propose", "question": "question", "thank": "thank",
        "condole": "condole", "congratulate": "congratulate",
    }  # fmt: skip
    return known[name]
