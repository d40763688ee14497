//! A profile, and the form that changes it. No I/O.

use kernel::{Fault, Outcome, Word, db::Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

const LONGEST_TEXT: usize = 4_000;
const LONGEST_LINE: usize = 200;

#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Profile {
    /// What the agency does, in its own words.
    pub(crate) duties: String,
    pub(crate) services: String,
    /// Information that it publishes.
    pub(crate) products: String,
    pub(crate) contact_name: String,
    pub(crate) contact_mail: String,
    pub(crate) contact_phone: String,
    pub(crate) website: String,
    pub(crate) version: i64,
    /// 0 when nothing was told yet.
    pub(crate) changed_at: i64,
}

#[derive(Clone, Default, Deserialize, JsonSchema)]
pub(crate) struct ProfileForm {
    #[serde(default)]
    pub(crate) tugas: String,
    #[serde(default)]
    pub(crate) layanan: String,
    #[serde(default)]
    pub(crate) produk: String,
    #[serde(default)]
    pub(crate) narahubung: String,
    #[serde(default)]
    pub(crate) surel: String,
    #[serde(default)]
    pub(crate) telepon: String,
    #[serde(default)]
    pub(crate) situs: String,
    /// The version that was edited.
    #[serde(default)]
    pub(crate) versi: i64,
}

impl Profile {
    pub(super) fn read(row: &Row) -> Outcome<Profile> {
        Ok(Profile {
            duties: row.get("duties")?,
            services: row.get("services")?,
            products: row.get("products")?,
            contact_name: row.get("contact_name")?,
            contact_mail: row.get("contact_mail")?,
            contact_phone: row.get("contact_phone")?,
            website: row.get("website")?,
            version: row.get("version")?,
            changed_at: row.get("changed_at")?,
        })
    }

    pub(crate) fn has_contact(&self) -> bool {
        [&self.contact_name, &self.contact_mail, &self.contact_phone, &self.website].iter().any(|it| !it.is_empty())
    }

    /// As the form names them.
    pub(crate) fn fields(&self) -> [(&'static str, &str); 7] {
        [
            ("tugas", &self.duties),
            ("layanan", &self.services),
            ("produk", &self.products),
            ("narahubung", &self.contact_name),
            ("surel", &self.contact_mail),
            ("telepon", &self.contact_phone),
            ("situs", &self.website),
        ]
    }

    /// The fields in which another profile differs, with what this one says.
    pub(crate) fn differing<'a>(&'a self, other: &Profile) -> Vec<(&'static str, &'a str)> {
        let pairs = self.fields().into_iter().zip(other.fields());
        pairs.filter(|(own, its)| own.1 != its.1).map(|(own, _)| own).collect()
    }
}

impl ProfileForm {
    pub(crate) fn read(&self) -> Result<Profile, Vec<Fault>> {
        let mut faults = Vec::new();
        let profile = Profile {
            duties: text("tugas", &self.tugas, &mut faults),
            services: text("layanan", &self.layanan, &mut faults),
            products: text("produk", &self.produk, &mut faults),
            contact_name: line("narahubung", &self.narahubung, &mut faults),
            contact_mail: line("surel", &self.surel, &mut faults).to_lowercase(),
            contact_phone: line("telepon", &self.telepon, &mut faults),
            website: line("situs", &self.situs, &mut faults),
            version: self.versi,
            changed_at: 0,
        };
        if !profile.contact_mail.is_empty() && !is_mail(&profile.contact_mail) {
            faults.push(Fault::new("surel", "profile-mail"));
        }
        if !profile.contact_phone.chars().all(|it| it.is_ascii_digit() || " +-().".contains(it)) {
            faults.push(Fault::new("telepon", "profile-phone"));
        }
        if !profile.website.is_empty() && !is_website(&profile.website) {
            faults.push(Fault::new("situs", "profile-website"));
        }
        if faults.is_empty() { Ok(profile) } else { Err(faults) }
    }

    pub(crate) fn typed(&self) -> Vec<(String, String)> {
        let fields = [
            ("tugas", &self.tugas),
            ("layanan", &self.layanan),
            ("produk", &self.produk),
            ("narahubung", &self.narahubung),
            ("surel", &self.surel),
            ("telepon", &self.telepon),
            ("situs", &self.situs),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect()
    }
}

fn text(field: &'static str, typed: &str, faults: &mut Vec<Fault>) -> String {
    let text = typed.replace("\r\n", "\n").trim().to_owned();
    within(field, text, LONGEST_TEXT, faults)
}

fn line(field: &'static str, typed: &str, faults: &mut Vec<Fault>) -> String {
    within(field, crate::identity::cleaned(typed), LONGEST_LINE, faults)
}

fn within(field: &'static str, text: String, most: usize, faults: &mut Vec<Fault>) -> String {
    if text.chars().count() > most {
        faults.push(Fault::new(field, Word::new("profile-too-long").with("n", most)));
    }
    text
}

fn is_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.') && !domain.contains('@'))
        && !text.contains(char::is_whitespace)
}

/// Anything else in an address could run as a script.
fn is_website(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|it| it.contains('.') && !it.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(form: ProfileForm) -> Vec<String> {
        form.read().err().unwrap_or_default().iter().map(|it| it.field.to_string()).collect()
    }

    #[test]
    fn addresses_are_checked_and_may_be_left_out() {
        assert!(ProfileForm::default().read().is_ok());
        let situs = |it: &str| faults(ProfileForm { situs: it.into(), ..ProfileForm::default() });
        assert!(situs("https://djpb.kemenkeu.go.id/kppn/mamuju").is_empty());
        assert_eq!(situs("javascript:alert(1)"), ["situs"]);
        assert_eq!(situs("djpb"), ["situs"]);
        let surel = |it: &str| faults(ProfileForm { surel: it.into(), ..ProfileForm::default() });
        assert_eq!(surel("kppn mamuju@kemenkeu.go.id"), ["surel"]);
        assert!(surel("KPPN.Mamuju@kemenkeu.go.id").is_empty());
    }

    #[test]
    fn what_others_changed_is_named_by_field() {
        let mine = Profile { duties: "Mencairkan".into(), ..Profile::default() };
        let theirs = Profile { duties: "Menyalurkan".into(), website: "https://a.id".into(), ..Profile::default() };

        assert_eq!(theirs.differing(&mine), [("tugas", "Menyalurkan"), ("situs", "https://a.id")]);
    }
}
