-- The archive, version 1. Columns are what is queried; `payload` is the noun itself (record/plain.py), for lossless return.
-- `first` and `last` are the days (YYYY-MM-DD) that bound a date of any precision, null where open or unknown.

CREATE TABLE documents (
    key            INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    title          TEXT,
    outlet         TEXT,
    url            TEXT,
    language       TEXT,
    source         TEXT NOT NULL,
    published      TEXT,
    first          TEXT,
    last           TEXT,
    engine         TEXT NOT NULL,
    diplomatic     INTEGER NOT NULL,
    text           TEXT NOT NULL,
    payload        TEXT NOT NULL,
    times          TEXT NOT NULL,
    fingerprint    TEXT NOT NULL,
    added_at       TEXT NOT NULL,
    read_at        TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_day ON documents (last DESC, key DESC);
CREATE INDEX documents_by_outlet ON documents (outlet);

-- The bytes as they came, zlib-compressed; apart from `documents` so that listing documents does not read them.
CREATE TABLE originals (
    document       INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    content        BLOB NOT NULL
) STRICT;

-- Who the archive knows, by global id. Evidence is in `appearances`: an actor as one document knows it.
CREATE TABLE actors (
    key            INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    name           TEXT NOT NULL,
    kind           TEXT NOT NULL,
    state          TEXT,
    wikidata       TEXT
) STRICT;

CREATE TABLE appearances (
    key            INTEGER PRIMARY KEY,
    document       INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    actor          INTEGER NOT NULL REFERENCES actors,
    name           TEXT NOT NULL,
    aliases        TEXT NOT NULL, -- one a line
    kind           TEXT NOT NULL,
    state          TEXT,
    office         TEXT,
    office_state   TEXT,
    office_status  TEXT,
    office_as_of   TEXT,
    payload        TEXT NOT NULL,
    UNIQUE (document, actor)
) STRICT;
CREATE INDEX appearances_by_actor ON appearances (actor, document);
CREATE INDEX appearances_by_state ON appearances (state, actor);

CREATE TABLE facts (
    key            INTEGER PRIMARY KEY,
    document       INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    section        TEXT NOT NULL CHECK (section IN ('statement', 'encounter', 'event', 'commitment')),
    position       INTEGER NOT NULL,
    id             TEXT NOT NULL,
    words          TEXT NOT NULL,
    start          INTEGER NOT NULL,
    "end"          INTEGER NOT NULL,
    first          TEXT,
    last           TEXT,
    confidence     REAL NOT NULL,
    payload        TEXT NOT NULL,
    UNIQUE (document, section, position)
) STRICT;
CREATE INDEX facts_by_id ON facts (id);
CREATE INDEX facts_by_day ON facts (section, last DESC, key DESC);

CREATE TABLE statements (
    fact           INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
    quote_type     TEXT NOT NULL,
    act            TEXT NOT NULL,
    inherited      INTEGER NOT NULL
) STRICT;

CREATE TABLE encounters (
    fact           INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
    kind           TEXT NOT NULL,
    status         TEXT NOT NULL,
    date           TEXT,
    host           TEXT,
    place          TEXT
) STRICT;

CREATE TABLE events (
    fact           INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
    event_type     TEXT NOT NULL,
    mode           TEXT,
    modality       TEXT NOT NULL,
    date           TEXT
) STRICT;

CREATE TABLE commitments (
    fact           INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
    status         TEXT NOT NULL,
    action         TEXT NOT NULL,
    deadline       TEXT,
    deadline_last  TEXT
) STRICT;

-- speaker, addressee, subject (named in a statement's content), participant, actor, recipient, promisor, promisee
CREATE TABLE roles (
    fact           INTEGER NOT NULL REFERENCES facts ON DELETE CASCADE,
    role           TEXT NOT NULL,
    position       INTEGER NOT NULL,
    actor          INTEGER NOT NULL REFERENCES actors,
    PRIMARY KEY (fact, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX roles_by_actor ON roles (actor, role, fact);

-- Full text. The words stand once, in the tables above; triggers keep the indexes true under cascading deletes too.
CREATE VIRTUAL TABLE document_words USING fts5 (
    title, text, content = 'documents', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO document_words (document_words, rank) VALUES ('rank', 'bm25(4.0, 1.0)'); -- a word in the title counts for four
CREATE TRIGGER documents_insert AFTER INSERT ON documents BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER documents_delete AFTER DELETE ON documents BEGIN
    INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
END;

CREATE VIRTUAL TABLE fact_words USING fts5 (
    words, content = 'facts', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER facts_insert AFTER INSERT ON facts BEGIN
    INSERT INTO fact_words (rowid, words) VALUES (new.key, new.words);
END;
CREATE TRIGGER facts_delete AFTER DELETE ON facts BEGIN
    INSERT INTO fact_words (fact_words, rowid, words) VALUES ('delete', old.key, old.words);
END;

CREATE VIRTUAL TABLE actor_words USING fts5 (
    name, aliases, content = 'appearances', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER appearances_insert AFTER INSERT ON appearances BEGIN
    INSERT INTO actor_words (rowid, name, aliases) VALUES (new.key, new.name, new.aliases);
END;
CREATE TRIGGER appearances_delete AFTER DELETE ON appearances BEGIN
    INSERT INTO actor_words (actor_words, rowid, name, aliases) VALUES ('delete', old.key, old.name, old.aliases);
END;
