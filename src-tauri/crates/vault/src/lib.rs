//! hegu-vault
