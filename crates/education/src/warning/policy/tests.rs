//! Who may do what with a warning, as one table.

use kernel::{Duty, Way};
use ui::Zone;

use super::*;
use crate::warning::model::Words;

const OFFICE: [&str; 3] = ["kppn", "kemenkeu", "*"];

fn actor(labels: &[&str], duty: (&str, &str)) -> Actor {
    let duty = Duty { kind: duty.0.to_owned(), node: duty.1.to_owned() };
    Actor {
        id: "01j".to_owned(),
        name: String::new(),
        home: "kppn".to_owned(),
        zone: "WITA".to_owned(),
        labels: labels.iter().map(|it| (*it).to_owned()).collect(),
        duties: vec![duty],
        way: Way::Session { id: String::new() },
    }
}

fn addressed(state: State) -> Addressed {
    let at = |it: bool| it.then_some(1);
    let warning = Warning {
        id: "01w".to_owned(),
        version: 1,
        agency_id: "kppn".to_owned(),
        activity_id: None,
        supersedes_id: None,
        words: Words::default(),
        is_public: false,
        read_by: None,
        zone: Zone::Wita,
        published_at: at(state != State::Draft),
        superseded_at: at(state == State::Superseded),
        superseded_by: (state == State::Superseded).then(|| "01x".to_owned()),
        withdrawn_at: at(state == State::Withdrawn),
        withdraw_reason: (state == State::Withdrawn).then(|| "keliru".to_owned()),
    };
    Addressed { warning, lineage: OFFICE.map(str::to_owned).to_vec(), audience: vec!["asn@76".to_owned()] }
}

/// The status of reading, editing, ending and confirming.
fn statuses(actor: &Actor, state: State) -> [u16; 4] {
    fn status<T>(verdict: Outcome<T>) -> u16 {
        verdict.map_or_else(|it| it.status().as_u16(), |_| 200)
    }
    let read = || readable(Some(actor), addressed(state), &[]);
    [
        status(read()),
        status(read().and_then(|it| editable(actor, it))),
        status(read().and_then(|it| endable(actor, it))),
        status(read().and_then(|it| confirmable(actor, it))),
    ]
}

#[test]
fn who_may_do_what_in_which_state() {
    let of_province = ["public", "asn", "asn@76"];
    let elsewhere = ["public", "asn", "asn@73"];
    // labels, duty, state, [read, edit, end, confirm]
    let table = [
        (&of_province[..], ("", ""), State::Draft, [404, 404, 404, 404]),
        (&of_province, ("", ""), State::InForce, [200, 403, 403, 200]),
        (&of_province, ("", ""), State::Superseded, [200, 403, 403, 409]),
        (&of_province, ("", ""), State::Withdrawn, [200, 403, 403, 409]),
        (&elsewhere, ("", ""), State::InForce, [404, 404, 404, 404]),
        (&elsewhere, ("pengelola", "bps"), State::InForce, [404, 404, 404, 404]),
        (&of_province, ("pengelola", "kppn"), State::Draft, [200, 200, 409, 409]),
        (&of_province, ("pimpinan", "kemenkeu"), State::Draft, [200, 200, 409, 409]),
        (&of_province, ("pembina", "kemenkeu"), State::Draft, [404, 404, 404, 404]),
        (&of_province, ("pengelola", "kppn"), State::InForce, [200, 409, 200, 200]),
        (&of_province, ("pimpinan", "kppn"), State::Superseded, [200, 409, 409, 409]),
        (&of_province, ("pimpinan", "kppn"), State::Withdrawn, [200, 409, 409, 409]),
        (&elsewhere, ("pimpinan", "kppn"), State::InForce, [200, 409, 200, 403]),
    ];

    for (labels, duty, state, expected) in table {
        assert_eq!(statuses(&actor(labels, duty), state), expected, "{labels:?} {duty:?} {state:?}");
    }
}

#[test]
fn strangers_read_only_what_is_public_and_in_the_open() {
    let public = |state| {
        let mut it = addressed(state);
        it.warning.is_public = true;
        it
    };

    assert!(readable(None, public(State::InForce), &[]).is_ok());
    assert!(readable(None, public(State::Withdrawn), &[]).is_ok(), "it says so on its face, for ever");
    assert!(readable(None, public(State::Draft), &[]).is_err());
    assert!(readable(None, addressed(State::InForce), &[]).is_err());
}

#[test]
fn who_answers_for_people_of_the_audience_reads_it_too() {
    let head = actor(&["public", "asn", "asn@31"], ("pimpinan", "bps"));

    assert!(readable(Some(&head), addressed(State::InForce), &["bps".to_owned()]).is_ok());
    assert!(readable(Some(&head), addressed(State::Draft), &["bps".to_owned()]).is_err());
}

#[test]
fn who_sees_names_and_who_sees_totals() {
    let lineage: Vec<String> = OFFICE.map(str::to_owned).to_vec();
    let seen = |duty| sight(&actor(&[], duty), &lineage).ok();

    assert_eq!(seen(("pimpinan", "kppn")), Some(Sight::Names));
    assert_eq!(seen(("pengelola", "kemenkeu")), Some(Sight::Names));
    assert_eq!(seen(("pembina", "*")), Some(Sight::Totals));
    assert_eq!(seen(("admin", "*")), Some(Sight::Totals));
    assert_eq!(seen(("pimpinan", "bps")), None);
    assert_eq!(seen(("", "")), None);
}
