//! A fresh database of each kind for every story.

use std::path::PathBuf;

use crate::{
    Clock, Settings,
    db::{Db, Migration},
    id,
    settings::Secret,
    web::{App, Setup},
};

/// 2026-11-21 08.00 WIB, when the stories begin.
pub const NOW: i64 = 1_795_222_800_000;

/// Runs a story on SQLite, then on PostgreSQL when `GUYUB_TEST_POSTGRES` names a server (the test command always does).
pub async fn both<F>(setup: Setup, migrations: &[Migration], story: F)
where
    F: AsyncFn(App),
{
    let folder = tempfile::tempdir().expect("temporary folder");
    let sqlite = fresh_sqlite(&folder.path().join("guyub.db"), migrations).await;
    story(app(sqlite, folder.path().to_owned(), setup)).await;

    let Ok(server) = std::env::var("GUYUB_TEST_POSTGRES") else {
        eprintln!("skipped on PostgreSQL: GUYUB_TEST_POSTGRES names no server");
        return;
    };
    let (url, name) = fresh_postgres(&server, migrations).await;
    let db = Db::open(&url).await.expect("test database");
    let app = app(db, folder.path().to_owned(), setup);
    story(app.clone()).await;
    app.db().close().await;
    drop_database(&server, &name).await;
}

fn app(db: Db, data: PathBuf, setup: Setup) -> App {
    let settings = Settings {
        database_url: String::new(),
        listen: "127.0.0.1:0".into(),
        metrics_listen: String::new(),
        base_url: "http://guyub.test".into(),
        mail_url: format!("folder:{}", data.join("mail").display()),
        files_url: format!("folder:{}", data.join("files").display()),
        largest_upload: 1 << 20,
        mail_from: "Guyub <guyub@guyub.test>".into(),
        trusted_proxies: Vec::new(),
        secret: Secret(b"a key for tests only, never for use".to_vec()),
        data,
    };
    App::new(db, Clock::standing_at(NOW), settings, setup)
}

pub async fn fresh_sqlite(path: &std::path::Path, migrations: &[Migration]) -> Db {
    let db = Db::open(&format!("sqlite:{}", path.display())).await.expect("SQLite");
    db.migrate(&all(&db, migrations), NOW).await.expect("migrate SQLite");
    db
}

/// As an operator in Indonesia would make it: texts are ordered as people order them, not by their bytes.
const ORDINARY: &str = "template template0 encoding 'UTF8' locale_provider icu icu_locale 'id-ID'";

/// The URL and name of a new database, copied from a template that is migrated once per set of migrations.
pub async fn fresh_postgres(server: &str, migrations: &[Migration]) -> (String, String) {
    use sqlx::Connection;
    let texts: String = migrations.iter().map(|it| format!("{}{}", it.id, it.sql)).collect();
    let template = format!("template_{}", &id::fingerprint(&texts)[..16]);
    let name = format!("test_{}", id::fresh());
    let mut admin = sqlx::PgConnection::connect(server).await.expect("PostgreSQL server of the tests");
    // One at a time: making the template must be seen by the others, and a template cannot be copied while in use.
    sqlx::query("select pg_advisory_lock(4719002)").execute(&mut admin).await.expect("lock");
    let known = sqlx::query("select 1 from pg_database where datname = $1")
        .bind(&template)
        .fetch_optional(&mut admin)
        .await
        .expect("look up");
    if known.is_none() {
        make_template(server, &mut admin, &template, migrations).await;
    }
    let copy = format!("create database {name} template {template}");
    sqlx::query(sqlx::AssertSqlSafe(copy)).execute(&mut admin).await.expect("copy the template");
    sqlx::query("select pg_advisory_unlock(4719002)").execute(&mut admin).await.expect("unlock");
    (with_name(server, &name), name)
}

async fn make_template(server: &str, admin: &mut sqlx::PgConnection, template: &str, migrations: &[Migration]) {
    let making = format!("making_{}", id::fresh());
    sqlx::query(sqlx::AssertSqlSafe(format!("create database {making} {ORDINARY}"))).execute(&mut *admin).await.expect("create");
    let db = Db::open(&with_name(server, &making)).await.expect("new database");
    db.migrate(&all(&db, migrations), NOW).await.expect("migrate PostgreSQL");
    db.close().await;
    sqlx::query(sqlx::AssertSqlSafe(format!("alter database {making} rename to {template}")))
        .execute(admin)
        .await
        .expect("rename");
}

pub async fn drop_database(server: &str, name: &str) {
    use sqlx::Connection;
    let mut admin = sqlx::PgConnection::connect(server).await.expect("PostgreSQL server of the tests");
    let drop = format!("drop database if exists {name} with (force)");
    sqlx::query(sqlx::AssertSqlSafe(drop)).execute(&mut admin).await.expect("drop");
}

fn all(db: &Db, migrations: &[Migration]) -> Vec<Migration> {
    crate::schema::migrations(db).into_iter().chain(migrations.iter().copied()).collect()
}

fn with_name(server: &str, name: &str) -> String {
    let (base, _) = server.rsplit_once('/').expect("a URL that ends in a database name");
    format!("{base}/{name}")
}
