//! Writes the structure tree into the PDF.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::annotations::Annotation;
use super::structure::{Kid, NodeId, Role, Structure};

/// Adds the tree and the links, and gives back its root. `contents` lists, per page, the node behind each
/// piece of marked content.
pub(super) fn add(
    pdf: &mut lopdf::Document,
    structure: &Structure,
    contents: &[Vec<NodeId>],
    annotations: &[Annotation],
    pages: &[ObjectId],
) -> ObjectId {
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = structure.nodes.iter().map(|_| pdf.new_object_id()).collect();
    // Numbers that lead from a page or a link back to the tree: pages first, then links.
    let keys = |first: usize| i64::try_from(first).unwrap_or(i64::MAX)..;
    let clickable: Vec<(ObjectId, ObjectId)> = annotations
        .iter()
        .zip(keys(pages.len()))
        .map(|(annotation, key)| {
            let page = pages[annotation.page];
            (pdf.add_object(annotation.dictionary(page, key)), page)
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
        if let Role::List { ordered } = node.role {
            element.set("A", list_attributes(ordered));
        }
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
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![Object::Reference(ids[Structure::ROOT])],
        "ParentTree" => parent_tree,
        "ParentTreeNextKey" => next_key,
    };
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

fn list_attributes(ordered: bool) -> Dictionary {
    let numbering = if ordered { "Decimal" } else { "Disc" };
    dictionary! { "O" => "List", "ListNumbering" => numbering }
}
