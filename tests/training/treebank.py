"""A treebank of two invented sentences, in CoNLL-U."""

from __future__ import annotations

from pathlib import Path

ROWS = """\
# text = The long-term plan didn't sink.
1	The	the	DET	DT	_	5	det	_	_
2	long	long	ADJ	JJ	_	4	amod	_	SpaceAfter=No
3	-	-	PUNCT	HYPH	_	4	punct	_	SpaceAfter=No
4	term	term	NOUN	NN	_	5	compound	_	_
5	plan	plan	NOUN	NN	_	8	nsubj	_	_
6-7	didn't	_	_	_	_	_	_	_	_
6	did	do	AUX	VBD	_	8	aux	_	_
7	n't	not	PART	RB	_	8	advmod	_	_
8	sink	sink	VERB	VB	_	0	root	_	SpaceAfter=No
9	.	.	PUNCT	.	_	8	punct	_	_

# text = Pilots sang loudly
1	Pilots	pilot	NOUN	NNS	_	2	nsubj	_	_
2	sang	sing	VERB	VBD	_	0	root	_	_
2.1	sang	sing	VERB	VBD	_	_	_	_	_
3	loudly	loudly	ADV	RB	_	2	advmod	_	_

"""


def written(folder: Path) -> Path:
    path = folder / "tiny.conllu"
    path.write_text(ROWS, encoding="utf-8")
    return path
