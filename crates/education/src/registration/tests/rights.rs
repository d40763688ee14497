//! Who may do what with registrations and meeting rooms: the table of `policy-registration.txt`.

use directory::lookup::Person;
use kernel::{Actor, Failure, Outcome, clock::HOUR};

use crate::{
    activity::{
        model::Activity,
        policy::{Hosted, editable, readable},
    },
    policy_table::{Action, assert_reviewed, hosted, line},
    registration::{
        model::{Guest, Registration},
        policy::{Named, admit, admit_guest, admit_named, leave, leave_as_guest, registrar, remove},
    },
    room::policy::{Role, owners_door, role, runnable},
};

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
    let title = "Who may do what with registrations. Written by a test; see src/registration/tests/rights.rs.";
    assert_reviewed("policy-registration.txt", title, ACTIONS);
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
