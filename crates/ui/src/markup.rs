//! HTML made in Rust (drawings), which templates print as it is. Words from people never go in unescaped.

use std::fmt::{self, Display};

/// Finished HTML; askama does not escape it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(pub(crate) String);

impl Markup {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for Markup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Markup {}

/// Text made fit for HTML, also inside quoted attributes.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            _ => safe.push(c),
        }
    }
    safe
}
