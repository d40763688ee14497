//! Plans reminders: three days, one day and one hour before the start, each a job that bears the start it reminds of.

use kernel::{
    Outcome,
    clock::HOUR,
    db::Tx,
    jobs::{self, Times},
};

use super::{
    mailing::{self, Mailing, Occasion},
    model::Stage,
};
use crate::activity::model::Activity;

/// A reminder that would be later than this is left out: the activity was published or moved too late for it.
const LATEST: i64 = HOUR;

/// May be repeated. Jobs for an earlier start of the same activity find, when they run, that they have nothing to say.
pub(super) async fn plan(tx: &mut Tx, activity: &Activity, now: i64) -> Outcome<()> {
    for (stage, run_at) in due(activity.starts_at, now) {
        let occasion = Occasion::Reminder { stage, starts_at: activity.starts_at, registered_by: run_at };
        Mailing::new(&activity.id, occasion).plan(tx, Times { run_at, now }).await?;
    }
    Ok(())
}

pub(super) async fn unplan(tx: &mut Tx, activity: &Activity) -> Outcome<()> {
    for stage in Stage::ALL {
        let occasion = Occasion::Reminder { stage, starts_at: activity.starts_at, registered_by: 0 };
        jobs::unplan(tx, mailing::JOB, &Mailing::new(&activity.id, occasion).key()).await?;
    }
    Ok(())
}

/// The stages that are still to come, or less than an hour late, with when to run them.
fn due(starts_at: i64, now: i64) -> impl Iterator<Item = (Stage, i64)> {
    let moments = Stage::ALL.into_iter().map(move |stage| (stage, stage.moment(starts_at)));
    moments.filter(move |(_, moment)| now - moment < LATEST).map(move |(stage, moment)| (stage, moment.max(now)))
}

#[cfg(test)]
mod tests {
    use kernel::clock::{DAY, MINUTE};

    use super::*;

    const START: i64 = 100 * DAY;

    fn stages(now: i64) -> Vec<(Stage, i64)> {
        due(START, now).collect()
    }

    #[test]
    fn each_stage_has_its_moment() {
        let all = [(Stage::ThreeDays, START - 3 * DAY), (Stage::OneDay, START - DAY), (Stage::OneHour, START - HOUR)];

        assert_eq!(stages(START - 10 * DAY), all);
    }

    #[test]
    fn what_is_a_little_late_is_sent_at_once_and_what_is_very_late_is_not() {
        let a_little_late = START - DAY + 59 * MINUTE;
        let late = START - DAY + HOUR;

        assert_eq!(stages(a_little_late), [(Stage::OneDay, a_little_late), (Stage::OneHour, START - HOUR)]);
        assert_eq!(stages(late), [(Stage::OneHour, START - HOUR)]);
        assert_eq!(stages(START), []);
    }
}
