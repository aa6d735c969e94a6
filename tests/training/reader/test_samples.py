"""Treebanks, name sets and our corpus in one shape."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from communique.reading.net.labels import ACTS, ANCHORS, EVENTS, MODALITIES, NAMES
from communique.reading.net.words import BLANK, TOUCHING
from tests.corpus.sample import sample as document
from tests.training.treebank import written
from training.reader import annotated, data, named, treebanks
from training.reader.samples import OPEN, ROOT, UNKNOWN, Inventories, Sample

GUM = """\
# newdoc id = GUM_news_ferry
# newpar id = p1
# sent_id = GUM_news_ferry-1
1	The	the	DET	DT	_	4	det	_	Entity=(1-person-new-nnnnn-cf1-4,5-coref
2	old	old	ADJ	JJ	_	4	amod	_	_
3	Captain	captain	PROPN	NNP	_	4	compound	_	_
4	Ada	Ada	PROPN	NNP	_	6	nsubj	_	_
5	Quist	Quist	PROPN	NNP	_	4	flat	_	Entity=1)
6	left	leave	VERB	VBD	_	0	root	_	_
7	Faro	Faro	PROPN	NNP	_	6	obj	_	Entity=(2-place-new-nnnnn-cf2-1-sgl)|SpaceAfter=No
8	for	for	ADP	IN	_	10	case	_	_
9	the	the	DET	DT	_	10	det	_	Entity=(3-organization-new-nnnnn-cf3-2-sgl
10	Port	Port	PROPN	NNP	_	6	obl	_	_
11	of	of	ADP	IN	_	12	case	_	_
12	Lund	Lund	PROPN	NNP	_	10	nmod	_	Entity=(4-place-new-nnnnn-cf4-1-sgl)3)|SpaceAfter=No
13	.	.	PUNCT	.	_	6	punct	_	_

"""


def labels_of(sample: Sample) -> list[str]:
    """`?` for unknown, `.` for open."""
    return [NAMES[n] if n >= 0 else "." if n == OPEN else "?" for n in sample.names or ()]


def read(path: Path, merged: bool = False) -> tuple[Sample, Inventories]:
    labels = Inventories.empty()
    (found,) = treebanks.documents(path, labels, merged=merged)
    return found, labels


def test_a_treebank_is_one_run_of_words(tmp_path: Path) -> None:
    found, labels = read(written(tmp_path))
    assert found.words == ["The", "long", "-", "term", "plan", "did", "n't", "sink", ".", "Pilots", "sang", "loudly"]
    assert found.heads == [4, 3, 3, 4, 7, 7, 7, ROOT, 7, 10, ROOT, 10]
    assert found.ends == [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1]
    assert found.gaps[:4] == [BLANK, BLANK, TOUCHING, TOUCHING]
    relations = list(labels.relations)
    assert [relations[r] for r in found.relations or ()][9:] == ["nsubj", "root", "advmod"]
    assert found.names == [UNKNOWN] * 12


def test_hyphened_words_may_be_one(tmp_path: Path) -> None:
    found, labels = read(written(tmp_path), merged=True)
    assert found.words[:4] == ["The", "long-term", "plan", "did"]
    assert (found.heads or [])[:6] == [2, 2, 5, 5, 5, ROOT]
    assert list(labels.relations)[(found.relations or [])[1]] == "compound"


def test_entities_with_a_proper_noun_are_names(tmp_path: Path) -> None:
    path = tmp_path / "gum.conllu"
    path.write_text(GUM, encoding="utf-8")
    found, _ = read(path)
    assert labels_of(found)[:8] == [".", ".", "B-title", "B-person", "I-person", ".", "B-place", "."]
    assert labels_of(found)[8:] == [".", "B-organization", "I-organization", "I-organization", "."]


def test_kinds_that_are_none_of_ours_are_left_open() -> None:
    found = named.numbers(["B-LOC", "I-LOC", "B-O", "I-PER"], named.UNIVERSAL)
    assert found == [NAMES.index("B-place"), NAMES.index("I-place"), OPEN, NAMES.index("B-person")]


def test_universal_names_by_sentence(tmp_path: Path) -> None:
    path = tmp_path / "names.iob2"
    path.write_text("# sent_id = a\n1\tFaro\tB-LOC\n2\tslept\tO\n\n", encoding="utf-8")
    labels = named.tagged(path)["a"]
    assert labels([["1", "Faro"], ["2", "slept"]]) == [NAMES.index("B-place"), OPEN]
    assert labels([["1", "Faro"], ["2", "sleeps"]]) == [UNKNOWN, UNKNOWN]


def test_sentences_with_names_alone(tmp_path: Path) -> None:
    path = tmp_path / "politics.txt"
    path.write_text(
        "Lund\tB-politician\nleads\tO\nRight\tB-politicalparty\nNow\tI-politicalparty\n\nFaro\tB-country\n", "utf-8"
    )
    first, second = named.politics(path)
    assert labels_of(first) == ["B-person", ".", "B-organization", "I-organization"]
    assert (second.words, labels_of(second), second.heads) == (["Faro"], ["B-place"], None)


def test_an_annotated_document() -> None:
    made = document()
    found = annotated.sample(made)
    told = next(f for f in found.frames or () if [found.words[i] for i in f.cue] == ["told"])
    assert found.words[told.anchor] == "told"
    assert [found.words[i] for i in told.source] == ["Works", "Minister", "Grace", "Okello"]
    assert [found.words[i] for i in told.content][:3] == ["the", "ferry", "line"]
    assert (ANCHORS[told.nature], ACTS[told.act], list(told.begins)) == ("statement", "promise", [told.content[0]])
    interrupted = next(f for f in found.frames or () if found.words[f.content[0]] == "Nobody")
    assert len(interrupted.begins) == 2


def test_titles_and_names_are_parted() -> None:
    found = annotated.sample(document())
    by_label = {label: [w for w, n in zip(found.words, labels_of(found), strict=True) if n[2:] == label] for label in
                ("title", "person", "date", "nationality", "organization")}  # fmt: skip
    assert by_label["title"] == ["Works", "Minister"]
    assert by_label["person"][:3] == ["Okello", "Grace", "Okello"]
    assert by_label["date"][:4] == ["June", "24", ",", "2025"]
    assert by_label["nationality"] == ["Tanzanian"]
    assert "Daily" in by_label["organization"]
    explained = [word for word, label in zip(found.words, labels_of(found), strict=True) if label == "O"]
    assert not any(word[0].isupper() for word in explained)  # a capital that the corpus does not explain is unknown


def test_words_are_evidence_of_events() -> None:
    found = annotated.sample(document())
    told = found.words.index("told")
    assert found.events is not None and found.modalities is not None
    assert found.events[told][EVENTS.index("CONSULT")] == 1
    assert MODALITIES[found.modalities[told]] in ("happened", "promised")
    thanked = found.words.index("patient")
    assert found.events[thanked][EVENTS.index("SUPPORT")] == UNKNOWN  # marked as doubtful


def test_only_what_may_ship_is_learned_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {source.use for source in data.sources()} == {"train+ship"}
    with pytest.raises(data.DataError, match="is missing: get it from"):
        data.check(tmp_path)
    table = tmp_path / "data.csv"
    rows = [["path", "repository", "commit", "license", "use", "sha256"], ["news.txt", "a/b", "0", "none", "measure-only", "0"]]
    with table.open("w", newline="") as out:
        csv.writer(out).writerows(rows)
    monkeypatch.setattr(data, "TABLE", table)
    with pytest.raises(data.DataError, match="may not train"):
        data.check(tmp_path)


def test_a_changed_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "data.csv"
    table.write_text("path,repository,commit,license,use,sha256\nnews.txt,a/b,0,CC0,train+ship,00\n", encoding="utf-8")
    (tmp_path / "news.txt").write_text("Faro slept.", encoding="utf-8")
    monkeypatch.setattr(data, "TABLE", table)
    with pytest.raises(data.DataError, match="sha256 differs"):
        data.check(tmp_path)
