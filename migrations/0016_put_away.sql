-- Records leave daily use: they are put away whole, kept as long as a rule says, and held where somebody may still ask for them.

-- Where a record lies that nobody works with: in the archive, in the trash because it was made by mistake, or kept for the law
-- alone after the rest was erased. Nothing of the first two is taken out, and whoever works with one of them again has it back in
-- use; nobody works with the third.
ALTER TABLE clients_client ADD COLUMN put_away TEXT CHECK (put_away IN ('archive', 'trash', 'kept'));
ALTER TABLE clients_client ADD COLUMN put_away_at INTEGER;
ALTER TABLE clients_client ADD COLUMN put_away_by TEXT REFERENCES people_person (id);
CREATE INDEX clients_client_put_away ON clients_client (put_away, put_away_at) WHERE put_away IS NOT NULL;

-- How long records are kept, by the law or the code of a place: so many years after what is counted from, and those of whoever
-- was a child at least until an age. Those that are here to begin with say where they were read and what is doubtful about
-- them; whoever has looked a rule up says so by saving it.
CREATE TABLE retention_rule (
    id           TEXT    PRIMARY KEY,
    name         TEXT    NOT NULL CHECK (name <> ''),
    years        INTEGER NOT NULL CHECK (years BETWEEN 1 AND 100),
    child_until  INTEGER CHECK (child_until BETWEEN 1 AND 100),
    counted_from TEXT    NOT NULL CHECK (counted_from IN ('last_entry', 'last_visit')),
    source       TEXT    NOT NULL,
    doubt        TEXT    NOT NULL,
    -- The one that holds for this practice.
    in_force     INTEGER NOT NULL DEFAULT 0 CHECK (in_force IN (0, 1)),
    checked_at   INTEGER,
    checked_by   TEXT    REFERENCES people_person (id),
    version      INTEGER NOT NULL DEFAULT 1,
    -- What it said before it was saved last, as JSON, and whether it was taken out: each can be taken back as it was.
    before       TEXT    CHECK (json_valid(before)),
    removed      INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    CHECK ((checked_at IS NULL) = (checked_by IS NULL)),
    CHECK (NOT (removed AND in_force))
) STRICT;
CREATE UNIQUE INDEX retention_rule_in_force ON retention_rule (in_force) WHERE in_force;
INSERT INTO retention_rule (id, name, years, child_until, counted_from, source, doubt) VALUES
    ('01900000-0000-7000-8000-000000000001', 'Australia, Chinese Medicine Board', 7, 25, 'last_entry',
     'CMBA health record guideline, in force from 1 January 2026',
     'The age of 25 for children is the rule in Victoria, New South Wales and the ACT.'),
    ('01900000-0000-7000-8000-000000000002', 'Florida', 5, NULL, 'last_entry',
     'Florida Administrative Code 64B1-10.001', ''),
    ('01900000-0000-7000-8000-000000000003', 'New York', 6, 19, 'last_entry', '',
     'Six years, and for minors one year past their majority, are what is generally known; the text of the law was not read.'),
    ('01900000-0000-7000-8000-000000000004', 'Texas', 5, 21, 'last_entry',
     '22 Texas Administrative Code §184.25, 9 January 2025', 'Read in one copy of the rule only.'),
    ('01900000-0000-7000-8000-000000000005', 'United Kingdom, British Acupuncture Council', 7, 25, 'last_entry',
     'What members of the BAcC state in their privacy notices',
     'Members state seven years, others eight; the exact period in the codes was not found.');

-- That a record must not be erased whatever a rule says: a complaint, a claim, an investigation. What was lifted stays, with when.
CREATE TABLE retention_hold (
    id        TEXT    PRIMARY KEY,
    client    TEXT    NOT NULL REFERENCES clients_client (id),
    reason    TEXT    NOT NULL CHECK (reason <> ''),
    held_at   INTEGER NOT NULL,
    held_by   TEXT    NOT NULL REFERENCES people_person (id),
    lifted_at INTEGER,
    lifted_by TEXT    REFERENCES people_person (id),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
) STRICT;
CREATE INDEX retention_hold_client ON retention_hold (client);
CREATE TRIGGER retention_hold_has_its_client BEFORE INSERT ON retention_hold
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;

-- That a record was erased, and nothing that it said. Of one that has to be kept in part the row says so until the rest is erased
-- too; then there is another. Rows outlive the record, so they refer to none.
CREATE TABLE erasure_erased (
    id        TEXT    PRIMARY KEY,
    client    TEXT    NOT NULL,
    -- The numbers of its cards are never given again.
    number    INTEGER NOT NULL,
    whole     INTEGER NOT NULL CHECK (whole IN (0, 1)),
    asked_by  TEXT    NOT NULL CHECK (asked_by IN ('client', 'somebody_else', 'nobody')),
    asked_on  TEXT    CHECK (asked_on GLOB '????-??-??'),
    erased_at INTEGER NOT NULL,
    erased_by TEXT    NOT NULL REFERENCES people_person (id),
    CHECK ((asked_by = 'nobody') = (asked_on IS NULL))
) STRICT;
CREATE INDEX erasure_erased_client ON erasure_erased (client);
CREATE TRIGGER erasure_erased_is_never_edited BEFORE UPDATE ON erasure_erased
BEGIN SELECT RAISE(ABORT, 'what was erased is never edited'); END;
CREATE TRIGGER erasure_erased_is_never_removed BEFORE DELETE ON erasure_erased
BEGIN SELECT RAISE(ABORT, 'what was erased is never removed'); END;

-- What is left of a signed note or addendum that was erased: whose seal was on it, and on what bytes.
CREATE TABLE notes_erased (
    id             TEXT    PRIMARY KEY,
    note           TEXT    NOT NULL,
    client         TEXT    NOT NULL,
    signed_by      TEXT    NOT NULL REFERENCES people_person (id),
    signed_at      INTEGER NOT NULL,
    audit_seq      INTEGER NOT NULL,
    public_key     BLOB    NOT NULL CHECK (length(public_key) = 32),
    payload_sha256 BLOB    NOT NULL CHECK (length(payload_sha256) = 32),
    signature      BLOB    NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TRIGGER notes_erased_is_never_edited BEFORE UPDATE ON notes_erased
BEGIN SELECT RAISE(ABORT, 'what is left of a note is never edited'); END;
CREATE TRIGGER notes_erased_is_never_removed BEFORE DELETE ON notes_erased
BEGIN SELECT RAISE(ABORT, 'what is left of a note is never removed'); END;

-- A signed note is removed only with the whole record, and its seal stays.
DROP TRIGGER notes_note_is_never_removed;
CREATE TRIGGER notes_note_is_never_removed BEFORE DELETE ON notes_note
WHEN NOT EXISTS (SELECT 1 FROM notes_erased WHERE id = OLD.id)
    OR NOT EXISTS (SELECT 1 FROM erasure_erased WHERE client = OLD.client AND whole)
BEGIN SELECT RAISE(ABORT, 'signed notes are never removed'); END;
DROP TRIGGER notes_point_is_never_removed;
CREATE TRIGGER notes_point_is_never_removed BEFORE DELETE ON notes_point
WHEN NOT EXISTS (SELECT 1 FROM notes_erased WHERE id = OLD.note)
BEGIN SELECT RAISE(ABORT, 'points of signed notes are never removed'); END;
DROP TRIGGER notes_addendum_is_never_removed;
CREATE TRIGGER notes_addendum_is_never_removed BEFORE DELETE ON notes_addendum
WHEN NOT EXISTS (SELECT 1 FROM notes_erased WHERE id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'signed addenda are never removed'); END;
CREATE TRIGGER notes_erased_has_its_erasure BEFORE INSERT ON notes_erased
WHEN NOT EXISTS (SELECT 1 FROM erasure_erased WHERE client = NEW.client AND whole)
BEGIN SELECT RAISE(ABORT, 'the record is not erased'); END;

-- What a record said that is part of another goes with the other.
DROP TRIGGER clients_client_says_what_it_said;
CREATE TRIGGER clients_client_says_what_it_said
BEFORE UPDATE OF given_name, family_name, preferred_name, birth_date, status, notes ON clients_client
WHEN OLD.merged_into IS NOT NULL AND NEW.merged_into IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM erasure_erased WHERE client = OLD.id)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;

-- Whatever refers to a row that is erased is found by these, and not by a look at every row there is.
CREATE INDEX bookings_booking_company ON bookings_booking (company) WHERE company IS NOT NULL;
CREATE INDEX bookings_wait_booking ON bookings_wait (booking) WHERE booking IS NOT NULL;
CREATE INDEX bookings_wait_instead_of ON bookings_wait (instead_of) WHERE instead_of IS NOT NULL;
CREATE INDEX bookings_called_off_booking_booking ON bookings_called_off_booking (booking);
CREATE INDEX handouts_given_file ON handouts_given (file);
