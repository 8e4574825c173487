//! The top of the first page: letterhead, for whom the sheet is, and its title.

use super::flow::{Content, Flow};
use super::setting;
use super::sheet::{Sheet, Style};
use super::structure::{Role, Structure};
use crate::model::{Document, Run};

/// The practice's name takes at most this share of the line; the address has the rest.
const NAME_SHARE: f32 = 0.5;

/// The brand mark and the room after it, in points of the design.
pub(super) const MARK: f32 = 19.5;
const MARK_AND_GAP: f32 = 27.0;

/// Name and address of the practice over a rule. Nothing when both are empty.
pub(super) fn letterhead(flow: &mut Flow<'_>, sheet: &Sheet<'_>) {
    let (name, address) = (sheet.practice_name.trim(), sheet.practice_line.trim());
    if name.is_empty() && address.is_empty() {
        return;
    }
    let look = flow.look;
    let column = look.column() - look.pt(MARK_AND_GAP);
    let name_width = if address.is_empty() { column } else { column * NAME_SHARE };
    let bold = Style::letterhead(look, true);
    let regular = Style::letterhead(look, false);
    let set = setting::set_text(flow.typesetter, name, &bold, name_width).and_then(|name| {
        let used = name.iter().map(|line| line.width).fold(0.0, f32::max);
        let rest = column - used - look.pt(12.0);
        Ok((name, setting::set_text(flow.typesetter, address, &regular, rest)?))
    });
    let (name, address) = match set {
        Ok(set) => set,
        Err(error) => return flow.fail(error),
    };
    let lines = name.len().max(address.len());
    let height = (lines as f32 * bold.line).max(look.pt(MARK)) + look.pt(7.5);
    let name_node = flow.structure.add(Structure::ROOT, Role::Paragraph);
    let address_node =
        if address.is_empty() { name_node } else { flow.structure.add(Structure::ROOT, Role::Paragraph) };
    flow.push(Content::Letterhead { name, address, address_node }, height, 0.0, name_node);
    flow.after(look.pt(10.5), true);
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
        let node = flow.structure.add(Structure::ROOT, Role::Heading(1));
        flow.text(&[Run::Text(title.replace('\n', " "))], &Style::title(look), 0.0, node);
        flow.after(look.pt(10.5), true);
    }
}
