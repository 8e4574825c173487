//! The top of the first page: letterhead, for whom the sheet is, and its title.

use super::flow::Flow;
use super::row::{Art, Drawing, Figure, Item, Row};
use super::setting;
use super::shape::Line;
use super::sheet::{Sheet, Style};
use super::structure::{NodeId, Role, Structure};
use crate::model::{Document, Run};

/// The practice's name takes at most this share of the line; the address has the rest.
const NAME_SHARE: f32 = 0.5;

/// The brand mark, in points of the design.
pub(super) const MARK: f32 = 19.5;

/// A practice's own logo is at most this high, and this share of the line wide.
const LOGO: f32 = 36.0;
const LOGO_SHARE: f32 = 0.35;

/// Logo, name and address of the practice over a rule. Nothing when all are empty.
pub(super) fn letterhead(flow: &mut Flow<'_>, sheet: &Sheet<'_>) {
    let (name, address) = (sheet.practice_name.trim(), sheet.practice_line.trim());
    if name.is_empty() && address.is_empty() && sheet.logo.is_none() {
        return;
    }
    let look = flow.look;
    let mut row = Row::default();
    let (mark_width, mark_height) = logo(flow, sheet, &mut row);
    let left = look.side + mark_width + look.pt(7.5);
    let column = look.page_width - look.side - left;
    let name_width = if address.is_empty() { column } else { column * NAME_SHARE };
    let (bold, regular) = (Style::letterhead(look, true), Style::letterhead(look, false));
    let set = setting::set_text(flow.typesetter, name, &bold, name_width).and_then(|name| {
        let used = name.iter().map(|line| line.width).fold(0.0, f32::max);
        let rest = column - used - look.pt(12.0);
        Ok((name, setting::set_text(flow.typesetter, address, &regular, rest)?))
    });
    let (name, address) = match set {
        Ok(set) => set,
        Err(error) => return flow.fail(error),
    };
    // Marks and words share their middle.
    let height = (name.len().max(address.len()) as f32 * bold.line).max(mark_height);
    move_down(&mut row, (height - mark_height) / 2.0);
    let right = look.page_width - look.side;
    for (lines, at_right) in [(name, false), (address, true)] {
        if !lines.is_empty() {
            let node = flow.structure.add(Structure::ROOT, Role::Paragraph);
            let top = (height - lines.len() as f32 * bold.line) / 2.0;
            words(&mut row, lines, top, node, |line| if at_right { right - line.width } else { left });
        }
    }
    row.height = height + look.pt(7.5);
    row.art.push(Art::Rule { from: look.side, to: right, y: row.height, thickness: 0.75 });
    flow.push(row, 0.0);
    flow.after(look.pt(10.5), true);
}

/// Puts the practice's logo or our mark at the left, and gives back its size.
fn logo(flow: &mut Flow<'_>, sheet: &Sheet<'_>, row: &mut Row) -> (f32, f32) {
    let look = flow.look;
    let Some((logo, (number, (across, down)))) = sheet.logo.zip(flow.pictures.logo()) else {
        row.art.push(Art::Mark { x: look.side, y: 0.0 });
        return (look.pt(MARK), look.pt(MARK));
    };
    let scale = (look.pt(LOGO) / down).min(look.column() * LOGO_SHARE / across);
    let (width, height) = (across * scale, down * scale);
    let node = (!logo.shows.trim().is_empty()).then(|| {
        let node = flow.structure.add(Structure::ROOT, Role::Figure);
        flow.structure.describe(node, logo.shows.trim().to_owned());
        node
    });
    let drawing = Drawing::Picture(number);
    row.items.push(Item::Figure(Figure { node, x: look.side, y: 0.0, width, height, drawing }));
    (width, height)
}

fn move_down(row: &mut Row, by: f32) {
    let content = std::mem::take(row);
    row.take(content, by);
}

fn words(row: &mut Row, lines: Vec<Line>, top: f32, node: NodeId, x: impl Fn(&Line) -> f32) {
    let mut y = top;
    for line in lines {
        let (x, height) = (x(&line), line.height);
        row.items.push(Item::Text { line, x, y, node });
        y += height;
    }
}

/// The line that says for whom the sheet is, and the title below it.
pub(super) fn title(flow: &mut Flow<'_>, document: &Document, sheet: &Sheet<'_>) {
    let look = flow.look;
    if let Some(for_line) = sheet.for_line.map(str::trim).filter(|line| !line.is_empty()) {
        let node = flow.structure.add(Structure::ROOT, Role::Paragraph);
        flow.text(&[Run::Text(for_line.to_owned())], &Style::letterhead(look, false), 0.0, node);
        flow.after(look.pt(1.5), true);
    }
    let title = document.title.trim();
    if !title.is_empty() {
        flow.title(&title.replace('\n', " "));
    }
}
