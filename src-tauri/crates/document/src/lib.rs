//! hegu-document
