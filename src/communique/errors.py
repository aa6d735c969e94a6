"""One exception tree; each message says what was wrong and what to do next.

CommuniqueError
├─ SourceError          bytes could not be had: missing, unreadable, too large, not text
│  └─ DocumentError     bytes were had, but hold no article
├─ RecordError          a noun was given impossible values (a span that ends before it starts)
├─ EngineError          there is no such engine, or it does not load
├─ KnowledgeError       the register is missing or broken
├─ StoreError           the archive can't be opened, read or written
│  └─ MigrationError    the archive is of a newer version than this program
├─ QueryError           a search that can't be understood
└─ UnknownIdError       no such document or fact
"""

from __future__ import annotations


class CommuniqueError(Exception):
    """Anything this package raises on purpose."""


class SourceError(CommuniqueError):
    """The bytes of an input could not be had."""


class DocumentError(SourceError):
    """An input holds no article that could be read."""


class RecordError(CommuniqueError, ValueError):
    """A noun was given values that cannot be."""


class EngineError(CommuniqueError):
    """An engine that does not exist or can't be loaded."""


class KnowledgeError(CommuniqueError):
    """The shipped register is missing or broken."""


class StoreError(CommuniqueError):
    """The archive can't be opened, read or written."""


class MigrationError(StoreError):
    """The archive was written by a newer version."""


class QueryError(CommuniqueError):
    """A search that can't be understood."""


class UnknownIdError(CommuniqueError, LookupError):
    """No document or fact has this id."""
