//! The house rules as tests: reads the source tree and says what to do about every breach. It knows nothing that a compiler or clippy knows already.

mod breach;
mod exceptions;
mod rules;
mod source;
#[cfg(test)]
mod tests;

use std::{io, path::Path};

pub use breach::{Breach, Weight};
use source::Tree;

/// Every sentence about the tree at `root` that should not be there, after `exceptions.txt`; empty when the house is tidy.
pub fn complaints(root: &Path) -> io::Result<Vec<String>> {
    let tree = Tree::read(root)?;
    let breaches = rules::ALL.iter().flat_map(|rule| rule(&tree)).collect();
    let exceptions = std::fs::read_to_string(root.join(exceptions::PATH))?;
    Ok(exceptions::settle(breaches, &exceptions))
}
