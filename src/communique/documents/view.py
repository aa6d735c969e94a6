"""What is seen of an input before its article is told from the rest; plain texts and pages come to this alike."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.documents.headers import Facts
from communique.documents.surface import Surface, Unit


@dataclass(frozen=True, slots=True)
class View:
    """The surface of an input and the units of it that may be article, as ranges of the surface's text.

    `stated` is what metadata outside the surface says, `language` the one a page says it is in (`en`).
    """

    surface: Surface
    units: tuple[Unit, ...]
    stated: Facts = field(default_factory=Facts)
    language: str | None = None
    warnings: tuple[str, ...] = ()
