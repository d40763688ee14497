//! Copies of everything: taken while visitors write, put back whole, refused when they could do harm.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
};

use crate::house::{House, another_postgres, assert_same, get, on_both, sign_in, utf8};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_taken_while_visitors_write_is_whole() {
    on_both(async |house| {
        let server = house.serve(&["--demo"]);
        let (is_over, written) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let writing = tokio::spawn({
            let (address, is_over, written) = (server.address.clone(), Arc::clone(&is_over), Arc::clone(&written));
            async move {
                while !is_over.load(SeqCst) {
                    written.fetch_add(usize::from(sign_in(&address).await.is_some()), SeqCst);
                }
            }
        });
        while written.load(SeqCst) == 0 {
            tokio::task::yield_now().await;
        }

        let file = house.path("backup");
        tokio::task::block_in_place(|| house.must(&["backup", utf8(&file)]));
        is_over.store(true, SeqCst);
        writing.await.unwrap();
        assert_eq!(server.stop().0, Some(0));

        house.must(&["restore", "--force", utf8(&file)]);
        let server = house.serve(&["--demo"]);
        assert_eq!(get(&server.address, "/readyz", "").await.status, 200);
        assert!(sign_in(&server.address).await.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_restored_database_has_the_same_rows() {
    on_both(async |house| {
        house.must(&["demo"]);
        let rows = house.rows();
        let file = house.path("backup");
        house.must(&["backup", utf8(&file)]);

        let (other, name) = elsewhere(&house).await;
        other.must(&["restore", "--force", utf8(&file)]);

        assert_same(&other.rows(), &rows);
        assert!(rows["directory_person"].lines().count() == 2_000);
        drop_elsewhere(name).await;
    })
    .await;
}

#[tokio::test]
async fn a_restore_that_could_do_harm_is_refused_and_changes_nothing() {
    on_both(async |house| {
        house.must(&["demo"]);
        let (file, broken) = (house.path("backup"), house.path("broken"));
        house.must(&["backup", utf8(&file)]);
        let whole = std::fs::read(&file).unwrap();
        std::fs::write(&broken, &whole[..whole.len() / 2]).unwrap();
        let rows = house.rows();

        let server = house.serve(&[]);
        let beneath = house.run(&["restore", "--force", utf8(&file)]);
        server.stop();
        let unasked = house.run(&["restore", utf8(&file)]);
        let damaged = house.run(&["restore", "--force", utf8(&broken)]);
        let overwriting = house.run(&["backup", utf8(&file)]);

        assert!(beneath.err.contains("stop"), "{}", beneath.err);
        assert!(unasked.err.contains("--force"), "{}", unasked.err);
        assert!(overwriting.err.contains("exists already"), "{}", overwriting.err);
        assert_eq!([beneath.code, unasked.code, damaged.code, overwriting.code], [1; 4], "{}", damaged.err);
        assert_same(&house.rows(), &rows);
    })
    .await;
}

#[tokio::test]
async fn an_export_has_every_table_and_no_secret() {
    on_both(async |house| {
        house.must(&["demo"]);
        let folder = house.path("export");
        house.must(&["export", utf8(&folder)]);

        let manifest: serde_json::Value = serde_json::from_slice(&std::fs::read(folder.join("manifest.json")).unwrap()).unwrap();
        let of =
            |name: &str| manifest["tables"].as_array().unwrap().iter().find(|it| it["table"] == name).unwrap()["rows"].clone();
        assert_eq!([of("directory_region"), of("directory_person"), of("directory_credential")], [552, 2_000, 6]);
        let credentials = std::fs::read_to_string(folder.join("directory_credential.jsonl")).unwrap();
        assert!(!credentials.contains("argon2") && credentials.contains("\"password_hash\":null"));
        let people = std::fs::read_to_string(folder.join("directory_person.csv")).unwrap();
        assert_eq!(people.lines().count(), 2_001);
        assert_eq!(house.run(&["export", utf8(&folder)]).code, 1, "a folder that is not empty");
    })
    .await;
}

/// Another installation on the same kind of database; on PostgreSQL with the name to drop.
async fn elsewhere(house: &House) -> (House, Option<String>) {
    if house.is_sqlite() {
        return (House::on(None), None);
    }
    let (url, name) = another_postgres(&std::env::var("GUYUB_TEST_POSTGRES").unwrap()).await;
    (House::on(Some(url)), Some(name))
}

async fn drop_elsewhere(name: Option<String>) {
    if let Some(name) = name {
        kernel::testing::drop_database(&std::env::var("GUYUB_TEST_POSTGRES").unwrap(), &name).await;
    }
}
