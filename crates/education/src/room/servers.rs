//! The meeting servers of this installation, from `meetings.toml` in the data folder; which are offered to whom, and which do not answer just now.

use std::{io::ErrorKind, path::Path, sync::Arc};

use kernel::{App, clock::SECOND};
use meeting::{Client, Server, Servers};
use moka::sync::Cache;
use tokio::sync::Mutex;

use ui::{Choice, Tongue};

use crate::activity::model::Activity;

/// What a form says for no server.
pub(crate) const OWN_LINK: &str = "own";
pub const FILE_NAME: &str = "meetings.toml";

/// A server that has just failed is not asked for visitors for so long.
const RESTS: i64 = 30 * SECOND;

/// The operator's list, empty when there is no file; or what is wrong with it.
pub fn listed(folder: &Path) -> Result<Servers, String> {
    match std::fs::read_to_string(folder.join(FILE_NAME)) {
        Ok(text) => Servers::read(&text).map_err(|it| it.to_string()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Servers::default()),
        Err(error) => Err(error.to_string()),
    }
}

pub(crate) struct Meetings {
    servers: Servers,
    pub(super) client: Client,
    /// Servers by when they failed; rooms by when they were last made.
    failed: Cache<String, i64>,
    made: Cache<String, i64>,
    /// Who comes to an activity stands in line to have its room made.
    lines: Cache<String, Arc<Mutex<()>>>,
}

/// Ids of the servers that owners of these agencies may choose.
pub(crate) fn ids<'a>(app: &App, lineages: impl Iterator<Item = &'a Vec<String>> + Clone) -> Vec<String> {
    Meetings::of(app).offered(lineages).into_iter().map(|it| it.id.clone()).collect()
}

/// The link of one's own and the servers, for a form; nothing where there is no choice.
pub(crate) fn choices(app: &App, t: Tongue, lineages: &[Vec<String>]) -> Vec<Choice> {
    let meetings = Meetings::of(app);
    let servers: Vec<Choice> = meetings.offered(lineages.iter()).into_iter().map(|it| Choice::new(&it.id, &it.name)).collect();
    match servers.is_empty() {
        true => Vec::new(),
        false => [vec![Choice::new(OWN_LINK, t.say("room-own-link"))], servers].concat(),
    }
}

impl Meetings {
    pub(crate) fn of(app: &App) -> Arc<Meetings> {
        app.kept(|app| {
            let servers = listed(&app.settings().data).unwrap_or_else(|fault| {
                tracing::error!(fault, "the list of meeting servers cannot be used");
                Servers::default()
            });
            let memory = || Cache::builder().max_capacity(10_000).build();
            let lines = Cache::builder().max_capacity(10_000).build();
            Meetings { servers, client: Client::new(), failed: memory(), made: memory(), lines }
        })
    }

    /// Those that the owners of an activity may choose, in the operator's order.
    pub(crate) fn offered<'a>(&self, lineages: impl Iterator<Item = &'a Vec<String>> + Clone) -> Vec<&Server> {
        let is_theirs = |it: &&Server| match &it.agency {
            None => true,
            Some(agency) => lineages.clone().any(|line| line.contains(agency)),
        };
        self.servers.all().iter().filter(is_theirs).collect()
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Server> {
        self.servers.find(id)
    }

    pub(crate) fn of_activity(&self, activity: &Activity) -> Option<&Server> {
        self.find(&activity.meeting_server)
    }

    pub(super) fn rests(&self, server_id: &str, now: i64) -> bool {
        self.failed.get(server_id).is_some_and(|at| now - at < RESTS)
    }

    pub(super) fn has_failed(&self, server_id: &str, now: i64) {
        self.failed.insert(server_id.to_owned(), now);
    }

    pub(super) fn has_answered(&self, server_id: &str) {
        self.failed.invalidate(server_id);
    }

    /// Empty rooms vanish from their server, so they are made again for who comes; not for each of a crowd.
    pub(super) fn was_just_made(&self, room_id: &str, now: i64) -> bool {
        self.made.get(room_id).is_some_and(|at| now - at < RESTS)
    }

    pub(super) fn has_made(&self, room_id: &str, now: i64) {
        self.made.insert(room_id.to_owned(), now);
    }

    pub(super) fn line(&self, activity_id: &str) -> Arc<Mutex<()>> {
        self.lines.get_with_by_ref(activity_id, Arc::default)
    }

    pub(super) fn forget(&self, room_id: &str) {
        self.made.invalidate(room_id);
    }
}
