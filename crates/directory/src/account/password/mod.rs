//! Passwords: which are good enough, and how they are kept and compared (argon2id). Not who may set one.

pub(crate) mod queries;

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash};
use kernel::{App, Failure, Outcome, Word, db::Tx};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Length is what makes a password strong; rules about digits and signs only make it forgettable (NIST SP 800-63B).
pub(crate) const FEWEST_LETTERS: usize = 10;
const MOST_LETTERS: usize = 200;
/// At 19 MiB each, hashing takes 38 MiB however many people sign in at once.
const AT_ONCE: usize = 2;
/// About five seconds of work; who comes later is asked to come back.
const LONGEST_LINE: usize = 200;

/// A new password that keeps the rules; only [`acceptable`] makes one.
pub(crate) struct Acceptable(String);

/// Proof that what was typed is the kept password; only [`Place::compare`] makes one.
pub(crate) struct Matching(());

/// Checks a new password. `personal` are things that others know of the person (number, mail, name).
pub(crate) fn acceptable(typed: &str, personal: &[&str]) -> Result<Acceptable, Word> {
    let letters = typed.chars().count();
    if letters < FEWEST_LETTERS {
        return Err(Word::new("account-password-short").with("n", FEWEST_LETTERS));
    }
    if letters > MOST_LETTERS {
        return Err(Word::new("account-password-long").with("n", MOST_LETTERS));
    }
    if is_common(typed) {
        return Err("account-password-common".into());
    }
    if personal.iter().any(|it| simple(it) == simple(typed)) {
        return Err("account-password-personal".into());
    }
    Ok(Acceptable(typed.to_owned()))
}

pub(crate) async fn set(tx: &mut Tx, person_id: &str, hash: &str, now: i64) -> Outcome<()> {
    tx.run(queries::SET, [person_id.into(), hash.into(), now.into()]).await.map(drop)
}

/// A place in the line before the hashing, so that a burst costs neither memory nor all processors.
pub(crate) struct Place {
    desk: Arc<Desk>,
    _in_line: OwnedSemaphorePermit,
}

/// `Busy` when the line is too long; nothing has been tried then.
pub(crate) fn line_up(app: &App) -> Outcome<Place> {
    let desk = app.kept(|_| Desk {
        line: Arc::new(Semaphore::new(LONGEST_LINE)),
        seats: Arc::new(Semaphore::new(AT_ONCE)),
        unknown: hashed("nobody has this password"),
    });
    let in_line = Arc::clone(&desk.line).try_acquire_owned().map_err(|_| Failure::Busy { seconds: 5 })?;
    Ok(Place { desk, _in_line: in_line })
}

struct Desk {
    line: Arc<Semaphore>,
    seats: Arc<Semaphore>,
    /// Compared with when there is no account, so that the answer takes as long.
    unknown: String,
}

impl Place {
    /// The same work whether there is a kept password or not.
    pub(crate) async fn compare(self, typed: &str, kept: Option<&str>) -> Outcome<Option<Matching>> {
        let hash = kept.unwrap_or(&self.desk.unknown).to_owned();
        let typed = typed.to_owned();
        let is_known = kept.is_some();
        let is_right = self.work(move || is_match(&typed, &hash)).await?;
        Ok((is_known && is_right).then_some(Matching(())))
    }

    /// What is kept of a password.
    pub(crate) async fn hash(self, password: Acceptable) -> Outcome<String> {
        self.work(move || hashed(&password.0)).await
    }

    async fn work<T: Send + 'static>(self, work: impl FnOnce() -> T + Send + 'static) -> Outcome<T> {
        let seat = Arc::clone(&self.desk.seats).acquire_owned().await.map_err(Failure::broken)?;
        let task = move || {
            let _seat = seat;
            work()
        };
        tokio::task::spawn_blocking(task).await.map_err(Failure::broken)
    }
}

/// OWASP's second configuration: 19 MiB, two passes, one lane.
fn hasher() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("parameters within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hashed(password: &str) -> String {
    hasher().hash_password(password.as_bytes()).expect("the operating system gives randomness for the salt").to_string()
}

fn is_match(typed: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|kept| hasher().verify_password(typed.as_bytes(), &kept).is_ok())
}

fn is_common(typed: &str) -> bool {
    let plain = typed.trim().to_lowercase();
    let mut letters: Vec<char> = plain.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    letters.len() < 4 || COMMON.lines().any(|it| it == plain)
}

/// Letters and digits only, so that "199005 15" is no other password than "19900515".
fn simple(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The most used passwords of ten letters and more, as seen in leaks and in Indonesian offices.
const COMMON: &str = include_str!("common.txt");

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(typed: &str) -> Option<String> {
        let personal = ["199005152010012901", "rina@contoh.go.id.example", "Rina Lestari"];
        acceptable(typed, &personal).err().map(|it| it.key.into_owned())
    }

    #[test]
    fn long_enough_is_good_enough() {
        for good in ["kata sandi uji", "tujuh kuda hijau", "jelekjelek", "ñandú en japón", "🐘🐘🐘 gajah besar"] {
            assert_eq!(refusal(good), None, "{good}");
        }
    }

    #[test]
    fn short_common_and_personal_ones_are_refused() {
        assert_eq!(refusal("Xy7#pQ!2w").as_deref(), Some("account-password-short"));
        assert_eq!(refusal("ékäúéüéüé").as_deref(), Some("account-password-short"), "letters count, not bytes");
        assert_eq!(refusal(&"panjang ".repeat(30)).as_deref(), Some("account-password-long"));
        for common in ["Indonesia123", "PASSWORD123", "aaaaaaaaaaaa", "1212121212", " bismillah123"] {
            assert_eq!(refusal(common).as_deref(), Some("account-password-common"), "{common}");
        }
        for personal in ["199005152010012901", "19900515 201001 2 901", "Rina@contoh.go.id.example", "rina lestari"] {
            assert_eq!(refusal(personal).as_deref(), Some("account-password-personal"), "{personal}");
        }
    }

    #[test]
    fn the_list_is_clean() {
        assert!(COMMON.lines().all(|it| it.chars().count() >= FEWEST_LETTERS && it == it.to_lowercase()));
    }

    #[test]
    fn a_kept_password_matches_itself_alone_and_costs_what_owasp_asks() {
        let kept = hashed("kata sandi uji");

        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(is_match("kata sandi uji", &kept));
        assert!(!is_match("kata sandi ujI", &kept));
        assert!(!is_match("kata sandi uji", "not a hash"));
    }
}
