//! A database in one file: copied, closed, proved.

use kernel::{
    Db,
    db::{self, NONE},
    testing,
};

use crate::TABLE;

#[tokio::test]
async fn a_copy_of_an_sqlite_file_is_whole_and_damage_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let [original, copy, damaged] = ["guyub.db", "copy.db", "damaged.db"].map(|it| folder.path().join(it));
    let db = testing::fresh_sqlite(&original, &[TABLE]).await;
    let mut tx = db.begin().await.unwrap();
    for n in 0..2_000 {
        tx.run("insert into sample_seen (by) values ($1)", [n.into()]).await.unwrap();
    }
    tx.commit().await.unwrap();

    db::copy_sqlite(&original, &copy).await.unwrap();
    db::settle_sqlite(&copy).await.unwrap();

    assert_eq!(db::flaws_of_sqlite(&copy).await.unwrap(), Vec::<String>::new());
    let copied = Db::open(&format!("sqlite:{}", copy.display())).await.unwrap();
    assert_eq!(copied.one("select count(*) as n from sample_seen", NONE, |row| row.get::<i64>("n")).await.unwrap(), 2_000);

    db::copy_sqlite(&original, &damaged).await.unwrap();
    let mut bytes = std::fs::read(&damaged).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(7);
    std::fs::write(&damaged, bytes).unwrap();
    assert!(!db::flaws_of_sqlite(&damaged).await.is_ok_and(|it| it.is_empty()));
}

#[tokio::test]
async fn a_closed_database_lets_go_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let [file, log] = ["guyub.db", "guyub.db-wal"].map(|it| folder.path().join(it));
    let db = testing::fresh_sqlite(&file, &[TABLE]).await;
    let mut tx = db.begin().await.unwrap();
    tx.run("insert into sample_seen (by) values ($1)", [1.into()]).await.unwrap();
    let written = tokio::spawn(tx.commit());

    db.close().await;

    assert!(!log.exists(), "whoever closes a database last works its log in");
    db::settle_sqlite(&file).await.unwrap();
    written.await.unwrap().unwrap();
    assert!(db.begin().await.is_err());
}
