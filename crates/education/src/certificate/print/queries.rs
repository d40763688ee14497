//! Every statement about the fingerprints of PDFs that were given out.

use kernel::{Db, Outcome, db::Tx};

pub(crate) const ALL: &[&str] = &[IS_OURS, KEEP];

const IS_OURS: &str = "select 1 as found from education_certificate_file where certificate_id = $1 and sha256 = $2";
const KEEP: &str = "
    insert into education_certificate_file (certificate_id, sha256, printed_at) values ($1, $2, $3) on conflict do nothing";

/// Whether a PDF with this fingerprint was ever given out for the certificate.
pub(crate) async fn is_ours(db: &Db, certificate_id: &str, sha256: &str) -> Outcome<bool> {
    Ok(db.maybe(IS_OURS, [certificate_id.into(), sha256.into()], |_| Ok(())).await?.is_some())
}

/// Keeps a fingerprint, once.
pub(crate) async fn keep(tx: &mut Tx, certificate_id: &str, (sha256, now): (&str, i64)) -> Outcome<()> {
    tx.run(KEEP, [certificate_id.into(), sha256.into(), now.into()]).await.map(drop)
}
