//! What a BigBlueButton server tells after a meeting (analytics callback, version 1.0): who was inside from when until when. It counts nothing.

use std::collections::HashMap;

use jiff::{Timestamp, fmt::strtime};
use serde::Deserialize;

/// A meeting that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub meeting_id: String,
    /// Of this run of the meeting: one that was ended and made again has another.
    pub internal_id: String,
    pub attendances: Vec<Attendance>,
}

/// The stays of one user id, apart from each other and in order, in epoch milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    pub user_id: String,
    pub stays: Vec<(i64, i64)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not understood")]
pub struct NotUnderstood;

const MOST_ATTENDEES: usize = 50_000;
const MOST_MOMENTS: usize = 2_000;

#[derive(Deserialize)]
struct Sent {
    meeting_id: String,
    internal_meeting_id: String,
    data: Told,
}

#[derive(Deserialize)]
struct Told {
    #[serde(default)]
    finish: Option<String>,
    #[serde(default)]
    attendees: Vec<Attendee>,
}

#[derive(Deserialize)]
struct Attendee {
    #[serde(alias = "extUserId", alias = "ext_userid")]
    ext_user_id: String,
    #[serde(default)]
    joins: Vec<String>,
    #[serde(default)]
    leaves: Vec<String>,
}

pub fn report(body: &[u8]) -> Result<Report, NotUnderstood> {
    let sent: Sent = serde_json::from_slice(body).map_err(|_| NotUnderstood)?;
    let most = sent.data.attendees.iter().map(|it| it.joins.len().max(it.leaves.len())).max().unwrap_or(0);
    if sent.data.attendees.len() > MOST_ATTENDEES || most > MOST_MOMENTS {
        return Err(NotUnderstood);
    }
    let finish = sent.data.finish.as_deref().map(moment).transpose()?;
    let mut steps: HashMap<String, Vec<(i64, i64)>> = HashMap::new();
    for it in &sent.data.attendees {
        let of_one = steps.entry(it.ext_user_id.clone()).or_default();
        for (moments, step) in [(&it.joins, 1), (&it.leaves, -1)] {
            for text in moments {
                of_one.push((moment(text)?, step));
            }
        }
    }
    let mut attendances: Vec<Attendance> =
        steps.into_iter().map(|(user_id, steps)| Attendance { user_id, stays: stays(steps, finish) }).collect();
    attendances.sort_by(|a, b| a.user_id.cmp(&b.user_id));
    Ok(Report { meeting_id: sent.meeting_id, internal_id: sent.internal_meeting_id, attendances })
}

/// While more have come in than gone out, the person is there: on two devices, or in any order of a list. Who never left stayed until the end.
fn stays(mut steps: Vec<(i64, i64)>, finish: Option<i64>) -> Vec<(i64, i64)> {
    // At one moment coming in goes first: a change of device is no gap.
    steps.sort_by_key(|(at, step)| (*at, -step));
    let (mut devices, mut since, mut stays) = (0, 0, Vec::new());
    for (at, step) in steps {
        if step > 0 {
            since = if devices == 0 { at } else { since };
            devices += 1;
        } else if devices > 0 {
            devices -= 1;
            if devices == 0 && at > since {
                stays.push((since, at));
            }
        }
    }
    match finish {
        Some(finish) if devices > 0 && finish > since => stays.push((since, finish)),
        _ => {}
    }
    stays
}

fn moment(text: &str) -> Result<i64, NotUnderstood> {
    let written_by_ruby = || strtime::parse("%Y-%m-%d %H:%M:%S %z", text).and_then(|it| it.to_timestamp());
    let moment = text.parse::<Timestamp>().or_else(|_| written_by_ruby()).map_err(|_| NotUnderstood)?;
    Ok(moment.as_millisecond())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(attendee: &str) -> Vec<(i64, i64)> {
        let body = format!(
            r#"{{"version":"1.0","meeting_id":"m","internal_meeting_id":"i-1","data":{{"duration":60,"finish":"1970-01-01T00:01:40.000+00:00",
            "attendees":[{{"ext_user_id":"u","name":"Budi","moderator":false,{attendee},"engagement":{{"chats":1}}}}]}}}}"#
        );
        report(body.as_bytes()).unwrap().attendances.remove(0).stays
    }

    #[test]
    fn stays_are_what_joins_and_leaves_come_to() {
        let at = |seconds: i64| format!("\"1970-01-01T00:{:02}:{:02}.000Z\"", seconds / 60, seconds % 60);
        let lists = |joins: &[i64], leaves: &[i64]| {
            let list = |it: &[i64]| it.iter().map(|it| at(*it)).collect::<Vec<_>>().join(",");
            format!("\"joins\":[{}],\"leaves\":[{}]", list(joins), list(leaves))
        };
        for (joins, leaves, stays, why) in [
            (vec![10, 40], vec![20, 50], vec![(10_000, 20_000), (40_000, 50_000)], "left and came back"),
            (vec![10, 15], vec![20, 50], vec![(10_000, 50_000)], "two devices"),
            (vec![10], vec![], vec![(10_000, 100_000)], "never left"),
            (vec![10], vec![5], vec![(10_000, 100_000)], "left before coming"),
            (vec![], vec![50], vec![], "only left"),
            (vec![10, 20], vec![20, 30], vec![(10_000, 30_000)], "changed device"),
            (vec![10], vec![10], vec![], "no time at all"),
        ] {
            assert_eq!(told(&lists(&joins, &leaves)), stays, "{why}");
        }
    }

    #[test]
    fn moments_of_old_versions_are_read() {
        assert_eq!(moment("2024-05-09 13:35:28 +0700"), moment("2024-05-09T06:35:28.000+00:00"));
        assert!(moment("yesterday").is_err());
    }

    #[test]
    fn what_is_no_report_is_not_understood() {
        for body in ["", "{}", "[]", r#"{"meeting_id":1,"internal_meeting_id":"i","data":{}}"#] {
            assert_eq!(report(body.as_bytes()), Err(NotUnderstood), "{body}");
        }
    }

    proptest! {
        #[test]
        fn stays_are_in_order_and_apart(steps in prop::collection::vec((0..1_000i64, prop_oneof![Just(1), Just(-1)]), 0..40), finish in 0..1_200i64) {
            let stays = stays(steps, Some(finish));

            prop_assert!(stays.iter().all(|it| it.0 < it.1));
            prop_assert!(stays.windows(2).all(|it| it[0].1 <= it[1].0));
        }
    }
}
