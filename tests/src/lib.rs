//! hegu-tests
