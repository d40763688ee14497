//! Very many made-up rows, for measuring.

use crate::house::{assert_same, get, on_both};

#[tokio::test]
async fn the_demonstration_grows_to_the_numbers_asked_for_and_no_further() {
    on_both(async |house| {
        house.must(&["demo"]);
        let small = house.rows();
        let more = |table: &str, count: usize| (small[table].lines().count() + count).to_string();
        let people = more("directory_person", 100);
        let (activities, registrations) = (more("education_activity", 100), more("education_registration", 2_000));
        let sizes = ["--people", &people, "--activities", &activities, "--registrations", &registrations];
        let arguments = [&["demo", "--scale"], &sizes[..]].concat();
        house.must(&arguments);
        let rows = house.rows();
        house.must(&arguments);

        let again = house.rows();
        let count = |table: &str| rows[table].lines().count();
        assert_same(&rows, &again);
        assert_eq!(
            [count("directory_person"), count("education_activity"), count("education_registration")].map(|it| it.to_string()),
            [people, activities, registrations]
        );
        let taken = rows["education_activity"].lines().filter(|it| it.contains("\"taken\":20,")).count();
        assert_eq!(taken, 100, "every new activity counts its own registrations");
        let server = house.serve(&[]);
        assert_eq!(get(&server.address, "/kegiatan", "").await.status, 200);
    })
    .await;
}
