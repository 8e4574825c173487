//! The tree every printed page is made from.

/// A whole sheet: what it is called, who wrote it, in which language, and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Printed at the top and shown in the title bar of a PDF viewer.
    pub title: String,
    /// BCP 47, such as `en-CA`: screen readers choose their voice by it.
    pub language: String,
    /// Goes into the file's metadata; it is not printed.
    pub author: String,
    /// What is printed below the title, in reading order.
    pub blocks: Vec<Block>,
}

/// One piece of a sheet that stands on its own lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading. Levels run from 1 (most important) to 6, as written; the printed sheet closes gaps.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The words of the heading.
        runs: Vec<Run>,
    },
    /// Running text.
    Paragraph(Vec<Run>),
    /// A list, numbered or with bullets.
    List {
        /// Numbered when true.
        ordered: bool,
        /// The first number; 1 when the list is not numbered.
        start: u64,
        /// The blocks of each item.
        items: Vec<Vec<Block>>,
    },
    /// A box or a bar that sets its content apart.
    Callout {
        /// How strongly it is set apart.
        kind: CalloutKind,
        /// What stands inside.
        blocks: Vec<Block>,
    },
    /// A thin line across the text.
    Rule,
    /// What follows starts on a new page.
    PageBreak,
}

/// How strongly a callout is set apart from the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutKind {
    /// A personal word or a quotation: a bar at the left.
    Quote,
    /// Good to know: a thin box.
    Note,
    /// Not to be missed: a stronger box.
    Important,
    /// Danger signs, when to call for help: a heavy box.
    Warning,
}

/// A piece of text inside a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Letters as they are.
    Text(String),
    /// Stronger.
    Bold(Vec<Run>),
    /// Slanted.
    Italic(Vec<Run>),
    /// Text with an address. The address is printed after the text when the text does not show it.
    Link {
        /// Where it leads, such as `https://…` or `tel:…`.
        to: String,
        /// The words that carry the link.
        runs: Vec<Run>,
    },
    /// An acupuncture point with its Chinese name, such as ST36 足三里, kept together on one line.
    Point {
        /// The code, such as `ST36` or `EX-HN3`.
        code: String,
        /// The Chinese name.
        han: String,
    },
    /// A new line inside the block.
    LineBreak,
}

/// The letters of `runs` without their looks; a line break counts as a space.
pub(crate) fn plain(runs: &[Run]) -> String {
    let mut text = String::new();
    push_plain(runs, &mut text);
    text
}

fn push_plain(runs: &[Run], text: &mut String) {
    for run in runs {
        match run {
            Run::Text(letters) => text.push_str(letters),
            Run::Bold(inner) | Run::Italic(inner) | Run::Link { runs: inner, .. } => push_plain(inner, text),
            Run::Point { code, han } => {
                text.push_str(code);
                text.push(' ');
                text.push_str(han);
            }
            Run::LineBreak => text.push(' '),
        }
    }
}
