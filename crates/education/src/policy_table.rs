//! Who may do what, printed for review: the same people in every table, and what each of a list of actions says to them. A committed text
//! is compared with it, so that a change of rights shows in review; `GOLDEN=1` writes it anew.

use std::{collections::HashMap, fmt::Write};

use kernel::{Actor, Duty, Outcome, clock::HOUR};

use crate::activity::{
    model::{Activity, Host},
    policy::Hosted,
};

/// Each node with what is above it; the office owns the activity, which is for the people of the house.
const LINES: &[&[&str]] =
    &[&["unit", "office", "house", "*"], &["office", "house", "*"], &["house", "*"], &["elsewhere", "*"], &["guest", "*"]];

/// Role, home, and the duty held.
type Somebody = (&'static str, &'static str, Option<(&'static str, &'static str)>);

const ROLES: &[Somebody] = &[
    ("staff of the office", "office", None),
    ("staff of a unit below", "unit", None),
    ("staff outside the audience", "elsewhere", None),
    ("coordinator of the office", "office", Some(("pengelola", "office"))),
    ("coordinator of a unit below", "unit", Some(("pengelola", "unit"))),
    ("coordinator of the house", "house", Some(("pengelola", "house"))),
    ("coordinator outside the audience", "elsewhere", Some(("pengelola", "elsewhere"))),
    ("head of the office", "office", Some(("pimpinan", "office"))),
    ("supervisor of the house", "house", Some(("pembina", "house"))),
    ("administrator of the nation", "elsewhere", Some(("admin", "*"))),
];

/// What somebody tries, in words and in code.
pub(crate) type Action = (&'static str, fn(&Actor) -> Outcome<()>);

/// Compares what the actions say today with `file` of this crate's folder, whose first line is `title`.
pub(crate) fn assert_reviewed(file: &str, title: &str, actions: &[Action]) {
    let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
    let table = printed(title, actions);
    if std::env::var_os("GOLDEN").is_some() {
        std::fs::write(&path, &table).expect("write the table");
    }
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(table, reviewed, "rights changed: review, then write {file} anew with GOLDEN=1");
}

fn printed(title: &str, actions: &[Action]) -> String {
    let mut table = format!("{title}\n");
    for (action, attempt) in actions {
        writeln!(table, "\n{action}").expect("text");
        for verdict in ["yes", "403", "404", "409"] {
            let roles = ROLES.iter().filter(|it| said(&attempt(&actor(it))) == verdict);
            for (n, role) in roles.enumerate() {
                writeln!(table, "  {:6}  {}", if n == 0 { verdict } else { "" }, role.0).expect("text");
            }
        }
    }
    table
}

fn said(outcome: &Outcome<()>) -> String {
    outcome.as_ref().map_or_else(|it| it.status().as_u16().to_string(), |()| "yes".to_owned())
}

/// Somebody with a duty at a node, which is also where they work; without a label. An empty kind is no duty.
pub(crate) fn holding(kind: &str, node: &str) -> Actor {
    Actor {
        id: "01j".to_owned(),
        name: String::new(),
        home: node.to_owned(),
        zone: "WITA".to_owned(),
        labels: Vec::new(),
        duties: if kind.is_empty() { Vec::new() } else { vec![Duty { kind: kind.to_owned(), node: node.to_owned() }] },
        way: kernel::Way::Session { id: String::new() },
    }
}

/// A node with what is above it.
pub(crate) fn line(node: &str) -> Vec<String> {
    let line = LINES.iter().find(|it| it[0] == node).expect("a node");
    line.iter().map(|it| (*it).to_owned()).collect()
}

fn actor((_, home, duty): &Somebody) -> Actor {
    let mut actor = Actor {
        id: "me".to_owned(),
        name: "Pegawai".to_owned(),
        home: (*home).to_owned(),
        zone: "WITA".to_owned(),
        labels: vec!["public".to_owned(), "asn".to_owned()],
        duties: Vec::new(),
        way: kernel::Way::Session { id: String::new() },
    };
    actor.labels.extend(line(home).iter().map(|it| format!("agency:{it}")));
    actor.duties.extend(duty.map(|(kind, node)| Duty { kind: kind.to_owned(), node: node.to_owned() }));
    actor
}

/// An activity of the office, for the people of the house.
pub(crate) fn hosted(listed: &str) -> Hosted {
    let host = Host {
        agency_id: "office".into(),
        invited_at: 0,
        invited_by: String::new(),
        message: String::new(),
        accepted_at: Some(0),
        declined_at: None,
        answer_reason: None,
        in_charge: None,
    };
    let lineages = HashMap::from([("office".to_owned(), line("office"))]);
    Hosted { activity: activity(listed), hosts: vec![host], lineages, audience: vec!["agency:house".to_owned()] }
}

pub(crate) fn activity(listed: &str) -> Activity {
    Activity {
        id: "activity".into(),
        version: 1,
        seats_version: 0,
        title: String::new(),
        summary: String::new(),
        theme: String::new(),
        form: String::new(),
        mode: "online".into(),
        starts_at: HOUR,
        ends_at: 2 * HOUR,
        zone: ui::Zone::Wib,
        place: String::new(),
        meeting_server: String::new(),
        meeting_link: String::new(),
        contact: String::new(),
        seats: None,
        taken: 0,
        waiting: 0,
        is_open_to_public: false,
        listed: listed.into(),
        registration_closes_at: None,
        minimum_share: 700,
        calendar_sequence: 0,
        code_secret: String::new(),
        series_id: None,
        created_by: String::new(),
        changed_at: 0,
        published_at: Some(0),
        cancelled_at: None,
        cancel_reason: None,
        archived_at: None,
    }
}
