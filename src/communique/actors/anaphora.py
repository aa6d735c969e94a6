"""What only points at somebody: "the Tajik president", "His Eminence", "his counterpart", "the two sides", "he"."""

from __future__ import annotations

from communique.actors import offices, pronouns
from communique.actors.memory import Memory
from communique.actors.mentions import Mention
from communique.actors.people import Figure
from communique.knowledge import Answer

_THEY = frozenset({"they", "them", "themselves", "their"})


def resolve(m: Memory, found: Mention, source: bool) -> list[Figure | Answer]:
    """Those a pointing phrase means; none where it can't be told."""
    if found.kind == "pronoun" and found.text.lower() in _THEY:
        return pronouns.side_by_side(m, found) or m.plural
    if found.kind == "pronoun":
        meant = pronouns.pronoun(m, found, source)
    elif found.kind == "plural":
        m.plural = pronouns.plural(m, found) or m.plural
        return m.plural
    elif found.kind == "counterpart":
        meant = offices.counterpart(m, found)
    elif found.kind == "honorific":
        meant = offices.honorific(m, found)
    else:
        meant = offices.office(m, found)
    if isinstance(meant, Figure):
        meant.mentions.append(found.span)
        m.figures[found.span] = meant
    elif meant is not None:
        m.note(found.span, meant)
    return [meant] if meant is not None else []
