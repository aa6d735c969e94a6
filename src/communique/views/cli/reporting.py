"""What went wrong, on standard error: one line each, `communique: NAME: what was wrong; what to do`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from communique.views.cli.characters import one_line

if TYPE_CHECKING:
    from communique.sources import Failure

DONE, FAILED, USAGE = 0, 1, 2
T = TypeVar("T")


def complain(message: str) -> None:
    tell(f"communique: {message}")


def tell(message: str) -> None:
    """Say something beside the output: what was done, or what the output leaves out."""
    print(one_line(message), file=sys.stderr, flush=True)  # by name, so that a progress bar can make room for it


def reason(error: Exception) -> str:
    """An error in one line."""
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{error.strerror}; check that it is there and may be read and written"
    return str(error)


class Failures:
    """Keeps count of what failed, while the rest goes on."""

    def __init__(self) -> None:
        self.count = 0

    @property
    def status(self) -> int:
        return FAILED if self.count else DONE

    def report(self, failure: Failure) -> None:
        self.count += 1
        sys.stdout.flush()  # so that a terminal shows the line behind what was read before it
        complain(f"{failure.name}: {failure.message}")

    def without(self, results: Iterable[T | Failure]) -> Iterator[T]:
        """What did not fail, as it comes; whoever reads our output sees each result before the next is worked on."""
        from communique.sources import Failure

        for result in results:
            if isinstance(result, Failure):
                self.report(result)
            else:
                yield result
                sys.stdout.flush()
