//! Durations as the services write them ("46", "1 hr 2 min", "1h 30m 51s", "00:51:12", "1 jam 2 menit") to seconds.

const LONGEST: usize = 40;

/// Seconds; a bare number is minutes, as every service that writes one means it.
pub(super) fn seconds(text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    if text.contains(':') {
        return clock(text);
    }
    let mut total: u64 = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: u64 = rest[..digits].parse().ok()?;
        rest = rest[digits..].trim_start();
        let letters: usize = rest.chars().take_while(|letter| letter.is_alphabetic() || *letter == '.').map(char::len_utf8).sum();
        total = total.checked_add(number.checked_mul(unit_seconds(&rest[..letters])?)?)?;
        rest = rest[letters..].trim_start_matches(|letter: char| letter.is_whitespace() || letter == ',');
    }
    u32::try_from(total).ok()
}

/// "1:02:30", or "32:14" as minutes and seconds.
fn clock(text: &str) -> Option<u32> {
    let parts: Vec<u32> = text.split(':').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let (hours, minutes, seconds) = match parts[..] {
        [hours, minutes, seconds] => (hours, minutes, seconds),
        [minutes, seconds] => (0, minutes, seconds),
        _ => return None,
    };
    hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?.checked_add(seconds)
}

fn unit_seconds(word: &str) -> Option<u64> {
    match word.trim_end_matches('.').to_lowercase().as_str() {
        "h" | "hr" | "hrs" | "hour" | "hours" | "j" | "jam" => Some(3600),
        "" | "m" | "min" | "mins" | "minute" | "minutes" | "mnt" | "menit" => Some(60),
        "s" | "sec" | "secs" | "second" | "seconds" | "d" | "dtk" | "detik" => Some(1),
        _ => None,
    }
}
