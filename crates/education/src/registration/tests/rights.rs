//! Who may do what with registrations, printed: the committed `policy-registration.txt` is compared with what the policy says today, so
//! that a change of rights shows in review. `GOLDEN=1` writes it anew.

use std::{collections::HashMap, fmt::Write};

use directory::lookup::Person;
use kernel::{Actor, Duty, Failure, Outcome, clock::HOUR};

use super::world::person;
use crate::{
    activity::{
        model::{Activity, Host},
        policy::{Hosted, editable, readable},
    },
    registration::{
        model::{Guest, Registration},
        policy::{Named, admit, admit_guest, admit_named, leave, leave_as_guest, registrar, remove},
    },
    room::policy::{Role, owners_door, role, runnable},
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

type Action = (&'static str, fn(&Actor) -> Outcome<()>);

const ACTIONS: &[Action] = &[
    ("register oneself", |it| register(it, "public")),
    ("register oneself where only the audience may look", |it| register(it, "audience")),
    ("open the form for lists", |it| registrar(it, hosted("public")).map(drop)),
    ("open the form for lists where only the audience may look", |it| registrar(it, hosted("audience")).map(drop)),
    ("register somebody of the office by list", |it| register_named(it, "office", &["house"])),
    ("register somebody of a unit below by list", |it| register_named(it, "unit", &["house"])),
    ("register somebody outside the audience by list", |it| register_named(it, "elsewhere", &["elsewhere"])),
    ("see the participants", |it| editable(it, hosted("public")).map(drop)),
    ("take a participant off the list", |it| remove_from(it, "activity")),
    ("take a participant of another activity off this list", |it| remove_from(it, "another")),
    ("give up one's own seat", |it| leave(it, &registration("activity", &it.id)).map(drop)),
    ("give up the seat of another", |it| leave(it, &registration("activity", "another")).map(drop)),
    ("give up the seat of a person with their ticket", |it| leave_as_guest(&registration("activity", &it.id)).map(drop)),
    ("open and end the meeting room", |it| runnable(editable(it, with_room("public"))?).map(drop)),
    ("open and end the meeting room where only the audience may look", |it| {
        runnable(editable(it, with_room("audience"))?).map(drop)
    }),
    ("enter the meeting room without a seat", |it| owners_door(it, &editable(it, with_room("public"))?, None, HOUR).map(drop)),
    ("lead the meeting with a seat", |it| leads(role(it, &hosted("public"), &[]))),
    ("lead the meeting as its speaker", |it| leads(role(it, &hosted("public"), std::slice::from_ref(&it.id)))),
    ("register as a guest where the public is not invited", |_| Ok(admit_guest(guest(), &hosted("public"), 0).map(drop)?)),
];

#[test]
fn rights_are_those_that_were_reviewed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/policy-registration.txt");
    let table = table();
    if std::env::var_os("GOLDEN").is_some() {
        std::fs::write(path, &table).expect("write policy-registration.txt");
    }
    let reviewed = std::fs::read_to_string(path).expect("policy-registration.txt");
    assert_eq!(table, reviewed, "rights changed: review, then write policy-registration.txt anew with GOLDEN=1");
}

fn table() -> String {
    let mut table = "Who may do what with registrations. Written by a test; see src/registration/tests/rights.rs.\n".to_owned();
    for (action, attempt) in ACTIONS {
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

fn line(node: &str) -> Vec<String> {
    let line = LINES.iter().find(|it| it[0] == node).expect("a node");
    line.iter().map(|it| (*it).to_owned()).collect()
}

fn actor((_, home, duty): &Somebody) -> Actor {
    let mut actor = person("me");
    actor.home = (*home).to_owned();
    actor.labels.extend(line(home).iter().map(|it| format!("agency:{it}")));
    actor.duties.extend(duty.map(|(kind, node)| Duty { kind: kind.to_owned(), node: node.to_owned() }));
    actor
}

fn hosted(listed: &str) -> Hosted {
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

fn with_room(listed: &str) -> Hosted {
    let hosted = hosted(listed);
    Hosted { activity: Activity { meeting_server: "pusat".into(), ..hosted.activity }, ..hosted }
}

fn leads(role: Role) -> Outcome<()> {
    match role {
        Role::Moderator => Ok(()),
        Role::Viewer => Err(Failure::Forbidden("room-viewer")),
    }
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

pub(crate) fn registration(activity_id: &str, person_id: &str) -> Registration {
    Registration {
        id: "registration".into(),
        activity_id: activity_id.into(),
        person_id: Some(person_id.into()),
        guest: None,
        agency_id: None,
        ticket: String::new(),
        number: 1,
        registered_at: 0,
        seated_at: Some(0),
        cancelled_at: None,
        cancel_reason: None,
    }
}

fn guest() -> Guest {
    Guest { name: "Siti".into(), mail: "siti@contoh.example".into(), from: "Mamuju".into() }
}

/// As the action does it: who may not even look learns nothing.
fn register(actor: &Actor, listed: &str) -> Outcome<()> {
    let refusal = match admit(actor, &hosted(listed), 0) {
        Ok(_) => return Ok(()),
        Err(refusal) => refusal,
    };
    readable(Some(actor), hosted(listed))?;
    Err(refusal.into())
}

fn register_named(actor: &Actor, home: &str, audience: &[&str]) -> Outcome<()> {
    let registrar = registrar(actor, hosted("public"))?;
    let person = Person {
        id: "somebody".into(),
        full_name: String::new(),
        plain_name: String::new(),
        nip: None,
        mail: None,
        position: String::new(),
        agency_id: home.into(),
        agency_name: String::new(),
        zone: String::new(),
        region_id: String::new(),
    };
    let labels = Some(audience.iter().map(|it| format!("agency:{it}")).collect());
    Ok(admit_named(actor, &registrar, Named { person, lineage: line(home), labels }).map(drop)?)
}

fn remove_from(actor: &Actor, activity_id: &str) -> Outcome<()> {
    let owned = editable(actor, hosted("public"))?;
    remove(actor, &owned, &registration(activity_id, "another"), "Salah unit").map(drop)
}
