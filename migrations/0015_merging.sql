-- Two records of one person become one, and can become two again while nothing contradicts it.

-- The record that this one is part of now. What it says stays as it was, for the day they are two again; nobody finds it by
-- itself.
ALTER TABLE clients_client ADD COLUMN merged_into TEXT REFERENCES clients_client (id) CHECK (merged_into <> id);
CREATE INDEX clients_client_merged ON clients_client (merged_into) WHERE merged_into IS NOT NULL;

-- A record is part of one that is none of another: there are never three in a row, and what is part of another says what it
-- said before.
CREATE TRIGGER clients_client_is_part_of_one BEFORE UPDATE OF merged_into ON clients_client
WHEN NEW.merged_into IS NOT NULL
    AND (EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.merged_into AND merged_into IS NOT NULL)
         OR EXISTS (SELECT 1 FROM clients_client WHERE merged_into = NEW.id))
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER clients_client_says_what_it_said
BEFORE UPDATE OF given_name, family_name, preferred_name, birth_date, status, notes ON clients_client
WHEN OLD.merged_into IS NOT NULL AND NEW.merged_into IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;

-- That two records became one: which was kept, and what it said before, the details as JSON. They become two again only while
-- the details of the kept one have the version they had right after. A migration that changes what details are made of changes
-- them here too; nothing is kept of them once the two are two again.
CREATE TABLE clients_merge (
    id             TEXT    PRIMARY KEY,
    kept           TEXT    NOT NULL REFERENCES clients_client (id),
    gone           TEXT    NOT NULL REFERENCES clients_client (id),
    before         TEXT    CHECK (json_valid(before)),
    version        INTEGER NOT NULL,
    -- The version of the health history of the kept record before and after, where the merging made one of two or brought one.
    health_before  INTEGER CHECK (health_before >= 0),
    health_after   INTEGER CHECK (health_after >= 1),
    merged_at      INTEGER NOT NULL,
    merged_by      TEXT    NOT NULL REFERENCES people_person (id),
    undone_at      INTEGER,
    undone_by      TEXT    REFERENCES people_person (id),
    CHECK (kept <> gone),
    CHECK ((health_before IS NULL) = (health_after IS NULL)),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
    CHECK (undone_at IS NOT NULL OR before IS NOT NULL)
) STRICT;
CREATE INDEX clients_merge_kept ON clients_merge (kept) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX clients_merge_gone ON clients_merge (gone) WHERE undone_at IS NULL;
CREATE TRIGGER clients_merge_is_never_edited BEFORE UPDATE OF id, kept, gone, merged_at, merged_by ON clients_merge
BEGIN SELECT RAISE(ABORT, 'what became one is never edited'); END;

-- What went along from the other record, by table and key, so that just that goes back. A migration that renames a table names
-- it anew here. `said_at` is when the row was said, where it may be said anew in its place; then it stays where that was said.
CREATE TABLE clients_merge_moved (
    merge   TEXT NOT NULL REFERENCES clients_merge (id),
    place   TEXT NOT NULL,
    row     TEXT NOT NULL,
    said_at INTEGER,
    PRIMARY KEY (merge, place, row)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER clients_merge_moved_is_never_edited BEFORE UPDATE ON clients_merge_moved
BEGIN SELECT RAISE(ABORT, 'what went along is never edited'); END;

-- Two records of which somebody said that they are two people. The smaller id is `one`.
CREATE TABLE clients_not_twins (
    one     TEXT    NOT NULL REFERENCES clients_client (id),
    other   TEXT    NOT NULL REFERENCES clients_client (id),
    said_at INTEGER NOT NULL,
    said_by TEXT    NOT NULL REFERENCES people_person (id),
    PRIMARY KEY (one, other),
    CHECK (one < other)
) STRICT, WITHOUT ROWID;

-- A record that is part of another gets nothing of its own any more: whoever still has it open writes into the other. The
-- program sees to that; should it ever not, nothing is written where nobody looks. A migration that builds one of these tables
-- anew makes its trigger anew.
CREATE TRIGGER handouts_given_has_its_client BEFORE INSERT ON handouts_given
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER notes_note_has_its_client BEFORE INSERT ON notes_note
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER bookings_booking_has_its_client BEFORE INSERT ON bookings_booking
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER bookings_booking_keeps_its_client BEFORE UPDATE OF client ON bookings_booking
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER bookings_wait_has_its_client BEFORE INSERT ON bookings_wait
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER bookings_contact_has_its_client BEFORE INSERT ON bookings_contact
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER bookings_recall_has_its_client BEFORE INSERT ON bookings_recall
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER alerts_alert_has_its_client BEFORE INSERT ON alerts_alert
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER correspondence_entry_has_its_client BEFORE INSERT ON correspondence_entry
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER health_version_has_its_client BEFORE INSERT ON health_version
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
CREATE TRIGGER health_review_has_its_client BEFORE INSERT ON health_review
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
