//! Why a measurement could not be made. Not a figure.

#[derive(Debug)]
pub(crate) struct Trouble(pub(crate) String);

pub(crate) type Done<T = ()> = Result<T, Trouble>;

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Trouble {
        Trouble(error.to_string())
    }
}

impl From<kernel::Failure> for Trouble {
    fn from(failure: kernel::Failure) -> Trouble {
        Trouble(failure.to_string())
    }
}
