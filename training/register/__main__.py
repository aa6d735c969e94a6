"""Builds the register that ships with the package: `python -m training.register --data DIR --out FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from training.register.build import build

_MOST = 10 * 1024 * 1024  # bytes; the file goes into the wheel


def main(
    data: Annotated[
        Path, typer.Option(help="folder of the raw facts (tenures_draft.csv, territories.csv …)", exists=True, file_okay=False)
    ],
    out: Annotated[Path, typer.Option(help="file to write")] = Path("src/communique/knowledge/register.sqlite"),
) -> None:
    console = Console(stderr=True)
    with Progress(console=console) as progress:
        task = progress.add_task("register", total=6)
        counts = build(data, out, lambda step: progress.update(task, advance=1, description=step))
    size = out.stat().st_size
    console.print(f"{out}: {size / 1024 / 1024:.1f} MB; " + ", ".join(f"{v:,} {k}" for k, v in counts.items()))
    if size > _MOST:
        console.print(f"[red]larger than {_MOST // 1024 // 1024} MB; leave out more rows[/red]")
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
