"""How much of the world the register knows: `python -m benchmarks.register [--data FOLDER]`.

For each day and office, the share of United Nations members for which the register names exactly one holder, and how sure it
is. Where several people share a seat (San Marino, Bosnia and Herzegovina) the register gives them all and counts as not
knowing one. The last line is one JSON object.
"""

from __future__ import annotations

import sys
from collections import Counter
from time import perf_counter

from rich.console import Console
from rich.table import Table

from benchmarks.running import arguments, finish
from communique.knowledge import Register
from communique.record import DateValue

DAYS = ("2022-05-30", "2023-03-13", "2024-06-01", "2025-11-01")
OFFICES = ("head_of_state", "head_of_government", "foreign", "defense")
_TEXT = (
    "The Iranian foreign minister met Mr. Wang in Beijing on Monday, the Kremlin and the EU said. Nobody else spoke. " * 20_000
)


def coverage(register: Register, office: str, day: str) -> Counter[str]:
    """How many members have one holder in force, one assumed, several, none."""
    found: Counter[str] = Counter()
    for state in register.states():
        if state.member:
            held = register.holders(state.iso3, office, DateValue(day))
            found["none" if not held else "several" if len(held) > 1 else held[0].status] += 1
    return found


def speed(register: Register) -> float:
    """Megabytes of text a second that `find_names` goes through."""
    start = perf_counter()
    register.find_names(_TEXT)
    return len(_TEXT) / 1e6 / (perf_counter() - start)


def main() -> None:
    arguments("How much of the world the shipped register knows; needs no data.").parse_args()
    register = Register.shipped()
    table = Table("day", "office", "in force", "assumed", "several", "none", "one holder, %")
    figures: dict[str, dict[str, float]] = {}
    for day in DAYS:
        for office in OFFICES:
            counts = coverage(register, office, day)
            share = 100 * (counts["in_force"] + counts["assumed"]) / counts.total()
            figures[f"{office} {day}"] = {**counts, "members": counts.total(), "one_holder_percent": round(share, 1)}
            cells = (str(counts[k]) for k in ("in_force", "assumed", "several", "none"))
            table.add_row(day, office, *cells, f"{share:.1f}")
    Console(file=sys.stdout).print(table)
    finish("register", {"coverage": figures, "find_names_mb_per_s": round(speed(register), 1)})


if __name__ == "__main__":
    main()
