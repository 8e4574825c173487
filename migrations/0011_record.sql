-- The whole record: several addresses of each kind, what may be said where, the people around a client, who else treats
-- them, and how they stand with the practice.

-- What the client allows at a number: nothing where nobody asked.
ALTER TABLE clients_phone ADD COLUMN voicemail INTEGER CHECK (voicemail IN (0, 1));
ALTER TABLE clients_phone ADD COLUMN text INTEGER CHECK (text IN (0, 1));
ALTER TABLE clients_phone ADD COLUMN clinic_name INTEGER CHECK (clinic_name IN (0, 1));

-- The first of each list is the preferred one. `folded` is what a twin is known by.
CREATE TABLE clients_email (
    client   TEXT    NOT NULL REFERENCES clients_client (id),
    position INTEGER NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('personal', 'work', 'other')),
    email    TEXT    NOT NULL,
    folded   TEXT    NOT NULL,
    PRIMARY KEY (client, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX clients_email_folded ON clients_email (folded);
INSERT INTO clients_email (client, position, kind, email, folded)
SELECT id, 0, 'personal', email, lower(email) FROM clients_client WHERE email <> '';

CREATE TABLE clients_address (
    client   TEXT    NOT NULL REFERENCES clients_client (id),
    position INTEGER NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('home', 'work', 'postal', 'other')),
    address  TEXT    NOT NULL,
    PRIMARY KEY (client, position)
) STRICT, WITHOUT ROWID;
INSERT INTO clients_address (client, position, kind, address)
SELECT id, 0, 'home', address FROM clients_client WHERE address <> '';

-- The people around a client. Most are no clients; who is one is named by `other`.
CREATE TABLE clients_relation (
    client      TEXT    NOT NULL REFERENCES clients_client (id),
    position    INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    relation    TEXT    NOT NULL,
    phone       TEXT    NOT NULL,
    email       TEXT    NOT NULL,
    other       TEXT    REFERENCES clients_client (id),
    emergency   INTEGER NOT NULL CHECK (emergency IN (0, 1)),
    guardian    INTEGER NOT NULL CHECK (guardian IN (0, 1)),
    may_sign    INTEGER NOT NULL CHECK (may_sign IN (0, 1)),
    gets_copies INTEGER NOT NULL CHECK (gets_copies IN (0, 1)),
    must_not    INTEGER NOT NULL CHECK (must_not IN (0, 1)),
    note        TEXT    NOT NULL,
    PRIMARY KEY (client, position),
    CHECK (must_not = 0 OR (emergency = 0 AND may_sign = 0 AND gets_copies = 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX clients_relation_other ON clients_relation (other) WHERE other IS NOT NULL;
INSERT INTO clients_relation
    (client, position, name, relation, phone, email, other, emergency, guardian, may_sign, gets_copies, must_not, note)
SELECT id, 0, emergency_name, emergency_relation, emergency_phone, '', NULL, 1, 0, 0, 0, 0, ''
FROM clients_client WHERE emergency_name <> '' OR emergency_relation <> '' OR emergency_phone <> '';

-- A mother who rings is found by her number, and with her the child. Marks are taken out of the number as the program does.
UPDATE clients_client SET search = search || char(31) || replace(replace(replace(replace(replace(replace(replace(
    emergency_phone, ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), '/', ''), '+', '')
WHERE emergency_phone <> '';

CREATE TABLE clients_fund (
    client   TEXT    NOT NULL REFERENCES clients_client (id),
    position INTEGER NOT NULL,
    fund     TEXT    NOT NULL,
    number   TEXT    NOT NULL,
    PRIMARY KEY (client, position)
) STRICT, WITHOUT ROWID;

-- `folded` is the tag without capitals and accents: nobody has one twice.
CREATE TABLE clients_tag (
    client TEXT NOT NULL REFERENCES clients_client (id),
    folded TEXT NOT NULL,
    tag    TEXT NOT NULL,
    PRIMARY KEY (client, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX clients_tag_folded ON clients_tag (folded);

ALTER TABLE clients_client ADD COLUMN sex TEXT NOT NULL DEFAULT 'unsaid'
    CHECK (sex IN ('unsaid', 'female', 'male', 'intersex'));
ALTER TABLE clients_client ADD COLUMN gender TEXT NOT NULL DEFAULT '';
ALTER TABLE clients_client ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE clients_client ADD COLUMN occupation TEXT NOT NULL DEFAULT '';
ALTER TABLE clients_client ADD COLUMN gp_name TEXT NOT NULL DEFAULT '';
ALTER TABLE clients_client ADD COLUMN gp_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE clients_client ADD COLUMN gp_address TEXT NOT NULL DEFAULT '';
ALTER TABLE clients_client ADD COLUMN referrer TEXT NOT NULL DEFAULT '';
ALTER TABLE clients_client ADD COLUMN status TEXT NOT NULL DEFAULT 'active'
    CHECK (status IN ('active', 'inactive', 'discharged', 'deceased'));
ALTER TABLE clients_client ADD COLUMN status_since TEXT;
ALTER TABLE clients_client DROP COLUMN email;
ALTER TABLE clients_client DROP COLUMN address;
ALTER TABLE clients_client DROP COLUMN emergency_name;
ALTER TABLE clients_client DROP COLUMN emergency_phone;
ALTER TABLE clients_client DROP COLUMN emergency_relation;

-- What somebody was typing goes on in the wider form: of a new client at the root of the draft, of one that is being changed
-- as it was before and as it is typed.
UPDATE drafts_draft SET body = json_set(json_remove(body,
        '$.email', '$.address', '$.emergency_name', '$.emergency_phone', '$.emergency_relation'),
    '$.emails', json(CASE WHEN body ->> '$.email' <> ''
        THEN json_array(json_object('kind', 'personal', 'email', body ->> '$.email')) ELSE '[]' END),
    '$.addresses', json(CASE WHEN body ->> '$.address' <> ''
        THEN json_array(json_object('kind', 'home', 'address', body ->> '$.address')) ELSE '[]' END),
    '$.relations', json(CASE
        WHEN (body ->> '$.emergency_name') || (body ->> '$.emergency_relation') || (body ->> '$.emergency_phone') <> ''
        THEN json_array(json_object('name', body ->> '$.emergency_name', 'relation', body ->> '$.emergency_relation',
            'phone', body ->> '$.emergency_phone', 'emergency', json('true')))
        ELSE '[]' END))
WHERE kind = 'new_client' AND json_valid(body) AND body ->> '$.emergency_name' IS NOT NULL;
UPDATE drafts_draft SET body = json_set(json_remove(body, '$.before.email', '$.before.address',
        '$.before.emergency_name', '$.before.emergency_phone', '$.before.emergency_relation'),
    '$.before.emails', json(CASE WHEN body ->> '$.before.email' <> ''
        THEN json_array(json_object('kind', 'personal', 'email', body ->> '$.before.email')) ELSE '[]' END),
    '$.before.addresses', json(CASE WHEN body ->> '$.before.address' <> ''
        THEN json_array(json_object('kind', 'home', 'address', body ->> '$.before.address')) ELSE '[]' END),
    '$.before.relations', json(CASE
        WHEN (body ->> '$.before.emergency_name') || (body ->> '$.before.emergency_relation')
            || (body ->> '$.before.emergency_phone') <> ''
        THEN json_array(json_object('name', body ->> '$.before.emergency_name',
            'relation', body ->> '$.before.emergency_relation',
            'phone', body ->> '$.before.emergency_phone', 'emergency', json('true')))
        ELSE '[]' END))
WHERE kind = 'edit_client' AND json_valid(body) AND body ->> '$.before.emergency_name' IS NOT NULL;
UPDATE drafts_draft SET body = json_set(json_remove(body, '$.client.email', '$.client.address',
        '$.client.emergency_name', '$.client.emergency_phone', '$.client.emergency_relation'),
    '$.client.emails', json(CASE WHEN body ->> '$.client.email' <> ''
        THEN json_array(json_object('kind', 'personal', 'email', body ->> '$.client.email')) ELSE '[]' END),
    '$.client.addresses', json(CASE WHEN body ->> '$.client.address' <> ''
        THEN json_array(json_object('kind', 'home', 'address', body ->> '$.client.address')) ELSE '[]' END),
    '$.client.relations', json(CASE
        WHEN (body ->> '$.client.emergency_name') || (body ->> '$.client.emergency_relation')
            || (body ->> '$.client.emergency_phone') <> ''
        THEN json_array(json_object('name', body ->> '$.client.emergency_name',
            'relation', body ->> '$.client.emergency_relation',
            'phone', body ->> '$.client.emergency_phone', 'emergency', json('true')))
        ELSE '[]' END))
WHERE kind = 'edit_client' AND json_valid(body) AND body ->> '$.client.emergency_name' IS NOT NULL;
