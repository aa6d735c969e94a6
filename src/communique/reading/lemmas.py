"""Dictionary forms: English endings by rule, checked against a list of verbs, irregular forms from the treebanks."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from communique.codebooks.cues import cues
from communique.codebooks.encounters import triggers
from communique.codebooks.events import event_words


@cache
def _data() -> tuple[dict[str, str], frozenset[str]]:
    """(`tag:form` → lemma where rules fail, base forms of verbs); from `python -m training.tagger` and our codebooks."""
    packed = resources.files("communique.reading").joinpath("lemmas.json.gz").read_bytes()
    data = json.loads(gzip.decompress(packed))
    known = {lemma.split()[0] for lemma in (*cues(), *event_words(), *(lemma for lemma, noun in triggers() if not noun))}
    return data["irregular"], frozenset(data["verbs"]) | known


@lru_cache(maxsize=50_000)
def lemma(word: str, tag: str) -> str:
    """The dictionary form of a word with its Penn tag: `said`/VBD is say, `talks`/NNS is talk."""
    irregular, verbs = _data()
    form = word.lower().replace("’", "'")
    return irregular.get(f"{tag[:2]}:{form}") or by_rule(form, tag, verbs)


def by_rule(form: str, tag: str, verbs: frozenset[str]) -> str:
    if len(form) < 2:  # "m3/s"
        return form
    if tag in ("NNS", "NNPS"):
        return next(_singulars(form))
    if tag == "VBZ" and form.endswith("s"):
        return next((s for s in _singulars(form) if s in verbs), form[:-1])
    for ending, tags in (("ed", ("VBD", "VBN")), ("ing", ("VBG",))):
        if tag in tags and form.endswith(ending) and len(form) > len(ending) + 1:
            stems = list(_stems(form.removesuffix(ending)))
            return next((s for s in stems if s in verbs), stems[0])
    return form


def _singulars(form: str) -> Iterator[str]:
    if form.endswith("ies") and len(form) > 4:
        yield form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        yield form[:-2]
    yield form[:-1] if form.endswith("s") and not form.endswith("ss") else form


def _stems(stem: str) -> Iterator[str]:
    """Base forms a stem can have lost its ending from: `promis` → promise, `plann` → plan, `denied` → deny."""
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeious":
        yield stem[:-1]
    yield stem + "e" if stem.endswith(("s", "c", "v", "z", "g", "at", "ut", "u")) else stem
    yield stem
    yield stem + "e"
