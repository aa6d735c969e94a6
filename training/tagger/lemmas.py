"""The lemma table beside the tagger: base forms of verbs, and the forms our rules get wrong."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path

from communique.reading.lemmas import by_rule

TAGS = ("VB", "NN")


def write(treebanks: list[Path], out: Path) -> None:
    forms = count(treebanks)
    verbs = frozenset(x for (tag, _), lemmas in forms.items() if tag[:2] == "VB" for x in lemmas if x.isalpha())
    irregular: dict[str, str] = {}
    for (tag, form), lemmas in sorted(forms.items()):
        lemma = lemmas.most_common(1)[0][0]
        if by_rule(form, tag, verbs) != lemma:
            irregular.setdefault(f"{tag[:2]}:{form}", lemma)
    data = json.dumps({"irregular": irregular, "verbs": sorted(verbs)}, ensure_ascii=False, separators=(",", ":"))
    out.write_bytes(gzip.compress(data.encode(), 9, mtime=0))
    print(f"{out}: {out.stat().st_size:,} bytes, {len(verbs):,} verbs, {len(irregular):,} irregular forms")


def count(treebanks: list[Path]) -> dict[tuple[str, str], Counter[str]]:
    forms: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in treebanks:
        for line in path.read_text("utf-8").split("\n"):
            fields = line.split("\t")
            if len(fields) == 10 and fields[0].isdigit() and fields[4][:2] in TAGS and not fields[4].startswith("NNP"):
                forms[fields[4], fields[1].lower().replace("’", "'")][fields[2].lower()] += 1
    return dict(forms)
