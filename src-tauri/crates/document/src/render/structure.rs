//! The logical structure of a sheet: what a screen reader walks through.

/// A node's number in the tree.
pub(super) type NodeId = usize;

/// A kind of structure element, by its name in the PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Document,
    /// 1 to 6.
    Heading(u8),
    Paragraph,
    List {
        ordered: bool,
    },
    Item,
    Label,
    ItemBody,
    Callout,
    Quote,
    Table,
    TableHead,
    TableBody,
    TableRow,
    HeaderCell(Scope),
    Cell,
    /// Something to see, with a description.
    Figure,
    /// A number in the text that leads to a note.
    Reference,
    Note,
    Link,
    /// Words after a link in the same paragraph.
    Span,
}

/// Which cells the words of a header cell speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Column,
    Row,
}

impl Role {
    /// The structure type in the PDF.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Role::Document => "Document",
            Role::Heading(1) => "H1",
            Role::Heading(2) => "H2",
            Role::Heading(3) => "H3",
            Role::Heading(4) => "H4",
            Role::Heading(5) => "H5",
            Role::Heading(_) => "H6",
            Role::Paragraph => "P",
            Role::List { .. } => "L",
            Role::Item => "LI",
            Role::Label => "Lbl",
            Role::ItemBody => "LBody",
            Role::Callout => "Div",
            Role::Quote => "BlockQuote",
            Role::Table => "Table",
            Role::TableHead => "THead",
            Role::TableBody => "TBody",
            Role::TableRow => "TR",
            Role::HeaderCell(_) => "TH",
            Role::Cell => "TD",
            Role::Figure => "Figure",
            Role::Reference => "Reference",
            Role::Note => "Note",
            Role::Link => "Link",
            Role::Span => "Span",
        }
    }
}

/// What stands inside a node, in reading order.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kid {
    Node(NodeId),
    /// Marked content on a page.
    Content {
        page: usize,
        mcid: usize,
    },
    /// The part of a link that can be clicked, by its number in the sheet.
    Annotation(usize),
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) role: Role,
    pub(super) parent: Option<NodeId>,
    pub(super) kids: Vec<Kid>,
    pub(super) said: Option<Said>,
    /// Left, bottom, right and top of a figure on its page.
    pub(super) area: Option<[f32; 4]>,
}

/// What a screen reader says of something without letters.
#[derive(Debug)]
pub(super) enum Said {
    /// A description of it.
    Shows(String),
    /// The characters it stands for.
    Means(&'static str),
}

/// All nodes; the first is the document.
#[derive(Debug)]
pub(super) struct Structure {
    pub(super) nodes: Vec<Node>,
    /// The text of each source, by its number from 1.
    pub(super) sources: Vec<NodeId>,
}

impl Structure {
    pub(super) const ROOT: NodeId = 0;

    pub(super) fn new() -> Self {
        let document = Node { role: Role::Document, parent: None, kids: Vec::new(), said: None, area: None };
        Structure { nodes: vec![document], sources: Vec::new() }
    }

    /// Describes a figure.
    pub(super) fn describe(&mut self, node: NodeId, shows: String) {
        self.nodes[node].said = Some(Said::Shows(shows));
    }

    /// Says which characters a drawing stands for.
    pub(super) fn say(&mut self, node: NodeId, means: &'static str) {
        self.nodes[node].said = Some(Said::Means(means));
    }

    /// Notes the text of a source; of two with the same number, the first.
    pub(super) fn place_source(&mut self, number: usize, text: NodeId) {
        if number > self.sources.len() {
            self.sources.push(text);
        }
    }

    /// The node for more words of a paragraph. Words after a link get a node of their own, so that a
    /// reader that takes a node's own words first, and then its kids, does not lose the order.
    pub(super) fn words_of(&mut self, paragraph: NodeId) -> NodeId {
        let after = self.nodes[paragraph].kids.iter().rev().find_map(|kid| match kid {
            Kid::Node(node) => Some(*node),
            _ => None,
        });
        match after {
            None => paragraph,
            Some(node) if self.nodes[node].role == Role::Span => node,
            Some(_) => self.add(paragraph, Role::Span),
        }
    }

    /// Adds marked content to a node, and gives back the tag to mark it with.
    pub(super) fn add_content(&mut self, node: NodeId, page: usize, mcid: usize) -> &'static str {
        let node = &mut self.nodes[node];
        node.kids.push(Kid::Content { page, mcid });
        node.role.tag()
    }

    pub(super) fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(Node { role, parent: Some(parent), kids: Vec::new(), said: None, area: None });
        self.nodes[parent].kids.push(Kid::Node(id));
        id
    }
}

/// Headings on paper may skip levels; headings for screen readers may not. Gives each heading the depth
/// it really has below the title.
#[derive(Debug, Default)]
pub(super) struct Outline {
    open: Vec<u8>,
    /// 1 when the sheet has a title, which is the heading above all others.
    below: u8,
}

impl Outline {
    pub(super) fn new(has_title: bool) -> Self {
        Outline { open: Vec::new(), below: u8::from(has_title) }
    }

    pub(super) fn depth(&mut self, level: u8) -> u8 {
        while self.open.last().is_some_and(|open| *open >= level) {
            self.open.pop();
        }
        self.open.push(level);
        let depth = u8::try_from(self.open.len()).unwrap_or(6);
        (depth + self.below).min(6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heading_depths_never_skip_a_level() {
        let cases: &[(u8, &[u8], &[u8])] = &[
            (1, &[2, 3, 2], &[2, 3, 2]),
            (1, &[1, 1], &[2, 2]),
            (1, &[3, 6, 4, 2], &[2, 3, 3, 2]),
            (0, &[2, 4], &[1, 2]),
            (1, &[1, 2, 3, 4, 5, 6], &[2, 3, 4, 5, 6, 6]),
        ];
        for (below, levels, depths) in cases {
            let mut outline = Outline { below: *below, ..Outline::default() };
            let found: Vec<u8> = levels.iter().map(|level| outline.depth(*level)).collect();
            assert_eq!(&found, depths, "{levels:?}");
        }
    }
}
