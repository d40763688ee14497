//! The rules of settling under random input, in memory and on the databases.

use std::collections::{HashMap, HashSet};

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

use super::world::{assert_sound, crowd, hall, person, rows, story};
use crate::registration::{
    leaving,
    model::{Candidate, Counters, Held, Key, News, Place, Standing, settle},
    policy, promote, queries,
};

fn candidates(asking: &[u8]) -> Vec<Candidate> {
    let candidate = |(n, who): (usize, &u8)| Candidate {
        key: Key::Person(who.to_string()),
        id: format!("id{n}"),
        ticket: format!("ticket{n}"),
    };
    asking.iter().enumerate().map(candidate).collect()
}

/// A hall that is as full as its rows say: seated, waiting and cancelled people 100, 101, ...
fn full(seated: u8, waiting: u8, cancelled: u8, seats: Option<i64>) -> (Counters, HashMap<Key, Held>) {
    let standings = std::iter::repeat_n(Standing::Seated, seated.into())
        .chain(std::iter::repeat_n(Standing::Waiting, waiting.into()))
        .chain(std::iter::repeat_n(Standing::Cancelled, cancelled.into()));
    let held: HashMap<Key, Held> = (1..)
        .zip(standings)
        .map(|(number, standing)| {
            let (id, ticket) = (format!("row{number}"), format!("kept{number}"));
            (Key::Person((99 + number).to_string()), Held { id, ticket, number, standing, registered_at: 0 })
        })
        .collect();
    let drawn = held.len() as i64;
    (Counters { seats, taken: seated.into(), waiting: waiting.into(), drawn }, held)
}

fn halls() -> impl Strategy<Value = (Counters, HashMap<Key, Held>)> {
    (0..6u8, 0..4u8, 0..4u8, prop::option::of(0..9i64)).prop_map(|(seated, waiting, cancelled, more)| {
        // Whoever waits does so because all seats are taken.
        let more = if waiting > 0 { Some(0) } else { more };
        full(seated, waiting, cancelled, more.map(|it| i64::from(seated) + it))
    })
}

proptest! {
    #[test]
    fn nobody_is_seated_twice_overtaken_or_without_a_number((before, held) in halls(), asking in prop::collection::vec(95..115u8, 0..60)) {
        let asking = candidates(&asking);
        let settled = settle(before, &held, &asking);
        let (places, after) = (&settled.places, settled.after);

        prop_assert_eq!(places.len(), asking.len());
        prop_assert!(after.seats.is_none_or(|seats| after.taken <= seats.max(before.taken)), "never oversold");
        let drawn: Vec<&Place> = places.iter().filter(|it| it.news != News::Known).collect();
        prop_assert_eq!(
            drawn.iter().map(|it| it.number).collect::<Vec<_>>(),
            (before.drawn + 1..=after.drawn).collect::<Vec<_>>(),
            "numbers in the order of asking, without a gap"
        );
        let line: Vec<i64> = drawn.iter().filter_map(|it| it.in_line).collect();
        prop_assert_eq!(line, (before.waiting + 1..=after.waiting).collect::<Vec<_>>());
        let first_waiting = drawn.iter().position(|it| it.standing == Standing::Waiting).unwrap_or(drawn.len());
        prop_assert!(drawn[first_waiting..].iter().all(|it| it.standing == Standing::Waiting), "nobody overtakes");
        prop_assert!(first_waiting == 0 || before.waiting == 0, "no newcomer is seated while somebody waits");
        let ids: HashSet<&str> = drawn.iter().map(|it| it.id.as_str()).collect();
        prop_assert_eq!(ids.len(), drawn.len(), "each once");
        prop_assert_eq!(after.taken + after.waiting, before.taken + before.waiting + drawn.len() as i64);
    }

    #[test]
    fn asking_again_changes_nothing_and_says_the_same((before, held) in halls(), asking in prop::collection::vec(95..115u8, 0..40)) {
        let asking = candidates(&asking);
        let first = settle(before, &held, &asking);
        let kept: HashMap<Key, Held> = held.into_iter().chain(asking.iter().zip(&first.places).map(|(it, place)| {
            let Place { id, ticket, number, standing, .. } = place.clone();
            (it.key.clone(), Held { id, ticket, number, standing, registered_at: 0 })
        })).collect();

        let second = settle(first.after, &kept, &asking);

        prop_assert_eq!(second.after, first.after);
        for (one, other) in first.places.iter().zip(&second.places) {
            prop_assert_eq!((&one.id, &one.ticket, one.number, one.standing), (&other.id, &other.ticket, other.number, other.standing));
        }
    }

    #[test]
    fn who_cancelled_comes_back_at_the_end_with_the_same_ticket((before, held) in halls()) {
        let cancelled: Vec<(&Key, &Held)> = held.iter().filter(|it| it.1.standing == Standing::Cancelled).collect();
        for (key, was) in cancelled {
            let asking = [Candidate { key: key.clone(), id: "new".into(), ticket: "new".into() }];
            let settled = settle(before, &held, &asking);

            let place = &settled.places[0];
            prop_assert_eq!((&place.id, &place.ticket, place.news), (&was.id, &was.ticket, News::Revived));
            prop_assert_eq!(place.number, before.drawn + 1);
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    Register(Vec<u8>),
    Leave(u8),
    MoreSeats(u8),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        prop::collection::vec(0..24u8, 1..9).prop_map(Step::Register),
        (0..24u8).prop_map(Step::Leave),
        (0..24u8).prop_map(Step::Leave),
        (1..4u8).prop_map(Step::MoreSeats),
    ];
    prop::collection::vec(step, 1..25)
}

#[tokio::test]
async fn after_any_sequence_the_counters_are_what_the_rows_say() {
    story(async |app| {
        let mut runner = TestRunner::deterministic();
        for _ in 0..12 {
            let id = hall(&app, Some(3)).await;
            let steps = steps().new_tree(&mut runner).expect("steps").current();
            for step in &steps {
                take(&app, &id, step).await;
                assert_sound(&app, &id).await;
            }
        }
    })
    .await;
}

async fn take(app: &kernel::App, id: &str, step: &Step) {
    match step {
        Step::Register(people) => {
            let people: Vec<String> = people.iter().map(u8::to_string).collect();
            crowd(app, id, &people).await;
        }
        Step::Leave(who) => {
            let who = person(&who.to_string());
            if let Some((registration, _)) = queries::mine(app, id, &who.id).await.expect("looked up") {
                leaving::leave(app, &policy::leave(&who, &registration).expect("their own")).await.expect("left");
            }
        }
        Step::MoreSeats(count) => {
            let before = rows(app, id).await.iter().filter(|it| it.standing == Standing::Waiting).count();
            let mut tx = app.db().begin().await.expect("a transaction");
            let more = "update education_activity set seats = seats + $1 where id = $2";
            tx.run(more, [i64::from(*count).into(), id.into()]).await.expect("more seats");
            let promoted = promote(&mut tx, id, app.now()).await.expect("moved up");
            tx.commit().await.expect("committed");
            assert_eq!(promoted.len(), before.min(usize::from(*count)));
        }
    }
}
