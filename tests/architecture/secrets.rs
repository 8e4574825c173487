//! Where a key, passphrase or recovery code may not appear: arrow 8.

use hegu_tests::project::Project;
use hegu_tests::rust::{self, Lexeme, Token, Type};

use crate::Broken;

/// Parts of names that say a value must stay secret, as fields, arguments and types carry them in lower case.
const SECRETS: [&str; 9] = [
    "passphrase",
    "recovery_code",
    "recoverycode",
    "private_key",
    "master_key",
    "database_key",
    "databasekey",
    "signingkey",
    "secret",
];

/// Types that show a fresh secret to the webview once, because a person must write it down: the recovery code of a
/// new practice, and five random words that are nobody's passphrase until they are chosen.
const SHOWN_ONCE: [&str; 2] = ["RecoverySheetView", "SuggestedPassphrase"];

const LOGGING: [&str; 6] = ["trace", "debug", "info", "warn", "error", "event"];

/// Arrow 8: Any key, passphrase or recovery code → webview, log or error text.
pub(crate) fn secrets_stay_inside(project: &Project) -> Broken {
    let mut broken = Broken::new();
    for (file, text) in project.files("src-tauri/", &["rs"]) {
        let tokens = rust::read(text);
        for declared in rust::types(&tokens) {
            broken.extend(said_by_a_type(file, &declared));
        }
        broken.extend(logged(&tokens).into_iter().map(|(line, word)| format!("{file}:{line}: logs {word}")));
    }
    broken
}

fn said_by_a_type(file: &str, declared: &Type<'_>) -> Broken {
    let place = format!("{file}:{}: {}", declared.line, declared.name);
    let has = |name: &str| declared.derives.contains(&name);
    if file.starts_with("src-tauri/crates/vault/") {
        let secret = declared.name.ends_with("Key") || is_secret(declared.name);
        // What shows itself is harmless when every part in it hides: only bare bytes and text would be printed.
        let bare = declared
            .body
            .iter()
            .filter_map(Lexeme::word)
            .any(|word| ["u8", "String", "Vec", "str"].contains(&word));
        return ["Serialize", "Display", "Debug"]
            .into_iter()
            .filter(|derive| secret && has(derive) && (*derive != "Debug" || bare))
            .map(|derive| format!("{place} derives {derive}"))
            .collect();
    }
    let mut broken = Broken::new();
    let to_webview = has("Serialize") && !SHOWN_ONCE.contains(&declared.name);
    let in_errors = declared.name.ends_with("Error") || declared.name.ends_with("Failure");
    // A field is a word before a colon; what a variant carries is the word after its parenthesis.
    for pair in declared.body.windows(2) {
        let (field, carried) = match (&pair[0].token, &pair[1].token) {
            (Token::Word(word), Token::Mark(':')) => (word, false),
            (Token::Mark('(' | ':'), Token::Word(word)) => (word, true),
            _ => continue,
        };
        if is_secret(field) && to_webview && !carried {
            broken.push(format!("{place} sends {field} to the webview"));
        }
        if is_secret(field) && in_errors {
            broken.push(format!("{place} carries {field}"));
        }
    }
    broken
}

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    SECRETS.iter().any(|secret| name.contains(secret))
}

/// Secret words among the arguments of a logging macro, or captured in its text.
fn logged(tokens: &[Lexeme]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, lexeme) in tokens.iter().enumerate() {
        let is_macro = tokens.get(at + 1).is_some_and(|next| next.token == Token::Mark('!'));
        if !is_macro || !lexeme.word().is_some_and(|word| LOGGING.contains(&word)) {
            continue;
        }
        for argument in tokens[at + 2..].iter().take_while(|lexeme| lexeme.token != Token::Mark(';')) {
            let captured = argument.text().is_some_and(|text| text.split('{').skip(1).any(is_secret));
            let passed = argument.word().is_some_and(is_secret);
            if captured || passed {
                found.push((argument.line, argument.word().unwrap_or("a secret in its text").to_owned()));
            }
        }
    }
    found
}
