//! The vault seen from outside: stories of opening, changing, damage, paper and files.

#[cfg(test)]
mod change;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod files;
#[cfg(test)]
mod format;
#[cfg(test)]
mod open;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod people;
#[cfg(test)]
mod rotation;
#[cfg(test)]
mod signing;
#[cfg(test)]
mod silence;
#[cfg(test)]
mod strength;
#[cfg(test)]
mod support;
#[cfg(test)]
mod versions;
