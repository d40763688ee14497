//! Certificates as they are kept, without the issuing of them.

use directory::lookup;
use kernel::{clock::HOUR, db::Value};

use crate::world::*;

/// 18 November 2026, 09.00 WIB.
pub(crate) const START: i64 = 1_794_967_200_000;
/// 31 December 2026, 23.30 WIB.
pub(crate) const NEW_YEARS_EVE: i64 = 1_798_734_600_000;

const SERIES: &str = "
    insert into education_certificate_series (series, agency_id, drawn) values ('uji', $1, 1) on conflict (series) do nothing";
const KEEP: &str = "
    insert into education_certificate (id, activity_id, person_id, role, holder_name, holder_number, agency_id, series, sequence, number, title,
        organisers, starts_at, ends_at, zone, jp, form, print, issued_at, issued_by, salt, status_list, status_index, key_name, signed_at,
        withdrawn_at, withdraw_reason)
    values ($1, $2, $3, $4, $5, $6, $7, 'uji', $8, $9, $10, '[\"KPPN Mamuju\",\"BPS Sulbar\"]', $11, $12, 'WIB', $13, $14, '{}', $15, 'x', 'garam',
        0, $16, 'kunci-1', 1, $17, $18)";
const FILE: &str = "insert into education_certificate_file (certificate_id, sha256, printed_at) values ($1, $2, 1)";
const KEY: &str = "insert into education_issuer_key (name, sealed_seed, multikey, created_at) values ($1, 'x', $2, 1)";

#[derive(Clone)]
pub(crate) struct Certificate {
    pub(crate) id: String,
    pub(crate) activity: String,
    pub(crate) nip: &'static str,
    pub(crate) agency: &'static str,
    pub(crate) role: &'static str,
    pub(crate) number: String,
    pub(crate) title: &'static str,
    pub(crate) form: &'static str,
    pub(crate) starts_at: i64,
    pub(crate) jp: i64,
    pub(crate) sha256: Option<String>,
    pub(crate) withdrawn_because: Option<&'static str>,
}

/// Of somebody at KPPN Mamuju, for three hours of 18 November 2026.
pub(crate) fn certificate(activity: &str, n: i64) -> Certificate {
    Certificate {
        id: format!("sertifikat{n:05}"),
        activity: activity.into(),
        nip: STAFF_KPPN,
        agency: KPPN,
        role: "peserta",
        number: format!("{n}/SERT/KPPN.2401/XI/2026"),
        title: "Inflasi dan APBN",
        form: "sosialisasi",
        starts_at: START,
        jp: 4,
        sha256: None,
        withdrawn_because: None,
    }
}

impl World {
    /// An activity that certificates can be of.
    pub(crate) async fn activity(&self) -> String {
        drafted(&mut self.signed_in(COORDINATOR_KPPN).await, &[]).await
    }

    pub(crate) async fn keep(&self, certificates: &[Certificate]) {
        let nips: Vec<String> = certificates.iter().map(|it| it.nip.to_owned()).collect();
        let people = lookup::people_by_nip(self.app.db(), &nips).await.unwrap();
        let mut tx = self.app.db().begin().await.unwrap();
        tx.run(SERIES, [KPPN.into()]).await.unwrap();
        for it in certificates {
            let n: i64 = it.id.trim_start_matches("sertifikat").parse().unwrap();
            let person = &people[it.nip];
            let args: [Value; 18] = [
                (&it.id).into(),
                (&it.activity).into(),
                (&person.id).into(),
                it.role.into(),
                (&person.full_name).into(),
                it.nip.into(),
                it.agency.into(),
                (n + 1).into(),
                (&it.number).into(),
                it.title.into(),
                it.starts_at.into(),
                (it.starts_at + 3 * HOUR).into(),
                it.jp.into(),
                it.form.into(),
                (it.starts_at + 4 * HOUR).into(),
                n.into(),
                it.withdrawn_because.map(|_| it.starts_at + 5 * HOUR).into(),
                it.withdrawn_because.map(str::to_owned).into(),
            ];
            tx.run(KEEP, args).await.unwrap();
            if let Some(sha256) = &it.sha256 {
                tx.run(FILE, [(&it.id).into(), sha256.into()]).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
    }

    pub(crate) async fn keep_key(&self, name: &str, key: &credential::SecretKey) {
        let mut tx = self.app.db().begin().await.unwrap();
        tx.run(KEY, [name.into(), key.public().multikey().into()]).await.unwrap();
        tx.commit().await.unwrap();
    }
}
