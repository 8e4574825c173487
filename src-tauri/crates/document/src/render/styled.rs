//! Runs as one text, with the ranges that differ in looks, lead somewhere or mean something else.

use std::ops::Range;
use std::rc::Rc;

use super::links::{self, Link, Target};
use super::names;
use super::numbers::Numbers;
use crate::model::Run;

/// A no-break space, used between a point's code and its Chinese name.
const GLUE: char = '\u{A0}';

/// Text with the ranges that differ in looks.
#[derive(Default)]
pub(super) struct Styled {
    /// What is shaped.
    pub(super) text: String,
    pub(super) bold: Vec<Range<usize>>,
    pub(super) italic: Vec<Range<usize>>,
    /// The words of links.
    pub(super) underlined: Vec<Range<usize>>,
    /// Words and addresses that can be clicked.
    links: Vec<(Range<usize>, Rc<Link>)>,
    /// Numbers of references, smaller and higher than the words around them.
    pub(super) raised: Vec<Range<usize>>,
    /// Letters that all take the same room.
    pub(super) keys: Vec<Range<usize>>,
    /// Chinese names that must not be broken.
    pub(super) whole: Vec<Range<usize>>,
    /// A remark stood behind a space, so that one before the next word would be the second.
    after_remark: bool,
    /// Places where the shaped character stands for another one.
    meant: Vec<(Range<usize>, char)>,
}

impl Styled {
    /// Runs with their marks as ranges; references get their numbers.
    pub(super) fn of(runs: &[Run], numbers: &Numbers) -> Self {
        let mut styled = Styled::default();
        styled.push(runs, numbers);
        styled.close_up();
        styled.find_links();
        styled
    }

    /// The space before a remark at the very end would move words away from the right edge.
    fn close_up(&mut self) {
        let end = self.text.len().saturating_sub(1);
        let inside = [&self.bold, &self.italic].into_iter().flatten().any(|range| range.end > end);
        if self.after_remark && !inside {
            self.text.truncate(end);
        }
    }

    fn push(&mut self, runs: &[Run], numbers: &Numbers) {
        for run in runs {
            let start = self.text.len();
            match run {
                Run::Text(text) => {
                    let double = std::mem::take(&mut self.after_remark);
                    self.push_text(text.strip_prefix(' ').filter(|_| double).unwrap_or(text));
                }
                Run::Bold(inner) => {
                    self.push(inner, numbers);
                    self.bold.push(start..self.text.len());
                }
                Run::Italic(inner) => {
                    self.push(inner, numbers);
                    self.italic.push(start..self.text.len());
                }
                Run::Link { to, runs } => self.push_link(to, runs, numbers),
                Run::Point { code, han } => {
                    self.push_text(code);
                    self.push_as(GLUE, ' ');
                    let start = self.text.len();
                    self.push_text(han);
                    self.whole.push(start..self.text.len());
                }
                Run::Key(letters) => {
                    self.push_text(letters);
                    self.bold.push(start..self.text.len());
                    self.keys.push(start..self.text.len());
                }
                Run::Reference(label) => self.push_reference(label, numbers),
                Run::Remark(_) => self.after_remark = self.text.ends_with(' '),
                Run::LineBreak => self.text.push('\n'),
            }
        }
    }

    /// A raised number that leads to its source; as typed when it has none.
    fn push_reference(&mut self, label: &str, numbers: &Numbers) {
        let Some(number) = numbers.get(label) else { return self.push_text(&format!("[^{label}]")) };
        let start = self.text.len();
        if self.raised.last().is_some_and(|last| last.end == start) {
            self.push_text(",");
            self.push_as(GLUE, ' ');
            self.raised.push(start..self.text.len());
        }
        let start = self.text.len();
        self.push_text(&number.to_string());
        self.raised.push(start..self.text.len());
        let said = number.to_string();
        self.links.push((start..self.text.len(), Rc::new(Link { to: Target::Source(number), said })));
    }

    fn push_text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\t' => self.push_as(' ', c),
                // Stand-ins without direction, one as long as the other in UTF-8.
                '\u{61C}' => self.push_as('\u{34F}', c),
                _ if names::is_direction_mark(c) => self.push_as('\u{2060}', c),
                _ => self.text.push(c),
            }
        }
    }

    fn push_as(&mut self, shaped: char, meant: char) {
        let start = self.text.len();
        self.text.push(shaped);
        self.meant.push((start..self.text.len(), meant));
    }

    /// On paper an address can only be read, so it follows the words unless they show it already.
    fn push_link(&mut self, to: &str, runs: &[Run], numbers: &Numbers) {
        let start = self.text.len();
        self.push(runs, numbers);
        let words = start..self.text.len();
        let address = to.strip_prefix("mailto:").or_else(|| to.strip_prefix("tel:")).unwrap_or(to);
        let shown = crate::model::plain(runs);
        if !shown.contains(address.trim_start_matches("https://").trim_end_matches('/')) {
            self.push_text(&format!(" ({address})"));
        }
        if let Some(link) = links::link(to, &self.text[start..]) {
            self.underlined.push(words);
            self.links.push((start..self.text.len(), Rc::new(link)));
        }
    }

    /// Addresses that are written out can be clicked too.
    fn find_links(&mut self) {
        for range in links::written_out(&self.text) {
            let taken =
                self.links.iter().any(|(other, _)| other.start < range.end && range.start < other.end);
            let address = &self.text[range.clone()];
            if let Some(link) = links::link(address, address).filter(|_| !taken) {
                self.links.push((range, Rc::new(link)));
            }
        }
    }

    pub(super) fn link_at(&self, at: usize) -> Option<&Rc<Link>> {
        self.links.iter().find(|(range, _)| range.contains(&at)).map(|(_, link)| link)
    }

    /// Adds the characters that a cluster stands for.
    pub(super) fn push_meaning(&self, range: Range<usize>, text: &mut String) {
        let first = self.meant.partition_point(|(at, _)| at.end <= range.start);
        let mut from = range.start;
        for (at, meant) in self.meant[first..].iter().take_while(|(at, _)| at.start < range.end) {
            text.push_str(&self.text[from..at.start]);
            text.push(*meant);
            from = at.end;
        }
        text.push_str(&self.text[from..range.end]);
    }
}
