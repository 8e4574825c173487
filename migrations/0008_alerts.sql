-- What has to be known about somebody before anything is done with them: as long as it holds, it stands in the header of
-- everything about them and on their bookings. A clinical one is for those who treat; the desk is for everybody. An alert
-- that does not hold any more stays, with when it ended.
CREATE TABLE alerts_alert (
    id         TEXT    PRIMARY KEY,
    client     TEXT    NOT NULL REFERENCES clients_client (id),
    severity   TEXT    NOT NULL CHECK (severity IN ('danger', 'caution', 'note')),
    audience   TEXT    NOT NULL CHECK (audience IN ('clinical', 'desk')),
    text       TEXT    NOT NULL CHECK (text <> ''),
    ended_at   INTEGER,
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL REFERENCES people_person (id),
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL REFERENCES people_person (id),
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX alerts_alert_client ON alerts_alert (client) WHERE ended_at IS NULL;

-- A booking that is being typed is kept like every other form. SQLite cannot change a CHECK, so the drafts move into a table
-- that knows one more.
CREATE TABLE drafts_draft_wider (
    id       TEXT    PRIMARY KEY,
    person   TEXT    NOT NULL REFERENCES people_person (id),
    kind     TEXT    NOT NULL
        CHECK (kind IN ('new_client', 'edit_client', 'sheet', 'note', 'addendum', 'booking')),
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
