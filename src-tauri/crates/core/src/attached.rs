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

/// A table whose rows say on which days something was written into somebody's record: records are kept so many years from the last
/// of them. A day that is computed from an instant is that of UTC: a day sooner or later does not matter in years.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dated {
    /// The table, with others joined to it where it does not name the client itself.
    pub(crate) table: &'static str,
    /// The column that says whose record it is.
    pub(crate) client: &'static str,
    /// The ISO day, as an expression of SQL.
    pub(crate) day: &'static str,
    /// Which rows, as a condition of SQL.
    pub(crate) which: &'static str,
    /// Whether it is a visit.
    pub(crate) visit: bool,
}

/// What takes out what a slice holds of somebody: statements of SQL in their order, in which `{record}` stands for the records that
/// are theirs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Erasing {
    /// What goes when they ask for it: no rule says that it has to be kept.
    pub(crate) at_once: &'static [&'static str],
    /// What goes, after that, when the time of the record is over.
    pub(crate) in_time: &'static [&'static str],
}
