"""The archive: all records, kept in one SQLite file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from communique.errors import StoreError
from communique.record import Fact, Record
from communique.record.actors import ActorKind
from communique.record.commitments import CommitmentStatus
from communique.record.encounters import EncounterKind, EncounterStatus
from communique.record.events import EventType
from communique.record.statements import Nature, QuoteType, SpeechAct
from communique.store import actors, documents, facts, migrations, search, writer
from communique.store.database import Database
from communique.store.rows import (
    ActorProfile,
    ActorRow,
    CommitmentRow,
    Counts,
    DocumentRow,
    EncounterRow,
    EventRow,
    Hit,
    Reference,
    StatementRow,
)
from communique.store.writer import Outcome

PAGE = 50  # rows a list gives unless told


class Archive:
    """Documents and their facts, kept. One thread at a time may use an archive; open one for each that needs it.

    Several processes may have the same file open: readers never wait, writers wait for one another.
    Every method raises StoreError where the file can't be read or written. Lists are newest first, by publication (facts
    with a date of their own: by that), and of one document in text order.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, read_only: bool = False, timeout: float = 10.0) -> Self:
        """The archive in a file, made if it is not there; an older one is brought up to date.

        `timeout` is how many seconds to wait for another writer.

        Raises:
            StoreError: if it can't be opened, or is no archive.
            MigrationError: if it was written by a newer version of this program.
        """
        path = Path(path)
        try:
            _check(path, must_exist=read_only or not create)
        except OSError as error:  # a folder that may not be searched, a name that is too long
            raise StoreError(f"{path}: {error.strerror}; give another file") from error
        database = Database(path, create=create, read_only=read_only, timeout=timeout)
        try:
            migrations.check_current(database) if read_only else migrations.migrate(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def path(self) -> Path:
        return self._database.path

    # ── writing
    def add(self, record: Record, raw: bytes) -> Outcome:
        """Keep a record and the bytes it was read from, in one transaction: after a crash all of it is there or nothing.

        A document that is known by its id stays as it is ("unchanged") unless it was read differently this time; then its
        facts, metadata and bytes take the place of the former ("replaced"). Other documents are never touched.

        Raises:
            StoreError: if it can't be written, or a fact names an actor that the record does not list.
        """
        return writer.add(self._database, record, raw)

    # ── one thing
    def record(self, document_id: str) -> Record:
        """The record of a document, equal to the one that was added.

        Raises:
            UnknownIdError: if there is none.
        """
        return documents.record(self._database, document_id)

    def records(self) -> Iterator[Record]:
        """All records, in the order they were added, one at a time."""
        return (self.record(name) for name in documents.document_ids(self._database))

    def original(self, document_id: str) -> bytes:
        """The bytes a document was read from.

        Raises:
            UnknownIdError: if there is no such document.
        """
        return documents.original(self._database, document_id)

    def fact(self, fact_id: str) -> tuple[str, Fact]:
        """A fact, behind the id of its document.

        Raises:
            UnknownIdError: if there is none.
        """
        return documents.fact(self._database, fact_id)

    def resolve(self, id_or_beginning: str) -> Reference:
        """The document or fact whose id is, or alone begins with, a string.

        Raises:
            UnknownIdError: if there is none, or more than one; the message names the candidates.
        """
        return documents.resolve(self._database, id_or_beginning)

    def actor(self, actor_id: str, *, limit: int = PAGE) -> ActorProfile:
        """All of one actor; `limit` is of statements and of documents, each.

        Raises:
            UnknownIdError: if there is none.
        """
        return actors.actor(self._database, actor_id, limit)

    # ── lists
    def counts(self) -> Counts:
        return documents.counts(self._database)

    def document_count(self) -> int:
        return self._database.integer("SELECT count(*) FROM documents")

    def documents(self, limit: int = PAGE, offset: int = 0, *, actor: str | None = None) -> list[DocumentRow]:
        """Documents; `actor` (an id): only those it appears in."""
        return documents.documents(self._database, limit, offset, actor)

    def actors(self, limit: int = PAGE, offset: int = 0, *, kind: ActorKind | None = None) -> list[ActorRow]:
        """Actors, those in most documents first."""
        return actors.actors(self._database, limit, offset, kind)

    def statements(
        self,
        *,
        speaker: str | None = None,
        addressee: str | None = None,
        subject: str | None = None,
        act: SpeechAct | None = None,
        quote_type: QuoteType | None = None,
        nature: Nature | None = None,
        document: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> list[StatementRow]:
        """Statements; speaker, addressee, subject and document are ids."""
        filters = {"speaker": speaker, "addressee": addressee, "subject": subject, "act": act}
        filters |= {"quote_type": quote_type, "nature": nature, "document": document}
        return facts.statements(self._database, filters, limit, offset)

    def encounters(
        self,
        *,
        kind: EncounterKind | None = None,
        status: EncounterStatus | None = None,
        participant: str | None = None,
        state: str | None = None,
        document: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> list[EncounterRow]:
        """Encounters; participant and document are ids, `state` is ISO 3166-1 alpha-3 of a participant."""
        filters = {"kind": kind, "status": status, "participant": participant, "state": state, "document": document}
        return facts.encounters(self._database, filters, limit, offset)

    def events(
        self,
        *,
        event_type: EventType | None = None,
        actor: str | None = None,
        state: str | None = None,
        document: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> list[EventRow]:
        """Events; `actor` (an id) in any role, `state` of anyone in it."""
        filters = {"event_type": event_type, "actor": actor, "state": state, "document": document}
        return facts.events(self._database, filters, limit, offset)

    def commitments(
        self,
        *,
        status: CommitmentStatus | None = None,
        promisor: str | None = None,
        promisee: str | None = None,
        state: str | None = None,
        due_before: str | None = None,
        document: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> list[CommitmentRow]:
        """Commitments; `due_before` is a day (YYYY-MM-DD) that the last day of the deadline lies before."""
        filters: dict[str, str | None] = {"status": status, "promisor": promisor, "promisee": promisee, "state": state}
        filters |= {"due_before": due_before, "document": document}
        return facts.commitments(self._database, filters, limit, offset)

    def search(self, query: str, limit: int = 20, offset: int = 0) -> list[Hit]:
        """What fits a query (`store.query` has the language): statements, best first by BM25, then documents.

        `kind:`, `status:` and `type:` ask for encounters, events or commitments instead. Without words, newest first.

        Raises:
            QueryError: if the query can't be understood; the message begins with the place, `at 12: …`.
        """
        return search.search(self._database, query, limit, offset)


def _check(path: Path, must_exist: bool) -> None:
    """See that an archive can be there, before SQLite says so in fewer words."""
    if must_exist and not path.exists():
        raise StoreError(f"{path}: there is no such archive; make one with `communique add PATHS… --db {path}`")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")
    if path.is_dir():
        raise StoreError(f"{path}: this is a folder; give the name of a file in it, e.g. {path / 'archive.db'}")
