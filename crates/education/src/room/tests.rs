//! Who may do what with a room, as a table; and what stays come to.

use kernel::clock::{HOUR, MINUTE};
use meeting::Attendance;

use super::{
    evidence::ours,
    model::{Known, Room, fresh_key},
    policy::{Door, Role, door, opens_itself},
    queries::Stay,
};
use crate::{
    activity::model::Activity,
    policy_table::activity,
    registration::{meeting_policy::attending, tests::rights::registration},
};

fn room(ended_at: Option<i64>) -> Room {
    Room {
        id: "room".into(),
        activity_id: "activity".into(),
        server_id: "pusat".into(),
        key: fresh_key(),
        opened_at: Some(0),
        looked_at: None,
        inside: 0,
        stumbled_at: None,
        stumbled_on: None,
        ended_at,
        recording: String::new(),
    }
}

/// Minutes from the start of an hour; then what a visitor meets who found no open room, an open one, an open one that they lead, one that was ended;
/// and whether the room opens by itself.
const TABLE: &[(i64, [&str; 5])] = &[
    (-130, ["waits", "waits", "waits", "room-ended", "room-too-early"]),
    (-100, ["waits", "waits", "opens", "room-ended", "room-too-early"]),
    (-29, ["waits", "opens", "opens", "room-ended", "room-too-early"]),
    (-15, ["opens", "opens", "opens", "room-ended", "opens"]),
    (59, ["opens", "opens", "opens", "room-ended", "opens"]),
    (60, ["join-over", "join-over", "join-over", "join-over", "room-over"]),
];

#[test]
fn the_door_is_open_in_its_time() {
    let activity = Activity { meeting_server: "pusat".into(), ..activity("public") };
    let registration = registration("activity", "budi");
    let (open, ended) = (room(None), room(Some(0)));
    for (minutes, expected) in TABLE {
        let now = activity.starts_at + minutes * MINUTE;
        let met = |role, room| {
            let door = attending(&registration, &activity, now).and_then(|it| door(it, ("Budi", role), room, now));
            match door {
                Ok(Door::Opens(_)) => "opens",
                Ok(Door::Waits(at)) if at == activity.starts_at - 15 * MINUTE => "waits",
                Ok(Door::Waits(_)) => "waits for another moment",
                Err(failure) => failure.key(),
            }
        };
        let doors = [
            met(Role::Viewer, None),
            met(Role::Viewer, Some(&open)),
            met(Role::Moderator, Some(&open)),
            met(Role::Viewer, Some(&ended)),
        ];
        let by_itself = opens_itself(&activity, now).map_or_else(|it| it.key(), |_| "opens");

        assert_eq!((doors, by_itself), ([expected[0], expected[1], expected[2], expected[3]], expected[4]), "{minutes} minutes");
    }
}

fn attendance(user_id: &str, stays: &[(i64, i64)]) -> Attendance {
    Attendance { user_id: user_id.to_owned(), stays: stays.to_vec() }
}

fn known(registration_id: &str, person_id: Option<&str>) -> Known {
    Known { registration_id: registration_id.to_owned(), person_id: person_id.map(str::to_owned) }
}

#[test]
fn people_are_known_by_what_they_entered_with() {
    let told = [
        attendance("r1", &[(0, HOUR), (2 * HOUR, 3 * HOUR)]),
        attendance("p2", &[(0, MINUTE)]),
        attendance("Budi Santoso", &[(0, HOUR)]),
        attendance("", &[(0, HOUR)]),
    ];

    let stays = ours(&told, &[known("r1", Some("p1")), known("r2", Some("p2")), known("r3", None)]);

    let stay = |id: &str, since, until| Stay { registration_id: id.to_owned(), since, until };
    assert_eq!(stays, [stay("r1", 0, HOUR), stay("r1", 2 * HOUR, 3 * HOUR), stay("r2", 0, MINUTE)]);
}

#[test]
fn a_key_is_long_and_never_the_same() {
    let (one, other) = (fresh_key(), fresh_key());

    assert_ne!(one, other);
    assert!(one.len() == 38 && !one.contains(','), "{one}");
}
