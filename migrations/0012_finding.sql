-- Clients are found in memory, by what their record says: what was kept beside it for that is no longer needed, and makes
-- every other look at the table longer.
ALTER TABLE clients_client DROP COLUMN search;

-- Lists of clients that somebody looks at again and again: which clients, and in which order. `folded` is the name without
-- capitals and accents: nobody has two that are called the same. `filter` and `sorting` are JSON.
CREATE TABLE clients_list (
    id       TEXT    PRIMARY KEY,
    person   TEXT    NOT NULL REFERENCES people_person (id),
    name     TEXT    NOT NULL CHECK (name <> ''),
    folded   TEXT    NOT NULL,
    filter   TEXT    NOT NULL CHECK (json_valid(filter)),
    sorting  TEXT    NOT NULL CHECK (json_valid(sorting)),
    saved_at INTEGER NOT NULL,
    UNIQUE (person, folded)
) STRICT;
