//! Several fields as one string of bytes that can be read in one way only.

/// A list of fields, each behind its length, so that no byte can move from one to its neighbour.
pub(crate) struct Fields(Vec<u8>);

impl Fields {
    /// Starts with the purpose, so that bytes made for one use are worthless for another.
    pub(crate) fn of(purpose: &str) -> Self {
        Self(Vec::new()).with(purpose.as_bytes())
    }

    /// Adds a field: eight bytes of length, big-endian, then its bytes.
    pub(crate) fn with(mut self, field: &[u8]) -> Self {
        self.0.extend_from_slice(&length(field));
        self.0.extend_from_slice(field);
        self
    }

    /// The whole.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The length of a field as it is written before it.
pub(crate) fn length(field: &[u8]) -> [u8; 8] {
    (field.len() as u64).to_be_bytes()
}
