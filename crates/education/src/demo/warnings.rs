//! Made-up warnings of real offices: in force, superseded and withdrawn. Not test data.

use directory::lookup;
use kernel::{Actor, App, Outcome, clock::DAY};
use ui::Zone;

use super::coordinator_of;
use crate::{
    activity::audience,
    warning::{
        model::{Draft, Words},
        policy::{self, Addressed, Editable, Endable},
        queries::{self, Maker},
        readers::{reminding, telling},
    },
};

struct Sample {
    agency: &'static str,
    title: &'static str,
    avoid: &'static str,
    consequence: &'static str,
    remedy: &'static str,
    rule: &'static str,
    /// Days until it is to be read.
    days: Option<i64>,
    end: End,
}

enum End {
    Holds,
    IsSuperseded(&'static str),
    IsWithdrawn(&'static str),
}

const SAMPLES: &[Sample] = &[
    Sample {
        agency: "kemenkeu.djpb.kppn-mamuju",
        title: "Jangan menerima bingkisan dari rekanan",
        avoid: "Menerima bingkisan, voucer, atau uang dari rekanan, juga yang dikirim ke rumah atau lewat keluarga.",
        consequence: "Pemberian yang berhubungan dengan jabatan adalah gratifikasi. Yang tidak dilaporkan dapat dipidana.",
        remedy: "Tolak dengan sopan. Bila tidak dapat ditolak, laporkan ke unit pengendali gratifikasi paling lambat 30 hari kerja.",
        rule: "UU Nomor 20 Tahun 2001, Pasal 12B dan 12C",
        days: Some(9),
        end: End::Holds,
    },
    Sample {
        agency: "bps.sulbar",
        title: "Jangan membagikan data responden",
        avoid: "Membagikan foto formulir, nama, atau jawaban responden di grup percakapan.",
        consequence: "Keterangan responden dirahasiakan. Sekali tersebar, orang tidak mau lagi menjawab dengan jujur.",
        remedy: "Kirim hanya melalui aplikasi resmi, dan hapus foto dari gawai setelah terkirim.",
        rule: "UU Nomor 16 Tahun 1997, Pasal 21",
        days: None,
        end: End::Holds,
    },
    Sample {
        agency: "bnn.sulbar",
        title: "Jangan menitipkan barang tanpa tahu isinya",
        avoid: "Membawa titipan orang lain dalam perjalanan dinas tanpa melihat isinya.",
        consequence: "Pembawa dianggap menguasai barang yang dibawanya.",
        remedy: "Minta penitip mengirim sendiri melalui jasa ekspedisi.",
        rule: "UU Nomor 35 Tahun 2009, Pasal 112",
        days: None,
        end: End::IsSuperseded("Jangan membawa titipan tanpa melihat isinya"),
    },
    Sample {
        agency: "kemenkeu.djpb.kppn-mamuju",
        title: "Jangan memakai tautan pengisian data lama",
        avoid: "Mengisi data pegawai melalui tautan yang beredar sebelum bulan ini.",
        consequence: "Data masuk ke tempat yang tidak dibaca lagi.",
        remedy: "Gunakan tautan dari laman resmi.",
        rule: "Surat rekaan nomor 3 tahun 2026, untuk peragaan",
        days: None,
        end: End::IsWithdrawn("Tautan lama sudah dialihkan ke laman resmi."),
    },
];

/// Adds what is missing; its people are told when the jobs run.
pub(super) async fn add(app: &App) -> Outcome<()> {
    for sample in SAMPLES {
        let is_there = lookup::agencies(app.db(), &[sample.agency.to_owned()]).await?.len() == 1;
        if is_there && !queries::is_titled(app.db(), sample.agency, sample.title).await? {
            publish(app, sample).await?;
        }
    }
    Ok(())
}

async fn publish(app: &App, sample: &Sample) -> Outcome<()> {
    let actor = coordinator_of(app, sample.agency, Zone::Wita).await?;
    let first = draft(app, sample, sample.title);
    let id = issue(app, &actor, (sample.agency, &first), None).await?;
    match sample.end {
        End::Holds => Ok(()),
        End::IsSuperseded(title) => {
            let old = endable(app, &actor, &id).await?;
            issue(app, &actor, (sample.agency, &draft(app, sample, title)), Some(&old)).await.map(drop)
        }
        End::IsWithdrawn(reason) => {
            let proof = endable(app, &actor, &id).await?;
            let mut tx = app.db().begin().await?;
            queries::withdraw(&mut tx, &proof, reason, (&actor.id, app.now())).await?;
            tx.commit().await
        }
    }
}

async fn issue(app: &App, actor: &Actor, (agency, draft): (&str, &Draft), old: Option<&Endable>) -> Outcome<String> {
    let (db, now) = (app.db(), app.now());
    let writable = policy::writable(actor, agency, &lookup::lineage(db, agency).await?)?;
    let maker = Maker { person_id: &actor.id, now, supersedes: old };
    let mut tx = db.begin().await?;
    let id = queries::insert(&mut tx, &writable, draft, &maker).await?;
    tx.commit().await?;
    let proof: Editable = policy::editable(actor, policy::readable(Some(actor), addressed(app, &id).await?, &[])?)?;
    let mut tx = db.begin().await?;
    queries::publish(&mut tx, &proof, &actor.id, now).await?;
    if let Some(old) = old {
        queries::supersede(&mut tx, &proof, &old.warning().id, now).await?;
    }
    telling::plan(&mut tx, &id, "published", now).await?;
    telling::plan_round(&mut tx, now).await?;
    reminding::plan_reminder(&mut tx, proof.warning(), now).await?;
    tx.commit().await?;
    Ok(id)
}

async fn endable(app: &App, actor: &Actor, id: &str) -> Outcome<Endable> {
    policy::endable(actor, policy::readable(Some(actor), addressed(app, id).await?, &[])?)
}

async fn addressed(app: &App, id: &str) -> Outcome<Addressed> {
    let warning = queries::find(app.db(), id).await?;
    let lineage = lookup::lineage(app.db(), &warning.agency_id).await?;
    let audience = queries::audience(app.db(), id).await?;
    Ok(Addressed { warning, lineage, audience })
}

/// For the civil servants of Sulawesi Barat, open to everybody.
fn draft(app: &App, sample: &Sample, title: &str) -> Draft {
    let owned = str::to_owned;
    Draft {
        words: Words {
            title: title.to_owned(),
            avoid: owned(sample.avoid),
            consequence: owned(sample.consequence),
            remedy: owned(sample.remedy),
            rule: owned(sample.rule),
            link: owned("https://peraturan.example/"),
        },
        audience: audience::labels(&[], &[owned("76")], false),
        is_public: true,
        read_by: sample.days.map(|it| Zone::Wita.start_of_day(app.now() + it * DAY) - 1),
        zone: Zone::Wita,
        activity_id: None,
    }
}
