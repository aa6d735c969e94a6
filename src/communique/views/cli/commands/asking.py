"""`communique search`, `show` and `commitments`: questions to an archive."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from communique.views.cli.options import DATABASE, Database, Limit, one_of
from communique.views.cli.reporting import tell


def search(
    query: Annotated[
        list[str],
        typer.Argument(metavar="QUERY", help='Words, "phrases", and speaker: to: about: country: outlet: act: kind: before: …'),
    ],
    db: Database = DATABASE,
    limit: Limit = 20,
) -> None:
    """Search statements, encounters, events, commitments and texts in an archive."""
    from communique.store import Archive
    from communique.views.cli.pretty import hit_list

    with Archive.open(db, read_only=True) as archive:
        hits = archive.search(" ".join(query), limit + 1)
        hit_list(hits[:limit])
    _close(len(hits), limit, "nothing fits; try fewer words, or a word's beginning with * behind it")


def show(
    identity: Annotated[str, typer.Argument(metavar="ID", help="Of a document or fact; its beginning will do.")],
    db: Database = DATABASE,
) -> None:
    """Show a document's record, or one fact and the sentence it stands in."""
    from communique.store import Archive
    from communique.views.cli.pretty import fact_page, print_records

    with Archive.open(db, read_only=True) as archive:
        found = archive.resolve(identity)
        record = archive.record(found.document_id)
        if found.section == "document":
            print_records([record])
        else:
            fact_page(record, archive.fact(found.id)[1])


def _status(value: str | None) -> str | None:
    from communique.record.commitments import CommitmentStatus

    return value and one_of(value, get_args(CommitmentStatus), "--status")


def commitments(
    db: Database = DATABASE,
    status: Annotated[
        str | None,
        typer.Option(
            metavar="STATUS",
            callback=_status,
            help="Only announced, in_progress, renewed, kept, late, broken or unverifiable ones.",
        ),
    ] = None,
    limit: Limit = 50,
) -> None:
    """List who undertook what, to whom and by when, newest first."""
    from typing import cast

    from communique.record.commitments import CommitmentStatus
    from communique.store import Archive
    from communique.views.cli.pretty import commitment_list

    with Archive.open(db, read_only=True) as archive:
        rows = archive.commitments(status=cast("CommitmentStatus | None", status), limit=limit + 1)
        commitment_list(rows[:limit])
    _close(len(rows), limit, "there are no such commitments in this archive")


def _close(found: int, limit: int, nothing: str) -> None:
    """Say on standard error what a list does not show."""
    if not found:
        tell(nothing)
    elif found > limit:
        tell(f"there are more than these {limit}; --limit shows them")
