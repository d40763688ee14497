//! The calls of a BigBlueButton server that we make (API reference, versions 2.4 to 3.0). Which meeting, and who may enter it, is the caller's.

use url::form_urlencoded::Serializer;

use crate::{
    Checksum, Forged, Secret,
    answer::{Node, answer},
    client::{Client, Trouble},
    token::Keyed,
};

/// A server that the operator named.
#[derive(Clone, Debug)]
pub struct BigBlueButton {
    /// Up to and with `/api/`.
    pub(crate) api: String,
    pub(crate) secret: Secret,
    pub(crate) checksum: Checksum,
    /// Whether moderators may record.
    pub(crate) records: bool,
}

/// What a meeting is made with.
#[derive(Clone, Debug)]
pub struct Creation<'a> {
    /// 2 to 256 characters, without a comma; whoever knows it cannot enter without the secret all the same.
    pub meeting_id: &'a str,
    pub name: &'a str,
    /// Where people land who leave.
    pub afterwards: &'a str,
    /// An empty meeting is kept for so long, so that it may be made before anybody comes.
    pub minutes_kept: i64,
    pub callbacks: Callbacks<'a>,
}

/// Where the server tells how it went.
#[derive(Clone, Debug)]
pub struct Callbacks<'a> {
    pub analytics: &'a str,
    pub ended: &'a str,
    pub recording: &'a str,
}

/// Somebody who goes in, by a meeting's name.
#[derive(Clone, Debug)]
pub struct Visitor<'a> {
    pub meeting_id: &'a str,
    /// Comes back in lists and reports.
    pub user_id: &'a str,
    pub name: &'a str,
    pub is_moderator: bool,
}

/// A meeting as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    pub internal_id: String,
    pub has_ended: bool,
    pub inside: Vec<Inside>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    pub user_id: String,
    pub is_moderator: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    pub id: String,
    /// Where it is played, of the format that shows slides if there is one.
    pub address: String,
}

const LONGEST_NAME: usize = 64;

impl BigBlueButton {
    pub fn records(&self) -> bool {
        self.records
    }

    /// Makes the meeting, or finds it made: calling it twice is as good as once, also after its title was changed.
    pub async fn create(&self, client: &Client, wanted: &Creation<'_>) -> Result<(), Trouble> {
        match self.ask(client, "create", &self.creation(wanted)).await {
            Err(Trouble::Refused(key)) if key == "idNotUnique" => Ok(()),
            other => other.map(drop),
        }
    }

    fn creation(&self, wanted: &Creation<'_>) -> Vec<(&'static str, String)> {
        let flag = |it: bool| it.to_string();
        let mut fields = vec![
            ("name", short(wanted.name)),
            ("meetingID", wanted.meeting_id.to_owned()),
            ("logoutURL", wanted.afterwards.to_owned()),
            ("record", flag(self.records)),
            ("autoStartRecording", flag(false)),
            ("allowStartStopRecording", flag(self.records)),
            ("meetingExpireIfNoUserJoinedInMinutes", wanted.minutes_kept.max(1).to_string()),
            // Without its events a meeting that was not recorded has no analytics.
            ("meetingKeepEvents", flag(true)),
            ("meta_analytics-callback-url", wanted.callbacks.analytics.to_owned()),
            ("meta_endCallbackUrl", wanted.callbacks.ended.to_owned()),
        ];
        if self.records {
            fields.push(("meta_bbb-recording-ready-url", wanted.callbacks.recording.to_owned()));
        }
        fields
    }

    /// Where a visitor's browser is sent. As good as a ticket: for that visitor only, and for no log.
    pub fn join(&self, visitor: &Visitor<'_>) -> String {
        let role = if visitor.is_moderator { "MODERATOR" } else { "VIEWER" };
        let fields = [
            ("fullName", visitor.name),
            ("meetingID", visitor.meeting_id),
            ("role", role),
            ("userID", visitor.user_id),
            ("redirect", "true"),
        ];
        self.address("join", &fields.map(|(name, value)| (name, value.to_owned())))
    }

    /// The meeting with those who are inside; nothing when the server does not know it (any more).
    pub async fn look(&self, client: &Client, meeting_id: &str) -> Result<Option<Room>, Trouble> {
        match self.ask(client, "getMeetingInfo", &named(meeting_id)).await {
            Ok(node) if node.of("meetingID") == meeting_id => Ok(Some(room(&node))),
            Ok(_) => Err(Trouble::NotUnderstood),
            Err(Trouble::Refused(key)) if is_absent(&key) => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    pub async fn is_running(&self, client: &Client, meeting_id: &str) -> Result<bool, Trouble> {
        Ok(self.ask(client, "isMeetingRunning", &named(meeting_id)).await?.of("running") == "true")
    }

    /// Whether it answers and takes our secret, by asking for a meeting that is not there.
    pub async fn answers(&self, client: &Client) -> Result<(), Trouble> {
        self.is_running(client, "guyub-doctor").await.map(drop)
    }

    /// Sends everybody out. A meeting that is not there is ended already.
    pub async fn end(&self, client: &Client, meeting_id: &str) -> Result<(), Trouble> {
        match self.ask(client, "end", &named(meeting_id)).await {
            Err(Trouble::Refused(key)) if is_absent(&key) => Ok(()),
            other => other.map(drop),
        }
    }

    pub async fn recordings(&self, client: &Client, meeting_id: &str) -> Result<Vec<Recording>, Trouble> {
        let node = self.ask(client, "getRecordings", &named(meeting_id)).await?;
        Ok(node.all("recordings", "recording").filter_map(recording).collect())
    }

    /// Whether the bearer of an analytics callback has our secret; `now` in seconds.
    pub fn vouches(&self, bearer: &str, now: i64) -> Result<(), Forged> {
        let claims = Keyed::Hs512.verify(bearer, &self.secret, now)?;
        // The server always says until when; one that lasts for ever is not its own.
        if claims.get("exp").is_some() { Ok(()) } else { Err(Forged::Expired) }
    }

    /// The meeting that a signed notice of a recording is about.
    pub fn recorded(&self, signed_parameters: &str, now: i64) -> Result<String, Forged> {
        let claims = Keyed::Hs256.verify(signed_parameters, &self.secret, now)?;
        let meeting_id = claims.get("meeting_id").and_then(|it| it.as_str());
        meeting_id.map(str::to_owned).ok_or(Forged::NotAToken)
    }

    async fn ask(&self, client: &Client, call: &str, fields: &[(&'static str, String)]) -> Result<Node, Trouble> {
        answer(&client.get(&self.address(call, fields)).await?)
    }

    fn address(&self, call: &str, fields: &[(&'static str, String)]) -> String {
        let query = Serializer::new(String::new()).extend_pairs(fields).finish();
        let checksum = self.checksum.of(call, &query, &self.secret);
        format!("{}{call}?{query}&checksum={checksum}", self.api)
    }
}

fn named(meeting_id: &str) -> [(&'static str, String); 1] {
    [("meetingID", meeting_id.to_owned())]
}

/// Names have 2 to 64 characters there.
fn short(name: &str) -> String {
    let short: String = name.chars().filter(|it| !it.is_control()).take(LONGEST_NAME).collect();
    if short.chars().count() < 2 { format!("{short}  ").replace(' ', "-") } else { short }
}

fn is_absent(key: &str) -> bool {
    matches!(key, "notFound" | "invalidMeetingIdentifier")
}

fn room(node: &Node) -> Room {
    let inside = |it: &Node| Inside { user_id: it.of("userID").to_owned(), is_moderator: it.of("role") == "MODERATOR" };
    Room {
        internal_id: node.of("internalMeetingID").to_owned(),
        has_ended: node.of("hasBeenForciblyEnded") == "true" || node.of("endTime").parse::<i64>().is_ok_and(|it| it > 0),
        inside: node.all("attendees", "attendee").map(inside).filter(|it| !it.user_id.is_empty()).collect(),
    }
}

fn recording(node: &Node) -> Option<Recording> {
    let formats: Vec<&Node> = node.all("playback", "format").collect();
    let shown = formats.iter().find(|it| matches!(it.of("type"), "presentation" | "video")).or(formats.first())?;
    let address = shown.of("url");
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web.then(|| Recording { id: node.of("recordID").to_owned(), address: address.to_owned() })
}
