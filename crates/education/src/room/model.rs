//! What a room is. No I/O.

use kernel::{Outcome, db::Row};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Room {
    pub(crate) id: String,
    pub(crate) activity_id: String,
    /// In the operator's list.
    pub(crate) server_id: String,
    /// The meeting's name on the server; whoever knows it cannot enter without the server's secret.
    pub(crate) key: String,
    pub(crate) opened_at: Option<i64>,
    /// When the server was last asked who is inside, and how many were.
    pub(crate) looked_at: Option<i64>,
    pub(crate) inside: i64,
    /// Since when the server has not answered as it should, and the Fluent key of what is wrong.
    pub(crate) stumbled_at: Option<i64>,
    pub(crate) stumbled_on: Option<String>,
    pub(crate) ended_at: Option<i64>,
    /// Where the recording is played; empty: none.
    pub(crate) recording: String,
}

/// Somebody who was seen inside, as one of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) registration_id: String,
    pub(crate) person_id: Option<String>,
}

impl Room {
    pub(crate) fn read(row: &Row) -> Outcome<Room> {
        Ok(Room {
            id: row.get("id")?,
            activity_id: row.get("activity_id")?,
            server_id: row.get("server_id")?,
            key: row.get("key")?,
            opened_at: row.get("opened_at")?,
            looked_at: row.get("looked_at")?,
            inside: row.get("inside")?,
            stumbled_at: row.get("stumbled_at")?,
            stumbled_on: row.get("stumbled_on")?,
            ended_at: row.get("ended_at")?,
            recording: row.get("recording")?,
        })
    }

    pub(crate) fn is_open(&self) -> bool {
        self.opened_at.is_some() && self.ended_at.is_none()
    }

    /// Also again, where its server failed to send everybody out.
    pub(crate) fn may_be_ended(&self) -> bool {
        self.is_open() || (self.ended_at.is_some() && self.stumbled_at.is_some())
    }
}

/// A name that nobody guesses, of characters that every server takes.
pub(crate) fn fresh_key() -> String {
    format!("guyub-{}", kernel::id::secret())
}
