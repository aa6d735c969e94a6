"""What happens in a sentence: its verbs, and nouns that stand for verbs, with who does it to whom."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading.protocol import Oblique, Phrase, Predicate
from communique.reading.syntax import Syntax
from communique.record import Span


def predicates(syntax: Syntax) -> Iterator[Predicate]:
    """A predicate for each full verb, and for each common noun that is not part of another ("a summit showdown")."""
    verbs = set(syntax.verbs)
    for i, tag in enumerate(syntax.unit.tags):
        if i in verbs:
            yield verb(syntax, i)
        elif tag in ("NN", "NNS") and syntax.label(i) != "compound":
            yield noun(syntax, i)


def verb(syntax: Syntax, i: int) -> Predicate:
    subject = syntax.subject(i)
    objects = [w for c in syntax.objects(i) for w in syntax.joined(c)]
    head = syntax.unit.heads[i]
    return Predicate(
        span=syntax.unit.spans[i],
        lemma=_lemma(syntax, i),
        form=syntax.form(i),
        sentence=syntax.sentence,
        clause=_clause(syntax, i),
        subjects=_phrases(syntax, _subjects(syntax, i, subject)) if subject is not None else (),
        objects=_phrases(syntax, objects),
        obliques=tuple(Oblique(p, syntax.phrase(w)) for p, w in syntax.obliques(i)),
        tense=syntax.tense(i),
        modal=syntax.modal(i),
        negated=syntax.negated(i),
        passive=syntax.passive(i),
        perfect=syntax.perfect(i),
        controller=syntax.unit.lemmas[head] if head >= 0 and syntax.label(i) in ("xcomp", "advcl", "acl", "ccomp") else None,
        quoted=syntax.unit.quoted is not None,
    )  # fmt: skip


def _subjects(syntax: Syntax, i: int, subject: int) -> list[int]:
    """All who do it: those joined to the subject, and further subjects of the verb, which greedy trees give for a pair."""
    more = [c for c in syntax.all(i, "nsubj") if c < i] if syntax.unit.heads[subject] == i else []
    return list(dict.fromkeys((*syntax.joined(subject), *(x for c in more for x in syntax.joined(c)))))


def noun(syntax: Syntax, i: int) -> Predicate:
    """A noun as a predicate: its owner ("Raisi's visit", "his visit", "a visit by …") is the subject."""
    owners = [c for c in syntax.all(i, "nmod:poss") for c in syntax.joined(c)]
    pairs = list(syntax.obliques(i))
    pairs += [(p, w) for p, w in _stray(syntax, i) if (p, w) not in pairs]
    named = syntax.child(i, "nsubj")  # "X is on a visit to …", "X, who is on a visit to …"
    subjects = owners or [w for p, w in pairs if p == "by"] or ([syntax.antecedent(i, named)] if named is not None else [])
    governor = syntax.unit.heads[i]
    return Predicate(
        span=syntax.unit.spans[i],
        lemma=syntax.unit.lemmas[i],
        form="noun",
        sentence=syntax.sentence,
        clause=_clause(syntax, i),
        subjects=_phrases(syntax, subjects),
        obliques=tuple(Oblique(p, syntax.phrase(w)) for p, w in pairs),
        tense=syntax.tense(governor) if governor in syntax.verbs else "none",
        controller=syntax.unit.lemmas[governor] if governor >= 0 else None,
        negated=any(syntax.low(c) == "no" for c in syntax.children[i]),
        quoted=syntax.unit.quoted is not None,
    )


def _stray(syntax: Syntax, i: int) -> Iterator[tuple[str, int]]:
    """Prepositional phrases right after a noun that the tree hung on its verb: "held a meeting with X in Y"."""
    governor = syntax.unit.heads[i]
    if governor >= 0:
        yield from ((p, w) for p, w in syntax.obliques(governor) if w > i)


def _phrases(syntax: Syntax, heads: list[int]) -> tuple[Phrase, ...]:
    return tuple(syntax.phrase(h) for h in heads)


def _lemma(syntax: Syntax, i: int) -> str:
    particle = syntax.child(i, "compound:prt")
    return f"{syntax.unit.lemmas[i]} {syntax.low(particle)}" if particle is not None else syntax.unit.lemmas[i]


def _clause(syntax: Syntax, i: int) -> Span:
    start, end = syntax.extent(i)
    return syntax.span(*syntax.trimmed(start, end))
