//! Regions, agencies, their offices, the people in them, what they may do and how they sign in: the one domain that others may import.

mod account;
mod agency;
pub mod demo;
pub mod identity;
pub mod import;
mod labels;
pub mod lookup;
pub mod measuring;
mod person;
mod region;
mod routes;
pub mod tree;

#[cfg(feature = "testing")]
pub mod testing;

use kernel::{Access, Domain, MenuEntry, Migration, jobs::JobKind};

pub use account::{acting, create_admin, identify, reset_sign_in};

/// What others may hear from the directory.
pub mod published {
    pub use crate::{account::published::*, agency::published::*, person::published::*};
}

pub const DOMAIN: Domain = Domain {
    routes: routes::routes,
    migrations: MIGRATIONS,
    statements: &[
        account::queries::ALL,
        account::duty::queries::ALL,
        account::entry::queries::ALL,
        account::password::queries::ALL,
        account::session::queries::ALL,
        account::sign_in::queries::ALL,
        account::token::queries::ALL,
        agency::profile::queries::ALL,
        agency::queries::ALL,
        agency::reorganisation::queries::ALL,
        demo::queries::ALL,
        import::queries::ALL,
        person::queries::ALL,
        region::queries::ALL,
        measuring::queries::ALL,
    ],
    jobs: JOBS,
    menu: MENU,
    texts: TEXTS,
    ..Domain::named("directory")
};

const JOBS: &[JobKind] = &[account::entry::jobs::JOBS[0], account::entry::jobs::JOBS[1], import::jobs::JOB];

const MENU: &[MenuEntry] = &[
    MenuEntry { key: "agency-list", href: "/instansi", access: Access::Anyone, duties: &[] },
    MenuEntry { key: "imports", href: "/pengelolaan/impor", access: Access::SignedIn, duties: &["admin"] },
];

const TEXTS: &[(&str, &str)] = &[
    ("id", include_str!("account/text/id.ftl")),
    ("en", include_str!("account/text/en.ftl")),
    ("id", include_str!("text/id.ftl")),
    ("en", include_str!("text/en.ftl")),
    ("id", include_str!("text/import.id.ftl")),
    ("en", include_str!("text/import.en.ftl")),
    ("id", include_str!("text/reorganisation.id.ftl")),
    ("en", include_str!("text/reorganisation.en.ftl")),
];

pub const MIGRATIONS: &[Migration] =
    &[Migration { id: "20261121_1000_create_directory", sql: include_str!("../migrations/20261121_1000_create_directory.sql") }];

#[cfg(test)]
mod tests {
    use ui::Lang;

    #[test]
    fn both_languages_say_the_same() {
        let texts: Vec<_> = super::TEXTS.iter().map(|(lang, text)| (Lang::parse(lang).expect("a language"), *text)).collect();
        assert_eq!(ui::text::problems(&texts), Vec::<String>::new());
    }
}
