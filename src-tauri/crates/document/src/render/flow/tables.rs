//! Tables: columns as wide as their words want, rows between thin lines, and a head that is printed
//! again on every page.

use super::super::row::{Art, Item, Row};
use super::super::setting::{self, Widths};
use super::super::shape::Line;
use super::super::sheet::Style;
use super::super::structure::{NodeId, Role, Scope};
use super::Flow;
use crate::model::{Align, Cell, Table};

/// A row with fewer lines is kept on one page, and so is a table with fewer rows where one page has room for it.
const WHOLE: usize = 7;

/// What the boxes around a table take from a page, in points of the design.
const BOXES: f32 = 48.0;

/// A head higher than this share of the page is not printed again.
const HIGHEST_HEAD: f32 = 0.3;

/// Figures in more than this share of the line may be broken.
const WIDEST_FIGURES: f32 = 0.5;

/// One row before it is cut into strips.
struct Cells {
    lines: Vec<Vec<Line>>,
    nodes: Vec<NodeId>,
}

impl Flow<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let headless = table.head.iter().all(|cell| crate::model::plain(cell).trim().is_empty());
        let widths = self.column_widths(table, headless);
        let node = self.structure.add(self.parent, Role::Table);
        self.below = self.below.max(self.look.pt(if self.close { 0.0 } else { 6.0 }));
        let begin = self.rows.len();
        let mut head = None;
        if !headless {
            let group = self.structure.add(node, Role::TableHead);
            let cells = self.cells(&table.head, &widths, group, |_| Some(Scope::Column));
            let first = self.rows.len();
            self.strips(cells, table, &widths, None, 0.75);
            self.keep = true;
            let height: f32 = self.rows[first..].iter().map(|row| row.height).sum();
            let may_repeat = height <= (self.look.bottom - self.look.top) * HIGHEST_HEAD;
            head = (may_repeat && self.rows.len() > first).then(|| (first, self.rows.len() - 1));
        }
        let body = self.structure.add(node, Role::TableBody);
        for row in &table.rows {
            let scope = |column: usize| (headless && column == 0).then_some(Scope::Row);
            let cells = self.cells(row, &widths, body, scope);
            self.strips(cells, table, &widths, head, 0.5);
        }
        if table.rows.len() < WHOLE && self.fits_one_page(begin) {
            self.rows.iter_mut().skip(begin + 1).for_each(|row| row.may_break = false);
        }
        self.below = self.look.pt(9.0);
    }

    /// Whether the rows from `begin` on have room on one page, together with what must stay above them.
    fn fits_one_page(&self, begin: usize) -> bool {
        let above = self.rows.iter().take(begin + 1);
        let kept = above.rev().position(|row| row.may_break).map_or(0, |up| begin - up);
        let height: f32 = self.rows.iter().skip(kept).map(|row| row.space + row.height).sum();
        let around = if self.frame.is_some() { self.look.pt(BOXES) } else { 0.0 };
        height + around <= self.look.bottom - self.look.top
    }

    /// Sets the cells of a row.
    fn cells(
        &mut self,
        row: &[Cell],
        widths: &[f32],
        group: NodeId,
        scope: impl Fn(usize) -> Option<Scope>,
    ) -> Cells {
        let node = self.structure.add(group, Role::TableRow);
        let mut cells = Cells { lines: Vec::new(), nodes: Vec::new() };
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let scope = scope(column);
            cells.nodes.push(self.structure.add(node, scope.map_or(Role::Cell, Role::HeaderCell)));
            let style = Style { bold: scope.is_some(), ..Style::body(self.look) };
            cells.lines.push(if cell.is_empty() { Vec::new() } else { self.set(cell, &style, *width) });
        }
        cells
    }

    /// Cuts a row into strips of one line, so that a high row can go on to the next page.
    fn strips(
        &mut self,
        cells: Cells,
        table: &Table,
        widths: &[f32],
        head: Option<(usize, usize)>,
        rule: f32,
    ) {
        let style = Style::body(self.look);
        let pad = self.look.pt(3.0);
        let count = cells.lines.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let number = self.rows.len();
        let mut columns: Vec<_> = cells.lines.into_iter().map(Vec::into_iter).collect();
        for strip in 0..count {
            let (first, last) = (strip == 0, strip + 1 == count);
            let lines: Vec<Option<Line>> = columns.iter_mut().map(Iterator::next).collect();
            let highest = lines.iter().flatten().map(|line| line.height).fold(style.line, f32::max);
            let baseline = lines.iter().flatten().map(|line| line.baseline).fold(0.0, f32::max);
            let top = if first { pad } else { 0.0 };
            let height = top + highest + if last { pad } else { 0.0 };
            let mut row = Row { height, head, cells: Some(number), ..Row::default() };
            let mut left = self.x;
            for (column, line) in lines.into_iter().enumerate() {
                if let Some(line) = line {
                    // Words of one line stand on one baseline, whatever their sizes.
                    let y = top + baseline - line.baseline;
                    let spare = (widths[column] - line.width).max(0.0);
                    let x = left
                        + match table.columns.get(column) {
                            Some(Align::Right) => spare,
                            Some(Align::Center) => spare / 2.0,
                            _ => 0.0,
                        };
                    row.items.push(Item::Text { line, x, y, node: cells.nodes[column] });
                }
                left += widths[column] + self.gutter();
            }
            if last {
                let (from, to) = (self.x, self.x + self.width);
                row.art.push(Art::Rule { from, to, y: height, thickness: rule });
            }
            if !first {
                self.below = 0.0;
                self.keep = count < WHOLE || strip < 2 || count - strip < 2;
            }
            self.push(row, 0.0);
        }
    }

    fn gutter(&self) -> f32 {
        self.look.pt(12.0)
    }

    /// Every column gets what its longest word needs and then its share of the rest. When there is not
    /// even room for the words, they are broken.
    fn column_widths(&mut self, table: &Table, headless: bool) -> Vec<f32> {
        let count = table.head.len().max(1);
        let room = (self.width - self.gutter() * (count - 1) as f32).max(count as f32);
        let mut wanted = vec![Widths::default(); count];
        let body = Style::body(self.look);
        for (index, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            for (column, cell) in row.iter().enumerate().take(count) {
                let bold = index == 0 || headless && column == 0;
                let cell = setting::widths(self.typesetter, cell, &Style { bold, ..body });
                wanted[column] = wanted[column].larger(cell);
            }
        }
        // Figures such as "1 in 1,000" are read at a glance when they stand on one line.
        for (widths, align) in wanted.iter_mut().zip(&table.columns) {
            if *align == Align::Right && widths.most <= room * WIDEST_FIGURES {
                widths.least = widths.most;
            }
        }
        if let Some(widths) = by_shares(&table.shares, &wanted, room) {
            return widths;
        }
        let (least, most) =
            wanted.iter().fold((0.0, 0.0), |(least, most), w| (least + w.least, most + w.most));
        let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 1.0 / count as f32 };
        let width = |w: &Widths| {
            if most <= room {
                w.most + (room - most) * share(w.most, most)
            } else if least <= room {
                w.least + (room - least) * share(w.most - w.least, most - least)
            } else {
                room * share(w.least, least)
            }
        };
        wanted.iter().map(width).collect()
    }
}

/// Every column's share of the room. One in which a word would not fit gets what that needs, and the others share the rest;
/// nothing where not even the words fit, or where no shares are asked for.
fn by_shares(shares: &[u16], wanted: &[Widths], room: f32) -> Option<Vec<f32>> {
    if shares.len() != wanted.len() {
        return None;
    }
    let mut needs = vec![false; wanted.len()];
    loop {
        let each = || wanted.iter().zip(shares).zip(&needs);
        let taken: f32 = each().filter(|(_, needs)| **needs).map(|((wanted, _), _)| wanted.least).sum();
        let among: u16 = each().filter(|(_, needs)| !**needs).map(|((_, share), _)| *share).sum();
        let widths: Vec<f32> =
            each()
                .map(|((wanted, share), needs)| {
                    if *needs { wanted.least } else { (room - taken) * f32::from(*share) / f32::from(among) }
                })
                .collect();
        let narrow: Vec<bool> =
            wanted.iter().zip(&widths).map(|(wanted, width)| wanted.least > *width).collect();
        if !narrow.contains(&true) {
            return (taken <= room).then_some(widths);
        }
        needs.iter_mut().zip(narrow).for_each(|(needs, narrow)| *needs |= narrow);
    }
}
