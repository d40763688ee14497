//! An installation of its own for every story: a data folder, a database, commands, a server. Nothing of it outlives the story.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread::JoinHandle,
};

use kernel::{Migration, testing};
use tempfile::TempDir;

/// Runs a story on SQLite, then on PostgreSQL when `GUYUB_TEST_POSTGRES` names a server.
pub(crate) async fn on_both(story: impl AsyncFn(House)) {
    story(House::on(None)).await;
    let Ok(server) = std::env::var("GUYUB_TEST_POSTGRES") else {
        eprintln!("skipped on PostgreSQL: GUYUB_TEST_POSTGRES names no server");
        return;
    };
    let (url, name) = another_postgres(&server).await;
    story(House::on(Some(url))).await;
    testing::drop_database(&server, &name).await;
}

/// A migrated database without rows.
pub(crate) async fn another_postgres(server: &str) -> (String, String) {
    let migrations: Vec<Migration> = guyub::DOMAINS.iter().flat_map(|it| it.migrations).copied().collect();
    testing::fresh_postgres(server, &migrations).await
}

pub(crate) struct House {
    pub(crate) folder: TempDir,
    pub(crate) database_url: Option<String>,
}

pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl House {
    pub(crate) fn on(database_url: Option<String>) -> House {
        House { folder: tempfile::tempdir().unwrap(), database_url }
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        self.database_url.is_none()
    }

    /// A path in a folder beside the data folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.path("data")
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guyub"));
        for (name, _) in std::env::vars_os().filter(|it| it.0.to_string_lossy().starts_with("GUYUB_")) {
            command.env_remove(name);
        }
        command.args(arguments).env("GUYUB_DATA", self.data()).env("GUYUB_LISTEN", "127.0.0.1:0");
        if let Some(url) = &self.database_url {
            command.env("GUYUB_DATABASE_URL", url);
        }
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        ended(self.command(arguments))
    }

    /// The same, and it must succeed.
    pub(crate) fn must(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!(ended.code, 0, "{arguments:?}: {}{}", ended.out, ended.err);
        ended.out
    }

    pub(crate) fn serve(&self, arguments: &[&str]) -> Server {
        Server::of(self.command(&[&["serve"], arguments].concat()))
    }

    /// Every table as JSON lines, but for what delivery, jobs and mail do by themselves.
    pub(crate) fn rows(&self) -> BTreeMap<String, String> {
        let folder = self.path(&format!("rows-{}", kernel::id::fresh()));
        self.must(&["export", utf8(&folder)]);
        let paths = std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path());
        let tables = paths.filter(|it| it.extension().is_some_and(|ending| ending == "jsonl"));
        let named =
            tables.map(|it| (it.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&it).unwrap()));
        named.filter(|it| !(it.0.starts_with("kernel_fact") || it.0 == "kernel_job" || it.0 == "kernel_letter")).collect()
    }
}

/// Names the tables that differ: whole tables are too long to be read.
pub(crate) fn assert_same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) {
    assert!(one.keys().eq(other.keys()));
    let differing: Vec<&String> = one.keys().filter(|it| one[*it] != other[*it]).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

pub(crate) fn ended(mut command: Command) -> Ended {
    let output = command.stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

pub(crate) fn utf8(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A running server, killed when the story forgets it.
pub(crate) struct Server {
    child: Child,
    /// `127.0.0.1:PORT`.
    pub(crate) address: String,
    log: Arc<Mutex<String>>,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    /// Returns when it says that it serves.
    pub(crate) fn of(mut command: Command) -> Server {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let log = Arc::new(Mutex::new(String::new()));
        let kept = Arc::clone(&log);
        let listening = std::thread::spawn(move || {
            BufReader::new(err).lines().map_while(Result::ok).for_each(|it| kept.lock().unwrap().push_str(&(it + "\n")));
        });
        let mut lines = BufReader::new(out);
        let mut first = String::new();
        lines.read_line(&mut first).unwrap();
        let address = first.trim().rsplit_once("http://").map(|it| it.1.to_owned());
        // The rest must be read, or the server waits for us.
        std::thread::spawn(move || lines.read_to_string(&mut String::new()));
        let mut server = Server { child, address: address.unwrap_or_default(), log, listening: Some(listening) };
        assert!(!server.address.is_empty(), "the server ended: {}", server.ended_log());
        server
    }

    pub(crate) fn signal(&self, name: &str) {
        let status = Command::new("kill").args([format!("-{name}"), self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Waits until it has ended; answers its exit code, and what it logged.
    pub(crate) fn wait(mut self) -> (Option<i32>, String) {
        let status = self.child.wait().unwrap();
        (status.code(), self.ended_log())
    }

    pub(crate) fn stop(self) -> (Option<i32>, String) {
        self.signal("TERM");
        self.wait()
    }

    fn ended_log(&mut self) -> String {
        if let Some(listening) = self.listening.take() {
            let _ = self.child.wait();
            listening.join().unwrap();
        }
        self.log.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn read(text: &str) -> Answer {
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|it| it.split_once(": "));
        lines.filter(|it| it.0.eq_ignore_ascii_case(name)).map(|it| it.1).next()
    }
}

/// Sends a request as written and reads until the server closes; an empty answer when it died meanwhile.
pub(crate) async fn send(address: &str, request: String) -> Answer {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut text = Vec::new();
    if let Ok(mut stream) = tokio::net::TcpStream::connect(address).await {
        let _ = stream.write_all(request.as_bytes()).await;
        let _ = stream.read_to_end(&mut text).await;
    }
    Answer::read(&String::from_utf8_lossy(&text))
}

pub(crate) async fn get(address: &str, path: &str, headers: &str) -> Answer {
    send(address, format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}\r\n")).await
}

/// The cookie of a new session of somebody without duties, if the server answered.
pub(crate) async fn sign_in(address: &str) -> Option<String> {
    sign_in_as(address, "199012102023232975").await
}

pub(crate) async fn sign_in_as(address: &str, nip: &str) -> Option<String> {
    let form = format!("pengenal={nip}&sandi={}", directory::demo::PASSWORD);
    let head = format!("Host: {address}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n");
    let answer = send(address, format!("POST /masuk HTTP/1.1\r\n{head}Content-Length: {}\r\n\r\n{form}", form.len())).await;
    let cookies = answer.head.lines().filter_map(|it| it.strip_prefix("set-cookie: ")?.split(';').next());
    cookies.filter(|_| answer.status == 303).find(|it| it.starts_with("guyub=")).map(str::to_owned)
}
