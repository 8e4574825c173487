//! Rows: strips across the page with what stands in them, and the boxes around them.

use std::rc::Rc;

use super::shape::Line;
use super::structure::NodeId;
use crate::model::CalloutKind;

/// A strip across the page that is never cut.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Words and figures in reading order.
    pub(super) items: Vec<Item>,
    /// What a screen reader passes over.
    pub(super) art: Vec<Art>,
    pub(super) height: f32,
    /// Room above, dropped at the top of a page.
    pub(super) space: f32,
    /// Whether a page may end before this row.
    pub(super) may_break: bool,
    /// Whether a page must end before this row.
    pub(super) must_break: bool,
    /// The innermost box around it.
    pub(super) frame: Option<usize>,
    /// The first and the last row of the table's head, printed again on a page that begins here.
    pub(super) head: Option<(usize, usize)>,
    /// Rows of one table row have the same number; their cells are read one after the other.
    pub(super) cells: Option<usize>,
}

/// What is read, at its place. `x` is measured from the page's left edge, `y` from the top of the row.
#[derive(Debug)]
pub(super) enum Item {
    Text { line: Line, x: f32, y: f32, node: NodeId },
    Figure(Figure),
}

/// Something to see that has a meaning.
#[derive(Debug)]
pub(super) struct Figure {
    /// Mere decoration has none.
    pub(super) node: Option<NodeId>,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) drawing: Drawing,
}

/// How a figure is drawn.
#[derive(Debug, Clone)]
pub(super) enum Drawing {
    /// Dots in rows of ten.
    Dots { filled: u8, total: u8 },
    /// The dark squares of a code, row by row.
    Qr { side: usize, dark: Rc<[bool]> },
    /// A picture by its number.
    Picture(usize),
    /// A box to tick.
    Box { ticked: bool },
}

/// Lines and shapes without meaning.
#[derive(Debug)]
pub(super) enum Art {
    /// A straight line across, `thickness` points wide.
    Rule { from: f32, to: f32, y: f32, thickness: f32 },
    /// The ring around a number.
    Ring { middle: (f32, f32), radius: f32 },
    /// The brand mark.
    Mark { x: f32, y: f32 },
}

/// A callout's box or bar.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) parent: Option<usize>,
    pub(super) kind: CalloutKind,
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) above: f32,
    pub(super) below: f32,
}

impl Row {
    /// A row with one line of text.
    pub(super) fn text(line: Line, x: f32, node: NodeId) -> Self {
        let height = line.height;
        Row { items: vec![Item::Text { line, x, y: 0.0, node }], height, ..Row::default() }
    }

    /// The lines of text in it.
    pub(super) fn lines_mut(&mut self) -> impl Iterator<Item = &mut Line> {
        self.items.iter_mut().filter_map(|item| match item {
            Item::Text { line, .. } => Some(line),
            Item::Figure(_) => None,
        })
    }

    /// Takes over what stands in another row, moved down by `by`.
    pub(super) fn take(&mut self, other: Row, by: f32) {
        self.items.extend(other.items.into_iter().map(|item| item.moved(by)));
        self.art.extend(other.art.into_iter().map(|art| art.moved(by)));
        self.height = self.height.max(by + other.height);
    }
}

impl Item {
    /// The structure element it belongs to.
    pub(super) fn node(&self) -> Option<NodeId> {
        match self {
            Item::Text { node, .. } => Some(*node),
            Item::Figure(figure) => figure.node,
        }
    }

    fn moved(self, by: f32) -> Self {
        match self {
            Item::Text { line, x, y, node } => Item::Text { line, x, y: y + by, node },
            Item::Figure(figure) => Item::Figure(Figure { y: figure.y + by, ..figure }),
        }
    }
}

impl Art {
    fn moved(self, by: f32) -> Self {
        match self {
            Art::Rule { from, to, y, thickness } => Art::Rule { from, to, y: y + by, thickness },
            Art::Ring { middle: (x, y), radius } => Art::Ring { middle: (x, y + by), radius },
            Art::Mark { x, y } => Art::Mark { x, y: y + by },
        }
    }
}
