//! The RDF of a credential, written from a fixed template in canonical form (RDFC-1.0). Tests hold it equal to what a JSON-LD processor makes
//! of the JSON; it exists because that takes milliseconds and this takes microseconds.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::{Award, moment, proof::ProofShape, recipient::hexadecimal, shape, status::StatusListShape};

const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const DATE_TIME: &str = "http://www.w3.org/2001/XMLSchema#dateTime";
const NAME: &str = "https://schema.org/name";

/// A place in the vocabularies that the two contexts point to.
macro_rules! vc {
    ($name:literal) => {
        concat!("https://www.w3.org/2018/credentials#", $name)
    };
}
macro_rules! ob {
    ($name:literal) => {
        concat!("https://purl.imsglobal.org/spec/vc/ob/vocab.html#", $name)
    };
}
macro_rules! status {
    ($name:literal) => {
        concat!("https://www.w3.org/ns/credentials/status#", $name)
    };
}
macro_rules! security {
    ($name:literal) => {
        concat!("https://w3id.org/security#", $name)
    };
}
/// The context of Open Badges writes XML Schema with https.
macro_rules! xsd {
    ($name:literal) => {
        concat!("https://www.w3.org/2001/XMLSchema#", $name)
    };
}

/// The things in a credential that have no id of their own.
#[derive(Clone, Copy, PartialEq)]
enum Blank {
    Subject,
    Identity,
    Criteria,
}

const BLANKS: [Blank; 3] = [Blank::Subject, Blank::Identity, Blank::Criteria];

enum Term<'a> {
    Iri(&'a str),
    Blank(Blank),
    Text(&'a str),
    Typed(&'a str, &'static str),
}

struct Statement<'a> {
    subject: Term<'a>,
    predicate: &'static str,
    object: Term<'a>,
}

/// The canonical N-Quads of a credential without its proof. None when a moment cannot be written.
pub(crate) fn of_award(award: &Award) -> Option<String> {
    let [valid_from, from, until] =
        [moment::text(award.valid_from)?, moment::text(award.held.from)?, moment::text(award.held.until)?];
    let [credits, status_id, index] = [award.credits.to_string(), award.status.id(), award.status.index.to_string()];

    let mut all = Statements(Vec::with_capacity(48));
    all.credential(award, &valid_from, &status_id);
    all.subject(award, &credits, [&from, &until]);
    all.achievement(award);
    for (genre, link) in shape::genres(award) {
        all.iri(&award.id, vc!("evidence"), &link.id);
        all.iri(&link.id, TYPE, ob!("Evidence"));
        all.text(&link.id, NAME, &link.name);
        all.text(&link.id, "https://schema.org/genre", genre);
    }
    all.status(award, &status_id, &index);
    Some(all.canonical())
}

/// The canonical N-Quads of a proof without its value, in the context of the document that it proves.
pub(crate) fn of_proof(proof: &ProofShape) -> String {
    let mut all = Statements(Vec::with_capacity(5));
    let mut say = |predicate, object| all.blank(Blank::Subject, predicate, object);
    say("http://purl.org/dc/terms/created", Term::Typed(&proof.created, DATE_TIME));
    say(TYPE, Term::Iri(security!("DataIntegrityProof")));
    say(security!("cryptosuite"), Term::Typed(&proof.cryptosuite, security!("cryptosuiteString")));
    say(security!("proofPurpose"), Term::Iri(security!("assertionMethod")));
    say(security!("verificationMethod"), Term::Iri(&proof.verification_method));
    all.canonical()
}

/// The canonical N-Quads of a status list credential without its proof.
pub(crate) fn of_status_list(list: &StatusListShape) -> String {
    let (id, subject) = (&list.id, &list.credential_subject);
    let mut all = Statements(Vec::with_capacity(9));
    all.iri(id, TYPE, vc!("VerifiableCredential"));
    all.iri(id, TYPE, status!("BitstringStatusListCredential"));
    all.iri(id, vc!("issuer"), &list.issuer);
    all.add(Term::Iri(id), vc!("validFrom"), Term::Typed(&list.valid_from, DATE_TIME));
    all.iri(id, vc!("credentialSubject"), &subject.id);
    all.iri(&subject.id, TYPE, status!("BitstringStatusList"));
    all.text(&subject.id, status!("statusPurpose"), &subject.status_purpose);
    all.add(Term::Iri(&subject.id), status!("encodedList"), Term::Typed(&subject.encoded_list, security!("multibase")));
    all.canonical()
}

struct Statements<'a>(Vec<Statement<'a>>);

impl<'a> Statements<'a> {
    fn credential(&mut self, award: &'a Award, valid_from: &'a str, status_id: &'a str) {
        let (id, issuer) = (&award.id, &award.issuer);
        self.iri(id, TYPE, vc!("VerifiableCredential"));
        self.iri(id, TYPE, ob!("OpenBadgeCredential"));
        self.text(id, NAME, &award.achievement.name);
        self.add(Term::Iri(id), vc!("validFrom"), Term::Typed(valid_from, DATE_TIME));
        self.add(Term::Iri(id), vc!("credentialSubject"), Term::Blank(Blank::Subject));
        self.iri(id, vc!("credentialStatus"), status_id);
        self.iri(id, vc!("issuer"), &issuer.id);
        self.iri(&issuer.id, TYPE, ob!("Profile"));
        self.text(&issuer.id, NAME, &issuer.name);
        self.add(Term::Iri(&issuer.id), "https://schema.org/url", Term::Typed(&issuer.url, xsd!("anyURI")));
    }

    fn subject(&mut self, award: &'a Award, credits: &'a str, [from, until]: [&'a str; 2]) {
        let recipient = &award.recipient;
        self.blank(Blank::Subject, TYPE, Term::Iri(ob!("AchievementSubject")));
        self.blank(Blank::Subject, ob!("identifier"), Term::Blank(Blank::Identity));
        self.blank(Blank::Subject, ob!("licenseNumber"), Term::Text(&award.number));
        self.blank(Blank::Subject, ob!("role"), Term::Text(&award.role));
        self.blank(Blank::Subject, ob!("creditsEarned"), Term::Typed(credits, xsd!("float")));
        self.blank(Blank::Subject, ob!("activityStartDate"), Term::Typed(from, xsd!("date")));
        self.blank(Blank::Subject, ob!("activityEndDate"), Term::Typed(until, xsd!("date")));
        self.blank(Blank::Subject, ob!("achievement"), Term::Iri(&award.achievement.id));
        self.blank(Blank::Identity, TYPE, Term::Iri(ob!("IdentityObject")));
        self.blank(Blank::Identity, ob!("hashed"), Term::Typed("true", xsd!("boolean")));
        self.blank(Blank::Identity, ob!("identityHash"), Term::Text(&recipient.hash));
        self.blank(Blank::Identity, ob!("identityType"), Term::Text(recipient.kind.name()));
        self.blank(Blank::Identity, ob!("salt"), Term::Text(&recipient.salt));
    }

    fn achievement(&mut self, award: &'a Award) {
        let achievement = &award.achievement;
        let id = &achievement.id;
        self.iri(id, TYPE, ob!("Achievement"));
        self.text(id, ob!("achievementType"), &achievement.kind);
        self.text(id, NAME, &achievement.name);
        self.text(id, "https://schema.org/description", &achievement.description);
        self.add(Term::Iri(id), ob!("Criteria"), Term::Blank(Blank::Criteria));
        self.blank(Blank::Criteria, ob!("narrative"), Term::Text(&achievement.criteria));
    }

    fn status(&mut self, award: &'a Award, id: &'a str, index: &'a str) {
        self.iri(id, TYPE, status!("BitstringStatusListEntry"));
        self.text(id, status!("statusPurpose"), "revocation");
        self.text(id, status!("statusListIndex"), index);
        self.iri(id, status!("statusListCredential"), &award.status.list);
    }

    fn iri(&mut self, subject: &'a str, predicate: &'static str, object: &'a str) {
        self.add(Term::Iri(subject), predicate, Term::Iri(object));
    }

    fn text(&mut self, subject: &'a str, predicate: &'static str, object: &'a str) {
        self.add(Term::Iri(subject), predicate, Term::Text(object));
    }

    fn blank(&mut self, subject: Blank, predicate: &'static str, object: Term<'a>) {
        self.add(Term::Blank(subject), predicate, object);
    }

    fn add(&mut self, subject: Term<'a>, predicate: &'static str, object: Term<'a>) {
        self.0.push(Statement { subject, predicate, object });
    }

    /// Things without an id are numbered by the hash of what is said of them. No two hashes are equal here, as each kind says other things
    /// of itself, so the first step of RDFC-1.0 decides.
    fn canonical(&self) -> String {
        let mut ranked: Vec<_> = BLANKS.iter().map(|it| (self.first_degree_hash(*it), *it)).collect();
        ranked.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let present = ranked.into_iter().map(|it| it.1).filter(|it| self.0.iter().any(|statement| statement.names(*it)));
        let order: Vec<Blank> = present.collect();
        let label = |blank| order.iter().position(|it| *it == blank).and_then(|it| ["c14n0", "c14n1", "c14n2"].get(it).copied());
        sorted(self.0.iter().map(|it| it.line(|blank| label(blank).unwrap_or_default())))
    }

    fn first_degree_hash(&self, own: Blank) -> String {
        let said = self.0.iter().filter(|it| it.names(own));
        hexadecimal(&Sha256::digest(sorted(said.map(|it| it.line(|other| if other == own { "a" } else { "z" })))))
    }
}

impl Statement<'_> {
    fn names(&self, blank: Blank) -> bool {
        [&self.subject, &self.object].into_iter().any(|it| matches!(it, Term::Blank(it) if *it == blank))
    }

    fn line(&self, label: impl Fn(Blank) -> &'static str) -> String {
        let mut line = String::with_capacity(200);
        self.subject.write(&mut line, &label);
        let _ = write!(line, " <{}> ", self.predicate);
        self.object.write(&mut line, &label);
        line.push_str(" .\n");
        line
    }
}

impl Term<'_> {
    fn write(&self, line: &mut String, label: &impl Fn(Blank) -> &'static str) {
        let _ = match self {
            Term::Iri(iri) => write!(line, "<{iri}>"),
            Term::Blank(blank) => write!(line, "_:{}", label(*blank)),
            Term::Text(text) => write!(line, "\"{}\"", escaped(text)),
            Term::Typed(text, datatype) => write!(line, "\"{}\"^^<{datatype}>", escaped(text)),
        };
    }
}

fn sorted(lines: impl Iterator<Item = String>) -> String {
    let mut lines: Vec<String> = lines.collect();
    lines.sort_unstable();
    lines.concat()
}

/// The escapes of canonical N-Quads for what `wording::text` lets through.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for it in text.chars() {
        match it {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            _ => escaped.push(it),
        }
    }
    escaped
}
