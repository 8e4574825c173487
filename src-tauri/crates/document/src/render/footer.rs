//! The foot of every page: what the sheet is, and the page's number.

use super::errors::RenderError;
use super::fonts::Typesetter;
use super::painter::Painter;
use super::setting;
use super::shape::Line;
use super::sheet::{Look, Style};
use super::structure::{Role, Structure};

/// The foot of one page.
pub(super) struct Footer {
    left: Vec<Line>,
    right: Option<Line>,
}

impl Footer {
    pub(super) fn set(
        typesetter: &mut Typesetter,
        look: &Look,
        title: &str,
        count: &str,
    ) -> Result<Self, RenderError> {
        let style = Style::footer(look);
        let right = setting::set_text(typesetter, count, &style, look.column())?.into_iter().next();
        let used = right.as_ref().map_or(0.0, |line| line.width + look.pt(12.0));
        let left = setting::set_text(typesetter, title, &style, look.column() - used)?;
        Ok(Footer { left, right })
    }

    pub(super) fn lines_mut(&mut self) -> impl Iterator<Item = &mut Line> {
        self.left.iter_mut().chain(&mut self.right)
    }
}

impl Painter<'_> {
    /// What the sheet is and its page number. The first page's text belongs to the sheet and is read
    /// once, at the very end; its repetitions are passed over.
    pub(super) fn footer(&mut self, footer: &Footer) {
        let look = self.look;
        let right = look.page_width - look.side;
        let top = look.footer_rule + look.pt(6.0);
        self.canvas.begin_footer();
        self.canvas.line((look.side, look.footer_rule), (right, look.footer_rule), 0.5);
        if let Some(line) = &footer.right {
            self.text(line, right - line.width, top + line.baseline);
        }
        if self.page == 0 && !footer.left.is_empty() {
            self.canvas.end();
            let node = self.structure.add(Structure::ROOT, Role::Paragraph);
            self.open(node, top);
        }
        let mut y = top;
        for line in &footer.left {
            self.text(line, look.side, y + line.baseline);
            y += line.height;
        }
        self.canvas.end();
    }
}
