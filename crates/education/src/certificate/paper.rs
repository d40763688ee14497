//! A certificate as a sheet of paper: every word that is printed. The same row gives the same sheet. Draws nothing itself.

use document::{Fault, Organiser, Person, Picture, Sheet, Template};
use kernel::{App, Failure, Outcome, Settings};
use ui::{Lang, Tongue, Zone};

use super::{
    content::{Lesson, Print},
    crest::picture::pictures,
    edition::Edition,
    model::{Certificate, Design, Role, Signatory},
    number::Pattern,
};
use crate::press;

/// A template that was taken out of the program is replaced by the official one.
pub(super) fn template(name: &str) -> Outcome<Template> {
    let found = Template::built_in(name).or_else(|| Template::built_in(OFFICIAL));
    found.ok_or_else(|| Failure::broken("no template"))
}

pub(super) const OFFICIAL: &str = "resmi";

pub(super) async fn pdf(app: &App, certificate: &Certificate, print: &Print) -> Outcome<Vec<u8>> {
    let crests = pictures(app, &print.crests).await?;
    let sheet = with_crests(Wording::of(app.settings()).sheet(certificate, print), crests);
    press::of(app)?.certificate(&template(&print.template)?, sheet).await.map_err(refused)
}

/// The first page as PNG, made out to a made-up person with a long name.
pub(super) async fn preview(app: &App, edition: &Edition, design: &Design) -> Outcome<Vec<u8>> {
    let print = edition.print(design);
    let crests = pictures(app, &print.crests).await?;
    let sheet = with_crests(Wording::of(app.settings()).sheet(&sample(edition, design), &print), crests);
    let pages = press::of(app)?.preview(&template(&design.template)?, sheet).await.map_err(refused)?;
    pages.into_iter().next().ok_or_else(|| Failure::broken("a certificate without a page"))
}

/// Each over the name of its organiser.
fn with_crests(mut sheet: Sheet, crests: Vec<Option<Picture>>) -> Sheet {
    for (organiser, crest) in sheet.organisers.iter_mut().zip(crests) {
        organiser.crest = crest;
    }
    sheet
}

/// Characters that no font has, each once; a press that does not start knows none.
pub(super) fn unprintable<'a>(app: &App, texts: impl IntoIterator<Item = &'a String>) -> String {
    let Ok(press) = press::of(app) else { return String::new() };
    let mut found: Vec<char> = texts.into_iter().flat_map(|it| press.uncovered(it)).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|it| it.to_string()).collect::<Vec<_>>().join(" ")
}

fn refused(fault: Fault) -> Failure {
    match fault {
        Fault::Size { .. } => Failure::Conflict("certificate-too-much-text"),
        other => Failure::broken(other),
    }
}

/// 90 characters with titles, as long as real ones get.
const SAMPLE_NAME: &str = "Dr. Ir. Raden Mas Contoh Panjang Kusumawardhana Sastrodiningrat, S.E., M.B.A., M.Si., Ak.";

fn sample(edition: &Edition, design: &Design) -> Certificate {
    let number = Pattern::read(&design.number_pattern).map(|it| edition.number(design, &it, 12)).unwrap_or_default();
    Certificate {
        number,
        holder_name: SAMPLE_NAME.to_owned(),
        holder_number: Some("198004152005091959".to_owned()),
        holder_position: "Analis Pengelolaan Keuangan APBN Ahli Muda".to_owned(),
        holder_agency: "Kantor Contoh".to_owned(),
        role: Role::Peserta,
        ..edition.blank(design)
    }
}

struct Wording<'a> {
    settings: &'a Settings,
    t: Tongue,
}

impl<'a> Wording<'a> {
    /// Certificates are in Bahasa Indonesia, whoever looks at them.
    fn of(settings: &'a Settings) -> Wording<'a> {
        Wording { settings, t: Tongue::of(Lang::Id) }
    }

    fn sheet(&self, it: &Certificate, print: &Print) -> Sheet {
        let t = self.t;
        let signed_on = print.day.parse().unwrap_or_else(|_| it.zone.civil(it.issued_at).date());
        let noon = it.zone.moment(signed_on, jiff::civil::time(12, 0, 0, 0));
        Sheet {
            language: "id".to_owned(),
            heading: print.heading.clone(),
            number: it.number.clone(),
            person: self.person(it),
            role: t.say(it.role.key()).to_owned(),
            activity: it.title.clone(),
            time: t.period(it.starts_at, it.ends_at, it.zone),
            place: Some(if print.venue.is_empty() { t.say("certificate-online").to_owned() } else { print.venue.clone() }),
            hours: (it.jp > 0).then(|| t.fill("certificate-jp", "n", t.number(it.jp))),
            organisers: print.organisers.iter().map(|it| Organiser { name: it.clone(), crest: None }).collect(),
            signed: format!("{}, {}", print.place, t.date_long(noon, it.zone)),
            signatories: print.signatories.iter().map(signatory).collect(),
            verification: self.settings.absolute(&format!("/sertifikat/{}", it.id)),
            agenda: print.agenda.iter().map(|lesson| self.lesson(lesson, it.zone)).collect(),
            issued: it.zone.civil(it.issued_at).date(),
        }
    }

    fn person(&self, it: &Certificate) -> Person {
        Person {
            name: it.holder_name.clone(),
            number: it.holder_number.as_ref().map(|it| self.t.fill("certificate-nip", "n", it)),
            rank: None,
            position: Some(it.holder_position.clone()).filter(|it| !it.is_empty()),
            agency: Some(it.holder_agency.clone()).filter(|it| !it.is_empty()),
        }
    }

    fn lesson(&self, it: &Lesson, zone: Zone) -> document::Lesson {
        document::Lesson {
            time: format!("{}–{}", self.t.clock(it.from, zone), self.t.clock(it.until, zone)),
            subject: it.title.clone(),
            speaker: Some(it.speaker.clone()).filter(|it| !it.is_empty()),
            hours: (it.jp > 0).then(|| self.t.number(it.jp)),
        }
    }
}

fn signatory(it: &Signatory) -> document::Signatory {
    document::Signatory {
        position: it.position.clone(),
        name: it.name.clone(),
        number: Some(it.number.clone()).filter(|it| !it.is_empty()),
        signature: None,
    }
}
