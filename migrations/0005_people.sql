-- Several people at one workstation: what is known of each, whose client is whose, what becomes of the drafts of
-- somebody who left, and what holds the audit together when the master key is replaced.

-- Printed and shown with somebody's name. `colour` is one of the eight hues of the calendar. The letterhead and the tax
-- number are an associate's own, who works under the practice's roof in their own name; empty means the practice's.
ALTER TABLE people_person ADD COLUMN registration TEXT NOT NULL DEFAULT '';
ALTER TABLE people_person ADD COLUMN colour INTEGER NOT NULL DEFAULT 1 CHECK (colour BETWEEN 1 AND 8);
ALTER TABLE people_person ADD COLUMN signature_block TEXT NOT NULL DEFAULT '';
ALTER TABLE people_person ADD COLUMN letterhead_name TEXT NOT NULL DEFAULT '';
ALTER TABLE people_person ADD COLUMN letterhead_line TEXT NOT NULL DEFAULT '';
ALTER TABLE people_person ADD COLUMN tax_number TEXT NOT NULL DEFAULT '';

-- Whether they can take the keyboard, and until which day (ISO date, that day included); nothing for as long as they
-- work here. Whoever is removed stays in the table for ever, because notes and entries of the audit name them.
ALTER TABLE people_person ADD COLUMN status TEXT NOT NULL DEFAULT 'active'
    CHECK (status IN ('active', 'suspended', 'removed'));
ALTER TABLE people_person ADD COLUMN access_until TEXT;

-- Who answers for a client. An associate finds and opens only their own; nothing means the whole practice.
ALTER TABLE clients_client ADD COLUMN responsible TEXT REFERENCES people_person (id);
CREATE INDEX clients_client_responsible ON clients_client (responsible) WHERE responsible IS NOT NULL;

-- A draft whose author left is closed as it stands: nobody finishes the words of somebody else, and nobody loses them.
ALTER TABLE drafts_draft ADD COLUMN closed_at INTEGER;
ALTER TABLE drafts_draft ADD COLUMN closed_because TEXT CHECK (closed_because IN ('author_left'));
CREATE INDEX drafts_draft_closed ON drafts_draft (subject) WHERE closed_at IS NOT NULL;

-- The head of the audit's chain at some moment, signed by the person at the keyboard. Whoever holds the practice's key
-- can compute the chain anew; nobody can sign in another person's name.
CREATE TABLE audit_checkpoint (
    seq        INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
    mac        BLOB    NOT NULL CHECK (length(mac) = 32),
    at         INTEGER NOT NULL,
    person     TEXT    NOT NULL,
    public_key BLOB    NOT NULL CHECK (length(public_key) = 32),
    signature  BLOB    NOT NULL CHECK (length(signature) = 64),
    FOREIGN KEY (person, public_key) REFERENCES people_signing_key (person, public_key)
) STRICT;
CREATE TRIGGER audit_checkpoint_is_never_edited BEFORE UPDATE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoints are never edited'); END;
CREATE TRIGGER audit_checkpoint_is_never_removed BEFORE DELETE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoints are never removed'); END;

-- Keys the chain was hashed with before the master key was replaced: entries up to `up_to`, and after the key before
-- it, are under this one. Whoever can read the row can read the whole database, so it gives nothing away.
CREATE TABLE audit_earlier_key (
    up_to INTEGER PRIMARY KEY,
    key   BLOB    NOT NULL CHECK (length(key) = 32)
) STRICT;
CREATE TRIGGER audit_earlier_key_is_never_edited BEFORE UPDATE ON audit_earlier_key
BEGIN SELECT RAISE(ABORT, 'earlier keys are never edited'); END;
CREATE TRIGGER audit_earlier_key_is_never_removed BEFORE DELETE ON audit_earlier_key
BEGIN SELECT RAISE(ABORT, 'earlier keys are never removed'); END;

-- Who did what, and when somebody was last here.
CREATE INDEX audit_entry_person ON audit_entry (person, seq);
