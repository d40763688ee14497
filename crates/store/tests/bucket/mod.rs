//! A bucket of moto (PyPI), which speaks like S3, on loopback at a port of its own. Stopped when the test ends.

use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

pub(crate) struct Bucket {
    pub address: String,
    server: Child,
}

impl Bucket {
    /// Nothing, and it says so, when moto is not installed; under `bin/test` that is a failure.
    pub(crate) async fn started() -> Option<Bucket> {
        let named = std::env::var("GUYUB_TEST_PYTHON").ok();
        let target =
            std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../target").into());
        let python = named.clone().map_or_else(|| PathBuf::from(target).join("python/bin/python"), PathBuf::from);
        let has_moto = Command::new(&python).args(["-c", "import moto.server"]).stderr(Stdio::null()).status();
        if !has_moto.is_ok_and(|it| it.success()) {
            assert!(named.is_none(), "{} has no moto: bin/steps/python-packages installs it", python.display());
            eprintln!("skipped: moto is not installed (bin/steps/python-packages)");
            return None;
        }
        let mut server = Command::new(&python);
        server.args(["-u", "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut server = server.spawn().expect("moto starts");
        let port = port(&mut server).await;
        let mut line = TcpStream::connect(("127.0.0.1", port)).await.expect("moto answers");
        line.write_all(b"PUT /guyub HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n").await.expect("asked");
        let mut answer = String::new();
        line.read_to_string(&mut answer).await.expect("answered");
        assert!(answer.contains(" 200 "), "{answer}");
        Some(Bucket { address: format!("s3://kunci:rahasia@127.0.0.1:{port}/guyub/uji?tls=off"), server })
    }
}

/// As it says itself once it listens; what it says later is read on, so that it never waits for us.
async fn port(server: &mut Child) -> u16 {
    let said = tokio::process::ChildStderr::from_std(server.stderr.take().expect("piped")).expect("readable");
    let mut lines = BufReader::new(said).lines();
    while let Some(line) = lines.next_line().await.expect("text") {
        if let Some((_, port)) = line.rsplit_once("http://127.0.0.1:") {
            let port = port.chars().take_while(char::is_ascii_digit).collect::<String>().parse().expect("a port");
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return port;
        }
    }
    panic!("moto ended without listening")
}

impl Drop for Bucket {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
