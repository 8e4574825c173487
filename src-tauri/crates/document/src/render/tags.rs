//! Writes the structure tree into the PDF.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::annotations::Annotation;
use super::finish::text;
use super::links::Target;
use super::places::{Places, first_references};
use super::structure::{Kid, Node, NodeId, Role, Said, Scope, Structure};

/// Adds the tree and the links, and gives back its root. `contents` lists, per page, the node behind each
/// piece of marked content.
pub(super) fn add(
    pdf: &mut lopdf::Document,
    structure: &Structure,
    contents: &[Vec<NodeId>],
    annotations: &[Annotation],
    places: &Places<'_>,
) -> ObjectId {
    let pages = places.pages;
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = structure.nodes.iter().map(|_| pdf.new_object_id()).collect();
    // Numbers that lead from a page or a link back to the tree: pages first, then links.
    let keys = |first: usize| i64::try_from(first).unwrap_or(i64::MAX)..;
    let to_sources: Vec<(NodeId, usize)> = annotations
        .iter()
        .filter_map(|annotation| match annotation.link.to {
            Target::Source(number) => Some((annotation.node, number)),
            _ => None,
        })
        .collect();
    let first = first_references(structure, &to_sources);
    let clickable: Vec<(ObjectId, ObjectId)> = annotations
        .iter()
        .zip(keys(pages.len()))
        .map(|(annotation, key)| {
            let page = pages[annotation.page];
            let place = places.target(&annotation.link.to, structure, &first);
            (pdf.add_object(annotation.dictionary(page, key, place)), page)
        })
        .collect();
    for (node, id) in structure.nodes.iter().zip(&ids) {
        let kids: Vec<Object> = node.kids.iter().map(|kid| object(kid, &ids, &clickable, pages)).collect();
        let mut element = dictionary! {
            "Type" => "StructElem",
            "S" => Object::Name(node.role.tag().into()),
            "P" => node.parent.map_or(root, |parent| ids[parent]),
        };
        if !kids.is_empty() {
            element.set("K", kids);
        }
        describe(&mut element, node, *id);
        pdf.set_object(*id, element);
    }
    let mut numbers = Vec::with_capacity((contents.len() + annotations.len()) * 2);
    for ((nodes, page), key) in contents.iter().zip(pages).zip(keys(0)) {
        let elements: Vec<Object> = nodes.iter().map(|node| Object::Reference(ids[*node])).collect();
        let elements = pdf.add_object(Object::Array(elements));
        numbers.extend([Object::Integer(key), Object::Reference(elements)]);
        let here = clickable.iter().filter(|(_, there)| there == page);
        let here: Vec<Object> = here.map(|(annotation, _)| Object::Reference(*annotation)).collect();
        if let Ok(page) = pdf.get_dictionary_mut(*page) {
            page.set("StructParents", key);
            page.set("Tabs", Object::Name(b"S".to_vec()));
            if !here.is_empty() {
                page.set("Annots", here);
            }
        }
    }
    for (annotation, key) in annotations.iter().zip(keys(pages.len())) {
        numbers.extend([Object::Integer(key), Object::Reference(ids[annotation.node])]);
    }
    let next_key = i64::try_from(numbers.len() / 2).unwrap_or(i64::MAX);
    let parent_tree = pdf.add_object(dictionary! { "Nums" => numbers });
    let mut tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![Object::Reference(ids[Structure::ROOT])],
        "ParentTree" => parent_tree,
        "ParentTreeNextKey" => next_key,
    };
    let notes: Vec<Object> = structure
        .nodes
        .iter()
        .zip(&ids)
        .filter(|(node, _)| node.role == Role::Note)
        .flat_map(|(_, id)| [note_id(*id), Object::Reference(*id)])
        .collect();
    if !notes.is_empty() {
        tree.set("IDTree", pdf.add_object(dictionary! { "Names" => notes }));
    }
    pdf.set_object(root, tree);
    root
}

/// `clickable` has each annotation with its page.
fn object(kid: &Kid, ids: &[ObjectId], clickable: &[(ObjectId, ObjectId)], pages: &[ObjectId]) -> Object {
    match *kid {
        Kid::Node(node) => Object::Reference(ids[node]),
        Kid::Content { page, mcid } => Object::Dictionary(dictionary! {
            "Type" => "MCR",
            "Pg" => pages[page],
            "MCID" => i64::try_from(mcid).unwrap_or(i64::MAX),
        }),
        Kid::Annotation(number) => Object::Dictionary(dictionary! {
            "Type" => "OBJR",
            "Pg" => clickable[number].1,
            "Obj" => clickable[number].0,
        }),
    }
}

/// What an element says beyond its tag.
fn describe(element: &mut Dictionary, node: &Node, id: ObjectId) {
    match node.role {
        Role::List { ordered } => element.set("A", list_attributes(ordered)),
        Role::HeaderCell(scope) => {
            let scope = if scope == Scope::Column { "Column" } else { "Row" };
            element.set("A", dictionary! { "O" => "Table", "Scope" => scope });
        }
        Role::Note => element.set("ID", note_id(id)),
        _ => {}
    }
    if let Some(area) = node.area {
        let area: Vec<Object> = area.into_iter().map(Object::Real).collect();
        element.set("A", dictionary! { "O" => "Layout", "BBox" => area, "Placement" => "Block" });
    }
    match &node.said {
        Some(Said::Shows(shows)) => element.set("Alt", text(shows)),
        Some(Said::Means(means)) => element.set("ActualText", text(means)),
        None => {}
    }
}

/// Notes are told apart by the numbers of their objects. They all have the same length, so that they sort
/// as strings in the order of the tree.
fn note_id(id: ObjectId) -> Object {
    Object::string_literal(format!("note-{:08}", id.0))
}

fn list_attributes(ordered: bool) -> Dictionary {
    let numbering = if ordered { "Decimal" } else { "Disc" };
    dictionary! { "O" => "List", "ListNumbering" => numbering }
}
