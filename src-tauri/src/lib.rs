//! hegu
