//! Education: activities across agencies, from draft to attendance list.

pub(crate) mod activity;
pub(crate) mod attendance;
pub mod calendar;
pub(crate) mod certificate;
pub(crate) mod change;
pub mod demo;
pub(crate) mod evaluation;
pub(crate) mod host;
pub(crate) mod kept;
pub(crate) mod learning;
pub(crate) mod listing;
pub(crate) mod material;
pub mod measuring;
pub(crate) mod notice;
pub(crate) mod obligation;
pub(crate) mod once;
#[cfg(test)]
mod policy_table;
mod press;
pub mod published;
pub(crate) mod registration;
#[allow(dead_code)]
mod report;
pub(crate) mod room;
mod routes;
pub mod scale;
pub(crate) mod share;
mod streamed;
pub(crate) mod template;
pub(crate) mod trigger;
pub(crate) mod verification;
pub(crate) mod warning;

pub use certificate::issuer::rotation::{key_names, revoke_key, rotate_key};
use kernel::{Access, Domain, MenuEntry, Migration, jobs::JobKind, outbox::Reaction, panels::Panel};
use ui::Lang;

pub use room::servers::{FILE_NAME as MEETING_SERVERS, listed as meeting_servers};

pub const DOMAIN: Domain = Domain {
    routes: routes::routes,
    migrations: MIGRATIONS,
    statements: STATEMENTS,
    menu: MENU,
    panels: PANELS,
    reactions: &joined::<{ count(REACTIONS) }>(REACTIONS),
    jobs: JOBS,
    ..Domain::named("education")
};

pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "20261121_1100_create_education", sql: include_str!("../migrations/20261121_1100_create_education.sql") },
    Migration { id: "20261122_0100_create_listing", sql: include_str!("../migrations/20261122_0100_create_listing.sql") },
    Migration { id: "20261122_0130_create_obligation", sql: include_str!("../migrations/20261122_0130_create_obligation.sql") },
    Migration { id: "20261122_0140_create_evaluation", sql: include_str!("../migrations/20261122_0140_create_evaluation.sql") },
    Migration { id: "20261122_0225_create_certificate", sql: include_str!("../migrations/20261122_0225_create_certificate.sql") },
    Migration { id: "20261122_0230_free_notices", sql: include_str!("../migrations/20261122_0230_free_notices.sql") },
    Migration {
        id: "20261122_0250_create_certificate_print",
        sql: include_str!("../migrations/20261122_0250_create_certificate_print.sql"),
    },
    Migration {
        id: "20261122_0500_sign_certificates_for_mail",
        sql: include_str!("../migrations/20261122_0500_sign_certificates_for_mail.sql"),
    },
    Migration { id: "20261122_0510_create_material", sql: include_str!("../migrations/20261122_0510_create_material.sql") },
    Migration { id: "20261122_0540_create_share", sql: include_str!("../migrations/20261122_0540_create_share.sql") },
    Migration { id: "20261122_0545_create_room", sql: include_str!("../migrations/20261122_0545_create_room.sql") },
    Migration { id: "20261122_0600_create_warning", sql: include_str!("../migrations/20261122_0600_create_warning.sql") },
    Migration { id: "20261122_0601_create_template", sql: include_str!("../migrations/20261122_0601_create_template.sql") },
    Migration { id: "20261122_0602_create_assignment", sql: include_str!("../migrations/20261122_0602_create_assignment.sql") },
    Migration {
        id: "20261122_0720_keep_certificate_files",
        sql: include_str!("../migrations/20261122_0720_keep_certificate_files.sql"),
    },
    Migration {
        id: "20261122_0721_assign_for_each_owner",
        sql: include_str!("../migrations/20261122_0721_assign_for_each_owner.sql"),
    },
    Migration { id: "20261122_0722_create_once", sql: include_str!("../migrations/20261122_0722_create_once.sql") },
    Migration { id: "20261122_0730_create_crest", sql: include_str!("../migrations/20261122_0730_create_crest.sql") },
    Migration { id: "20261122_0905_index_series", sql: include_str!("../migrations/20261122_0905_index_series.sql") },
    Migration { id: "20261122_1130_forget_once", sql: include_str!("../migrations/20261122_1130_forget_once.sql") },
    Migration { id: "20261122_1140_version_totals", sql: include_str!("../migrations/20261122_1140_version_totals.sql") },
];

/// Every statement of this domain, noun by noun; tests prepare each on both databases.
pub const STATEMENTS: &[&[&str]] = &[
    activity::queries::ALL,
    activity::heirs::ALL,
    activity::series::queries::ALL,
    attendance::queries::ALL,
    attendance::checkpoint::queries::ALL,
    attendance::ledger::queries::ALL,
    attendance::meeting::queries::ALL,
    attendance::roll::queries::ALL,
    certificate::queries::ALL,
    certificate::card::queries::ALL,
    certificate::contributor::queries::ALL,
    certificate::crest::queries::ALL,
    certificate::design::queries::ALL,
    certificate::issuer::queries::ALL,
    certificate::print::queries::ALL,
    change::queries::ALL,
    evaluation::queries::ALL,
    evaluation::release::queries::ALL,
    evaluation::results::queries::ALL,
    evaluation::settings::queries::ALL,
    host::queries::ALL,
    listing::queries::ALL,
    material::queries::ALL,
    registration::queries::ALL,
    registration::bulk::queries::ALL,
    registration::participants::queries::ALL,
    room::queries::ALL,
    measuring::queries::ALL,
    scale::queries::ALL,
    share::queries::ALL,
    notice::queries::ALL,
    once::queries::ALL,
    calendar::queries::ALL,
    obligation::board::queries::ALL,
    obligation::rule::queries::ALL,
    obligation::standing::queries::ALL,
    learning::queries::ALL,
    template::queries::ALL,
    template::task::queries::ALL,
    trigger::queries::ALL,
    warning::queries::ALL,
    warning::readers::queries::ALL,
];

/// What this domain hears, noun by noun.
const REACTIONS: &[&[Reaction]] = &[
    activity::heirs::REACTIONS,
    notice::REACTIONS,
    obligation::standing::REACTIONS,
    room::reactions::REACTIONS,
    warning::readers::reactions::REACTIONS,
];

const JOBS: &[JobKind] = &[
    attendance::recount::JOB,
    evaluation::release::JOB,
    certificate::issuing::JOB,
    material::cleaning::JOB,
    material::telling::JOB,
    notice::MAILING,
    notice::TELLING,
    notice::ARCHIVE,
    obligation::reminder::JOB,
    obligation::standing::opening::JOB,
    obligation::standing::reactions::JOB,
    obligation::standing::round::JOB,
    room::following::JOB,
    room::opening::JOB,
    warning::readers::telling::JOB,
    warning::readers::telling::ROUND,
    warning::readers::reminding::JOB,
];

/// What education shows on the pages of others.
const PANELS: &[Panel] = &[
    Panel { place: "home", rank: 5, render: listing::head_panel::render },
    Panel { place: "home", rank: 6, render: trigger::panel::render },
    Panel { place: "home", rank: 7, render: obligation::panel::render },
    Panel { place: "home", rank: 8, render: warning::panel::render },
    Panel { place: "home", rank: 10, render: notice::panels::invitations },
    Panel { place: "home", rank: 15, render: evaluation::panel::render },
    Panel { place: "home", rank: 20, render: notice::panels::unread },
    Panel { place: "home", rank: 25, render: share::panel::render },
    Panel { place: "home", rank: 30, render: registration::panel::render },
    Panel { place: "home", rank: 35, render: learning::panel::render },
    Panel { place: "home", rank: 40, render: notice::panels::coming_for_me },
    Panel { place: "public-home", rank: 10, render: notice::panels::coming_for_all },
    Panel { place: "agency", rank: 10, render: notice::panels::coming_of_agency },
];

const MENU: &[MenuEntry] = &[
    MenuEntry { key: "activity-calendar", href: "/kegiatan", access: Access::Anyone, duties: &[] },
    MenuEntry { key: "activity-office", href: "/kelola", access: Access::SignedIn, duties: activity::policy::RUNNERS },
    MenuEntry {
        key: "obligation-rules",
        href: "/kewajiban",
        access: Access::SignedIn,
        duties: &["pengelola", "pimpinan", "pembina", "admin"],
    },
    MenuEntry { key: "warning-menu", href: "/peringatan", access: Access::Anyone, duties: &[] },
    MenuEntry { key: "learning-title", href: "/pembelajaran", access: Access::SignedIn, duties: &[] },
    MenuEntry { key: "notice-title", href: "/pemberitahuan", access: Access::SignedIn, duties: &[] },
];

pub const TEXTS: &[(Lang, &str)] = &[
    (Lang::Id, include_str!("text/id.ftl")),
    (Lang::En, include_str!("text/en.ftl")),
    (Lang::Id, include_str!("text/registration.id.ftl")),
    (Lang::En, include_str!("text/registration.en.ftl")),
    (Lang::Id, include_str!("text/room.id.ftl")),
    (Lang::En, include_str!("text/room.en.ftl")),
    (Lang::Id, include_str!("text/attendance.id.ftl")),
    (Lang::En, include_str!("text/attendance.en.ftl")),
    (Lang::Id, include_str!("text/evaluation.id.ftl")),
    (Lang::En, include_str!("text/evaluation.en.ftl")),
    (Lang::Id, include_str!("text/certificate.id.ftl")),
    (Lang::En, include_str!("text/certificate.en.ftl")),
    (Lang::Id, include_str!("text/crest.id.ftl")),
    (Lang::En, include_str!("text/crest.en.ftl")),
    (Lang::Id, include_str!("text/material.id.ftl")),
    (Lang::En, include_str!("text/material.en.ftl")),
    (Lang::Id, include_str!("text/share.id.ftl")),
    (Lang::En, include_str!("text/share.en.ftl")),
    (Lang::Id, include_str!("text/notice.id.ftl")),
    (Lang::En, include_str!("text/notice.en.ftl")),
    (Lang::Id, include_str!("text/obligation.id.ftl")),
    (Lang::En, include_str!("text/obligation.en.ftl")),
    (Lang::Id, include_str!("text/report.id.ftl")),
    (Lang::En, include_str!("text/report.en.ftl")),
    (Lang::Id, include_str!("text/learning.id.ftl")),
    (Lang::En, include_str!("text/learning.en.ftl")),
    (Lang::Id, include_str!("text/template.id.ftl")),
    (Lang::En, include_str!("text/template.en.ftl")),
    (Lang::Id, include_str!("text/trigger.id.ftl")),
    (Lang::En, include_str!("text/trigger.en.ftl")),
    (Lang::Id, include_str!("text/verification.id.ftl")),
    (Lang::En, include_str!("text/verification.en.ftl")),
    (Lang::Id, include_str!("text/warning.id.ftl")),
    (Lang::En, include_str!("text/warning.en.ftl")),
];

const fn count(parts: &[&[Reaction]]) -> usize {
    let (mut n, mut part) = (0, 0);
    while part < parts.len() {
        n += parts[part].len();
        part += 1;
    }
    n
}

/// One list of all parts.
const fn joined<const N: usize>(parts: &[&[Reaction]]) -> [Reaction; N] {
    let mut all = [parts[0][0]; N];
    let (mut n, mut part) = (0, 0);
    while part < parts.len() {
        let mut at = 0;
        while at < parts[part].len() {
            all[n] = parts[part][at];
            n += 1;
            at += 1;
        }
        part += 1;
    }
    all
}
