//! What the certificates of an activity have in common, and the one place where certificates are written: numbers, bits, rows and the
//! fact in the caller's transaction. Who gets one is not decided here.

use credential::Recipient;
use directory::lookup;
use jiff::civil::Date;
use kernel::{App, Failure, Outcome, clock::MINUTE, db::Tx, id, outbox};

use super::{
    badge,
    content::{Lesson, Print},
    crest::{self, Crest, CrestRow},
    issuer,
    model::{Certificate, Design, Role},
    number::Pattern,
    queries::{self, Common, NewCertificate},
};
use crate::{
    activity::{
        self,
        model::{Activity, AgendaItem},
        policy::Hosted,
    },
    learning::rules,
    published::CertificatesIssued,
};

/// An activity with its owners, as its certificates name them.
pub(super) struct Edition {
    activity: Activity,
    agenda: Vec<AgendaItem>,
    /// In whose name the numbers are: the first owner.
    pub(super) agency_id: String,
    agency: String,
    short_names: Vec<String>,
    full_names: Vec<String>,
    codes: Vec<String>,
    /// In any order; not every owner has one.
    crests: Vec<Crest>,
    /// Empty where nothing is issued.
    key_name: String,
    pub(super) now: i64,
}

/// Who gets one, as it will be printed.
pub(super) struct Holder {
    pub(super) registration_id: Option<String>,
    pub(super) person_id: Option<String>,
    pub(super) role: Role,
    pub(super) name: String,
    pub(super) nip: Option<String>,
    pub(super) position: String,
    pub(super) agency: String,
    /// Mail, as the credential says it, of whoever has no NIP.
    pub(super) mail: Option<Recipient>,
}

/// In which issue, and who asked for it.
#[derive(Clone, Copy)]
pub(super) struct Order<'a> {
    pub(super) batch_id: Option<&'a str>,
    pub(super) by: &'a str,
}

impl Edition {
    /// To issue by: with the key that signs now, which is made if there is none.
    pub(super) async fn signed(app: &App, hosted: &Hosted) -> Outcome<Edition> {
        Ok(Edition { key_name: issuer::current(app).await?, ..Edition::of(app, hosted).await? })
    }

    /// To look at.
    pub(super) async fn of(app: &App, hosted: &Hosted) -> Outcome<Edition> {
        let owners: Vec<String> = hosted.owners().map(|it| it.agency_id.clone()).collect();
        let agencies = lookup::agencies(app.db(), &owners).await?;
        let known: Vec<_> = owners.iter().filter_map(|it| agencies.get(it)).collect();
        let first = known.first().ok_or_else(|| Failure::broken("an activity without an owner"))?;
        Ok(Edition {
            activity: hosted.activity.clone(),
            agenda: activity::queries::agenda(app.db(), &hosted.activity.id).await?,
            agency_id: first.id.clone(),
            agency: first.short_name.clone(),
            short_names: known.iter().map(|it| it.short_name.clone()).collect(),
            full_names: known.iter().map(|it| it.name.clone()).take(MOST_ORGANISERS).collect(),
            codes: known.iter().map(|it| it.id.clone()).take(MOST_ORGANISERS).collect(),
            crests: crest::queries::of(app.db(), &hosted.activity.id, &owners).await?,
            key_name: String::new(),
            now: app.now(),
        })
    }

    pub(super) fn number(&self, design: &Design, pattern: &Pattern, sequence: i64) -> String {
        pattern.number(sequence, self.day(design), &self.agency)
    }

    pub(super) fn print(&self, design: &Design) -> Print {
        Print {
            template: design.template.clone(),
            heading: design.heading.clone(),
            venue: self.activity.place.clone(),
            organisers: self.full_names.clone(),
            crests: self.pictured(),
            codes: self.codes.clone(),
            place: design.place.clone(),
            day: self.day(design).to_string(),
            signatories: design.signatories.clone(),
            agenda: if design.with_agenda { self.lessons() } else { Vec::new() },
        }
    }

    /// The owners as certificates name them, with what stands for each.
    pub(super) fn crests(&self) -> Vec<CrestRow> {
        crest::rows(&self.crests, self.codes.iter().zip(&self.full_names))
    }

    /// Nothing at all where nobody has one.
    fn pictured(&self) -> Vec<Option<String>> {
        let hashes: Vec<Option<String>> = self.crests().into_iter().map(|it| it.hash).collect();
        if hashes.iter().any(Option::is_some) { hashes } else { Vec::new() }
    }

    /// A certificate of this activity that nobody holds and that is nowhere kept.
    pub(super) fn blank(&self, design: &Design) -> Certificate {
        Certificate {
            id: "contoh".to_owned(),
            activity_id: self.activity.id.clone(),
            batch_id: None,
            registration_id: None,
            person_id: None,
            role: Role::Peserta,
            holder_name: String::new(),
            holder_number: None,
            holder_position: String::new(),
            holder_agency: String::new(),
            agency_id: self.agency_id.clone(),
            series: String::new(),
            sequence: 1,
            number: String::new(),
            title: self.activity.title.clone(),
            organisers: self.short_names.clone(),
            starts_at: self.activity.starts_at,
            ends_at: self.activity.ends_at,
            zone: self.activity.zone,
            jp: self.jp(design),
            form: design.form.clone(),
            print: String::new(),
            issued_at: self.now,
            issued_by: String::new(),
            salt: String::new(),
            mail_hash: None,
            status_list: 0,
            status_index: 0,
            key_name: String::new(),
            signed_at: self.now,
            withdrawn_at: None,
            withdraw_reason: None,
            replaced_by: None,
        }
    }

    /// Of signing, where the activity is: the organiser's, else the day of issue. The activity may have moved since; nothing is signed before its end.
    fn day(&self, design: &Design) -> Date {
        let signed_at = design.signed_on.unwrap_or(self.now).max(self.activity.ends_at);
        self.activity.zone.civil(signed_at).date()
    }

    /// The activity may have become shorter since.
    fn jp(&self, design: &Design) -> i64 {
        design.jp.min(rules::hours_as(&self.activity, &design.form))
    }

    /// Each lasts until the next begins.
    fn lessons(&self) -> Vec<Lesson> {
        let rules = rules::rules_of(&self.activity);
        // Each part by its minutes, whatever form the whole has.
        let hours = |from: i64, until: i64| rules.hours("", (until - from).max(0) / MINUTE, 1);
        let ends = self.agenda.iter().skip(1).map(|it| it.starts_at).chain([self.activity.ends_at]);
        let lesson = |(item, until): (&AgendaItem, i64)| Lesson {
            from: item.starts_at,
            until,
            title: item.title.clone(),
            speaker: item.speaker.clone(),
            jp: hours(item.starts_at, until),
        };
        self.agenda.iter().zip(ends).map(lesson).collect()
    }

    /// Writes one certificate for each holder, with the next numbers and one fact; answers their ids in the same order.
    pub(super) async fn issue(
        &self,
        tx: &mut Tx,
        design: &Design,
        order: Order<'_>,
        holders: Vec<Holder>,
    ) -> Outcome<Vec<String>> {
        let pattern = Pattern::read(&design.number_pattern).map_err(|it| Failure::Conflict(it.key()))?;
        let n = holders.len() as i64;
        let series = pattern.series(self.day(design), &self.agency_id);
        let first = queries::draw(tx, &series, &self.agency_id, n).await?;
        let places = issuer::places(tx, n).await?;
        let print = self.keep_print(tx, design).await?;
        let rows: Vec<NewCertificate> = holders
            .into_iter()
            .zip(places)
            .zip(first..)
            .map(|((holder, status), sequence)| holder.numbered(sequence, self.number(design, &pattern, sequence), status))
            .collect();
        queries::add(tx, &self.common(design, order, (series, print)), &rows).await?;
        let ids: Vec<String> = rows.into_iter().map(|it| it.id).collect();
        let fact = CertificatesIssued { activity_id: self.activity.id.clone(), certificate_ids: ids.clone() };
        outbox::publish(tx, self.now, &self.activity.id, &fact).await?;
        Ok(ids)
    }

    /// What it shows is kept as long as it is.
    async fn keep_print(&self, tx: &mut Tx, design: &Design) -> Outcome<String> {
        let print = self.print(design);
        let id = queries::keep_print(tx, &serde_json::to_string(&print)?).await?;
        let mut hashes: Vec<String> = print.crests.into_iter().flatten().collect();
        hashes.sort_unstable();
        hashes.dedup();
        if !hashes.is_empty() {
            crest::queries::printed(tx, &id, &hashes, self.now).await?;
        }
        Ok(id)
    }

    fn common(&self, design: &Design, order: Order<'_>, (series, print): (String, String)) -> Common {
        Common {
            activity_id: self.activity.id.clone(),
            batch_id: order.batch_id.map(str::to_owned),
            agency_id: self.agency_id.clone(),
            series,
            title: self.activity.title.clone(),
            organisers: self.short_names.clone(),
            period: (self.activity.starts_at, self.activity.ends_at),
            zone: self.activity.zone.name(),
            jp: self.jp(design),
            form: design.form.clone(),
            print,
            issued_at: self.now,
            issued_by: order.by.to_owned(),
            key_name: self.key_name.clone(),
        }
    }
}

/// As many as a page has room for.
const MOST_ORGANISERS: usize = 8;

impl Holder {
    /// Somebody of whom nothing but the name is known.
    pub(super) fn named(role: Role, name: &str) -> Holder {
        Holder {
            registration_id: None,
            person_id: None,
            role,
            name: name.to_owned(),
            nip: None,
            position: String::new(),
            agency: String::new(),
            mail: None,
        }
    }

    /// The same holder under a corrected name.
    pub(super) fn again(it: &Certificate, name: &str) -> Holder {
        Holder {
            registration_id: it.registration_id.clone(),
            person_id: it.person_id.clone(),
            role: it.role,
            name: name.to_owned(),
            nip: it.holder_number.clone(),
            position: it.holder_position.clone(),
            agency: it.holder_agency.clone(),
            mail: badge::recipient(it).filter(|_| it.holder_number.is_none()),
        }
    }

    fn numbered(self, sequence: i64, number: String, status: (i64, i64)) -> NewCertificate {
        NewCertificate {
            id: id::secret(),
            registration_id: self.registration_id,
            person_id: self.person_id,
            role: self.role,
            name: self.name,
            nip: self.nip,
            position: self.position,
            agency: self.agency,
            sequence,
            number,
            salt: self.mail.as_ref().map_or_else(id::secret, |it| it.salt.clone()),
            mail_hash: self.mail.map(|it| it.hash),
            status,
        }
    }
}
