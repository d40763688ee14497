//! Why a credential cannot be made as asked.

/// Each names the part at fault, as a path in the JSON.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum Fault {
    #[error("{0} is empty")]
    Empty(&'static str),
    #[error("{0} has a character that cannot be written")]
    Character(&'static str),
    #[error("{0} is longer than {1} bytes")]
    Long(&'static str, usize),
    #[error("{0} is not an absolute https address")]
    Address(&'static str),
    #[error("{0} is not a did:web")]
    Did(&'static str),
    #[error("{0} is not a moment between 1970 and 9998")]
    Moment(&'static str),
    #[error("{0} is not of the vocabulary")]
    Vocabulary(&'static str),
    #[error("{0} stands for two different things")]
    Twice(String),
    #[error("more than {0} links")]
    Many(usize),
}
