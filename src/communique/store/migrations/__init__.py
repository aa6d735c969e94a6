"""The archive's schema, in numbered steps; `NNNN_name.sql` leads from version NNNN - 1 to NNNN, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from communique.errors import MigrationError, StoreError
from communique.store.database import APPLICATION_ID, Database


def migrate(database: Database) -> None:
    """Bring an archive, or a new and empty file, to the version of this program.

    Raises:
        MigrationError: if the archive is of a newer version.
        StoreError: if it is another program's database, or can't be written.
    """
    check(database)
    if version_of(database) == newest():
        return
    if database.rows("PRAGMA journal_mode")[0][0] != "wal":
        database.write_ahead()
    for number, script in sorted(_scripts().items()):
        with database.transaction():
            if version_of(database) < number:  # asked again under the lock: another process may have been faster
                _apply(database, number, script)


def check(database: Database) -> None:
    """See that a database is an archive, or empty, and not of the future; raises as `migrate`."""
    found = version_of(database)
    owner = database.integer("PRAGMA application_id")
    if owner != APPLICATION_ID and (found or owner or database.integer("SELECT count(*) FROM sqlite_schema")):
        raise StoreError(f"{database.path}: this is a database of another program; give the file of an archive or a new name")
    if found > newest():
        raise MigrationError(
            f"{database.path}: written by a newer communique (archive version {found}, this program knows {newest()}); "
            "upgrade communique"
        )


def check_current(database: Database) -> None:
    """See that an archive that may not be written is of this program's version; raises as `migrate`."""
    check(database)
    if not version_of(database):
        raise StoreError(f"{database.path}: holds no archive yet; fill it with `communique add PATHS… --db {database.path}`")
    if version_of(database) < newest():
        raise StoreError(f"{database.path}: of an older version; add a document to it and it is brought up to date")


def version_of(database: Database) -> int:
    return database.integer("PRAGMA user_version")


def newest() -> int:
    """The version this program writes."""
    return max(_scripts())


def _apply(database: Database, number: int, script: str) -> None:
    for statement in _statements(script):
        database.run(statement)
    database.run(f"PRAGMA application_id = {APPLICATION_ID}")
    database.run(f"PRAGMA user_version = {number}")


@cache
def _scripts() -> dict[int, str]:
    found = [f for f in files(__name__).iterdir() if f.name.endswith(".sql")]
    return {int(f.name[:4]): f.read_text("utf-8") for f in found}


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; SQLite itself says where one ends (a trigger holds semicolons)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
