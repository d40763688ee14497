//! The counting rule, as stories and against anything.

use proptest::prelude::*;

use crate::attendance::{
    count::{Session, count},
    model::{Because, Evidence, Kind, Part, Verdict},
};

const MINUTE: i64 = 60_000;

/// Three hours from zero, 70 percent, all three checkpoints used.
fn session() -> Session {
    Session { starts_at: 0, ends_at: 180 * MINUTE, minimum_share: 700, parts: Part::ALL.to_vec() }
}

fn entry(kind: Kind, from: i64, until: i64) -> Evidence {
    Evidence {
        id: format!("{kind:?}{from}"),
        registration_id: "budi".into(),
        kind,
        source: String::new(),
        from_at: from * MINUTE,
        until_at: until * MINUTE,
        minutes: None,
        recorded_at: 0,
        recorded_by: None,
        reason: None,
        verdict: None,
        revoked_at: None,
        revoked_by: None,
        revoke_reason: None,
        part: None,
    }
}

fn stay(from: i64, until: i64) -> Evidence {
    entry(Kind::Report, from, until)
}

fn code(part: Part) -> Evidence {
    Evidence { part: Some(part), ..entry(Kind::Checkpoint, 5, 5) }
}

fn decision(verdict: Option<Verdict>, minutes: Option<i64>, at: i64) -> Evidence {
    Evidence { verdict, minutes, recorded_at: at, ..entry(Kind::Manual, 0, 0) }
}

fn revoked(evidence: Evidence) -> Evidence {
    Evidence { revoked_at: Some(1), ..evidence }
}

/// Minutes, permille, present, because.
fn counted(ledger: &[Evidence]) -> (i64, i64, bool, Because) {
    let it = count(&session(), ledger);
    (it.minutes, it.share, it.is_present, it.because)
}

#[test]
fn nothing_is_absence() {
    assert_eq!(counted(&[]), (0, 0, false, Because::Nothing));
    assert_eq!(counted(&[entry(Kind::Join, 0, 180)]), (0, 0, false, Because::Nothing), "a click is no attendance");
}

#[test]
fn stays_are_united_and_clipped() {
    assert_eq!(counted(&[stay(-30, 60), stay(50, 120), stay(170, 400)]), (130, 722, true, Because::Minutes));
    assert_eq!(counted(&[stay(0, 125)]), (125, 694, false, Because::Minutes));
    assert_eq!(counted(&[stay(0, 126)]), (126, 700, true, Because::Minutes));
}

#[test]
fn a_code_stands_for_its_part_of_the_session() {
    assert_eq!(counted(&Part::ALL.map(code)), (180, 1000, true, Because::Checkpoints));
    assert_eq!(counted(&[code(Part::Start), code(Part::End)]), (120, 666, false, Because::Checkpoints));
    assert_eq!(counted(&[code(Part::Start), code(Part::Start)]), (60, 333, false, Because::Checkpoints));
    let of_two = Session { parts: vec![Part::Start, Part::End], ..session() };
    let of_one = Session { parts: vec![Part::Middle], ..session() };

    assert!(count(&of_two, &[code(Part::Start), code(Part::End)]).is_present);
    assert_eq!(count(&of_two, &[code(Part::End)]).share, 500);
    assert_eq!(count(&of_one, &[code(Part::Middle)]).share, 1000);
    assert_eq!(count(&of_one, &[code(Part::Start)]).share, 0, "a part that no longer counts says nothing");
}

#[test]
fn a_report_tells_minutes_better_than_codes_which_still_prove_presence() {
    let mut ledger = Part::ALL.map(code).to_vec();
    ledger.push(stay(90, 104));

    assert_eq!(counted(&ledger), (14, 77, true, Because::Checkpoints));
    ledger.pop();
    ledger.push(stay(0, 169));
    assert_eq!(counted(&ledger), (169, 938, true, Because::Minutes));
}

#[test]
fn whoever_was_scanned_at_the_door_was_there_from_then_on() {
    assert_eq!(counted(&[entry(Kind::Scan, -10, -10)]), (180, 1000, true, Because::Scan));
    assert_eq!(counted(&[entry(Kind::Scan, 90, 90)]), (90, 500, true, Because::Scan));
    assert_eq!(counted(&[entry(Kind::Scan, 90, 90), stay(0, 60)]), (150, 833, true, Because::Scan));
}

#[test]
fn minutes_without_moments_count_only_when_they_are_more() {
    let weak = |minutes| Evidence { minutes: Some(minutes), ..stay(0, 0) };

    assert_eq!(counted(&[weak(150), weak(14)]), (150, 833, true, Because::Minutes));
    assert_eq!(counted(&[weak(100), stay(0, 60)]), (100, 555, false, Because::Minutes));
    assert_eq!(counted(&[weak(9_000)]), (180, 1000, true, Because::Minutes));
    assert_eq!(counted(&[weak(i64::MAX)]), (180, 1000, true, Because::Minutes));
}

#[test]
fn the_latest_standing_decision_is_the_last_word() {
    let there = stay(0, 180);
    let absent = decision(Some(Verdict::Absent), None, 1);
    let present = decision(Some(Verdict::Present), None, 2);

    assert_eq!(counted(&[there.clone(), absent.clone()]), (180, 1000, false, Because::Manual));
    assert_eq!(counted(&[present.clone(), absent.clone()]), (0, 0, true, Because::Manual));
    assert_eq!(counted(&[revoked(present), absent, there.clone()]), (180, 1000, false, Because::Manual));
    assert_eq!(counted(&[decision(None, Some(90), 1), there.clone()]), (90, 500, false, Because::Manual));
    assert_eq!(counted(&[decision(None, Some(900), 1)]), (180, 1000, true, Because::Manual));
    assert_eq!(counted(&[revoked(there)]), (0, 0, false, Because::Nothing));
}

fn any_evidence() -> impl Strategy<Value = Evidence> {
    let kind = prop_oneof![Just(Kind::Checkpoint), Just(Kind::Scan), Just(Kind::Report), Just(Kind::Join)];
    (kind, -50_i64..250, 0_i64..200, proptest::option::of(0_i64..300), 0_usize..3).prop_map(
        |(kind, from, long, minutes, part)| {
            let minutes = minutes.filter(|_| kind == Kind::Report);
            Evidence { minutes, part: (kind == Kind::Checkpoint).then(|| Part::ALL[part]), ..entry(kind, from, from + long) }
        },
    )
}

proptest! {
    #[test]
    fn more_evidence_never_makes_a_present_person_absent(
        ledger in proptest::collection::vec(any_evidence(), 0..12),
        more in any_evidence(),
        minimum_share in 1_i64..=1000,
    ) {
        let session = Session { minimum_share, ..session() };
        let before = count(&session, &ledger);
        let after = count(&session, &[ledger, vec![more]].concat());

        prop_assert!(after.is_present || !before.is_present);
    }

    #[test]
    fn nobody_attends_more_than_the_session_and_order_does_not_matter(ledger in proptest::collection::vec(any_evidence(), 0..12)) {
        let once = count(&session(), &ledger);
        let mut turned = ledger;
        turned.reverse();

        prop_assert!((0..=180).contains(&once.minutes) && (0..=1000).contains(&once.share) && (0..=3).contains(&once.checkpoints));
        prop_assert_eq!(count(&session(), &turned), once);
    }
}
