-- Treatment notes: signed once, read-only ever after, amended by addenda that are signed as well.
--
-- A signature covers every column of its row but `draft`, and a note's covers its points too; what exactly is signed,
-- byte for byte, is written in src-tauri/crates/core/src/notes/seal.rs. The triggers refuse every change. Somebody who
-- gets around them breaks the signature, which is checked each time a note is shown.

CREATE TABLE notes_note (
    id             TEXT    PRIMARY KEY,
    client         TEXT    NOT NULL REFERENCES clients_client (id),
    version        INTEGER NOT NULL CHECK (version = 1),
    template       TEXT    NOT NULL CHECK (template = 'soap/1'),
    visit_date     TEXT    NOT NULL,
    subjective     TEXT    NOT NULL,
    objective      TEXT    NOT NULL,
    assessment     TEXT    NOT NULL,
    plan           TEXT    NOT NULL,
    -- Who signed, as what, when and where, and under which entry of the audit.
    signed_by      TEXT    NOT NULL REFERENCES people_person (id),
    printed_name   TEXT    NOT NULL,
    credentials    TEXT    NOT NULL,
    registration   TEXT    NOT NULL,
    meaning        TEXT    NOT NULL CHECK (meaning = 'author'),
    signed_at      INTEGER NOT NULL,
    zone           TEXT    NOT NULL,
    app_version    TEXT    NOT NULL,
    audit_seq      INTEGER NOT NULL UNIQUE,
    -- Which of the signer's keys it was, the hash of what was signed, and the signature.
    public_key     BLOB    NOT NULL CHECK (length(public_key) = 32),
    payload_sha256 BLOB    NOT NULL CHECK (length(payload_sha256) = 32),
    signature      BLOB    NOT NULL CHECK (length(signature) = 64),
    -- The draft it was typed in, so that a second click on Sign finds the note of the first.
    draft          TEXT,
    FOREIGN KEY (signed_by, public_key) REFERENCES people_signing_key (person, public_key)
) STRICT;
CREATE INDEX notes_note_client ON notes_note (client, visit_date, signed_at);
CREATE INDEX notes_note_draft ON notes_note (draft) WHERE draft IS NOT NULL;

-- The points of a note in the order they were entered, with the names they had when it was signed.
CREATE TABLE notes_point (
    note     TEXT    NOT NULL REFERENCES notes_note (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    code     TEXT    NOT NULL,
    pinyin   TEXT    NOT NULL,
    hanzi    TEXT    NOT NULL,
    english  TEXT    NOT NULL,
    side     TEXT    NOT NULL CHECK (side IN ('left', 'right', 'both', 'middle', 'whole')),
    needles  INTEGER NOT NULL CHECK (needles BETWEEN 1 AND 99),
    PRIMARY KEY (note, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes_addendum (
    id             TEXT    PRIMARY KEY,
    note           TEXT    NOT NULL REFERENCES notes_note (id),
    number         INTEGER NOT NULL CHECK (number >= 1),
    text           TEXT    NOT NULL,
    signed_by      TEXT    NOT NULL REFERENCES people_person (id),
    printed_name   TEXT    NOT NULL,
    credentials    TEXT    NOT NULL,
    registration   TEXT    NOT NULL,
    meaning        TEXT    NOT NULL CHECK (meaning = 'author'),
    signed_at      INTEGER NOT NULL,
    zone           TEXT    NOT NULL,
    app_version    TEXT    NOT NULL,
    audit_seq      INTEGER NOT NULL UNIQUE,
    public_key     BLOB    NOT NULL CHECK (length(public_key) = 32),
    payload_sha256 BLOB    NOT NULL CHECK (length(payload_sha256) = 32),
    signature      BLOB    NOT NULL CHECK (length(signature) = 64),
    draft          TEXT,
    UNIQUE (note, number),
    FOREIGN KEY (signed_by, public_key) REFERENCES people_signing_key (person, public_key)
) STRICT;
CREATE INDEX notes_addendum_draft ON notes_addendum (draft) WHERE draft IS NOT NULL;

CREATE TRIGGER notes_note_is_never_edited BEFORE UPDATE ON notes_note
BEGIN SELECT RAISE(ABORT, 'signed notes are never edited'); END;
CREATE TRIGGER notes_note_is_never_removed BEFORE DELETE ON notes_note
BEGIN SELECT RAISE(ABORT, 'signed notes are never removed'); END;
CREATE TRIGGER notes_point_is_never_edited BEFORE UPDATE ON notes_point
BEGIN SELECT RAISE(ABORT, 'points of signed notes are never edited'); END;
CREATE TRIGGER notes_point_is_never_removed BEFORE DELETE ON notes_point
BEGIN SELECT RAISE(ABORT, 'points of signed notes are never removed'); END;
CREATE TRIGGER notes_addendum_is_never_edited BEFORE UPDATE ON notes_addendum
BEGIN SELECT RAISE(ABORT, 'signed addenda are never edited'); END;
CREATE TRIGGER notes_addendum_is_never_removed BEFORE DELETE ON notes_addendum
BEGIN SELECT RAISE(ABORT, 'signed addenda are never removed'); END;

-- SQLite cannot change a CHECK, so the drafts move into a table that knows two more forms.
CREATE TABLE drafts_draft_wider (
    id       TEXT    PRIMARY KEY,
    person   TEXT    NOT NULL REFERENCES people_person (id),
    kind     TEXT    NOT NULL CHECK (kind IN ('new_client', 'edit_client', 'sheet', 'note', 'addendum')),
    subject  TEXT,
    label    TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    started_at INTEGER NOT NULL,
    saved_at   INTEGER NOT NULL
) STRICT;
INSERT INTO drafts_draft_wider (id, person, kind, subject, label, body, started_at, saved_at)
SELECT id, person, kind, subject, label, body, started_at, saved_at FROM drafts_draft;
DROP TABLE drafts_draft;
ALTER TABLE drafts_draft_wider RENAME TO drafts_draft;
CREATE INDEX drafts_draft_person ON drafts_draft (person, saved_at);
