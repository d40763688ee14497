//! The code on the presenter's screen: six letters that change every minute. It knows no request and no table.
//!
//! Letters only, so that phones need no second keyboard; no vowels, so that no code is a word; none that look alike. What people
//! read instead (8 for B, I for L, 0 for D ...) is taken for what stands there.

use hmac::{Hmac, KeyInit, Mac};
use kernel::{clock::MINUTE, settings::Secret};
use sha2::Sha256;

const ALPHABET: &[u8; 19] = b"BCDFGHJKLMNPRSTVWXZ";
const LENGTH: usize = 6;
/// How far back a code is recognised as an old one, in minutes.
const REMEMBERED: i64 = 60;

/// What makes the codes of one checkpoint: its activity's secret, the installation's secret, its id.
pub(crate) struct Key<'a> {
    pub(crate) activity: &'a str,
    pub(crate) installation: &'a Secret,
    pub(crate) checkpoint: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Of this minute or the one before.
    Current,
    /// Of this checkpoint, within the last hour.
    Old,
    Wrong,
}

/// The code to be shown at a moment (epoch ms).
pub(crate) fn shown(key: &Key<'_>, now: i64) -> String {
    at(key, step(now)).iter().map(|it| char::from(*it)).collect()
}

/// How long the code shown at a moment stays on the screen, in whole seconds from 1 to 60.
pub(crate) fn seconds_left(now: i64) -> i64 {
    (MINUTE - now.rem_euclid(MINUTE)).div_euclid(1_000).max(1)
}

/// Judges what somebody typed. The comparisons with valid codes take the same time whatever was typed.
pub(crate) fn judge(key: &Key<'_>, typed: &str, now: i64) -> Verdict {
    let Some(typed) = read(typed) else {
        return Verdict::Wrong;
    };
    let is_current = same(at(key, step(now)), typed) | same(at(key, step(now) - 1), typed);
    if is_current {
        return Verdict::Current;
    }
    let is_old = (2..=REMEMBERED).any(|ago| same(at(key, step(now) - ago), typed));
    if is_old { Verdict::Old } else { Verdict::Wrong }
}

/// In two groups, as it is shown: `KTM RWP`.
pub(crate) fn grouped(code: &str) -> String {
    match code.split_at_checked(LENGTH / 2) {
        Some((first, second)) => format!("{first} {second}"),
        None => code.to_owned(),
    }
}

fn step(now: i64) -> i64 {
    now.div_euclid(MINUTE)
}

fn at(key: &Key<'_>, step: i64) -> [u8; LENGTH] {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key.installation.0).expect("HMAC takes a key of any length");
    for part in [key.activity, key.checkpoint] {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part.as_bytes());
    }
    mac.update(&step.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let mut number = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let mut code = [0; LENGTH];
    for letter in &mut code {
        *letter = ALPHABET[(number % ALPHABET.len() as u64) as usize];
        number /= ALPHABET.len() as u64;
    }
    code
}

fn same(one: [u8; LENGTH], other: [u8; LENGTH]) -> bool {
    one.iter().zip(other).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}

/// The six letters meant; nothing when there are more or fewer, or one that stands for none.
fn read(typed: &str) -> Option<[u8; LENGTH]> {
    let mut letters = typed.chars().filter(|it| it.is_alphanumeric()).map(letter);
    let mut code = [0; LENGTH];
    for place in &mut code {
        *place = letters.next()??;
    }
    letters.next().is_none().then_some(code)
}

fn letter(typed: char) -> Option<u8> {
    // Keyboards of East Asia type letters of full width.
    let narrow = match typed {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(typed as u32 - 0xFEE0)?,
        other => other,
    };
    let upper = u8::try_from(narrow.to_ascii_uppercase()).ok()?;
    let meant = match upper {
        b'8' => b'B',
        b'0' | b'O' | b'Q' => b'D',
        b'6' => b'G',
        b'1' | b'I' => b'L',
        b'5' => b'S',
        b'7' => b'T',
        b'U' | b'Y' => b'V',
        b'2' => b'Z',
        other => other,
    };
    ALPHABET.contains(&meant).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_222_812_345;

    fn secret() -> Secret {
        Secret(b"for tests only".to_vec())
    }

    fn key<'a>(checkpoint: &'a str, installation: &'a Secret) -> Key<'a> {
        Key { activity: "an activity's secret", installation, checkpoint }
    }

    #[test]
    fn the_code_of_this_minute_and_the_one_before_count_and_older_ones_do_not() {
        let secret = secret();
        let key = key("start", &secret);
        let minute = NOW - NOW % MINUTE;
        let code = shown(&key, minute);

        assert_eq!(judge(&key, &code, minute), Verdict::Current);
        assert_eq!(judge(&key, &code, minute + 2 * MINUTE - 1), Verdict::Current);
        assert_eq!(judge(&key, &code, minute + 2 * MINUTE), Verdict::Old);
        assert_eq!(judge(&key, &code, minute + 61 * MINUTE), Verdict::Wrong);
        assert_eq!(judge(&key, &code, minute - 1), Verdict::Wrong, "a code to come is not known yet");
    }

    #[test]
    fn another_checkpoint_activity_or_installation_has_other_codes() {
        let (secret, other) = (secret(), Secret(b"another installation".to_vec()));
        let code = shown(&key("start", &secret), NOW);

        assert_ne!(code, shown(&key("middle", &secret), NOW));
        assert_ne!(code, shown(&key("start", &other), NOW));
        assert_ne!(code, shown(&Key { activity: "another", ..key("start", &secret) }, NOW));
        assert_ne!(
            shown(&Key { activity: "ab", checkpoint: "c", installation: &secret }, NOW),
            shown(&Key { activity: "a", checkpoint: "bc", installation: &secret }, NOW)
        );
    }

    #[test]
    fn people_type_spaces_small_letters_and_what_looks_alike() {
        assert_eq!(read(" ktm-rwp "), read("KTMRWP"));
        assert_eq!(read("ｋｔｍｒｗｐ"), read("KTMRWP"));
        assert_eq!(read("8O6I5U"), read("BDGLSV"));
        assert_eq!(read("0q17y2"), read("DDLTVZ"));
        for typed in ["", "KTMRW", "KTMRWPX", "KTMRWA", "KTMRW3", "КТМРВП"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_code_reads_well_and_says_how_long_it_stays() {
        let secret = secret();
        let code = shown(&key("start", &secret), NOW);

        assert!(code.len() == LENGTH && code.bytes().all(|it| ALPHABET.contains(&it)));
        assert_eq!(grouped("KTMRWP"), "KTM RWP");
        assert_eq!([0, 1, 59_000, 59_999].map(seconds_left), [60, 59, 1, 1]);
    }

    #[test]
    fn codes_are_spread_over_the_whole_alphabet() {
        let secret = secret();
        let codes: std::collections::HashSet<String> = (0..5_000).map(|n| shown(&key("start", &secret), n * MINUTE)).collect();
        let letters: std::collections::HashSet<char> = codes.iter().flat_map(|it| it.chars()).collect();

        assert!(codes.len() > 4_990);
        assert_eq!(letters.len(), ALPHABET.len());
    }
}
