//! PostgreSQL on another machine: what is sent there is encrypted, and only to the server that the operator named.

use std::{path::Path, process::Command};

use crate::house::{House, utf8};

/// A server of its own that encrypts; it ends with the story.
struct Server {
    folder: tempfile::TempDir,
    url: String,
}

impl Server {
    fn start() -> Server {
        let folder = tempfile::tempdir().unwrap();
        let (certificate, key) = certificate(folder.path(), "server", "IP:127.0.0.1");
        let url = postgres(folder.path(), "start", &format!("{certificate},{key}"));
        Server { folder, url }
    }

    fn house(&self, options: &str) -> House {
        House::on(Some(format!("{}?{options}", self.url)))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        postgres(self.folder.path(), "stop", "");
    }
}

fn postgres(target: &Path, order: &str, tls: &str) -> String {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/../../bin/postgres");
    let output = Command::new(program)
        .args([order, "tls"])
        .env("CARGO_TARGET_DIR", target)
        .env("GUYUB_TEST_PG_TLS", tls)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Signed by itself, so it is also the authority that vouches for it. The paths of certificate and key.
fn certificate(folder: &Path, name: &str, subject: &str) -> (String, String) {
    let [certificate, key] = ["crt", "key"].map(|it| utf8(&folder.join(format!("{name}.{it}"))).to_owned());
    let mut openssl = Command::new("openssl");
    openssl.args([
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=db",
    ]);
    openssl.args(["-addext", &format!("subjectAltName={subject}"), "-addext", "basicConstraints=critical,CA:FALSE"]);
    let output = openssl.args(["-out", &certificate, "-keyout", &key]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (certificate, key)
}

#[tokio::test]
async fn a_server_that_can_is_asked_to_encrypt_and_must_be_the_one_that_was_named() {
    let Ok(plain) = std::env::var("GUYUB_TEST_POSTGRES") else {
        eprintln!("skipped: GUYUB_TEST_POSTGRES names no server");
        return;
    };
    let server = Server::start();
    let known = utf8(&server.folder.path().join("server.crt")).to_owned();
    let (stranger, _) = certificate(server.folder.path(), "stranger", "IP:127.0.0.1");

    let house = server.house(&format!("sslmode=verify-full&sslrootcert={known}"));
    house.must(&["migrate"]);
    house.must(&["backup", utf8(&house.path("backup"))]);
    assert_eq!(house.run(&["doctor"]).code, 0);
    assert_eq!(is_encrypted(house.database_url.as_deref().unwrap()).await, 1);
    assert_eq!(is_encrypted(&server.url).await, 1, "also when nothing was asked for");

    for (url, options) in
        [(&server.url, format!("sslmode=verify-full&sslrootcert={stranger}")), (&plain, "sslmode=require".into())]
    {
        let refused = House::on(Some(format!("{url}?{options}"))).run(&["migrate"]);
        assert_eq!(refused.code, 1, "{options}");
        assert!(refused.err.to_lowercase().contains("certificate") || refused.err.contains("TLS"), "{options}: {}", refused.err);
    }
}

async fn is_encrypted(url: &str) -> i64 {
    let db = kernel::Db::open(url).await.unwrap();
    let sql = "select cast(cast(ssl as integer) as bigint) as n from pg_stat_ssl where pid = pg_backend_pid()";
    let encrypted = db.one(sql, kernel::db::NONE, |row| row.get::<i64>("n")).await;
    db.close().await;
    encrypted.unwrap()
}
