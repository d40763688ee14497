//! Times as credentials write them: UTC, whole seconds. Not a clock.

use jiff::Timestamp;

const FORM: &str = "%Y-%m-%dT%H:%M:%SZ";
const FIRST: i64 = 0;
/// The last second of the year 9998.
const LAST: i64 = 253_370_764_799_999;

/// `2026-11-20T09:00:00Z`; milliseconds are dropped. None before 1970 and after 9998.
pub(crate) fn text(milliseconds: i64) -> Option<String> {
    let known = (FIRST..=LAST).contains(&milliseconds);
    let moment = known.then(|| Timestamp::from_millisecond(milliseconds).ok()).flatten()?;
    Some(moment.strftime(FORM).to_string())
}

/// Only what `text` writes, so that one moment has one spelling.
pub(crate) fn read(written: &str) -> Option<i64> {
    let moment: Timestamp = written.parse().ok()?;
    let milliseconds = moment.as_millisecond();
    (text(milliseconds).as_deref() == Some(written)).then_some(milliseconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_one_spelling() {
        assert_eq!(text(1_763_629_200_999).as_deref(), Some("2025-11-20T09:00:00Z"));
        assert_eq!(read("2025-11-20T09:00:00Z"), Some(1_763_629_200_000));

        for other in [
            "2025-11-20T09:00:00.000Z",
            "2025-11-20T16:00:00+07:00",
            "2025-11-20t09:00:00z",
            "2025-11-20",
            "-000001-01-01T00:00:00Z",
            "",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
        assert_eq!(text(-1), None);
        assert_eq!(text(LAST).as_deref(), Some("9998-12-31T23:59:59Z"));
        assert_eq!(text(LAST + 1), None);
    }
}
