//! Reads dates and times as people type them. What cannot be read comes back as the key of a sentence for the field.

use jiff::civil::{Date, Time};

use crate::zone::Zone;

/// Reads `2026-11-24`, `24/11/2026`, `24-11-2026` or `24.11.2026`; days come first (Indonesian order).
pub fn date(text: &str) -> Result<Date, &'static str> {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    let [first, month, last] = parts[..] else {
        return Err("error-date");
    };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 {
        return Err("error-date");
    }
    Date::new(number(year, "error-date")?, number(month, "error-date")?, number(day, "error-date")?).map_err(|_| "error-date")
}

/// Reads `09.00`, `9:30`, `0930`, `9`, also after the word "pukul".
pub fn clock(text: &str) -> Result<Time, &'static str> {
    let text = text.trim();
    let text = text.strip_prefix("pukul").unwrap_or(text).trim();
    let (hour, minute) = match (text.split_once(['.', ':']), text.len()) {
        (Some((hour, minute)), _) if minute.len() == 2 => (hour, minute),
        (None, 3 | 4) if text.is_ascii() => text.split_at(text.len() - 2),
        (None, 1 | 2) => (text, "0"),
        _ => return Err("error-clock"),
    };
    Time::new(number(hour, "error-clock")?, number(minute, "error-clock")?, 0, 0).map_err(|_| "error-clock")
}

/// The instant, in epoch milliseconds, of a typed date and time in a zone.
pub fn moment(typed_date: &str, typed_clock: &str, zone: Zone) -> Result<i64, &'static str> {
    Ok(zone.moment(date(typed_date)?, clock(typed_clock)?))
}

/// Reads a whole number as typed in either language: `1.250`, `1,250`, `1250`.
pub fn whole(text: &str) -> Result<i64, &'static str> {
    let text = text.trim();
    let groups: Vec<&str> = text.split(['.', ',', ' ']).collect();
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    if !grouped {
        return Err("error-number");
    }
    number(&groups.concat(), "error-number")
}

/// Digits only, so that "+5" or an empty text is no number.
fn number<N: std::str::FromStr>(digits: &str, key: &'static str) -> Result<N, &'static str> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(key);
    }
    digits.parse().map_err(|_| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_orders_people_type() {
        let expected = Date::constant(2026, 11, 24);

        for typed in ["2026-11-24", "24/11/2026", "24-11-2026", " 24.11.2026 "] {
            assert_eq!(date(typed), Ok(expected), "{typed}");
        }
        for typed in ["", "24/13/2026", "31/02/2026", "24/11/26", "besok", "2026-11", "١٢/11/2026"] {
            assert_eq!(date(typed), Err("error-date"), "{typed}");
        }
    }

    #[test]
    fn times_are_read_with_point_colon_or_nothing() {
        let expected = Time::constant(9, 30, 0, 0);

        for typed in ["09.30", "9:30", "0930", "930", "pukul 09.30"] {
            assert_eq!(clock(typed), Ok(expected), "{typed}");
        }
        assert_eq!(clock("9"), Ok(Time::constant(9, 0, 0, 0)));
        for typed in ["", "24.00", "9.60", "9.5", "jam 9", "09.30.00", "-1", "½½"] {
            assert_eq!(clock(typed), Err("error-clock"), "{typed}");
        }
    }

    #[test]
    fn a_typed_time_in_a_zone_is_an_instant() {
        let nine_wita = moment("24/11/2026", "09.00", Zone::Wita);

        assert_eq!(nine_wita, Ok(1_795_482_000_000));
        assert_eq!(nine_wita, moment("24/11/2026", "10.00", Zone::Wit));
        assert_eq!(moment("24/11/2026", "25.00", Zone::Wit), Err("error-clock"));
    }

    #[test]
    fn whole_numbers_may_be_grouped() {
        assert_eq!(whole("1.250"), Ok(1250));
        assert_eq!(whole("1,250,000"), Ok(1_250_000));
        assert_eq!(whole(" 500 "), Ok(500));
        for typed in ["", "dua ratus", "12,5", "-3", "1.25", "99999999999999999999"] {
            assert_eq!(whole(typed), Err("error-number"), "{typed}");
        }
    }
}
