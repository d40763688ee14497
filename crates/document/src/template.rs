//! How certificates look: three that come with the house, and those that people edit.

use std::sync::LazyLock;

use typst::syntax::Source;

use crate::room::TEMPLATE;

/// Known to work: built in, or tried by [`crate::Press::adopt`]. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Template(Source);

impl Template {
    /// Names of the built-in ones, the default first.
    pub const NAMES: [&str; 3] = ["resmi", "modern", "polos"];

    pub fn built_in(name: &str) -> Option<Self> {
        // Read once: reading takes as long as a tenth of a certificate.
        static READ: LazyLock<Vec<(&str, Template)>> = LazyLock::new(|| {
            let read = |name: &&'static str| Some((*name, Template::untried(Template::text_of(name)?.to_owned())));
            Template::NAMES.iter().filter_map(read).collect()
        });
        READ.iter().find(|it| it.0 == name).map(|it| it.1.clone())
    }

    /// The text of a built-in one, to start one's own from.
    pub fn text_of(name: &str) -> Option<&'static str> {
        match name {
            "resmi" => Some(include_str!("templates/resmi.typ")),
            "modern" => Some(include_str!("templates/modern.typ")),
            "polos" => Some(include_str!("templates/polos.typ")),
            _ => None,
        }
    }

    pub(crate) fn untried(text: String) -> Self {
        Self(Source::new(*TEMPLATE, text))
    }

    pub(crate) fn source(&self) -> &Source {
        &self.0
    }
}
