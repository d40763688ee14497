//! The noun "certificate": designed, numbered, issued, withdrawn. Not the page where strangers verify one, and not the transcript.
//!
//! - A row of `education_certificate` says everything that its PDF and its credential say, as it was at issue: later edits of the
//!   activity, of people or of the design change no certificate. `print` leads to what only the PDF needs (template, heading,
//!   signatories, agenda, crests), kept once for all that share it. The same row gives the same bytes for ever.
//! - `id` is 160 random bits: it stands in the QR code, in the public address `/sertifikat/{id}` and in the credential's own id.
//!   Whoever sees the paper has it, so it opens nothing but the public page: PDF (`/sertifikat/{id}/sertifikat.pdf`, with the full
//!   NIP) and credential (`/sertifikat/{id}/kredensial.json`) are for the holder and the organisers.
//! - `number` is unique for one numbering agency (`agency_id`, the first owner), not for all: two agencies may use the same pattern.
//!   So `queries::by_number` gives a list. `series` is the agency with the pattern, its year filled in; `sequence` counts in it from 1
//!   without gaps, drawn from `education_certificate_series` in the transaction that writes the certificates.
//! - Each registration has at most one standing certificate for a role; a withdrawn one keeps its row, its number and its bit. A
//!   corrected name is another certificate with another number, `replaced_by` of the first.
//! - `holder_number` is the full NIP: mask it (`directory::lookup::masked`) for everybody but the holder and the organisers.
//!   `person_id` is empty for guests, and for speakers and committee who have no account; `registration_id` for speakers and committee.
//! - `status_list` and `status_index` come from `credential::Place` of a running number (`education_issuer_place`); a bit is set
//!   where `withdrawn_at` is. Keys (`education_issuer_key`) are added, never removed; their seeds are sealed with the secret of the
//!   installation. `mail_hash` is the recipient of whoever has no NIP; who has neither has no credential.

pub(crate) mod actions;
pub(crate) mod badge;
pub(crate) mod card;
mod content;
pub(crate) mod contributor;
pub(crate) mod crest;
pub(crate) mod design;
mod edition;
pub(crate) mod files;
pub(crate) mod issuer;
pub(crate) mod issuing;
pub(crate) mod mine;
pub(crate) mod model;
pub(crate) mod number;
pub(crate) mod pages;
mod paper;
pub(crate) mod policy;
pub(crate) mod print;
pub(crate) mod queries;
mod routes;
#[cfg(test)]
mod tests;
pub(crate) mod withdrawal;

pub(crate) use routes::routes;
