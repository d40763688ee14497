//! The client against a server that was written from the API reference alone (`e2e/support/bigbluebutton.py`): it recomputes every checksum.

#![allow(clippy::unwrap_used)]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
};

use meeting::{BigBlueButton, Callbacks, Client, Creation, Servers, Service, Trouble, Visitor};

const SECRET: &str = "rahasia & kunci/contoh+1";

struct Stub {
    child: Child,
    port: u16,
}

impl Stub {
    fn start() -> Stub {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../e2e/support/bigbluebutton.py");
        let mut child = Command::new("python3").args([script, SECRET]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Stub { port: line.trim().rsplit(' ').next().unwrap().parse().unwrap(), child }
    }

    fn server(&self, checksum: &str, secret: &str) -> BigBlueButton {
        let text = format!(
            "[[server]]\nid = \"uji\"\nname = \"Uji\"\nkind = \"bigbluebutton\"\nurl = \"http://127.0.0.1:{}/bigbluebutton/\"\n\
             secret = \"{secret}\"\nchecksum = \"{checksum}\"\nrecording = true\n",
            self.port
        );
        match Servers::read(&text).unwrap().find("uji").unwrap().service.clone() {
            Service::BigBlueButton(server) => server,
            Service::Jitsi(_) => panic!("another service"),
        }
    }

    fn post(&self, path: &str, body: &str) -> String {
        self.exchange(&format!("POST {path} HTTP/1.0\r\nContent-Length: {}\r\n\r\n{body}", body.len()))
    }

    fn get(&self, path: &str) -> String {
        self.exchange(&format!("GET {path} HTTP/1.0\r\n\r\n"))
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

fn creation<'a>(name: &'a str) -> Creation<'a> {
    let callbacks = Callbacks {
        analytics: "https://guyub.example/rapat/1/k/kehadiran",
        ended: "https://guyub.example/rapat/1/k/selesai?a=b&c=d",
        recording: "https://guyub.example/rapat/1/k/rekaman",
    };
    Creation { meeting_id: "guyub-1", name, afterwards: "https://guyub.example/kegiatan/1", minutes_kept: 90, callbacks }
}

#[tokio::test]
async fn every_checksum_and_every_letter_is_accepted() {
    let stub = Stub::start();
    let client = Client::new();
    for checksum in ["sha1", "sha256", "sha384", "sha512"] {
        let server = stub.server(checksum, SECRET);

        server.create(&client, &creation("Inflasi & APBN: 50% \"naik\"? ~ñ 東*-_.+")).await.unwrap();
        server.create(&client, &creation("Inflasi & APBN: 50% \"naik\"? ~ñ 東*-_.+")).await.unwrap();

        assert!(server.look(&client, "guyub-1").await.unwrap().is_some_and(|it| it.inside.is_empty()));
        server.end(&client, "guyub-1").await.unwrap();
        server.end(&client, "guyub-1").await.unwrap();
        assert_eq!(server.look(&client, "guyub-1").await.unwrap(), None);
    }
    assert!(!stub.get("/stub/calls").contains("checksumError"));
}

#[tokio::test]
async fn visitors_are_inside_under_their_name_and_role() {
    let stub = Stub::start();
    let (client, server) = (Client::new(), stub.server("sha384", SECRET));
    server.create(&client, &creation("Rapat")).await.unwrap();
    let visitor = Visitor { meeting_id: "guyub-1", user_id: "01k", name: "Dr. Siti <Aminah> & S.Pd.", is_moderator: true };

    let address = server.join(&visitor);

    let page = stub.get(address.split_once(&stub.port.to_string()).unwrap().1);
    assert!(page.contains("Dr. Siti &lt;Aminah&gt; &amp; S.Pd.") && page.contains("MODERATOR"), "{page}");
    assert!(
        stub.get(&address.split_once(&stub.port.to_string()).unwrap().1.replace("MODERATOR", "VIEWER")).contains("checksumError")
    );
    let room = server.look(&client, "guyub-1").await.unwrap().unwrap();
    assert_eq!(room.inside.iter().map(|it| (it.user_id.as_str(), it.is_moderator)).collect::<Vec<_>>(), [("01k", true)]);
    assert!(server.is_running(&client, "guyub-1").await.unwrap());
    assert!(server.recordings(&client, "guyub-1").await.unwrap()[0].address.ends_with("/presentation/2.3/guyub-1"));
}

#[tokio::test]
async fn what_goes_wrong_is_said_without_the_secret() {
    let stub = Stub::start();
    let (client, server) = (Client::new(), stub.server("sha256", SECRET));
    let trouble = async |server: &BigBlueButton| server.look(&client, "guyub-1").await.unwrap_err();

    assert!(
        matches!(trouble(&stub.server("sha256", "rahasia yang salah")).await, Trouble::Refused(key) if key == "checksumError")
    );
    stub.post("/stub/state", r#"{"accepts":["sha512"]}"#);
    assert!(matches!(trouble(&server).await, Trouble::Refused(key) if key == "checksumError"));
    stub.post("/stub/state", r#"{"mode":"down"}"#);
    assert!(matches!(trouble(&server).await, Trouble::Status(502)));
    stub.post("/stub/state", r#"{"mode":"elsewhere"}"#);
    assert!(matches!(trouble(&server).await, Trouble::Status(302)), "nothing is followed");
    stub.post("/stub/state", r#"{"mode":"endless"}"#);
    assert!(matches!(trouble(&server).await, Trouble::TooLarge));
    drop(stub);
    let gone = trouble(&server).await;
    assert!(matches!(gone, Trouble::Unreachable(_)) && !gone.to_string().contains("rahasia"), "{gone}");
}

#[test]
fn callbacks_are_believed_only_when_the_server_signed_them() {
    let stub = Stub::start();
    let server = stub.server("sha256", SECRET);
    let token = |claims: &str, algorithm: &str| {
        let coded: String = claims.bytes().map(|it| format!("%{it:02x}")).collect();
        stub.get(&format!("/stub/token?alg={algorithm}&claims={coded}"))
    };
    let now = 1_795_222_800;

    let fresh = token(&format!("{{\"exp\":{}}}", now + 86_400), "HS512");
    assert!(server.vouches(&fresh, now).is_ok());
    assert!(server.vouches(&fresh, now + 2 * 86_400).is_err(), "expired");
    assert!(server.vouches(&token("{}", "HS512"), now).is_err(), "for ever");
    assert!(server.vouches(&token(&format!("{{\"exp\":{}}}", now + 1), "HS256"), now).is_err(), "another algorithm");
    assert!(stub.server("sha256", "rahasia yang salah").vouches(&fresh, now).is_err());
    let notice = token(r#"{"meeting_id":"guyub-1","record_id":"r-1"}"#, "HS256");
    assert_eq!(server.recorded(&notice, now).unwrap(), "guyub-1");
    assert!(server.recorded(&token("{}", "HS256"), now).is_err());
}
