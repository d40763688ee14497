//! Reading what a guest typed: a name, a mail, where they come from, and never a citizen's number. No I/O.

use directory::identity::cleaned;
use schemars::JsonSchema;
use serde::Deserialize;
use ui::Errors;

use crate::registration::model::Guest;

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct GuestForm {
    pub(crate) name: String,
    pub(crate) mail: String,
    /// City or institution.
    pub(crate) from: String,
}

const LONGEST: usize = 120;
const LONGEST_MAIL: usize = 254;
/// Digits of a citizen's number (NIK).
const NIK: usize = 16;

impl GuestForm {
    pub(super) fn read(&self) -> Result<Guest, Errors> {
        let mut errors = Errors::new();
        let guest = Guest {
            name: errors.take("name", name(&self.name)).unwrap_or_default(),
            mail: errors.take("mail", mail(&self.mail)).unwrap_or_default(),
            from: errors.take("from", words(&self.from, "guest-from-missing")).unwrap_or_default(),
        };
        if errors.is_empty() { Ok(guest) } else { Err(errors) }
    }

    pub(super) fn typed(&self) -> Vec<(String, String)> {
        [("name", &self.name), ("mail", &self.mail), ("from", &self.from)].map(|it| (it.0.to_owned(), it.1.clone())).to_vec()
    }
}

/// The name stands in a letter that we send to an address we do not know: it must not carry somebody's link.
fn name(text: &str) -> Result<String, &'static str> {
    let name = words(text, "guest-name-missing")?;
    if name.contains(['/', ':', '@', '<', '>']) || name.to_lowercase().contains("www.") {
        Err("guest-name-signs")
    } else {
        Ok(name)
    }
}

fn words(text: &str, missing: &'static str) -> Result<String, &'static str> {
    let text = cleaned(text);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    match text.chars().count() {
        0..2 => Err(missing),
        length if length > LONGEST => Err("guest-too-long"),
        _ if digits >= NIK => Err("guest-no-nik"),
        _ => Ok(text),
    }
}

/// Sound enough to post to; whether it is theirs shows when they open the letter.
fn mail(text: &str) -> Result<String, &'static str> {
    let mail = cleaned(text).to_lowercase();
    let Some((name, host)) = mail.split_once('@') else {
        return Err("guest-mail-wrong");
    };
    let is_part = |it: &str| !it.is_empty() && !it.starts_with('.') && !it.ends_with('.') && !it.contains("..");
    let is_name = is_part(name) && name.chars().all(|it| it.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(it));
    let is_host = is_part(host) && host.contains('.') && host.chars().all(|it| it.is_ascii_alphanumeric() || ".-".contains(it));
    if is_name && is_host && name.len() <= 64 && mail.len() <= LONGEST_MAIL { Ok(mail) } else { Err("guest-mail-wrong") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &str, mail: &str, from: &str) -> GuestForm {
        GuestForm { name: name.into(), mail: mail.into(), from: from.into() }
    }

    #[test]
    fn a_guest_is_a_name_a_mail_and_a_place() {
        let guest = typed("  Siti   Contoh ", " Siti@Contoh.example ", "Mamuju").read().expect("sound");

        assert_eq!(guest, Guest { name: "Siti Contoh".into(), mail: "siti@contoh.example".into(), from: "Mamuju".into() });
    }

    #[test]
    fn a_citizens_number_is_refused_wherever_it_is_typed() {
        assert!(typed("Siti 7602 0145 0390 0001", "s@contoh.example", "Mamuju").read().is_err());
        assert!(typed("Siti", "s@contoh.example", "NIK 7602014503900001").read().is_err());
    }

    #[test]
    fn a_name_carries_no_link_into_a_strangers_mailbox() {
        assert!(typed("Hadiah: https://jahat.example", "s@contoh.example", "Mamuju").read().is_err());
        assert!(typed("www.jahat.example", "s@contoh.example", "Mamuju").read().is_err());
        assert!(typed("Drs. H. Muh. Contoh, M.Si.", "s@contoh.example", "Mamuju").read().is_ok());
    }

    #[test]
    fn what_no_letter_can_reach_is_refused() {
        for mail in [
            "",
            "siti",
            "siti@",
            "@contoh.example",
            "siti@contoh",
            "s i@contoh.example",
            "a@b@c.example",
            "<a>@b.example",
            "a\n@b.example\r\nBcc: c@d.example",
        ] {
            assert!(typed("Siti", mail, "Mamuju").read().is_err(), "{mail}");
        }
    }
}
