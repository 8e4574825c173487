# The shell of stock SQLCipher, as far as the printed steps need it: Debian's own package is a version too old. What opens
# the database is a build of SQLCipher that is not ours.
import sys

from sqlcipher3 import dbapi2

database = dbapi2.connect(sys.argv[1])
for line in sys.stdin:
    if line.strip() != ".dump":
        database.execute(line)
        continue
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    for (table,) in database.execute(tables).fetchall():
        columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
        quoted = ", ".join(f'quote("{column}")' for column in columns)
        for row in database.execute(f'SELECT {quoted} FROM "{table}"'):
            print(f'INSERT INTO "{table}" VALUES ({", ".join(row)});')
