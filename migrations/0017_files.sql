-- What somebody brought, sent or had taken of them: a letter, a result, a photo of the tongue. The bytes lie sealed beside the
-- database as every kept file does; a picture has a smaller one beside it that is shown, upright and without what a camera
-- wrote into it. A clinical file is for those who treat. What is taken out of use stays, and can be put back.
CREATE TABLE files_file (
    id          TEXT    PRIMARY KEY,
    client      TEXT    NOT NULL REFERENCES clients_client (id),
    file        TEXT    NOT NULL UNIQUE REFERENCES attachments_file (id),
    preview     TEXT    UNIQUE REFERENCES attachments_file (id),
    name        TEXT    NOT NULL CHECK (name <> ''),
    -- The day it is of: of a photo, when it was taken.
    day         TEXT    NOT NULL CHECK (day GLOB '????-??-??'),
    tags        TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    clinical    INTEGER NOT NULL CHECK (clinical IN (0, 1)),
    form        TEXT    NOT NULL CHECK (form IN ('pdf', 'jpeg', 'png', 'webp', 'gif', 'heic', 'other')),
    removed_at  INTEGER,
    removed_by  TEXT    REFERENCES people_person (id),
    -- The photo at the head of the record that was made of it, as a jpeg. Of several, the latest shows.
    portrait    BLOB,
    portrait_at INTEGER,
    created_at  INTEGER NOT NULL,
    created_by  TEXT    NOT NULL REFERENCES people_person (id),
    updated_at  INTEGER NOT NULL,
    updated_by  TEXT    NOT NULL REFERENCES people_person (id),
    version     INTEGER NOT NULL DEFAULT 1,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CHECK ((portrait IS NULL) = (portrait_at IS NULL))
) STRICT;
CREATE INDEX files_file_client ON files_file (client);
CREATE TRIGGER files_file_has_its_client BEFORE INSERT ON files_file
WHEN EXISTS (SELECT 1 FROM clients_client WHERE id = NEW.client AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'this record is part of another'); END;
