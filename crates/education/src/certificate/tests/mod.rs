//! Who may do what with certificates: the table of `policy-certificate.txt`.

use kernel::{Actor, Outcome, clock::HOUR};
use ui::Zone;

use super::{
    model::{Certificate, Design, Role},
    policy::{awardable, designable, issuable, openable, openable_by_ticket, withdrawable},
};
use crate::{
    activity::{
        model::Activity,
        policy::{Editable, Hosted, editable},
    },
    policy_table::{Action, assert_reviewed, hosted},
};

const BEFORE: i64 = 0;
const OVER: i64 = 3 * HOUR;
const COUNTED: (i64, i64) = (9, 1);

const ACTIONS: &[Action] = &[
    ("design certificates", |it| designable(edit(it, |_| {})?, BEFORE).map(drop)),
    ("design certificates where only the audience may look", |it| designable(edit(it, as_audience)?, BEFORE).map(drop)),
    ("design certificates of a cancelled activity", |it| designable(edit(it, |it| it.cancelled_at = Some(0))?, BEFORE).map(drop)),
    ("issue when it is over and counted", |it| issuable(edit(it, |_| {})?, Some(design()), COUNTED, OVER).map(drop)),
    ("issue when it is over and counted, where only the audience may look", |it| {
        issuable(edit(it, as_audience)?, Some(design()), COUNTED, OVER).map(drop)
    }),
    ("issue before it is over", |it| issuable(edit(it, |_| {})?, Some(design()), COUNTED, BEFORE).map(drop)),
    ("issue before attendance is counted", |it| issuable(edit(it, |_| {})?, Some(design()), (0, 0), OVER).map(drop)),
    ("issue without a design", |it| issuable(edit(it, |_| {})?, None, COUNTED, OVER).map(drop)),
    ("give certificates to speakers and committee", |it| awardable(edit(it, |_| {})?, Some(&design()), OVER).map(drop)),
    ("give certificates to speakers before it is over", |it| awardable(edit(it, |_| {})?, Some(&design()), BEFORE).map(drop)),
    ("withdraw a certificate", |it| withdrawable(edit(it, |_| {})?, of("another")).map(drop)),
    ("withdraw a certificate of a cancelled activity", |it| {
        withdrawable(edit(it, |it| it.cancelled_at = Some(0))?, of("another")).map(drop)
    }),
    ("withdraw a certificate of another activity", |it| {
        withdrawable(edit(it, |_| {})?, Certificate { activity_id: "other".into(), ..of("another") }).map(drop)
    }),
    ("withdraw a certificate again", |it| {
        withdrawable(edit(it, |_| {})?, Certificate { withdrawn_at: Some(1), ..of("another") }).map(drop)
    }),
    ("open one's own certificate", |it| openable(it, &changed(as_audience), of(&it.id)).map(drop)),
    ("open the certificate of another", |it| openable(it, &changed(|_| {}), of("another")).map(drop)),
    ("open a certificate of another activity by the way of this one", |it| {
        openable(it, &changed(|_| {}), Certificate { activity_id: "other".into(), ..of("another") }).map(drop)
    }),
    ("open a guest's certificate with their ticket", |_| openable_by_ticket("registration", of("another")).map(drop)),
    ("open a guest's certificate with another ticket", |_| openable_by_ticket("another", of("another")).map(drop)),
    ("open a speaker's certificate with a ticket", |_| {
        openable_by_ticket("registration", Certificate { registration_id: None, ..of("another") }).map(drop)
    }),
];

#[test]
fn rights_are_those_that_were_reviewed() {
    let title = "Who may do what with certificates. Written by a test; see src/certificate/tests/mod.rs.";
    assert_reviewed("policy-certificate.txt", title, ACTIONS);
}

fn changed(change: impl FnOnce(&mut Activity)) -> Hosted {
    let mut hosted = hosted("public");
    change(&mut hosted.activity);
    hosted
}

fn as_audience(activity: &mut Activity) {
    activity.listed = "audience".into();
}

fn edit(actor: &Actor, change: impl FnOnce(&mut Activity)) -> Outcome<Editable> {
    editable(actor, changed(change))
}

fn design() -> Design {
    Design {
        activity_id: "activity".into(),
        template: "resmi".into(),
        heading: String::new(),
        number_pattern: "{urut}/SERT/{tahun}".into(),
        place: "Mamuju".into(),
        signed_on: None,
        minutes_per_jp: 45,
        jp: 3,
        form: String::new(),
        signatories: Vec::new(),
        with_agenda: false,
        changed_at: 0,
        version: 1,
    }
}

/// A standing certificate of the activity for this person.
fn of(person_id: &str) -> Certificate {
    Certificate {
        id: "certificate".into(),
        activity_id: "activity".into(),
        batch_id: None,
        registration_id: Some("registration".into()),
        person_id: Some(person_id.into()),
        role: Role::Peserta,
        holder_name: String::new(),
        holder_number: None,
        holder_position: String::new(),
        holder_agency: String::new(),
        agency_id: "office".into(),
        series: String::new(),
        sequence: 1,
        number: String::new(),
        title: String::new(),
        organisers: Vec::new(),
        starts_at: HOUR,
        ends_at: 2 * HOUR,
        zone: Zone::Wita,
        jp: 3,
        form: String::new(),
        print: String::new(),
        issued_at: OVER,
        issued_by: String::new(),
        salt: String::new(),
        mail_hash: None,
        status_list: 0,
        status_index: 0,
        key_name: String::new(),
        signed_at: OVER,
        withdrawn_at: None,
        withdraw_reason: None,
        replaced_by: None,
    }
}
