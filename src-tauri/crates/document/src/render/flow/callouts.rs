//! Boxes and bars around blocks.

use super::super::row::Frame;
use super::super::structure::Role;
use super::Flow;
use crate::model::{Block, CalloutKind};

/// A box that would fit into this many rows is kept on one page.
const WHOLE: usize = 14;

impl Flow<'_> {
    pub(super) fn callout(&mut self, kind: CalloutKind, blocks: &[Block]) {
        let role = if kind == CalloutKind::Quote { Role::Quote } else { Role::Callout };
        let (outer, outer_parent) = ((self.x, self.width), self.parent);
        let (left, right, above, below) = match kind {
            CalloutKind::Quote => (12.75, 0.0, 0.0, 0.0),
            _ => (13.5, 13.5, 9.0, 10.5),
        };
        let room = self.room_to_indent();
        let left = self.look.pt(left).min(room);
        let right = self.look.pt(right).min((room - left).max(0.0));
        let frame = Frame {
            parent: self.frame,
            kind,
            x: self.x,
            width: self.width,
            above: self.look.pt(above),
            below: self.look.pt(below),
        };
        self.frames.push(frame);
        let outer_frame = self.frame.replace(self.frames.len() - 1);
        self.parent = self.structure.add(self.parent, role);
        self.x += left;
        self.width -= left + right;

        let first = self.rows.len();
        self.below = self.below.max(self.look.pt(10.5));
        self.blocks(blocks);
        self.close_up(first);

        (self.x, self.width) = outer;
        self.parent = outer_parent;
        self.frame = outer_frame;
        self.below = self.look.pt(10.5);
        self.keep = false;
    }

    /// Gives a box its room above whatever it begins with, and keeps a short one whole.
    fn close_up(&mut self, first: usize) {
        let gap = self.look.pt(10.5);
        let short = self.rows.len() - first <= WHOLE;
        for (index, row) in self.rows.iter_mut().enumerate().skip(first) {
            if index == first {
                row.space = if index == 0 { 0.0 } else { gap };
            } else if short {
                row.may_break = false;
            }
        }
    }
}
