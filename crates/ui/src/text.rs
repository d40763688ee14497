//! Says the texts of the Fluent files in the reader's language. It holds no text itself and formats no numbers or dates.

mod catalogue;
mod tongue;

use std::sync::OnceLock;

use catalogue::Catalogue;

pub use catalogue::problems;
pub use tongue::{Filling, Tongue};

/// The texts of this crate, as every domain crate declares its own.
pub const TEXTS: &[(Lang, &str)] = &[(Lang::Id, include_str!("text/id.ftl")), (Lang::En, include_str!("text/en.ftl"))];

#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Id,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Id, Lang::En];

    /// The code for `lang="..."` and `?bahasa=...`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }

    /// Reads a code such as `en` or `en-GB`.
    pub fn parse(code: &str) -> Option<Lang> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "id" | "in" => Some(Lang::Id),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The other language, for the switch in the header.
    pub fn other(self) -> Lang {
        match self {
            Lang::Id => Lang::En,
            Lang::En => Lang::Id,
        }
    }
}

/// Adds the texts of the domains to this crate's own, once for the process; later calls change nothing.
pub fn install(sources: &[(Lang, &'static str)]) {
    INSTALLED.get_or_init(|| Texts::build(sources));
}

/// Every key of one language, sorted, so that tests can compare the files.
pub fn keys(lang: Lang) -> Vec<&'static str> {
    texts().in_language(lang).keys()
}

static INSTALLED: OnceLock<Texts> = OnceLock::new();
static OWN: OnceLock<Texts> = OnceLock::new();

struct Texts {
    indonesian: Catalogue,
    english: Catalogue,
}

impl Texts {
    fn build(sources: &[(Lang, &'static str)]) -> Texts {
        let of = |lang| {
            let all = TEXTS.iter().chain(sources);
            Catalogue::build(lang, all.filter(|(its, _)| *its == lang).map(|(_, source)| *source))
        };
        Texts { indonesian: of(Lang::Id), english: of(Lang::En) }
    }

    fn in_language(&self, lang: Lang) -> &Catalogue {
        match lang {
            Lang::Id => &self.indonesian,
            Lang::En => &self.english,
        }
    }
}

/// Without `install`, as in unit tests, this crate's own texts are there.
fn texts() -> &'static Texts {
    INSTALLED.get().unwrap_or_else(|| OWN.get_or_init(|| Texts::build(&[])))
}

#[cfg(test)]
mod tests;
