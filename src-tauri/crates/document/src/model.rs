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
        /// Set in two columns where the paper is wide enough.
        columns: bool,
        /// From top to bottom.
        items: Vec<Item>,
    },
    /// A box or a bar that sets its content apart.
    Callout {
        /// How strongly it is set apart.
        kind: CalloutKind,
        /// What stands inside.
        blocks: Vec<Block>,
    },
    /// Rows and columns.
    Table(Table),
    /// A picture on lines of its own.
    Picture {
        /// Under which name the practice keeps it.
        name: String,
        /// What it shows, for whoever cannot see it. Empty for mere decoration.
        shows: String,
    },
    /// Ruled lines to write on.
    Lines {
        /// What to write, such as `My goal`; may be empty.
        label: String,
        /// How many, 1 to 30.
        count: u8,
    },
    /// Grids of dots that stand side by side to be compared.
    Dots(Vec<Dots>),
    /// An address as a square code that a telephone reads.
    Qr {
        /// Where it leads.
        to: String,
        /// Printed below it, above the address; may be empty.
        caption: String,
    },
    /// A paragraph in small print.
    Small(Vec<Run>),
    /// What a [`Run::Reference`] refers to. The printed sheet lists them at its end.
    Source {
        /// What the references to it say.
        label: String,
        /// Usually author, year and address.
        runs: Vec<Run>,
    },
    /// A thin line across the text.
    Rule,
    /// What follows starts on a new page.
    PageBreak,
    /// A word to whoever edits the text; it is not printed.
    Remark(String),
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// A box to tick, and whether it is ticked.
    pub ticked: Option<bool>,
    /// What the item says.
    pub blocks: Vec<Block>,
}

/// Rows of cells under a head. Every row has as many cells as the head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// How each column is set.
    pub columns: Vec<Align>,
    /// The cells of the head. When all are empty, the first column names the rows.
    pub head: Vec<Cell>,
    /// The rows below, from top to bottom.
    pub rows: Vec<Vec<Cell>>,
    /// The share of the line that each column takes, so that tables of one kind stand below each other with
    /// their columns in line. Empty where a column is as wide as its words want. A column with a word that
    /// is wider than its share takes room from the others.
    pub shares: Vec<u16>,
}

/// What a cell of a table says.
pub type Cell = Vec<Run>;

/// How the cells of a column are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// As the text.
    #[default]
    None,
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right, for figures.
    Right,
}

/// A count of people as dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dots {
    /// How many dots are filled, at most `total`.
    pub filled: u8,
    /// How many dots there are, 1 to 100.
    pub total: u8,
    /// Who they are, such as `with real needles`; may be empty.
    pub caption: String,
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
    /// Letters to be copied one by one, such as a recovery code: large, each in as much room as the
    /// others. Markdown has no way to write it and keeps only its letters.
    Key(String),
    /// A raised number that leads to the [`Block::Source`] of this label.
    Reference(String),
    /// A word to whoever edits the text; it is not printed.
    Remark(String),
    /// A new line inside the block.
    LineBreak,
}

/// Calls `look_at` with the name of every picture and what it shows, in reading order.
pub(crate) fn each_picture<'a>(blocks: &'a [Block], look_at: &mut impl FnMut(&'a str, &'a str)) {
    for block in blocks {
        match block {
            Block::Picture { name, shows } => look_at(name, shows),
            Block::List { items, .. } => items.iter().for_each(|item| each_picture(&item.blocks, look_at)),
            Block::Callout { blocks, .. } => each_picture(blocks, look_at),
            _ => {}
        }
    }
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
            Run::Text(letters) | Run::Key(letters) => text.push_str(letters),
            Run::Bold(inner) | Run::Italic(inner) | Run::Link { runs: inner, .. } => push_plain(inner, text),
            Run::Point { code, han } => {
                text.push_str(code);
                text.push(' ');
                text.push_str(han);
            }
            Run::Reference(_) | Run::Remark(_) => {}
            Run::LineBreak => text.push(' '),
        }
    }
}
