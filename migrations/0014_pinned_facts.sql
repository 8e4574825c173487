-- Words of a signed note that are pinned to the head of a client's record: a whole section, a line of it, or of an addendum. What
-- is pinned is a copy, which the program compares with the note each time it is shown. What was taken down can be put back as it
-- stood: it may be all that still says what a note said.
CREATE TABLE notes_pin (
    id        TEXT    PRIMARY KEY,
    note      TEXT    NOT NULL REFERENCES notes_note (id),
    addendum  TEXT    REFERENCES notes_addendum (id),
    section   TEXT    CHECK (section IN ('subjective', 'objective', 'assessment', 'plan')),
    text      TEXT    NOT NULL CHECK (text <> ''),
    pinned_at INTEGER NOT NULL,
    pinned_by TEXT    NOT NULL REFERENCES people_person (id),
    taken_down_at INTEGER,
    CHECK ((addendum IS NULL) <> (section IS NULL))
) STRICT;
CREATE INDEX notes_pin_note ON notes_pin (note);
