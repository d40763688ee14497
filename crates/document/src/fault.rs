//! What can go wrong with a document, in terms of whoever ordered it. Wording for the screen is the caller's.

use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The template is wrong, or this sheet does not go with it.
    #[error("the template does not work{}: {}", .0.line.map(|line| format!(" (line {line})")).unwrap_or_default(), .0.reason)]
    Template(Problem),
    /// A list of the sheet has more or fewer entries than a page can hold, or a text is longer than any real one.
    #[error("{field} has {found} entries or characters, {least} to {most} can be printed")]
    Size { field: &'static str, found: usize, least: usize, most: usize },
    #[error("the picture is neither PNG nor a plain SVG drawing")]
    PictureKind,
    #[error("the picture is larger than 1 MB or 4.000 pixels a side")]
    PictureSize,
    #[error("the picture is damaged or not whole")]
    PictureBroken,
    /// Something in the SVG that could load, loop or run: named as written in the file.
    #[error("the SVG drawing holds {0}, which is not allowed")]
    PictureContent(&'static str),
    #[error("the font {path} cannot be read: {reason}")]
    Font { path: PathBuf, reason: String },
    #[error("the threads that print cannot start: {0}")]
    Threads(String),
    /// Drawing this document panicked. Others go on.
    #[error("this document could not be drawn")]
    Broken,
    #[error("the press has stopped")]
    Stopped,
}

/// Where a template is wrong and why, in the words of the Typst compiler.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// Counted from 1; none when the fault shows only in the whole document.
    pub line: Option<usize>,
    /// In characters, counted from 1.
    pub column: Option<usize>,
    pub reason: String,
    pub hints: Vec<String>,
}
