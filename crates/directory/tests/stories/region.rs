//! The country by its regions.

use directory::testing;
use serde_json::json;

use crate::world::{both, counted, visitor};

#[tokio::test]
async fn provinces_and_regencies_tell_how_many_agencies_they_have() {
    both(async |app| {
        let mut program = visitor(&app).program();

        let country = program.get("/wilayah").await.expect(200).json();
        let province = program.get("/wilayah/76").await.expect(200).json();
        let regency = program.get("/wilayah/76.02").await.expect(200).json();

        let sulbar = country["provinces"].as_array().unwrap().iter().find(|it| it["region"]["id"] == "76").unwrap();
        assert_eq!(sulbar["agencies"], 7);
        let mamuju = province["below"].as_array().unwrap().iter().find(|it| it["region"]["id"] == "76.02").unwrap();
        assert_eq!((&mamuju["agencies"], province["below"].as_array().unwrap().len()), (&json!(4), 6));
        assert_eq!(regency["agencies"].as_array().unwrap().len(), 4);
        visitor(&app).get("/wilayah/99").await.expect(404);
        assert!(visitor(&app).get("/wilayah/76.02").await.expect(200).has("href=\"/wilayah/76\""));
    })
    .await;
}

#[tokio::test]
async fn counts_follow_the_tree_and_cost_the_same_for_many() {
    both(async |app| {
        let mut anybody = visitor(&app);
        let few = counted(&mut anybody, "/wilayah/31").await.1;

        testing::offices(&app, "bps", 70).await;

        let (page, many) = counted(&mut anybody, "/wilayah/31").await;
        assert_eq!(few, many);
        assert!(page.expect(200).has("setelah="));
        assert!(anybody.get("/wilayah").await.has("75 instansi"));
    })
    .await;
}
