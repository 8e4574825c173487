//! A stretch of time.

/// From one instant up to another, which is not in it any more (UTC milliseconds). A visit that ends when another begins
/// does not overlap it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first instant.
    pub from: i64,
    /// The first instant after it.
    pub until: i64,
}

impl Span {
    /// Whether there is an instant in both. An empty span overlaps nothing.
    pub fn overlaps(self, other: Self) -> bool {
        self.from.max(other.from) < self.until.min(other.until)
    }

    /// Whether every instant of the other is in this one.
    pub fn holds(self, other: Self) -> bool {
        self.from <= other.from && other.until <= self.until
    }

    /// Spans in order, those that overlap or touch made one.
    pub fn joined(mut spans: Vec<Self>) -> Vec<Self> {
        spans.retain(|span| !span.is_empty());
        spans.sort();
        let mut joined: Vec<Self> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut() {
                Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
                _ => joined.push(span),
            }
        }
        joined
    }

    /// Whether there is nothing in it.
    pub fn is_empty(self) -> bool {
        self.until <= self.from
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_when_another_begins_does_not_overlap_it() {
        let span = |from, until| Span { from, until };
        assert!(!span(0, 10).overlaps(span(10, 20)) && !span(10, 20).overlaps(span(0, 10)));
        assert!(span(0, 11).overlaps(span(10, 20)) && span(12, 13).overlaps(span(10, 20)));
        assert!(!span(15, 15).overlaps(span(10, 20)), "nothing overlaps nothing");
        assert!(span(10, 20).holds(span(10, 20)) && !span(10, 20).holds(span(10, 21)));
    }
}
