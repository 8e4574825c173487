//! What belongs to a client and goes along when two records of one person become one.

/// A table whose rows belong to a client. Each slice names its own; a signed note is in none of them, as its seal covers whose it
/// is: it stays where it was signed, and is read through the record that is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attached {
    /// The table.
    pub(crate) table: &'static str,
    /// The column that tells its rows of one client apart.
    pub(crate) key: &'static str,
    /// The column that says whose a row is.
    pub(crate) client: &'static str,
    /// Which of them, as a condition of SQL.
    pub(crate) which: &'static str,
    /// A client has it once at most, and it may be said anew: what is there already stays, and what is said anew, too.
    pub(crate) once: bool,
}

impl Attached {
    /// All rows of a table whose column `client` says whose they are.
    pub(crate) const fn all(table: &'static str) -> Self {
        Self { table, key: "id", client: "client", which: "TRUE", once: false }
    }

    /// Those for which something holds.
    pub(crate) const fn only(self, which: &'static str) -> Self {
        Self { which, ..self }
    }
}
