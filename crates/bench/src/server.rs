//! Processes that serve while they are measured: the product and what it is compared with. Ended when dropped.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::process::{Child, Command};

use crate::{
    load::{Connection, Load, Requests, Tally, get},
    trouble::{Done, Trouble},
};

pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
    /// From the start of the process to its first good answer.
    pub(crate) started_in: Duration,
}

/// How the product is started.
#[derive(Clone)]
pub(crate) struct Product {
    pub(crate) program: PathBuf,
    pub(crate) database_url: String,
    pub(crate) folder: PathBuf,
}

const PATIENCE: Duration = Duration::from_secs(60);
const BETWEEN_TRIES: Duration = Duration::from_millis(2);

impl Product {
    /// A node of its own folder and port on this installation's database.
    pub(crate) async fn serve(&self, node: &str) -> Done<Server> {
        let port = free_port()?;
        let folder = self.folder.join(node);
        std::fs::create_dir_all(&folder)?;
        let mut command = self.command(&folder);
        command.arg("serve").env("GUYUB_LISTEN", format!("127.0.0.1:{port}")).env("GUYUB_LOG_LEVEL", "warn");
        Server::start(command, port, "/readyz").await
    }

    /// The product's program with this installation's settings.
    pub(crate) fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command
            .env("GUYUB_DATA", folder)
            .env("GUYUB_DATABASE_URL", &self.database_url)
            .env("GUYUB_BASE_URL", "http://guyub.test");
        command
    }
}

impl Server {
    /// This program again, as a server of something to compare with.
    pub(crate) async fn of_bench(arguments: &[&str]) -> Done<Server> {
        let port = free_port()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.args(arguments).arg(port.to_string());
        Server::start(command, port, "/").await
    }

    async fn start(mut command: Command, port: u16, ready: &str) -> Done<Server> {
        let started = Instant::now();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true).spawn()?;
        let question = get(ready, "");
        while started.elapsed() < PATIENCE {
            if let Some(status) = child.try_wait()? {
                return Err(Trouble(format!("{command:?} ended: {status}")));
            }
            if is_ready(port, &question).await {
                return Ok(Server { child, port, started_in: started.elapsed() });
            }
            tokio::time::sleep(BETWEEN_TRIES).await;
        }
        Err(Trouble(format!("{command:?} does not answer")))
    }

    /// Resident memory in bytes.
    pub(crate) fn memory(&self) -> u64 {
        self.child.id().map_or(0, |it| memory_of(it, "VmRSS"))
    }

    /// What comes back from it under a load, and what that took of its processors; a database server's share is not in it.
    pub(crate) async fn under(&self, load: Load, requests: Requests) -> Tally {
        let before = self.processor();
        let mut tally = load.run(requests).await;
        tally.processor = self.processor().saturating_sub(before);
        tally
    }

    fn processor(&self) -> Duration {
        self.child.id().map_or(Duration::ZERO, processor_of)
    }

    /// Ends it in an orderly way and waits for that.
    pub(crate) async fn stop(mut self) -> Done {
        if let Some(id) = self.child.id() {
            Command::new("kill").arg(id.to_string()).status().await?;
        }
        self.child.wait().await?;
        Ok(())
    }
}

/// A figure of `/proc/ID/status` in bytes: `VmRSS` now, `VmHWM` at its highest; 0 when the process is gone.
pub(crate) fn memory_of(id: u32, name: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix(name)?.strip_prefix(':'));
    line.and_then(|it| it.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// Time on any processor, in its own code and for it in the kernel, to a hundredth of a second.
fn processor_of(id: u32) -> Duration {
    const USER_AND_SYSTEM: std::ops::Range<usize> = 11..13;
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks: u64 = fields.get(USER_AND_SYSTEM).into_iter().flatten().filter_map(|it| it.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

async fn is_ready(port: u16, question: &[u8]) -> bool {
    let Ok(mut connection) = Connection::open(port).await else { return false };
    connection.ask(question).await.is_ok_and(|it| it.status == 200)
}

fn free_port() -> Done<u16> {
    Ok(std::net::TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
