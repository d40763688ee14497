//! Who may do what with accounts, duties and the tree of agencies, printed: the committed `policy.txt` is compared with what the policies say today, so that a
//! change of rights shows in review. `GOLDEN=1` writes it anew.

use kernel::{Actor, Duty, Failure, Outcome, Way};

use super::{
    duty::{
        model::{Held, Kind},
        policy::{Giver, endable, givable, lendable, viewable},
    },
    entry::{
        Recipient,
        policy::{Subject, linkable, linkable_unit},
    },
    policy::in_session,
};
use crate::{
    agency::reorganisation::policy::{Changeable, changeable, mergeable, placeable, splittable},
    lookup::Agency,
};

/// An office below a regional office, and a unit of the office.
const OFFICE: &[&str] = &["office", "region", "house", "*"];
const ABOVE: &[&str] = &["region", "house", "*"];

static AGENCY: Agency = Agency {
    id: String::new(),
    name: String::new(),
    short_name: String::new(),
    kind: String::new(),
    region_id: String::new(),
    region_name: String::new(),
    zone: String::new(),
    parent_id: None,
    ended_at: None,
    successor_id: None,
};

/// Role, home, and the duty held: kind, node, own or lent.
type Role = (&'static str, &'static str, Option<(&'static str, &'static str, Holding)>);

#[derive(Clone, Copy, PartialEq)]
enum Holding {
    Own,
    Lent,
}
use Holding::{Lent, Own};

const ROLES: &[Role] = &[
    ("staff of the office", "office", None),
    ("staff of a unit below", "unit", None),
    ("staff of the regional office", "region", None),
    ("stranger", "elsewhere", None),
    ("coordinator of the office", "office", Some(("pengelola", "office", Own))),
    ("coordinator of the region", "region", Some(("pengelola", "region", Own))),
    ("coordinator of a unit below", "unit", Some(("pengelola", "unit", Own))),
    ("coordinator elsewhere", "elsewhere", Some(("pengelola", "elsewhere", Own))),
    ("head of the office", "office", Some(("pimpinan", "office", Own))),
    ("head of the region", "region", Some(("pimpinan", "region", Own))),
    ("acting head of the office", "office", Some(("pimpinan", "office", Lent))),
    ("supervisor of the house", "elsewhere", Some(("pembina", "house", Own))),
    ("administrator of the office", "office", Some(("admin", "office", Own))),
    ("acting administrator of the office", "office", Some(("admin", "office", Lent))),
    ("administrator of the house", "house", Some(("admin", "house", Own))),
    ("administrator of a unit below", "unit", Some(("admin", "unit", Own))),
    ("administrator of the nation", "elsewhere", Some(("admin", "*", Own))),
];

type Action = (&'static str, fn(&Giver) -> Outcome<()>);

const ACTIONS: &[Action] = &[
    ("see the duties of the office", |it| viewable(it.actor, &texts(OFFICE))),
    ("give the duty of coordinator of the office", |it| give(it, Kind::Pengelola, OFFICE)),
    ("give the duty of head of the office", |it| give(it, Kind::Pimpinan, OFFICE)),
    ("give the duty of supervisor of the office", |it| give(it, Kind::Pembina, OFFICE)),
    ("give the duty of administrator of the office", |it| give(it, Kind::Admin, OFFICE)),
    ("give the duty of coordinator of the region", |it| give(it, Kind::Pengelola, ABOVE)),
    ("give the duty of administrator of the nation", |it| give(it, Kind::Admin, &["*"])),
    ("end the duty of another coordinator of the office", |it| end(it, Kind::Pengelola, "somebody", 0)),
    ("end the duty of the head of the office", |it| end(it, Kind::Pimpinan, "somebody", 0)),
    ("lay down one's own duty", |it| end(it, Kind::Pimpinan, "me", 0)),
    ("lend one's own duty", |it| lend(it, "me", None)),
    ("lend what is on loan", |it| lend(it, "me", Some("lender"))),
    ("lend the duty of another", |it| lend(it, "somebody", None)),
    ("see the link of a newcomer of the office", |it| link(it, false, &[])),
    ("see the link of somebody of the office with a password", |it| link(it, true, &[])),
    ("see the link of the head of the office", |it| link(it, false, &[OFFICE])),
    ("see the link of an administrator of the nation", |it| link(it, false, &[&["*"]])),
    ("mail links to everybody of the office", |it| linkable_unit(it.actor, &texts(OFFICE)).map(drop)),
    ("rename the office, move it to another region, or end it", |it| reorganise(it.actor).map(drop)),
    ("put the office below the house itself", |it| place(it.actor, &["house", "*"])),
    ("put the office below another house", |it| place(it.actor, &["elsewhere", "*"])),
    ("merge the office into the regional office", |it| merge(it.actor, ABOVE)),
    ("merge the office into another house", |it| merge(it.actor, &["elsewhere", "*"])),
    ("split the office", |it| splittable(reorganise(it.actor)?, it.actor, &texts(OFFICE)).map(drop)),
];

#[test]
fn rights_are_those_that_were_reviewed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/policy.txt");
    let table = table();
    if std::env::var_os("GOLDEN").is_some() {
        std::fs::write(path, &table).expect("write policy.txt");
    }
    let reviewed = std::fs::read_to_string(path).expect("policy.txt");
    assert_eq!(table, reviewed, "rights changed: review, then write policy.txt anew with GOLDEN=1");
}

#[test]
fn keys_are_made_by_people_and_not_by_programs() {
    let token = Way::Token { id: "t".into(), scopes: vec!["directory:write".into()] };
    let admin = Actor { way: token, ..actor(ROLES.last().expect("roles")) };
    assert!(matches!(in_session(&admin), Err(Failure::Forbidden("account-needs-session"))));
}

#[test]
fn the_last_administrator_of_the_nation_stays() {
    let admin = actor(ROLES.last().expect("roles"));
    let giver = Giver { own: admin.duties.clone(), actor: &admin };
    let last = Held { kind: Kind::Admin, node: "*".into(), ..held("me", None) };
    assert!(matches!(endable(&giver, &last, &texts(&["*"]), 0), Err(Failure::Conflict("account-last-admin"))));
    assert!(endable(&giver, &last, &texts(&["*"]), 1).is_ok());
}

fn table() -> String {
    let mut table = String::from(
        "Who may do what with accounts, duties and the tree of agencies. Written by a test; see src/account/policy_table.rs.\n",
    );
    for (action, ask) in ACTIONS {
        table.push_str(&format!("\n{action}\n"));
        let verdicts: Vec<(&str, &str)> = ROLES.iter().map(|role| (verdict(role, *ask), role.0)).collect();
        for wanted in ["yes", "by mail", "403", "404"] {
            let roles: Vec<&str> = verdicts.iter().filter(|it| it.0 == wanted).map(|it| it.1).collect();
            if !roles.is_empty() {
                table.push_str(&format!("  {wanted:<8}{}\n", roles.join("\n          ")));
            }
        }
    }
    table
}

fn verdict(role: &Role, ask: fn(&Giver) -> Outcome<()>) -> &'static str {
    let actor = actor(role);
    let own = if role.2.is_some_and(|it| it.2 == Own) { actor.duties.clone() } else { Vec::new() };
    match ask(&Giver { actor: &actor, own }) {
        Ok(()) => "yes",
        Err(Failure::Conflict("by mail")) => "by mail",
        Err(Failure::Forbidden(_)) => "403",
        Err(Failure::NotFound) => "404",
        Err(other) => panic!("{}: {other}", role.0),
    }
}

fn actor((_, home, duty): &Role) -> Actor {
    let lineage: &[&str] = match *home {
        "unit" => &["unit", "office", "region", "house"],
        "office" => &["office", "region", "house"],
        "region" => &["region", "house"],
        other => &[other],
    };
    Actor {
        id: "me".into(),
        name: "Saya".into(),
        home: (*home).into(),
        zone: "WITA".into(),
        labels: lineage.iter().map(|it| format!("agency:{it}")).collect(),
        duties: duty.iter().map(|it| Duty { kind: it.0.into(), node: it.1.into() }).collect(),
        way: Way::Session { id: "s".into() },
    }
}

fn give(giver: &Giver, kind: Kind, lineage: &[&str]) -> Outcome<()> {
    givable(giver, kind, &texts(lineage)).map(drop)
}

fn end(giver: &Giver, kind: Kind, holder: &str, others: i64) -> Outcome<()> {
    let duty = Held { kind, ..held(holder, None) };
    endable(giver, &duty, &texts(OFFICE), others).map(drop)
}

fn lend(giver: &Giver, holder: &str, lender: Option<&str>) -> Outcome<()> {
    lendable(giver.actor, &held(holder, lender), &texts(OFFICE)).map(drop)
}

fn link(giver: &Giver, has_password: bool, duties: &[&[&str]]) -> Outcome<()> {
    let subject = subject(has_password, duties);
    let is_shown = linkable(&in_session(giver.actor)?, giver, &subject)?.is_shown();
    if is_shown { Ok(()) } else { Err(Failure::Conflict("by mail")) }
}

fn reorganise(actor: &Actor) -> Outcome<Changeable<'static>> {
    changeable(actor, &AGENCY, &texts(OFFICE))
}

fn place(actor: &Actor, above: &[&str]) -> Outcome<()> {
    placeable(reorganise(actor)?, actor, &texts(above)).map(drop)
}

fn merge(actor: &Actor, successor: &[&str]) -> Outcome<()> {
    mergeable(reorganise(actor)?, actor, &AGENCY, &texts(successor)).map(drop)
}

fn subject(has_password: bool, duties: &[&[&str]]) -> Subject {
    let mail = Some("a@contoh.go.id.example".to_owned());
    Subject {
        recipient: Recipient { person_id: "somebody".into(), full_name: "Seseorang".into(), mail },
        lineage: texts(OFFICE),
        duty_lineages: duties.iter().map(|it| texts(it)).collect(),
        has_password,
    }
}

fn held(person_id: &str, lender_id: Option<&str>) -> Held {
    Held {
        id: "d".into(),
        kind: Kind::Pimpinan,
        node: "office".into(),
        person_id: person_id.into(),
        name: String::new(),
        position: String::new(),
        given_at: 0,
        ends_at: None,
        reason: String::new(),
        lender_id: lender_id.map(str::to_owned),
        lent_by: lender_id.map(str::to_owned),
    }
}

fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|it| (*it).to_owned()).collect()
}
