//! Writes the structure tree into the PDF.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::structure::{Kid, NodeId, Role, Structure};

/// Adds the tree and gives back its root. `contents` lists, per page, the node behind each piece of
/// marked content.
pub(super) fn add(
    pdf: &mut lopdf::Document,
    structure: &Structure,
    contents: &[Vec<NodeId>],
    pages: &[ObjectId],
) -> ObjectId {
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = structure.nodes.iter().map(|_| pdf.new_object_id()).collect();
    for (node, id) in structure.nodes.iter().zip(&ids) {
        let kids: Vec<Object> = node.kids.iter().map(|kid| object(kid, &ids, pages)).collect();
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
    let mut numbers = Vec::with_capacity(contents.len() * 2);
    for (number, (nodes, page)) in contents.iter().zip(pages).enumerate() {
        let elements: Vec<Object> = nodes.iter().map(|node| Object::Reference(ids[*node])).collect();
        let elements = pdf.add_object(Object::Array(elements));
        let key = i64::try_from(number).unwrap_or(i64::MAX);
        numbers.extend([Object::Integer(key), Object::Reference(elements)]);
        if let Ok(page) = pdf.get_dictionary_mut(*page) {
            page.set("StructParents", key);
            page.set("Tabs", Object::Name(b"S".to_vec()));
        }
    }
    let parent_tree = pdf.add_object(dictionary! { "Nums" => numbers });
    let next_key = i64::try_from(contents.len()).unwrap_or(i64::MAX);
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![Object::Reference(ids[Structure::ROOT])],
        "ParentTree" => parent_tree,
        "ParentTreeNextKey" => next_key,
    };
    pdf.set_object(root, tree);
    root
}

fn object(kid: &Kid, ids: &[ObjectId], pages: &[ObjectId]) -> Object {
    match *kid {
        Kid::Node(node) => Object::Reference(ids[node]),
        Kid::Content { page, mcid } => Object::Dictionary(dictionary! {
            "Type" => "MCR",
            "Pg" => pages[page],
            "MCID" => i64::try_from(mcid).unwrap_or(i64::MAX),
        }),
    }
}

fn list_attributes(ordered: bool) -> Dictionary {
    let numbering = if ordered { "Decimal" } else { "Disc" };
    dictionary! { "O" => "List", "ListNumbering" => numbering }
}
