//! Very many made-up rows, for measuring.

use crate::house::{assert_same, get, on_both};

#[tokio::test]
async fn the_demonstration_grows_to_the_numbers_asked_for_and_no_further() {
    on_both(async |house| {
        let arguments = ["demo", "--scale", "--people", "2100", "--activities", "113", "--registrations", "2005"];
        house.must(&arguments);
        let rows = house.rows();
        house.must(&arguments);

        let again = house.rows();
        let count = |table: &str| rows[table].lines().count();
        assert_same(&rows, &again);
        assert_eq!(
            [count("directory_person"), count("education_activity"), count("education_registration")],
            [2_100, 113, 2_005]
        );
        let taken = rows["education_activity"].lines().filter(|it| it.contains("\"taken\":20,")).count();
        assert_eq!(taken, 100, "every new activity counts its own registrations");
        let server = house.serve(&[]);
        assert_eq!(get(&server.address, "/kegiatan", "").await.status, 200);
    })
    .await;
}
