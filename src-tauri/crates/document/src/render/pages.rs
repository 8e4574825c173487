//! Cuts rows into pages.

use super::row::{Frame, Row};
use super::sheet::Look;

/// A row with its place on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    pub(super) row: usize,
    /// From the top of the page.
    pub(super) y: f32,
    /// The head of a table, printed again.
    pub(super) again: bool,
}

/// The part of a box that is on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct FramePart {
    pub(super) frame: usize,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) rows: Vec<Placed>,
    pub(super) frames: Vec<FramePart>,
}

/// Fills page after page. A page ends before the last row that allows it; where no row allows it, the
/// page is simply full. There is always at least one page.
pub(super) fn cut(rows: &[Row], frames: &[Frame], look: &Look) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let end = page_end(rows, frames, look, start);
        pages.push(place(rows, frames, look, start, end));
        start = end;
    }
    if pages.is_empty() {
        pages.push(Page::default());
    }
    pages
}

/// The first row that goes to the next page.
fn page_end(rows: &[Row], frames: &[Frame], look: &Look, start: usize) -> usize {
    let mut y = look.top;
    let mut open: Vec<usize> = Vec::new();
    let mut last_good = None;
    for index in start..rows.len() {
        let row = &rows[index];
        if index > start && row.must_break {
            return index;
        }
        if index > start && row.may_break {
            last_good = Some(index);
        }
        y += step(rows, frames, &mut open, start, index) + row.height;
        if index == start {
            y += head(rows, start).map(|again| rows[again].height).sum::<f32>();
        }
        let closing: f32 = open.iter().map(|frame| frames[*frame].below).sum();
        if y + closing > look.bottom + 0.01 && index > start {
            return last_good.unwrap_or(index);
        }
    }
    rows.len()
}

/// The rows of the table's head that are printed again on a page that begins with the row `start`.
fn head(rows: &[Row], start: usize) -> std::ops::Range<usize> {
    rows[start].head.map_or(0..0, |(first, last)| first..last + 1)
}

/// The distance from the end of the row before to the top of this row: boxes closed, room, boxes opened.
fn step(rows: &[Row], frames: &[Frame], open: &mut Vec<usize>, start: usize, index: usize) -> f32 {
    let around = path(frames, rows[index].frame);
    let same = open.iter().zip(&around).take_while(|(one, two)| one == two).count();
    let closed: f32 = open[same..].iter().map(|frame| frames[*frame].below).sum();
    let opened: f32 = around[same..].iter().map(|frame| frames[*frame].above).sum();
    *open = around;
    closed + opened + if index > start { rows[index].space } else { 0.0 }
}

/// The boxes around a row, outermost first.
fn path(frames: &[Frame], innermost: Option<usize>) -> Vec<usize> {
    let mut path: Vec<usize> = std::iter::successors(innermost, |frame| frames[*frame].parent).collect();
    path.reverse();
    path
}

fn place(rows: &[Row], frames: &[Frame], look: &Look, start: usize, end: usize) -> Page {
    let mut page = Page::default();
    let mut y = look.top;
    let mut open: Vec<(usize, f32)> = Vec::new();
    for (index, row) in rows.iter().enumerate().take(end).skip(start) {
        let around = path(frames, row.frame);
        let same = open.iter().zip(&around).take_while(|((one, _), two)| one == *two).count();
        close(&mut page, frames, &mut open, same, &mut y);
        if index > start {
            y += row.space;
        }
        for frame in &around[same..] {
            open.push((*frame, y));
            y += frames[*frame].above;
        }
        if index == start {
            for again in head(rows, start) {
                page.rows.push(Placed { row: again, y, again: true });
                y += rows[again].height;
            }
        }
        page.rows.push(Placed { row: index, y, again: false });
        y += row.height;
    }
    close(&mut page, frames, &mut open, 0, &mut y);
    page
}

fn close(page: &mut Page, frames: &[Frame], open: &mut Vec<(usize, f32)>, keep: usize, y: &mut f32) {
    while open.len() > keep {
        let Some((frame, top)) = open.pop() else { return };
        *y += frames[frame].below;
        page.frames.push(FramePart { frame, top, bottom: *y });
    }
}
