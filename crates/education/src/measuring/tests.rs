//! The story of a small made-up world whose counters are held against its rows.

use kernel::{Migration, testing::both, web::Setup};

use super::*;

const SETUP: Setup =
    Setup { domains: &[directory::DOMAIN, crate::DOMAIN], identify: directory::identify, dress: ui::visit::dress };

fn migrations() -> Vec<Migration> {
    [directory::MIGRATIONS, crate::MIGRATIONS].concat()
}

#[tokio::test]
async fn counters_of_a_made_up_world_agree_with_its_rows() {
    both(SETUP, &migrations(), async |app| {
        let size = Scale { people: 100, activities: 23, registrations: 700 };
        directory::measuring::people(&app, size.people).await.expect("people");

        fill(&app, size).await.expect("activities");
        settle(&app).await.expect("analyzed");

        let mut all = 0;
        for number in 0..size.activities {
            let it = count(app.db(), &activity_id(number)).await.expect("counted");
            assert_eq!((it.taken, it.waiting), (it.seated_rows, it.waiting_rows), "activity {number}");
            assert_eq!((it.different_people, it.last_number), (it.taken + it.waiting, it.taken + it.waiting));
            assert!(it.waiting == 0 || it.first_number == it.taken + 1);
            all += it.taken + it.waiting;
        }
        assert_eq!(all, size.registrations);
        assert!(is_filled(app.db()).await.expect("asked"));
        assert!(four_queries(app.db(), &activity_id(0)).await.expect("asked") >= 7);
    })
    .await;
}

#[tokio::test]
async fn sessions_of_made_up_people_open_the_door() {
    both(SETUP, &migrations(), async |app| {
        directory::measuring::people(&app, 3).await.expect("people");
        let wanted = Wanted { seats: Some(2), starts_at: app.now(), registered: 2 };
        let id = activity(&app, wanted).await.expect("activity");

        let secrets = directory::measuring::sessions(&app, 3).await.expect("sessions");

        let counted = count(app.db(), &id).await.expect("counted");
        assert_eq!((counted.taken, counted.seated_rows, counted.waiting), (2, 2, 0));
        for (number, secret) in (0..).zip(secrets) {
            let actor = directory::identify(&app, &kernel::web::Knock::Cookie(secret)).await.expect("asked").expect("known");
            assert_eq!(actor.id, person_id(number));
        }
    })
    .await;
}
