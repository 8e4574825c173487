//! On which days something was written into a record: each slice says where its own lie.

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
