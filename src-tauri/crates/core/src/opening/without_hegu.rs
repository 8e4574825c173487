//! How a copy is opened when there is no Hegu any more: printed on the recovery sheet, shown in the program, and followed
//! word by word by a test.

use serde::Serialize;
use specta::Type;

/// One step: what it does, and what to type for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct StepWithoutHegu {
    /// What it does.
    pub what: &'static str,
    /// The lines to type; none where the words are enough.
    pub lines: &'static [&'static str],
}

/// What is needed for it.
pub const NEEDED_WITHOUT_HEGU: &str = "Whoever knows a command line can open a copy of the practice (practice-….hegubak) \
     on Linux or macOS with free programs: age, tar, Python 3 and SQLCipher 4.";

/// The steps, in order. The sheet prints the key below the first one.
pub const STEPS_WITHOUT_HEGU: [StepWithoutHegu; 5] = [
    StepWithoutHegu {
        what: "In an empty folder, write the key that is printed on the recovery sheet into a file key.txt, on one line. \
               Put the copy beside it, under the name copy.hegubak.",
        lines: &[],
    },
    StepWithoutHegu {
        what: "See where the sealed part begins: the number after “rest=”.",
        lines: &["head -n 1 copy.hegubak"],
    },
    StepWithoutHegu {
        what: "Unpack it, with that number in the place of N.",
        lines: &["tail -c +N copy.hegubak | age -d -i key.txt | tar x"],
    },
    StepWithoutHegu {
        what: "Write these lines into a file key.py. They make the key of the database, by HKDF with SHA-256, from the \
               master key, which is sealed in vault.json.",
        lines: &[
            "import base64, hmac, json, subprocess",
            "vault = json.loads(open('vault.json').readline())",
            "sealed = base64.b64decode(vault['recovery']['sealed'])",
            "age = ['age', '-d', '-i', 'key.txt']",
            "master = subprocess.run(age, input=sealed, stdout=-1).stdout",
            "first = hmac.digest(vault['vault_id'].encode(), master, 'sha256')",
            "key = hmac.digest(first, b'hegu/db/v1' + bytes([1]), 'sha256')",
            "quote = chr(34)",
            "print('PRAGMA key =', quote + \"x'\" + key.hex() + \"'\" + quote + ';')",
        ],
    },
    StepWithoutHegu {
        what: "Write everything that is recorded into a text file. Sheets that were given and pictures lie in the folder \
               att, each sealed (XChaCha20-Poly1305) under its key in the table attachments_file.",
        lines: &["(python3 key.py; echo .dump) | sqlcipher db/*.db > records.sql"],
    },
];
