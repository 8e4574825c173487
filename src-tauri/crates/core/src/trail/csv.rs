//! A table as comma-separated values (RFC 4180) that a spreadsheet shows and never runs.

use crate::checks::is_unseen;

/// What spreadsheets take for the start of a formula, in the widths they take it in.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What some of them cut off before they look.
const CUT_OFF: [char; 4] = ['\t', '\r', '\n', '\0'];

/// Without it a spreadsheet takes the file for an older encoding.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Appends a line: every cell in quotes, none of them a formula.
pub(super) fn push_line(table: &mut String, cells: &[&str]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            table.push(',');
        }
        table.push('"');
        if would_run(cell) {
            table.push('\'');
        }
        table.push_str(&cell.replace('"', "\"\""));
        table.push('"');
    }
    table.push_str("\r\n");
}

/// Whether a spreadsheet might run this cell. Spaces, marks that nobody sees and quotes before it are looked through,
/// because spreadsheets do that too.
fn would_run(cell: &str) -> bool {
    let seen =
        cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || is_unseen(c) || c == '"');
    cell.starts_with(CUT_OFF) || seen.starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(cells: &[&str]) -> String {
        let mut table = String::new();
        push_line(&mut table, cells);
        table
    }

    /// Reads lines back as RFC 4180 says.
    fn read(table: &str) -> Vec<Vec<String>> {
        let mut lines = vec![];
        let (mut line, mut cell, mut quoted) = (vec![], String::new(), false);
        let mut rest = table.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                '"' if quoted && rest.peek() == Some(&'"') => {
                    rest.next();
                    cell.push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => line.push(std::mem::take(&mut cell)),
                '\r' if !quoted => {
                    assert_eq!(rest.next(), Some('\n'), "lines end with both");
                    line.push(std::mem::take(&mut cell));
                    lines.push(std::mem::take(&mut line));
                }
                c => {
                    assert!(quoted, "{c:?} stands outside of quotes");
                    cell.push(c);
                }
            }
        }
        assert!(!quoted && line.is_empty() && cell.is_empty());
        lines
    }

    #[test]
    fn every_cell_is_quoted_and_quotes_are_doubled() {
        assert_eq!(line(&["1", "", "a \"b\", c"]), "\"1\",\"\",\"a \"\"b\"\", c\"\r\n");
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        let hostile = [
            "=1+1",
            "=cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "+1",
            "-2+3+cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://x.example\",\"Click\")",
            "  =1",
            "\t=1",
            "\tx",
            "\rx",
            "\nx",
            "\0x",
            "\0=1",
            "\u{a0}=1",
            "\u{3000}＝1",
            "＝1",
            "＋1",
            "－1",
            "＠A1",
            "\u{200b}=1",
            "\u{feff}=1",
            "\u{202e}=1",
            "\u{fe0f}=1",
            "\u{2066}@x",
            "\"=1",
            "\u{1b}=1",
            "+61 2 5550 0100",
        ];
        for cell in hostile {
            let written = line(&[cell]);
            assert!(written.starts_with("\"'"), "{cell:?} could run: {written:?}");
            assert_eq!(read(&written), [[format!("'{cell}")]], "and nothing is lost");
        }
        for cell in ["", "Margaret Oyelaran", "O’Neill = x", "a@b.example", "1-2", "'quoted'", "溫麗華"]
        {
            assert_eq!(read(&line(&[cell])), [[cell]], "{cell:?} is left as it is");
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_none_can_run(cells in proptest::collection::vec(any::<String>(), 1..6)) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let back = read(&line(&cells));
            prop_assert_eq!(back.len(), 1);
            prop_assert_eq!(back[0].len(), cells.len());
            for (before, after) in cells.iter().zip(&back[0]) {
                prop_assert!(after == before || *after == ["'", before].concat());
                prop_assert!(!would_run(after) || after.is_empty());
            }
        }
    }
}
