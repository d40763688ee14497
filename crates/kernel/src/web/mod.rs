//! From request to answer: who asks, may they knock, in which language and form they want the answer.

mod answer;
mod app;
mod ask;
mod form;
mod receive;
mod routes;

pub use answer::{Answer, attachment, text};
pub use app::{App, Dress, Identify, Identifying, Knock, Setup};
pub use ask::{Ask, Language, Visit};
pub use form::{Form, Upload, from_pairs};
pub use receive::serve;
pub use routes::{Access, Door, Routes, SchemaOf};
