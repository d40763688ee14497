//! What the stories of rooms share: a webinar of 24 November 2026, 09.00-11.30 WITA, in a room on a server that runs beside the story.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
};

use axum::{
    body::Body,
    http::{Request, header},
};
use kernel::{
    clock::{HOUR, MINUTE},
    jobs, outbox,
    testing::{Browser, Page},
};
use serde_json::{Value, json};

use crate::world::*;

pub(crate) const START: i64 = 1_795_482_000_000;
pub(crate) const END: i64 = START + 2 * HOUR + 30 * MINUTE;
/// Nowhere to be seen.
pub(crate) const SECRET: &str = "rahasia-server-contoh";

/// A meeting server in a process of its own.
pub(crate) struct Stub {
    child: Child,
    pub(crate) port: u16,
}

impl Stub {
    pub(crate) fn start() -> Stub {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../e2e/support/bigbluebutton.py");
        let mut child = Command::new("python3").args([script, SECRET]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Stub { port: line.trim().rsplit(' ').next().unwrap().parse().unwrap(), child }
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> String {
        let body = body.to_string();
        self.exchange(&format!("POST {path} HTTP/1.0\r\nContent-Length: {}\r\n\r\n{body}", body.len()))
    }

    pub(crate) fn get(&self, path: &str) -> String {
        self.exchange(&format!("GET {path} HTTP/1.0\r\n\r\n"))
    }

    /// What a browser that is sent to an address of this server sees there.
    pub(crate) fn visit(&self, address: &str) -> String {
        let path = address.strip_prefix(&format!("http://127.0.0.1:{}", self.port)).expect("an address of the server");
        self.get(path)
    }

    /// Calls that were made, by name and parameters.
    pub(crate) fn calls(&self, name: &str) -> Vec<Value> {
        let calls: Vec<Value> = serde_json::from_str(&self.get("/stub/calls")).unwrap();
        assert!(calls.iter().all(|it| it.get("refused").is_none_or(|it| it == "notFound")), "{calls:?}");
        calls.into_iter().filter(|it| it["call"] == name && it.get("fields").is_some()).map(|it| it["fields"].clone()).collect()
    }

    pub(crate) fn is(&self, mode: &str) {
        self.post("/stub/state", &json!({ "mode": mode }));
    }

    pub(crate) fn token(&self, claims: &Value, algorithm: &str) -> String {
        let coded: String = claims.to_string().bytes().map(|it| format!("%{it:02x}")).collect();
        self.get(&format!("/stub/token?alg={algorithm}&claims={coded}"))
    }

    fn exchange(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    }
}

impl Drop for Stub {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A published webinar of KPPN Mamuju in a room, and its coordinator.
pub(crate) struct Webinar {
    pub(crate) world: World,
    pub(crate) stub: Stub,
    pub(crate) id: String,
    pub(crate) owner: Browser,
}

/// The operator's list: the server, another one that nobody reaches, one for BPS only, and Jitsi.
pub(crate) fn listed(world: &World, stub: &Stub) {
    let server = |id: &str, port: u16, more: &str| {
        format!(
            "[[server]]\nid = \"{id}\"\nname = \"Server {id}\"\nkind = \"bigbluebutton\"\nurl = \"http://127.0.0.1:{port}/bigbluebutton/\"\n\
             secret = \"{SECRET}\"\n{more}\n"
        )
    };
    let text = server("pusat", stub.port, "checksum = \"sha512\"\nrecording = true")
        + &server("sunyi", 1, "")
        + &server("bps", stub.port, "agency = \"bps\"")
        + "[[server]]\nid = \"jitsi\"\nname = \"Jitsi contoh\"\nkind = \"jitsi\"\nurl = \"https://jitsi.example\"\napp_id = \"guyub\"\nsecret = \"rahasia-jitsi\"\n";
    std::fs::write(world.app.settings().data.join("meetings.toml"), text).unwrap();
}

pub(crate) async fn webinar(world: World, changes: &[(&str, &str)]) -> Webinar {
    let stub = Stub::start();
    listed(&world, &stub);
    let mut owner = world.signed_in(COORDINATOR_KPPN).await;
    let mut fields = vec![("meeting_server", "pusat"), ("meeting_link", "")];
    fields.extend_from_slice(changes);
    let id = published(&mut owner, &fields).await;
    let mut it = Webinar { world, stub, id, owner };
    it.everything_due().await;
    it
}

impl Webinar {
    pub(crate) fn at(&self, place: &str) -> String {
        format!("/kegiatan/{}/{place}", self.id)
    }

    /// A day and more after the preparations everybody has signed in anew.
    pub(crate) async fn it_is(&mut self, now: i64) {
        self.world.app.clock().move_to(now);
        self.owner = self.world.signed_in(COORDINATOR_KPPN).await;
    }

    pub(crate) async fn everything_due(&mut self) {
        let app = &self.world.app;
        while outbox::deliver(app).await.unwrap() + jobs::run_due(app).await.unwrap() > 0 {}
    }

    /// Minutes pass, one by one, with all that is due in each.
    pub(crate) async fn pass(&mut self, minutes: i64) {
        for _ in 0..minutes {
            let now = self.world.app.now();
            self.world.app.clock().move_to(now + MINUTE);
            self.everything_due().await;
        }
    }

    /// Somebody registers.
    pub(crate) async fn registered(&self, nip: &str) -> Browser {
        let mut browser = self.world.signed_in(nip).await;
        browser.post(&self.at("pendaftaran"), &[]).await.expect(200);
        browser
    }

    pub(crate) async fn opens(&mut self) -> Page {
        let path = self.at("ruang");
        self.owner.post(&path, &[]).await
    }

    /// Follows the personal link and lands on the server.
    pub(crate) async fn enters(&self, browser: &mut Browser) -> String {
        let address = browser.get(&self.at("gabung")).await.expect(303).location().to_owned();
        self.stub.visit(&address)
    }

    /// The name of the meeting on the server, and what it was made with.
    pub(crate) fn meeting(&self) -> (String, Value) {
        let made = self.stub.calls("create").pop().expect("a meeting was made");
        (made["meetingID"].as_str().unwrap().to_owned(), made)
    }

    /// The path of a callback's address.
    pub(crate) fn callback(&self, name: &str) -> String {
        let address = self.meeting().1[name].as_str().unwrap().to_owned();
        address.strip_prefix("http://guyub.test").expect("an address of ours").to_owned()
    }

    /// The row of somebody in the attendance list.
    pub(crate) async fn row(&self, name: &str) -> Value {
        let mut owner = self.world.signed_in(COORDINATOR_KPPN).await.program();
        let page = owner.get(&self.at("daftar-hadir")).await.expect(200).json();
        let rows = page["rows"].as_array().unwrap();
        rows.iter().find(|it| it["name"].as_str().unwrap().contains(name)).unwrap_or_else(|| panic!("no {name}: {page}")).clone()
    }

    pub(crate) async fn minutes(&self, name: &str) -> Option<i64> {
        self.row(name).await["count"]["minutes"].as_i64()
    }

    pub(crate) async fn room(&self) -> Value {
        self.world.signed_in(COORDINATOR_KPPN).await.program().get(&self.at("ruang")).await.expect(200).json()
    }
}

/// A request of a server: no cookie, no origin.
pub(crate) fn sent(path: &str, bearer: &str, kind: &str, body: impl Into<Body>) -> Request<Body> {
    let request = Request::post(path).header(header::HOST, "guyub.test").header(header::CONTENT_TYPE, kind);
    let request = if bearer.is_empty() { request } else { request.header(header::AUTHORIZATION, format!("Bearer {bearer}")) };
    request.body(body.into()).unwrap()
}
