-- What passed between somebody and the practice without a visit: a call, an email, a message, or what had to be arranged
-- about them. A clinical entry is for those who treat. What is changed stays as it was before, and what was entered in error
-- stays with its reason: nothing of a record is ever taken out.
CREATE TABLE correspondence_entry (
    id           TEXT    PRIMARY KEY,
    client       TEXT    NOT NULL REFERENCES clients_client (id),
    kind         TEXT    NOT NULL CHECK (kind IN ('phone_call', 'email', 'message', 'administrative')),
    day          TEXT    NOT NULL CHECK (day GLOB '????-??-??'),
    text         TEXT    NOT NULL CHECK (text <> ''),
    clinical     INTEGER NOT NULL CHECK (clinical IN (0, 1)),
    follow_up    TEXT CHECK (follow_up GLOB '????-??-??'),
    followed_up  INTEGER NOT NULL DEFAULT 0 CHECK (followed_up IN (0, 1)),
    struck       TEXT CHECK (struck <> ''),
    created_at   INTEGER NOT NULL,
    created_by   TEXT    NOT NULL REFERENCES people_person (id),
    updated_at   INTEGER NOT NULL,
    updated_by   TEXT    NOT NULL REFERENCES people_person (id),
    version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX correspondence_entry_client ON correspondence_entry (client, day);
CREATE INDEX correspondence_entry_due ON correspondence_entry (follow_up)
    WHERE follow_up IS NOT NULL AND NOT followed_up AND struck IS NULL;

-- What an entry said before it was changed.
CREATE TABLE correspondence_earlier (
    entry    TEXT    NOT NULL REFERENCES correspondence_entry (id),
    version  INTEGER NOT NULL,
    kind     TEXT    NOT NULL,
    day      TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    said_at  INTEGER NOT NULL,
    said_by  TEXT    NOT NULL REFERENCES people_person (id),
    PRIMARY KEY (entry, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER correspondence_earlier_is_never_edited BEFORE UPDATE ON correspondence_earlier
BEGIN SELECT RAISE(ABORT, 'earlier words are never edited'); END;

-- Where somebody's hands are taken is read for a whole year at once.
CREATE INDEX bookings_booking_practitioner ON bookings_booking (practitioner, from_at);

-- Such an entry that is being typed is kept like every other form. SQLite cannot change a CHECK, so the drafts move into a
-- table that knows one more.
CREATE TABLE drafts_draft_wider (
    id       TEXT    PRIMARY KEY,
    person   TEXT    NOT NULL REFERENCES people_person (id),
    kind     TEXT    NOT NULL CHECK (kind IN
        ('new_client', 'edit_client', 'sheet', 'note', 'addendum', 'booking', 'correspondence')),
    subject  TEXT,
    label    TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    started_at INTEGER NOT NULL,
    saved_at   INTEGER NOT NULL,
    closed_at  INTEGER,
    closed_because TEXT CHECK (closed_because IN ('author_left'))
) STRICT;
INSERT INTO drafts_draft_wider
    (id, person, kind, subject, label, body, started_at, saved_at, closed_at, closed_because)
SELECT id, person, kind, subject, label, body, started_at, saved_at, closed_at, closed_because FROM drafts_draft;
DROP TABLE drafts_draft;
ALTER TABLE drafts_draft_wider RENAME TO drafts_draft;
CREATE INDEX drafts_draft_person ON drafts_draft (person, saved_at);
CREATE INDEX drafts_draft_closed ON drafts_draft (subject) WHERE closed_at IS NOT NULL;
