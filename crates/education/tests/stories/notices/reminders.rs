//! Reminders: three days, one day and one hour before, each once.

use kernel::clock::{DAY, HOUR};
use ui::Zone;

use super::post::*;
use crate::world::*;

/// The instant at a whole hour of a day in Mamuju.
pub(crate) fn at(day: &str, hour: i8) -> i64 {
    Zone::Wita.moment(day.parse().unwrap(), jiff::civil::time(hour, 0, 0, 0))
}

async fn on_the_eighth(world: &World) -> String {
    let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
    published(&mut kppn, &[("date", "2026-12-08")]).await
}

/// Moves the clock and settles, as time does.
async fn until(world: &World, moment: i64) {
    world.app.clock().move_to(moment);
    settle(&world.app).await;
}

fn reminders(subjects: Vec<String>) -> Vec<String> {
    subjects.into_iter().filter(|it| it.contains(" lagi: ")).map(|it| it.split(':').next().unwrap().to_owned()).collect()
}

const START: (&str, i8) = ("2026-12-08", 9);

#[tokio::test]
async fn three_reminders_come_each_once_and_on_time() {
    story(async |world| {
        let id = on_the_eighth(&world).await;
        register(&world, STAFF_KPPN, &id).await;
        settle(&world.app).await;
        let start = at(START.0, START.1);
        let heard = async || reminders(subjects(&world, STAFF_KPPN).await);

        until(&world, start - 3 * DAY - 1).await;
        assert!(heard().await.is_empty());
        until(&world, start - 3 * DAY).await;
        until(&world, start - 3 * DAY).await;
        assert_eq!(heard().await, ["Tiga hari lagi"]);
        until(&world, start - DAY).await;
        until(&world, start - HOUR).await;
        until(&world, start + DAY).await;

        assert_eq!(heard().await, ["Tiga hari lagi", "Satu hari lagi", "Satu jam lagi"]);
        let letters = letters(&world, STAFF_KPPN).await;
        assert!(letters.iter().all(|it| event(it).0 == "REQUEST" && sequence(it) == sequence(&letters[0])));
        assert_eq!(
            notices(&world, STAFF_KPPN).await[0],
            "Dimulai satu jam lagi: Selasa, 8 Desember 2026, pukul 09.00–11.30 WITA."
        );
    })
    .await;
}

#[tokio::test]
async fn who_registers_late_or_only_waits_hears_no_earlier_reminder() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[("date", "2026-12-08"), ("seats", "1")]).await;
        let start = at(START.0, START.1);
        world.app.clock().move_to(start - 2 * DAY);
        register(&world, STAFF_KPPN, &id).await;
        register(&world, STAFF_BPS, &id).await;

        settle(&world.app).await;
        until(&world, start - DAY).await;

        assert_eq!(reminders(subjects(&world, STAFF_KPPN).await), ["Satu hari lagi"]);
        assert!(reminders(subjects(&world, STAFF_BPS).await).is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_moved_activity_reminds_of_its_new_time_only() {
    story(async |world| {
        let id = on_the_eighth(&world).await;
        register(&world, STAFF_KPPN, &id).await;
        settle(&world.app).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        edit(&mut kppn, &id, &[("date", "2026-12-10")]).await;
        settle(&world.app).await;
        let (old, new) = (at(START.0, START.1), at("2026-12-10", 9));

        until(&world, old - 3 * DAY).await;
        assert!(reminders(subjects(&world, STAFF_KPPN).await).is_empty(), "the old time is not spoken of");
        until(&world, new - 3 * DAY).await;
        until(&world, new - DAY).await;
        until(&world, new - HOUR).await;

        assert_eq!(reminders(subjects(&world, STAFF_KPPN).await), ["Tiga hari lagi", "Satu hari lagi", "Satu jam lagi"]);
    })
    .await;
}

#[tokio::test]
async fn what_moves_closer_reminds_at_once_when_it_is_a_little_late_and_not_when_it_is_very_late() {
    story(async |world| {
        let id = on_the_eighth(&world).await;
        register(&world, STAFF_KPPN, &id).await;
        settle(&world.app).await;

        // Half an hour past the moment of "one day", two days past that of "three days".
        world.app.clock().move_to(at("2026-12-01", 9) - DAY + HOUR / 2);
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        edit(&mut kppn, &id, &[("date", "2026-12-01")]).await;
        settle(&world.app).await;

        assert_eq!(reminders(subjects(&world, STAFF_KPPN).await), ["Satu hari lagi"]);
    })
    .await;
}

#[tokio::test]
async fn after_a_long_stop_only_the_reminder_that_still_helps_is_sent() {
    story(async |world| {
        let id = on_the_eighth(&world).await;
        register(&world, STAFF_KPPN, &id).await;
        settle(&world.app).await;

        until(&world, at(START.0, START.1) - 20 * HOUR).await;
        assert_eq!(reminders(subjects(&world, STAFF_KPPN).await), ["Satu hari lagi"]);

        until(&world, at(START.0, START.1) + HOUR).await;
        assert_eq!(reminders(subjects(&world, STAFF_KPPN).await), ["Satu hari lagi"]);
    })
    .await;
}

#[tokio::test]
async fn activities_long_over_are_archived_night_after_night() {
    story(async |world| {
        let id = on_the_eighth(&world).await;
        settle(&world.app).await;
        let archived = async || {
            let sql = "select archived_at from education_activity where id = $1";
            world.app.db().one(sql, [id.as_str().into()], |row| row.get::<Option<i64>>("archived_at")).await.unwrap()
        };

        until(&world, at(START.0, START.1) + 400 * DAY).await;
        assert_eq!(archived().await, None);
        until(&world, world.app.now() + 2 * DAY).await;

        assert_eq!(archived().await, Some(world.app.now()));
        let planned = kernel::jobs::waiting(&world.app).await.unwrap();
        assert_eq!(planned.iter().filter(|it| it.kind == "education.archive").count(), 1);
    })
    .await;
}
