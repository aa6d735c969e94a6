"""One SQLite connection, set up as the archive needs it, whose failures come out as one clear line.

WAL lets readers go on while one writer writes; writers wait for one another up to the busy timeout.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from communique.errors import StoreError

Value = str | int | float | bytes | None

APPLICATION_ID = 0x434F4D51  # "COMQ": tells our archives from other programs' databases

_PAUSE = 0.02  # seconds between two tries
_ADVICE = {
    sqlite3.SQLITE_BUSY: "another program has kept it locked for {timeout:g} s; close that program or try again later",
    sqlite3.SQLITE_LOCKED: "another program has kept it locked for {timeout:g} s; close that program or try again later",
    sqlite3.SQLITE_FULL: "the disk is full; make room and run again, what was added before is kept",
    sqlite3.SQLITE_READONLY: "it can't be written; check the permissions of the file and its folder, or give another file",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened; check that its folder exists and may be written, or give another file",
    sqlite3.SQLITE_NOTADB: "this is no database; give the file of an archive, or a new name to make one",
    sqlite3.SQLITE_CORRUPT: "the database is damaged or cut off; restore it from a copy, or add the documents to a new archive",
    sqlite3.SQLITE_IOERR: "reading or writing failed; check the disk it is on",
    sqlite3.SQLITE_TOOBIG: "a document is too large to be stored; leave it out",
}


class Database:
    """A connection and its path. To be used by one thread at a time, not necessarily always the same one."""

    def __init__(self, path: Path, *, create: bool, read_only: bool, timeout: float) -> None:
        self.path = path
        self.timeout = timeout
        with self._translated():
            self._connection = _reading(path, timeout) if read_only else _connect(path, "rwc" if create else "rw", timeout)
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute("PRAGMA synchronous = NORMAL")  # in WAL a crash loses nothing; a power cut, seconds
            self._connection.execute("PRAGMA cache_size = -32000")

    def write_ahead(self) -> None:
        """Switch the file to a write-ahead log, which stays with it.

        SQLite does not wait where another program holds the file in that moment, so we do: it may be making the same archive.

        Raises:
            StoreError: if the file is kept locked up to the timeout, or can't be written.
        """
        until = time.monotonic() + self.timeout
        while self._is_busy("PRAGMA journal_mode = WAL", final=time.monotonic() > until):
            time.sleep(_PAUSE)

    def _is_busy(self, sql: str, final: bool) -> bool:
        """Whether a statement could not be run because of a lock; `final` makes that an error like any other."""
        with self._translated():
            try:
                self._connection.execute(sql)
            except sqlite3.OperationalError as error:
                if final or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                return True
        return False

    def close(self) -> None:
        with self._translated():
            self._connection.close()

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """All rows of a query.

        Raises:
            StoreError: if the archive can't be read.
        """
        with self._translated():
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> sqlite3.Row | None:
        """The first row of a query, None where there is none."""
        return next(iter(self.rows(sql, parameters)), None)

    def integer(self, sql: str, parameters: Sequence[Value] = ()) -> int:
        """The first column of the first row of a query that always gives one."""
        return int(self.rows(sql, parameters)[0][0])

    def run(self, sql: str, parameters: Sequence[Value] = ()) -> None:
        self.rows(sql, parameters)

    def run_many(self, sql: str, parameters: Iterable[Sequence[Value]]) -> None:
        with self._translated():
            self._connection.executemany(sql, parameters)

    @contextmanager
    def transaction(self) -> Generator[None]:
        """All that is run inside is kept, or none of it. Takes the write lock at once, so that it can't fail half-way."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # SQLite has itself rolled back after a full disk
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Generator[None]:
        """All that is read inside is of one moment, whatever writers do meanwhile."""
        self.run("BEGIN")
        try:
            yield
        finally:
            self._connection.rollback()

    @contextmanager
    def _translated(self) -> Generator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: {_advice(error, self.timeout)}") from error
        except (UnicodeEncodeError, OverflowError) as error:
            raise StoreError(f"{self.path}: what is no valid Unicode, or too large, can't be stored: {error}") from error


def _reading(path: Path, timeout: float) -> sqlite3.Connection:
    """A connection that only reads, also from a disk that can't be written.

    There SQLite can't make the file by which readers and writers agree; it is not needed where nobody writes, which the
    absence of a write-ahead log shows.
    """
    connection = _connect(path, "ro", timeout)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CANTOPEN or path.with_name(path.name + "-wal").exists():
            raise
        return _connect(path, "ro&immutable=1", timeout)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connect(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    return connection


def _advice(error: sqlite3.Error, timeout: float) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):  # raised by Python's own checks, e.g. a closed connection
        return f"{error}"
    advice = _ADVICE.get(code & 0xFF)
    return advice.format(timeout=timeout) if advice else f"the database says: {error}"
