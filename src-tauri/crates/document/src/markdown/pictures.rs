//! Which pictures a text names, and where.

use super::parse::parse;
use crate::model::{self, Block};

/// A picture where a text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPicture {
    /// The line of the Markdown, from 1.
    pub line: usize,
    /// The name.
    pub name: String,
    /// What it shows; empty for mere decoration.
    pub shows: String,
}

/// Every picture that a text names, in its order; one that is named twice is there twice.
#[must_use]
pub fn pictures(text: &str) -> Vec<NamedPicture> {
    let blocks = parse(text);
    let mut found = Vec::new();
    model::each_picture(&blocks, &mut |name, shows| found.push((name, shows)));
    let mut lines = text.lines().enumerate().filter(|(_, line)| line.contains("![")).peekable();
    let mut last = 1;
    let mut placed = Vec::with_capacity(found.len());
    for (name, shows) in found {
        // A description over two lines is found by none of them and counts for where it begins.
        let begins = lines.peek().map_or(last, |(index, _)| index + 1);
        let own = lines.clone().find(|(_, line)| is_named(line, name, shows)).map(|(index, _)| index);
        last = own.map_or(begins, |index| index + 1);
        while lines.next_if(|(index, _)| *index < last).is_some() {}
        placed.push(NamedPicture { line: last, name: name.to_owned(), shows: shows.to_owned() });
    }
    placed
}

/// Whether this line is where the picture is named.
fn is_named(line: &str, name: &str, shows: &str) -> bool {
    let from = line.find("![").map_or("", |at| &line[at..]);
    let same =
        |block: &Block| matches!(block, Block::Picture { name: n, shows: s } if n == name && s == shows);
    parse(from).first().is_some_and(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_has_its_line_wherever_it_stands() {
        let text = "Rest ![inside](a line) is text.\n\n![One](one.png)\n\n- item\n\n  ![](two.png)\n\n\
            > ![Over\n> two lines](three.png)\n\n```\n![code](no.png)\n```\n\n![One](one.png)\n";
        let found: Vec<_> =
            pictures(text).into_iter().map(|found| (found.line, found.name, found.shows)).collect();
        let expected = [
            (3, "one.png", "One"),
            (7, "two.png", ""),
            (9, "three.png", "Over two lines"),
            (16, "one.png", "One"),
        ];
        assert_eq!(found, expected.map(|(line, name, shows)| (line, name.to_owned(), shows.to_owned())));
    }
}
