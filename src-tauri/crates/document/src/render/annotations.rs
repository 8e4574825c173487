//! The parts of a page that can be clicked.

use std::rc::Rc;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::finish::text;
use super::links::{Link, Target};
use super::structure::{Kid, NodeId, Role, Structure};

/// A link's area on one page; a link that runs on to the next page has another one there.
pub(super) struct Annotation {
    pub(super) page: usize,
    /// The structure element it belongs to.
    pub(super) node: NodeId,
    pub(super) link: Rc<Link>,
    /// Left, bottom, right and top of each line, in points from the page's lower left corner.
    lines: Vec<[f32; 4]>,
}

/// The links of a sheet, in reading order.
#[derive(Default)]
pub(super) struct Annotations {
    all: Vec<Annotation>,
    open: Option<(Rc<Link>, NodeId)>,
}

impl Annotations {
    pub(super) fn into_vec(self) -> Vec<Annotation> {
        self.all
    }

    /// The structure element of a link within `parent`: the same for all pieces of the link.
    pub(super) fn node(&mut self, link: &Rc<Link>, parent: NodeId, structure: &mut Structure) -> NodeId {
        match &self.open {
            Some((open, node)) if Rc::ptr_eq(open, link) => *node,
            _ => {
                let parent = match link.to {
                    Target::Source(_) => structure.add(parent, Role::Reference),
                    Target::Address(_) | Target::Reference(_) => parent,
                };
                let node = structure.add(parent, Role::Link);
                self.open = Some((Rc::clone(link), node));
                node
            }
        }
    }

    /// Makes an area of a page clickable. Areas side by side are one, so that no click falls between.
    pub(super) fn cover(
        &mut self,
        link: &Rc<Link>,
        node: NodeId,
        page: usize,
        area: [f32; 4],
        structure: &mut Structure,
    ) {
        match self.all.last_mut() {
            Some(last) if last.node == node && last.page == page => match last.lines.last_mut() {
                Some(line) if line[1] == area[1] && line[3] == area[3] => line[2] = line[2].max(area[2]),
                _ => last.lines.push(area),
            },
            _ => {
                structure.nodes[node].kids.push(Kid::Annotation(self.all.len()));
                self.all.push(Annotation { page, node, link: Rc::clone(link), lines: vec![area] });
            }
        }
    }
}

impl Annotation {
    /// The annotation as the PDF has it; `key` leads from it back to its structure element, and `place`
    /// is where it leads within the sheet.
    pub(super) fn dictionary(&self, page: ObjectId, key: i64, place: Option<Object>) -> Dictionary {
        let edge = |of: fn(f32, f32) -> f32, index: usize| {
            Object::Real(self.lines.iter().map(|line| line[index]).reduce(of).unwrap_or_default())
        };
        let corners = self.lines.iter().flat_map(|&[left, bottom, right, top]| {
            [left, top, right, top, left, bottom, right, bottom].map(Object::Real)
        });
        let mut annotation = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => vec![edge(f32::min, 0), edge(f32::min, 1), edge(f32::max, 2), edge(f32::max, 3)],
            "QuadPoints" => corners.collect::<Vec<_>>(),
            "Border" => vec![0.into(), 0.into(), 0.into()],
            // Printed: what is on the screen is on the paper.
            "F" => 4,
            "P" => page,
            "StructParent" => key,
            "Contents" => text(&self.link.said),
        };
        match (&self.link.to, place) {
            (Target::Address(to), _) => {
                let to = Object::string_literal(to.as_str());
                annotation.set("A", dictionary! { "S" => "URI", "URI" => to });
            }
            (_, Some(place)) => annotation.set("Dest", place),
            (_, None) => {}
        }
        annotation
    }
}
