//! hegu-core
