-- The foundation: who works here, what they did, what they are typing, their clients, their sheets.
--
-- Conventions of every table, so that later migrations need not repeat them:
-- ids are UUIDv7 as text (they sort by age), instants are UTC milliseconds, dates are ISO text,
-- booleans are 0/1, closed sets carry a CHECK. Tables are STRICT, because SQLite would otherwise
-- keep a word in a number's column. `version` counts the saves of a row: a save that names an
-- older version is refused, so nobody's words are overwritten unseen.

-- Facts about this database itself. `generation` is compared with vault.json at every unlock:
-- a vault.json older than the records means somebody put an old copy back.
CREATE TABLE practice_meta (
    only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
    vault_id   TEXT    NOT NULL,
    generation INTEGER NOT NULL CHECK (generation >= 1),
    created_at INTEGER NOT NULL
) STRICT;

-- Everyone who ever worked here. Rows stay for ever: notes and audit entries point at them.
CREATE TABLE people_person (
    id          TEXT    PRIMARY KEY,
    name        TEXT    NOT NULL,
    credentials TEXT    NOT NULL,
    role        TEXT    NOT NULL CHECK (role IN ('owner', 'practitioner', 'associate', 'receptionist', 'student')),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The public halves of everyone's signing keys, newest last. A key that was lost with its passphrase is
-- replaced and never removed: what was signed with it must stay verifiable for ever.
CREATE TABLE people_signing_key (
    person     TEXT    NOT NULL REFERENCES people_person (id),
    public_key BLOB    NOT NULL CHECK (length(public_key) = 32),
    since      INTEGER NOT NULL,
    PRIMARY KEY (person, public_key)
) STRICT, WITHOUT ROWID;

-- One entry for every act, chained: `mac` covers the entry and the entry before it, so a row that is
-- edited, removed or moved breaks the chain at its number. No free text and no clinical value is kept here.
CREATE TABLE audit_entry (
    seq          INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    session      TEXT    NOT NULL,
    person       TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    action       TEXT    NOT NULL,
    subject_kind TEXT,
    subject      TEXT,
    client       TEXT,
    outcome      TEXT    NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    detail       TEXT    NOT NULL,
    previous     BLOB    NOT NULL CHECK (length(previous) = 32),
    mac          BLOB    NOT NULL CHECK (length(mac) = 32)
) STRICT;
CREATE INDEX audit_entry_client ON audit_entry (client, seq) WHERE client IS NOT NULL;

CREATE TRIGGER audit_entry_is_never_edited BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit entries are never edited'); END;
CREATE TRIGGER audit_entry_is_never_removed BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit entries are never removed'); END;

-- What somebody is typing and has not finished. Saved at every pause, so a lock, a crash or a closed
-- window loses nothing. The body is the form as JSON; nothing else reads it.
CREATE TABLE drafts_draft (
    id       TEXT    PRIMARY KEY,
    person   TEXT    NOT NULL REFERENCES people_person (id),
    kind     TEXT    NOT NULL CHECK (kind IN ('new_client', 'edit_client', 'sheet')),
    subject  TEXT,
    label    TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    started_at INTEGER NOT NULL,
    saved_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_draft_person ON drafts_draft (person, saved_at);

-- Settings of the practice and of each person, one row a key. What belongs to the machine is not here:
-- it must be readable while the practice is locked, and says nothing about anybody.
CREATE TABLE settings_practice (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE settings_person (
    person TEXT NOT NULL REFERENCES people_person (id),
    key    TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (person, key)
) STRICT, WITHOUT ROWID;

-- The people who are treated. A name is enough, given or family. `search` holds everything a client can be
-- found by, folded (lower case, no accents), so that one LIKE answers while somebody types; `name_key` holds the
-- words of the name in alphabetical order, so that a twin registered the other way round is noticed.
CREATE TABLE clients_client (
    id                 TEXT    PRIMARY KEY,
    number             INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    given_name         TEXT    NOT NULL,
    family_name        TEXT    NOT NULL,
    preferred_name     TEXT    NOT NULL,
    pronouns           TEXT    NOT NULL,
    birth_date         TEXT,
    email              TEXT    NOT NULL,
    address            TEXT    NOT NULL,
    emergency_name     TEXT    NOT NULL,
    emergency_phone    TEXT    NOT NULL,
    emergency_relation TEXT    NOT NULL,
    notes              TEXT    NOT NULL,
    sort_name          TEXT    NOT NULL,
    name_key           TEXT    NOT NULL,
    search             TEXT    NOT NULL,
    created_at         INTEGER NOT NULL,
    created_by         TEXT    NOT NULL REFERENCES people_person (id),
    updated_at         INTEGER NOT NULL,
    updated_by         TEXT    NOT NULL REFERENCES people_person (id),
    version            INTEGER NOT NULL DEFAULT 1,
    CHECK (given_name <> '' OR family_name <> '')
) STRICT;
CREATE INDEX clients_client_sort_name ON clients_client (sort_name, number);
CREATE INDEX clients_client_name_key ON clients_client (name_key);
CREATE INDEX clients_client_birth_date ON clients_client (birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX clients_client_updated ON clients_client (updated_at);

CREATE TABLE clients_phone (
    client   TEXT    NOT NULL REFERENCES clients_client (id),
    position INTEGER NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('mobile', 'home', 'work', 'other')),
    number   TEXT    NOT NULL,
    digits   TEXT    NOT NULL,
    PRIMARY KEY (client, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX clients_phone_digits ON clients_phone (digits);

-- Files kept beside the database, each sealed under a key of its own. Deleting a row shreds the file.
CREATE TABLE attachments_file (
    id         TEXT    PRIMARY KEY,
    key        BLOB    NOT NULL CHECK (length(key) = 32),
    media_type TEXT    NOT NULL,
    bytes      INTEGER NOT NULL,
    sha256     BLOB    NOT NULL CHECK (length(sha256) = 32),
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL REFERENCES people_person (id)
) STRICT;

-- A patient-education sheet, and every version of its text that was ever kept. Versions are never edited:
-- a sheet that was given must be readable later as it was.
CREATE TABLE handouts_sheet (
    id         TEXT    PRIMARY KEY,
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL REFERENCES people_person (id),
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL REFERENCES people_person (id)
) STRICT;
CREATE TABLE handouts_version (
    sheet    TEXT    NOT NULL REFERENCES handouts_sheet (id),
    version  INTEGER NOT NULL CHECK (version >= 1),
    title    TEXT    NOT NULL,
    language TEXT    NOT NULL,
    author   TEXT    NOT NULL,
    written  TEXT,
    markdown TEXT    NOT NULL,
    kept_at  INTEGER NOT NULL,
    kept_by  TEXT    NOT NULL REFERENCES people_person (id),
    PRIMARY KEY (sheet, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER handouts_version_is_never_edited BEFORE UPDATE ON handouts_version
BEGIN SELECT RAISE(ABORT, 'kept versions are never edited'); END;

-- What a client took home: which version, in which language, on which paper, and the exact bytes.
CREATE TABLE handouts_given (
    id            TEXT    PRIMARY KEY,
    client        TEXT    NOT NULL REFERENCES clients_client (id),
    sheet         TEXT    NOT NULL,
    sheet_version INTEGER NOT NULL,
    title         TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    paper         TEXT    NOT NULL CHECK (paper IN ('a4', 'letter')),
    text_size     INTEGER NOT NULL CHECK (text_size IN (12, 14, 16, 20)),
    pages         INTEGER NOT NULL,
    file          TEXT    NOT NULL REFERENCES attachments_file (id),
    given_at      INTEGER NOT NULL,
    given_by      TEXT    NOT NULL REFERENCES people_person (id),
    FOREIGN KEY (sheet, sheet_version) REFERENCES handouts_version (sheet, version)
) STRICT;
CREATE INDEX handouts_given_client ON handouts_given (client, given_at);
