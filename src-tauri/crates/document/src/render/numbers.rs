//! Which number each reference gets: in the order in which a reader meets them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::links::{Link, Target};
use super::shape::Line;
use crate::model::{Block, Run};

/// Labels of sources with their numbers, which begin at 1.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers {
    by_label: BTreeMap<String, usize>,
    /// How many are referred to; their numbers come first.
    referred: usize,
}

impl Numbers {
    pub(super) fn of(blocks: &[Block]) -> Self {
        let mut numbers = Numbers::default();
        let mut sources: Vec<&str> = Vec::new();
        for block in blocks {
            if let Block::Source { label, .. } = block {
                sources.push(label);
            }
        }
        if sources.is_empty() {
            return numbers;
        }
        each_reference(blocks, &mut |label| {
            if sources.contains(&label) {
                numbers.add(label);
            }
        });
        numbers.referred = numbers.by_label.len();
        sources.iter().for_each(|label| numbers.add(label));
        numbers
    }

    fn add(&mut self, label: &str) {
        let next = self.by_label.len() + 1;
        self.by_label.entry(label.to_owned()).or_insert(next);
    }

    /// The number of a label; none when it has no source.
    pub(super) fn get(&self, label: &str) -> Option<usize> {
        self.by_label.get(label).copied()
    }

    /// Whether the text refers to the source of this number.
    pub(super) fn is_referred(&self, number: usize) -> bool {
        number <= self.referred
    }

    /// The sources by number. A second source of the same label follows the first.
    pub(super) fn in_order<'a>(&self, blocks: &'a [Block]) -> Vec<(usize, &'a [Run])> {
        let mut sources: Vec<(usize, &[Run])> = blocks
            .iter()
            .filter_map(|block| match block {
                Block::Source { label, runs } => Some((self.get(label)?, runs.as_slice())),
                _ => None,
            })
            .collect();
        sources.sort_by_key(|(number, _)| *number);
        sources
    }
}

/// Makes the number before a source lead back to the reference.
pub(super) fn lead_back(line: &mut Line, number: usize) {
    let said = line.runs.iter().map(|run| run.text.as_str()).collect();
    let link = Rc::new(Link { to: Target::Reference(number), said });
    line.runs.iter_mut().for_each(|run| run.link = Some(Rc::clone(&link)));
}

fn each_reference<'a>(blocks: &'a [Block], look_at: &mut impl FnMut(&'a str)) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph(runs) | Block::Small(runs) => {
                in_runs(runs, look_at);
            }
            Block::List { items, .. } => items.iter().for_each(|item| each_reference(&item.blocks, look_at)),
            Block::Callout { blocks, .. } => each_reference(blocks, look_at),
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| in_runs(cell, look_at));
            }
            _ => {}
        }
    }
}

fn in_runs<'a>(runs: &'a [Run], look_at: &mut impl FnMut(&'a str)) {
    for run in runs {
        match run {
            Run::Reference(label) => look_at(label),
            Run::Bold(inner) | Run::Italic(inner) | Run::Link { runs: inner, .. } => in_runs(inner, look_at),
            _ => {}
        }
    }
}
