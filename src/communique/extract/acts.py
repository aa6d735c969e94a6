"""What somebody does in saying something: praise, call, promise … (DESIGN §4), by the cue first and the words after it."""

from __future__ import annotations

import re

from communique.codebooks.acts import ActRow, act_rows
from communique.codebooks.cues import cue_nouns, cues
from communique.record.statements import SpeechAct

_STRONG = frozenset(
    {
        "praise",
        "criticize",
        "accuse",
        "thank",
        "condole",
        "congratulate",
        "reject",
        "promise",
        "call",
        "threaten",
        "propose",
        "question",
    }
)
_OPEN = frozenset(
    {
        "ask",
        "express",
        "voice",
        "convey",
        "extend",
        "warn",
        "caution",
        "renew",
        "offer",
        "suggest",
        "agree",
        "share",
        "assure",
        "reassure",
    }
)
_OWN_DIRECT = r"we|i|(?:our|my) (?:[\w-]+ ){0,2}[\w-]+|the government|both (?:sides|countries)|the two (?:sides|countries)"
_OWN_REPORTED = _OWN_DIRECT + r"|he|she|they|(?:his|her|their|its) (?:[\w-]+ ){0,2}[\w-]+"
_BY_NOUN = frozenset({"express", "voice", "convey", "extend", "renew", "share", "reaffirm", "reiterate", "offer"})
_CONDITION = re.compile(r"(?i)\b(?:if|unless|should \w+ (?:\w+ )?(?:continue|fail)|or else|otherwise|any \w+ that)\b")
_MODAL = re.compile(r"(?i)\b(?:will|would|could|shall|'ll|’ll)\b")


def act_of(
    lemma: str, cue: str, content: str, own: frozenset[str] = frozenset(), link: str = "", direct: bool = False
) -> SpeechAct:
    """The act of a statement from its cue's lemma, the cue's words and the content's words.

    `own` are folded names of the speaker's own side ("iran", "tehran"): "Iran will …" said by an Iranian is a promise. `link`
    are the words between cue and content, `direct` says whether the content is quoted: then "he will" is another.
    """
    row = cues().get(lemma)
    default = row.act if row else "assert"
    subject = _OWN_DIRECT if direct else _OWN_REPORTED
    if lemma in _BY_NOUN and (by_noun := _noun_act(f"{cue} {link} {content}")):
        return _act(by_noun)
    if lemma in ("warn", "caution"):
        return "threaten" if _CONDITION.search(content) and _MODAL.search(content) else "assert"
    if lemma == "call" and not {"for", "on", "upon"} & {*cue.split()[1:], *link.split()[:1]}:
        return _act(_found(content, own, subject) or "assert")
    if default in _STRONG and lemma not in _OPEN:
        return _act(default)
    if lemma == "ask":
        asks = re.match(r"(?i)\W*(?:\w+\W+){0,6}to\b", content) or link == "for"
        return "call" if asks and not content.rstrip().endswith("?") else "question"
    return _act(_found(content, own, subject) or default)


def _found(content: str, own: frozenset[str], subject: str) -> str | None:
    stripped = content.strip().rstrip(",.;\"”’'")
    ending = content.strip().rstrip("\"”’'")
    for row in act_rows():
        if _fits(row, ending if row.where == "end" else stripped, own, subject):
            return row.act
    return None


def _fits(row: ActRow, content: str, own: frozenset[str], subject: str) -> bool:
    match = row.pattern.search(content)
    if match is None or row.where != "self":
        return match is not None
    names = "|".join(re.escape(n) for n in sorted(own, key=len, reverse=True)) or r"(?!)"
    side = rf"(?:^|[\s,;“\"'‘—-])(?:the )?(?:{subject}|(?:{names})(?:['’]s \w+)?)$"
    return any(re.search(side, content[: m.start()].rstrip().lower()) for m in row.pattern.finditer(content))


def _noun_act(words: str) -> str | None:
    table = cue_nouns()
    for word in re.findall(r"[a-z]+", words.lower()):
        act = table.get(word) or table.get(word.removesuffix("s"))
        if act:
            return act
    return None


def _act(name: str) -> SpeechAct:
    known: dict[str, SpeechAct] = {
        "assert": "assert",
        "praise": "praise",
        "criticize": "criticize",
        "accuse": "accuse",
        "call": "call",
        "promise": "promise",
        "threaten": "threaten",
        "reject": "reject",
        "propose": "propose",
        "question": "question",
        "thank": "thank",
        "condole": "condole",
        "congratulate": "congratulate",
    }
    return known[name]
