//! What is erased with a client: each slice says what of its own goes, and when.

/// What takes out what a slice holds of somebody: statements of SQL in their order, in which `{record}` stands for the records that
/// are theirs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Erasing {
    /// What goes when they ask for it: no rule says that it has to be kept.
    pub(crate) at_once: &'static [&'static str],
    /// What goes, after that, when the time of the record is over.
    pub(crate) in_time: &'static [&'static str],
}
