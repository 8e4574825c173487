//! The vault seen from outside: stories of opening, changing, damage and paper.

#[cfg(test)]
mod open;
#[cfg(test)]
mod support;
