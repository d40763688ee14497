//! What people are told: the kinds of news, what each says besides its activity, and when reminders are due. No I/O.

use kernel::clock::{DAY, HOUR};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    HostInvited,
    HostAccepted,
    HostDeclined,
    Registered,
    Waiting,
    Promoted,
    /// Gave up the seat or place in line, or was taken off the list.
    Left,
    Moved,
    Cancelled,
    /// Who attended is asked what they think of it.
    Evaluate,
    Reminder(Stage),
    CertificateIssued,
    /// Of the activity, open to participants.
    Materials,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Stage {
    ThreeDays,
    OneDay,
    OneHour,
}

/// What an item of news says besides the activity itself, as it was at that time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Details {
    /// Who asked: names of agencies.
    pub(crate) by: String,
    /// The agency that is asked, or has answered.
    pub(crate) agency_id: String,
    pub(crate) agency: String,
    pub(crate) reason: String,
    /// Place in the waiting line, from 1.
    pub(crate) place: i64,
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    /// Of what it is about, and where that is, when it is about no activity.
    pub(crate) title: String,
    pub(crate) href: String,
}

/// An item of news for one person. The same key reaches them once for ever.
#[derive(Clone, Debug)]
pub(crate) struct News {
    pub(crate) kind: Kind,
    pub(crate) key: String,
    pub(crate) details: Details,
}

impl Kind {
    /// The last part of the Fluent keys about it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::HostInvited => "host-invited",
            Kind::HostAccepted => "host-accepted",
            Kind::HostDeclined => "host-declined",
            Kind::Registered => "registered",
            Kind::Waiting => "waiting",
            Kind::Promoted => "promoted",
            Kind::Left => "left",
            Kind::Moved => "moved",
            Kind::Cancelled => "cancelled",
            Kind::Evaluate => "evaluate",
            Kind::Reminder(stage) => stage.name(),
            Kind::CertificateIssued => "certificate-issued",
            Kind::Materials => "materials",
        }
    }
}

impl Stage {
    pub(crate) const ALL: [Stage; 3] = [Stage::ThreeDays, Stage::OneDay, Stage::OneHour];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Stage::ThreeDays => "three-days",
            Stage::OneDay => "one-day",
            Stage::OneHour => "one-hour",
        }
    }

    /// When it is due for a start, both in epoch milliseconds.
    pub(crate) fn moment(self, starts_at: i64) -> i64 {
        starts_at - self.lead()
    }

    /// When it would say nothing that the next stage, or the start itself, does not say better.
    pub(crate) fn stale_from(self, starts_at: i64) -> i64 {
        match self {
            Stage::ThreeDays => Stage::OneDay.moment(starts_at),
            Stage::OneDay => Stage::OneHour.moment(starts_at),
            Stage::OneHour => starts_at,
        }
    }

    fn lead(self) -> i64 {
        match self {
            Stage::ThreeDays => 3 * DAY,
            Stage::OneDay => DAY,
            Stage::OneHour => HOUR,
        }
    }
}
