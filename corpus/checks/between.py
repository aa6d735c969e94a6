"""What is wrong between documents: keys that clash, follow-ups of nothing, a story in two splits, a person who is real."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from corpus.annotation.model import Commitment, Document
from corpus.tables import styles


def faults(documents: Sequence[Document], splits: Mapping[str, str]) -> list[str]:
    """Every fault between documents; `splits` gives each its part."""
    return [
        *_keys(documents), *_house_styles(documents), *_followed(documents), *_told(documents), *_points(documents),
        *_split(documents, splits),
    ]  # fmt: skip


def _keys(documents: Sequence[Document]) -> Iterator[str]:
    yield from (f"two documents are called {key}" for key, n in Counter(d.key for d in documents).items() if n > 1)
    yield from (f"{d.key} does not begin with its story {d.story}" for d in documents if not d.key.startswith(d.story))
    texts = Counter(d.text for d in documents)
    yield from (f"{d.key} has the text of another document" for d in documents if texts[d.text] > 1)


def _house_styles(documents: Sequence[Document]) -> Iterator[str]:
    yield from (f"{d.key}: house style {d.style!r} is not in styles.csv" for d in documents if d.style not in styles())


def _followed(documents: Sequence[Document]) -> Iterator[str]:
    """A commitment that is taken up again stands in an earlier document of the same story."""
    made = {f"{d.key}.{c.key}": (d, c) for d in documents for c in d.commitments}
    for document in documents:
        for commitment in document.commitments:
            if commitment.follows:
                yield from _follow_fault(document, commitment, made.get(commitment.follows))


def _follow_fault(document: Document, later: Commitment, found: tuple[Document, Commitment] | None) -> Iterator[str]:
    name = f"{document.key}: commitment {later.key} follows {later.follows}"
    if found is None:
        yield f"{name}, which does not exist"
    elif found[0].story != document.story:
        yield f"{name} of another story"
    elif found[0].published > document.published or found[0].key == document.key:
        yield f"{name}, which is not earlier"


def _told(documents: Sequence[Document]) -> Iterator[str]:
    """An encounter told twice is told of one kind and inside one story."""
    tellings = defaultdict(list)
    for document in documents:
        for met in document.encounters:
            if met.story:
                tellings[met.story].append((document, met))
    for key, told in tellings.items():
        if len({d.story for d, _ in told}) > 1:
            yield f"encounter @{key} is told in two stories: {', '.join(sorted({d.story for d, _ in told}))}"
        kinds = {m.kind for _, m in told}
        if len(kinds) > 1:
            yield f"encounter @{key} is of two kinds: {', '.join(f'{m.kind} in {d.key}' for d, m in told)}"


def _points(documents: Sequence[Document]) -> Iterator[str]:
    stories = defaultdict(set)
    for document in documents:
        for point in document.points:
            stories[point.key].add(document.story)
    yield from (
        f"talking point {key} is made in two stories: {', '.join(sorted(s))}" for key, s in stories.items() if len(s) > 1
    )


def _split(documents: Sequence[Document], splits: Mapping[str, str]) -> Iterator[str]:
    parts = defaultdict(set)
    for document in documents:
        if document.key not in splits:
            yield f"{document.key} is in no split"
        else:
            parts[document.story].add(splits[document.key])
    yield from (f"story {story} is in two splits: {', '.join(sorted(p))}" for story, p in parts.items() if len(p) > 1)
    yield from (f"splits.csv names {key}, which is no document" for key in splits.keys() - {d.key for d in documents})
