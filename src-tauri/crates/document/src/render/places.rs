//! Places within a sheet that a click leads to: the headings in the outline, the sources and back.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::finish::text;
use super::flow::Bookmark;
use super::links::Target;
use super::structure::{NodeId, Structure};

/// Where the nodes of a sheet begin.
pub(super) struct Places<'a> {
    /// By node: page, and points from the page's lower edge.
    pub(super) places: &'a [Option<(usize, f32)>],
    pub(super) pages: &'a [ObjectId],
}

impl Places<'_> {
    /// The top of a node, as the PDF has it.
    pub(super) fn of(&self, node: NodeId) -> Option<Object> {
        let (page, top) = self.places.get(node).copied().flatten()?;
        let page = *self.pages.get(page)?;
        Some(
            vec![page.into(), Object::Name(b"XYZ".to_vec()), Object::Null, Object::Real(top), Object::Null]
                .into(),
        )
    }

    /// Where a link within the sheet leads.
    pub(super) fn target(&self, target: &Target, structure: &Structure, first: &[NodeId]) -> Option<Object> {
        match target {
            Target::Address(_) => None,
            Target::Source(number) => self.of(*structure.sources.get(number.checked_sub(1)?)?),
            Target::Reference(number) => self.of(*first.get(number.checked_sub(1)?)?),
        }
    }
}

/// Adds the outline of the headings, nested as they are, and gives back its root; none without headings.
pub(super) fn outline(
    pdf: &mut lopdf::Document,
    bookmarks: &[Bookmark],
    places: &Places<'_>,
) -> Option<ObjectId> {
    let entries: Vec<(&Bookmark, Object)> =
        bookmarks.iter().filter_map(|bookmark| Some((bookmark, places.of(bookmark.node)?))).collect();
    if entries.is_empty() {
        return None;
    }
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| pdf.new_object_id()).collect();
    let parents = parents(&entries.iter().map(|(bookmark, _)| bookmark.depth).collect::<Vec<_>>());
    let with_parent = |parent: Option<usize>| -> Vec<usize> {
        (0..entries.len()).filter(|entry| parents[*entry] == parent).collect()
    };
    for (entry, (bookmark, place)) in entries.iter().enumerate() {
        let mut dictionary = dictionary! {
            "Title" => text(&bookmark.title),
            "Parent" => parents[entry].map_or(root, |parent| ids[parent]),
            "Dest" => place.clone(),
        };
        let siblings = with_parent(parents[entry]);
        let place = siblings.iter().position(|sibling| *sibling == entry).unwrap_or(0);
        if let Some(before) = place.checked_sub(1).and_then(|before| siblings.get(before)) {
            dictionary.set("Prev", ids[*before]);
        }
        if let Some(after) = siblings.get(place + 1) {
            dictionary.set("Next", ids[*after]);
        }
        // All entries are open, so each counts everything below it.
        let below = (entry + 1..entries.len()).take_while(|other| is_below(&parents, *other, entry)).count();
        family(&mut dictionary, &with_parent(Some(entry)), &ids, below);
        pdf.set_object(ids[entry], dictionary);
    }
    let mut outlines = dictionary! { "Type" => "Outlines" };
    family(&mut outlines, &with_parent(None), &ids, entries.len());
    pdf.set_object(root, outlines);
    Some(root)
}

fn family(dictionary: &mut Dictionary, kids: &[usize], ids: &[ObjectId], below: usize) {
    if let (Some(first), Some(last)) = (kids.first(), kids.last()) {
        dictionary.set("First", ids[*first]);
        dictionary.set("Last", ids[*last]);
        dictionary.set("Count", i64::try_from(below).unwrap_or(i64::MAX));
    }
}

/// The entry each entry stands under: the last one before it that is less deep.
fn parents(depths: &[u8]) -> Vec<Option<usize>> {
    (0..depths.len()).map(|entry| (0..entry).rev().find(|before| depths[*before] < depths[entry])).collect()
}

fn is_below(parents: &[Option<usize>], entry: usize, above: usize) -> bool {
    std::iter::successors(parents[entry], |parent| parents[*parent]).any(|parent| parent == above)
}

/// The first link to each source, in the order of the sources' numbers: where a source leads back to.
pub(super) fn first_references(structure: &Structure, links: &[(NodeId, usize)]) -> Vec<NodeId> {
    (1..=structure.sources.len())
        .map(|number| links.iter().find(|(_, to)| *to == number).map_or(Structure::ROOT, |(node, _)| *node))
        .collect()
}
