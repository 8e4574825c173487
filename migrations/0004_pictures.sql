-- Pictures: the practice's logo, and those in its sheets. Their bytes are sealed files like all others.

-- The logo on the letterhead, and at most one beside it that was taken off last, so that it can be put back. What lies
-- aside is forgotten at the next opening: what was given has bytes of its own and refers to neither.
CREATE TABLE settings_logo (
    file  TEXT    NOT NULL REFERENCES attachments_file (id),
    aside INTEGER PRIMARY KEY CHECK (aside IN (0, 1)),
    -- What it shows, for whoever cannot see it; empty when it only repeats the practice's name.
    shows TEXT    NOT NULL
) STRICT;

-- The pictures that a sheet's Markdown can name. A name belongs to the whole practice and never changes its picture,
-- so that copies, drafts and every version that was ever kept show the same one.
CREATE TABLE handouts_picture (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    file TEXT NOT NULL UNIQUE REFERENCES attachments_file (id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER handouts_picture_is_never_edited BEFORE UPDATE ON handouts_picture
BEGIN SELECT RAISE(ABORT, 'a name never changes its picture'); END;

-- Which kept version names which picture. The reference makes it impossible to remove a picture that one still shows.
CREATE TABLE handouts_version_picture (
    sheet   TEXT    NOT NULL,
    version INTEGER NOT NULL,
    picture TEXT    NOT NULL REFERENCES handouts_picture (name),
    PRIMARY KEY (sheet, version, picture),
    FOREIGN KEY (sheet, version) REFERENCES handouts_version (sheet, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX handouts_version_picture_picture ON handouts_version_picture (picture);
