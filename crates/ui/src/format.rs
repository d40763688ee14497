//! Numbers, dates, times and names as Indonesian offices write them, in both languages, as methods of `Tongue`. Reading what people typed is `parse`.

mod clock;
mod date;
mod name;
mod number;
mod span;

pub use date::DateBlock;
pub use name::initials;
pub use number::Whole;

#[cfg(test)]
mod tests;
