-- Two records of one person become one, and can become two again while nothing contradicts it.

-- The record that this one is part of now. What it says stays as it was, for the day they are two again; nobody finds it by
-- itself.
ALTER TABLE clients_client ADD COLUMN merged_into TEXT REFERENCES clients_client (id) CHECK (merged_into <> id);
CREATE INDEX clients_client_merged ON clients_client (merged_into) WHERE merged_into IS NOT NULL;

-- That two records became one: which was kept, and what it said before (the details as JSON). They become two again only while
-- the details of the kept one have the version they had right after.
CREATE TABLE clients_merge (
    id             TEXT    PRIMARY KEY,
    kept           TEXT    NOT NULL REFERENCES clients_client (id),
    gone           TEXT    NOT NULL REFERENCES clients_client (id),
    before         TEXT    NOT NULL CHECK (json_valid(before)),
    version        INTEGER NOT NULL,
    -- The version of the health history of the kept record before and after, where the merging made one of two or brought one.
    health_before  INTEGER,
    health_after   INTEGER,
    merged_at      INTEGER NOT NULL,
    merged_by      TEXT    NOT NULL REFERENCES people_person (id),
    undone_at      INTEGER,
    undone_by      TEXT    REFERENCES people_person (id),
    CHECK (kept <> gone),
    CHECK ((health_before IS NULL) = (health_after IS NULL))
) STRICT;
CREATE INDEX clients_merge_kept ON clients_merge (kept) WHERE undone_at IS NULL;

-- What went along from the other record, by table and key, so that just that goes back.
CREATE TABLE clients_merge_moved (
    merge TEXT NOT NULL REFERENCES clients_merge (id),
    place TEXT NOT NULL,
    row   TEXT NOT NULL,
    PRIMARY KEY (merge, place, row)
) STRICT, WITHOUT ROWID;

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
-- program sees to that; should it ever not, nothing is written where nobody looks.
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
