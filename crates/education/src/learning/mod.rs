//! The noun "learning": lesson hours (JP) by the state's rules, and a person's own account of them. Not how certificates come to be (certificate).

pub(crate) mod counting;
pub(crate) mod rules;
#[cfg(test)]
mod tests;
