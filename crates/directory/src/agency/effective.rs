//! From when a change holds, as people type it. Changes are recorded when they hold, not before.

use jiff::civil::Time;
use kernel::Fault;
use ui::Zone;

/// The first moment of that day; now for today, and for nothing typed.
pub(crate) fn moment(typed: &str, zone: Zone, now: i64) -> Result<i64, Fault> {
    if typed.trim().is_empty() {
        return Ok(now);
    }
    let day = ui::parse::date(typed).map_err(|key| Fault::new("tanggal", key))?;
    let today = zone.civil(now).date();
    if day > today {
        return Err(Fault::new("tanggal", "effective-future"));
    }
    Ok(if day == today { now } else { zone.moment(day, Time::midnight()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-21 09.00 WITA.
    const NOW: i64 = 1_795_222_800_000;

    #[test]
    fn today_is_now_earlier_days_begin_at_midnight_and_later_ones_are_not_yet() {
        let moment = |typed| moment(typed, Zone::Wita, NOW);

        assert_eq!(moment(""), Ok(NOW));
        assert_eq!(moment("21/11/2026"), Ok(NOW));
        assert_eq!(moment("20/11/2026"), Ok(NOW - 33 * 3_600_000));
        assert_eq!(moment("22/11/2026"), Err(Fault::new("tanggal", "effective-future")));
        assert_eq!(moment("kemarin"), Err(Fault::new("tanggal", "error-date")));
    }
}
