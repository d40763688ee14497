//! What the operator sets, and what `doctor` makes of it.

use std::os::unix::fs::PermissionsExt;

use crate::house::{House, ended, on_both, utf8};

#[test]
fn the_configuration_is_shown_without_its_passwords() {
    let house = House::on(Some("postgres://guyub:geheim@db.example/guyub".into()));

    let text = house.must(&["config"]);

    assert!(text.contains("database_url = \"postgres://guyub:***@db.example/guyub\"") && !text.contains("geheim"), "{text}");
    assert!(!house.data().exists(), "looking makes nothing");
}

#[test]
fn an_unknown_key_stops_the_program_before_it_does_anything() {
    let house = House::on(None);
    let file = house.path("guyub.toml");
    std::fs::write(&file, "databse_url = \"sqlite:x\"\n").unwrap();

    let refused = house.run(&["--config", utf8(&file), "serve"]);

    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("did you mean `database_url`?"), "{}", refused.err);
    assert!(!house.data().exists());
}

#[tokio::test]
async fn doctor_finds_a_new_installation_well() {
    on_both(async |house| {
        house.must(&["migrate"]);
        assert!(!house.must(&["migrate", "--status"]).contains("waits"));

        let found = house.run(&["doctor"]);

        assert_eq!(found.code, 0, "{}", found.out);
        for line in ["ok       secret key", "ok       database", "ok       migrations    all", "ok       clock", "0 faults"] {
            assert!(found.out.contains(line), "{line}: {}", found.out);
        }
    })
    .await;
}

#[test]
fn doctor_says_what_to_do_about_each_fault() {
    let house = House::on(None);
    house.must(&["migrate"]);
    std::fs::set_permissions(house.data().join("secret"), PermissionsExt::from_mode(0o644)).unwrap();
    let mut command = house.command(&["doctor"]);
    command.env("GUYUB_MAIL_URL", "smtp://127.0.0.1:1").env("GUYUB_LISTN", "x");

    let found = ended(command);

    assert_eq!(found.code, 1);
    for words in ["chmod 600", "does not answer", "did you mean GUYUB_LISTEN?", "2 faults"] {
        assert!(found.out.contains(words), "{words}: {}", found.out);
    }
}

#[test]
fn doctor_survives_a_database_that_is_not_there() {
    let house = House::on(Some("postgres://guyub:geheim@127.0.0.1:1/guyub".into()));

    let found = house.run(&["doctor"]);

    assert_eq!(found.code, 1);
    assert!(found.out.contains("FAULT    database      cannot be opened"), "{}", found.out);
    assert!(!found.out.contains("geheim") && !found.err.contains("geheim"));
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let house = House::on(None);
    house.must(&["migrate"]);
    let db = kernel::Db::open(&format!("sqlite:{}", house.data().join("guyub.db").display())).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let ledger = "insert into kernel_migration (id, applied_at) values ('29990101_0000_later', 0)";
    tx.run(ledger, kernel::db::NONE).await.unwrap();
    tx.commit().await.unwrap();
    db.close().await;

    let refused = house.run(&["serve"]);

    assert!(refused.code == 1 && refused.err.contains("newer Guyub"), "{}", refused.err);
    assert!(house.run(&["doctor"]).out.contains("FAULT    migrations"));
}
