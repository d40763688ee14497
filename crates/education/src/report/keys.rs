//! Which sentence of `text/report.*.ftl` tells each outcome that is not a refusal.

use super::matching::{Key, Reason};
use super::{SkipReason, Warning};

impl SkipReason {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::DidNotAttend => "report-skipped-did-not-attend",
            Self::NoName => "report-skipped-no-name",
            Self::NoTimes => "report-skipped-no-times",
            Self::UnreadableTime => "report-skipped-unreadable-time",
            Self::LeftBeforeJoining => "report-skipped-left-before-joining",
            Self::LeftWithoutJoining => "report-skipped-left-without-joining",
        }
    }
}

impl Warning {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::WeakRows(_) => "report-warning-weak-rows",
            Self::DatesTakenFromSession => "report-warning-dates-taken",
            Self::StayedToTheEnd(_) => "report-warning-stayed",
            Self::MeetingPartDisagrees => "report-warning-meeting-part",
            Self::LostLetters(_) => "report-warning-lost-letters",
        }
    }

    /// The `count` of the sentence, if it has one.
    pub(crate) fn count(self) -> Option<u32> {
        match self {
            Self::WeakRows(count) | Self::StayedToTheEnd(count) | Self::LostLetters(count) => Some(count),
            Self::DatesTakenFromSession | Self::MeetingPartDisagrees => None,
        }
    }
}

impl Reason {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Conflict(Key::Link) => "report-reason-conflict-link",
            Self::Conflict(Key::Mail) => "report-reason-conflict-mail",
            Self::Conflict(Key::Nip) => "report-reason-conflict-nip",
            Self::Conflict(Key::Name) => "report-reason-conflict-name",
            Self::Shared(Key::Link) => "report-reason-shared-link",
            Self::Shared(Key::Mail) => "report-reason-shared-mail",
            Self::Shared(Key::Nip) => "report-reason-shared-nip",
            Self::Shared(Key::Name) => "report-reason-shared-name",
            Self::PartOfLongerName => "report-reason-part-of-longer-name",
            Self::AnotherNip => "report-reason-another-nip",
            Self::SimilarName => "report-reason-similar-name",
        }
    }
}
