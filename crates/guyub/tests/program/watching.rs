//! What the server says about itself: log lines, figures, files of the interface, the API.

use kernel::testing::both;
use serde_json::Value;

use crate::house::{House, Server, get, on_both, sign_in};

#[tokio::test]
async fn a_request_is_one_log_line_without_its_query_or_a_name() {
    on_both(async |house| {
        let mut command = house.command(&["serve", "--demo"]);
        command.env("GUYUB_LOG_FORMAT", "json");
        let server = Server::of(command);
        let cookie = sign_in(&server.address).await.unwrap();
        let hostile = "/kegiatan/%0d%0aERROR%20palsu?rahasia=1";
        let answer = get(&server.address, hostile, &format!("Cookie: {cookie}\r\nUser-Agent: a\u{202E}b\r\n")).await;

        let (_, log) = server.stop();

        let events: Vec<Value> = log.lines().map(|it| serde_json::from_str(it).unwrap_or_else(|_| panic!("{it}"))).collect();
        let line = events.iter().find(|it| it["id"] == answer.header("x-request-id").unwrap()).unwrap();
        assert_eq!([&line["route"], &line["method"], &line["level"]], ["/kegiatan/{id}", "GET", "INFO"]);
        assert_eq!((answer.status, &line["status"]), (404, &Value::from(404)));
        assert!(line["ms"].is_number() && line["actor"].as_str().is_some_and(|it| it.len() == 26), "{line}");
        for secret in ["rahasia", "palsu", "sandi-contoh", "Nurhaeda", cookie.split_once('=').unwrap().1] {
            assert!(!log.contains(secret), "{secret}: {log}");
        }
    })
    .await;
}

#[tokio::test]
async fn figures_have_an_address_of_their_own() {
    on_both(async |house| {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let mut command = house.command(&["serve"]);
        command.env("GUYUB_METRICS_LISTEN", &free);
        let server = Server::of(command);
        get(&server.address, "/masuk", "").await;

        let figures = get(&free, "/metrics", "").await.body;

        for line in [
            "guyub_request_seconds_count{method=\"GET\",route=\"/masuk\",status=\"200\"} 1",
            "guyub_database_up 1",
            "guyub_facts_pending 0",
            "guyub_letters_waiting 0",
            "process_resident_memory_bytes ",
        ] {
            assert!(figures.contains(line), "{line}: {figures}");
        }
        assert_eq!(get(&server.address, "/metrics", "").await.status, 404);
        assert_eq!(server.stop().0, Some(0));
    })
    .await;
}

#[tokio::test]
async fn files_of_the_interface_are_packed_kept_for_ever_and_not_sent_twice() {
    let server = House::on(None).serve(&[]);
    let page = get(&server.address, "/masuk", "").await.body;
    let style = page.split("href=\"").filter_map(|it| it.split('"').next()).find(|it| it.ends_with(".css")).unwrap();

    let answer = get(&server.address, style, "Accept-Encoding: gzip, br\r\n").await;
    let again = format!("Accept-Encoding: gzip, br\r\nIf-None-Match: {}\r\n", answer.header("etag").unwrap());

    assert_eq!(answer.header("content-encoding"), Some("br"));
    assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(get(&server.address, style, "Accept-Encoding: gzip\r\n").await.header("content-encoding"), Some("gzip"));
    assert_eq!(get(&server.address, style, "").await.header("content-encoding"), None);
    assert_eq!(get(&server.address, style, &again).await.status, 304);
    assert_eq!(get(&server.address, "/aset/tidak-ada.css", "").await.status, 404);
    assert_eq!(get(&server.address, "/masuk", "Accept-Encoding: gzip\r\n").await.header("content-encoding"), Some("gzip"));
    assert!(get(&server.address, "/robots.txt", "").await.body.contains("Disallow: /api/"));
}

#[tokio::test]
async fn every_statement_of_every_domain_prepares() {
    let migrations: Vec<kernel::Migration> = guyub::DOMAINS.iter().flat_map(|it| it.migrations).copied().collect();
    both(guyub::SETUP, &migrations, async |app| {
        for sql in guyub::DOMAINS.iter().flat_map(|it| it.statements).copied().flatten() {
            app.db().check(sql).await.unwrap_or_else(|it| panic!("{it}\n{sql}"));
        }
    })
    .await;
}

/// Without statistics SQLite may begin with the table instead of with the list; `cross join` tells it. A list of keys would cost the whole table.
#[tokio::test]
async fn a_list_of_keys_never_costs_a_whole_table_on_sqlite() {
    let migrations: Vec<kernel::Migration> = guyub::DOMAINS.iter().flat_map(|it| it.migrations).copied().collect();
    let folder = tempfile::tempdir().unwrap();
    let db = kernel::testing::fresh_sqlite(&folder.path().join("guyub.db"), &migrations).await;
    let mut costly = Vec::new();
    for sql in guyub::DOMAINS.iter().flat_map(|it| it.statements).copied().flatten().filter(|it| joins_a_list(it)) {
        let explain: &'static str = Box::leak(format!("explain query plan {sql}").into_boxed_str());
        let steps = db.all(explain, kernel::db::NONE, |row| row.get::<String>("detail")).await.unwrap();
        let whole =
            |it: &&String| it.starts_with("SCAN ") && !it.contains("VIRTUAL TABLE") && !it.contains('(') && is_table(sql, it);
        costly.extend(steps.iter().filter(whole).map(|it| format!("{it}: {sql}")));
    }
    assert!(costly.is_empty(), "{}", costly.join("\n"));
}

/// `from json_each($1) k join table`.
fn joins_a_list(sql: &str) -> bool {
    let words: Vec<&str> = sql.split_whitespace().collect();
    words.windows(3).any(|it| it[0].starts_with("json_each(") && it[0].ends_with(')') && ["join", "cross"].contains(&it[2]))
}

/// Whether what is scanned is a table of ours, by its alias, and not a query within the statement.
fn is_table(sql: &str, step: &str) -> bool {
    let alias = step.split(' ').nth(1).unwrap_or_default();
    let words: Vec<&str> = sql.split([' ', '\n', ',', '(', ')']).filter(|it| !it.is_empty()).collect();
    let is_ours = |it: &str| ["education_", "directory_", "kernel_"].iter().any(|domain| it.starts_with(domain));
    is_ours(alias) || words.windows(2).any(|it| is_ours(it[0]) && it[1] == alias)
}

#[tokio::test]
async fn a_database_without_its_tables_is_not_ready() {
    let folder = tempfile::tempdir().unwrap();
    let db = kernel::Db::open(&format!("sqlite:{}", folder.path().join("empty.db").display())).await.unwrap();
    both(guyub::SETUP, &[], async |app| {
        let app = kernel::App::new(db.clone(), kernel::Clock::System, app.settings().clone(), guyub::SETUP);
        let mut visitor = kernel::testing::Browser::new(&guyub::router(app));

        assert_eq!(visitor.get("/readyz").await.status, 503);
        assert_eq!(visitor.get("/healthz").await.status, 200);
    })
    .await;
}
