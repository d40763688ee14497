//! Documents as PDF and pictures: certificates, transcripts, share pictures. Knows no database and no rule; prints what it is handed.

mod card;
mod coverage;
mod drawing;
mod fault;
mod fonts;
mod identifier;
mod picture;
mod press;
mod qr;
mod redrawing;
mod room;
mod sheet;
mod template;
#[cfg(test)]
mod tests;
mod transcript;
mod values;

pub use card::Card;
pub use fault::{Fault, Problem};
pub use identifier::identifier_in;
pub use picture::Picture;
pub use press::{Press, Setup};
pub use sheet::{Lesson, Organiser, Person, Sheet, Signatory};
pub use template::Template;
pub use transcript::{Entry, Transcript};
