//! What can go wrong with a file that arrives or is kept, apart from what it is.

#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("larger than {most} bytes")]
    TooLarge { most: u64 },
    #[error("there is no such file")]
    Missing,
    #[error("{0}")]
    Address(&'static str),
    #[error(transparent)]
    Disk(#[from] std::io::Error),
    #[error(transparent)]
    Store(object_store::Error),
}

impl From<object_store::Error> for Fault {
    fn from(error: object_store::Error) -> Fault {
        match error {
            object_store::Error::NotFound { .. } => Fault::Missing,
            other => Fault::Store(other),
        }
    }
}
