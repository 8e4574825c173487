-- Fields that a practice asks beside those of every record, and what records say there.

-- What is no longer asked stays as long as a record says something of it. `choices` is a JSON array of texts.
CREATE TABLE clients_field (
    id       TEXT    PRIMARY KEY,
    position INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('line', 'lines', 'date', 'choice', 'yes_no')),
    choices  TEXT    NOT NULL CHECK (json_valid(choices)),
    asked    INTEGER NOT NULL CHECK (asked IN (0, 1))
) STRICT, WITHOUT ROWID;

-- A date is ISO, an answer to yes or no one of these two words; nothing is no row.
CREATE TABLE clients_custom (
    client TEXT NOT NULL REFERENCES clients_client (id),
    field  TEXT NOT NULL REFERENCES clients_field (id),
    value  TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (client, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX clients_custom_field ON clients_custom (field);
