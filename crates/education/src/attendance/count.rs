//! How evidence counts, as a pure function of the ledger. Says nothing about whose evidence it is.
//!
//! The rule, of which each count keeps the version:
//! 1. The latest standing decision of an owner is the last word: present, absent, or so many minutes.
//! 2. Stays (rows of meeting reports, and from a scan at the door to the end) are united and clipped to the session, never summed.
//!    Minutes without moments, from files whose minutes an owner accepted, count only when they are more than that union.
//! 3. A code entered at a checkpoint stands for its part of the session. The session is cut evenly into as many parts as checkpoints
//!    were opened and used, so that three of three, two of two and one of one are all of it. These parts are minutes only for people
//!    of whom no report tells better.
//! 4. Present is who was scanned at the door, or whose minutes or parts reach the activity's minimum share.

use super::model::{Because, Count, Evidence, Kind, Part, Verdict};
use crate::report::intervals::union;

/// Version of the rule, kept with each count.
pub(crate) const RULE: &str = "1";

/// What evidence is held against.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    /// In permille.
    pub(crate) minimum_share: i64,
    /// Parts for which anybody entered a code, in order, each once.
    pub(crate) parts: Vec<Part>,
}

impl Session {
    fn length(&self) -> i64 {
        (self.ends_at - self.starts_at).max(1)
    }

    fn share(&self, milliseconds: i64) -> i64 {
        (i128::from(milliseconds) * 1000 / i128::from(self.length())) as i64
    }

    /// From and until of a part.
    fn span(&self, part: Part) -> Option<(i64, i64)> {
        let index = self.parts.iter().position(|it| *it == part)? as i64;
        let cut = |index: i64| self.starts_at + self.length() * index / self.parts.len() as i64;
        Some((cut(index), cut(index + 1)))
    }
}

/// What the ledger of one registration counts to; revoked entries are passed over.
pub(crate) fn count(session: &Session, ledger: &[Evidence]) -> Count {
    let standing: Vec<&Evidence> = ledger.iter().filter(|it| it.stands()).collect();
    let decision = standing.iter().filter(|it| it.kind == Kind::Manual).max_by_key(|it| (it.recorded_at, &it.id));
    let hit = parts_hit(session, &standing);
    let (attended, because) = match decision.and_then(|it| it.minutes) {
        Some(minutes) => (minutes.saturating_mul(MINUTE).clamp(0, session.length()), Because::Manual),
        None => attended(session, &standing, &hit),
    };
    let share = session.share(attended);
    let hit_share = if hit.is_empty() { 0 } else { hit.len() as i64 * 1000 / session.parts.len() as i64 };
    let is_scanned = standing.iter().any(|it| it.kind == Kind::Scan);
    let (is_present, because) = match decision.map(|it| it.verdict) {
        Some(Some(verdict)) => (verdict == Verdict::Present, Because::Manual),
        Some(None) => (share >= session.minimum_share, Because::Manual),
        None if is_scanned => (true, Because::Scan),
        None if share >= session.minimum_share => (true, because),
        None if hit_share >= session.minimum_share => (true, Because::Checkpoints),
        None => (false, because),
    };
    Count { minutes: attended / MINUTE, share, checkpoints: hit.len() as i64, is_present, because }
}

const MINUTE: i64 = kernel::clock::MINUTE;

/// Milliseconds of the session that the evidence vouches for, and what kind of it.
fn attended(session: &Session, standing: &[&Evidence], hit: &[Part]) -> (i64, Because) {
    let of_reports = || standing.iter().filter(|it| it.kind == Kind::Report);
    let scanned = standing.iter().filter(|it| it.kind == Kind::Scan).map(|it| (it.from_at, session.ends_at));
    let mut stays: Vec<(i64, i64)> = of_reports().filter(|it| it.minutes.is_none()).map(|it| (it.from_at, it.until_at)).collect();
    stays.extend(scanned);
    if of_reports().next().is_none() {
        stays.extend(hit.iter().filter_map(|it| session.span(*it)));
    }
    let united: i64 = union(&stays, (session.starts_at, session.ends_at)).iter().map(|it| it.1 - it.0).sum();
    let unplaced = of_reports().filter_map(|it| it.minutes).max().unwrap_or(0).saturating_mul(MINUTE).clamp(0, session.length());
    let because = match (of_reports().next(), hit.is_empty(), united) {
        (Some(_), _, _) => Because::Minutes,
        (None, false, _) => Because::Checkpoints,
        (None, true, 0) => Because::Nothing,
        (None, true, _) => Because::Scan,
    };
    (united.max(unplaced), because)
}

fn parts_hit(session: &Session, standing: &[&Evidence]) -> Vec<Part> {
    let entered = |part: &Part| standing.iter().any(|it| it.kind == Kind::Checkpoint && it.part == Some(*part));
    session.parts.iter().copied().filter(entered).collect()
}
