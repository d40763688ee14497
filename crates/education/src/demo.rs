//! A dozen made-up activities of real offices, so that a new installation has something to look at. Not test data.

use directory::lookup;
use kernel::{Actor, App, Duty, Outcome, Way, outbox};
use ui::Zone;

use crate::{
    activity::{
        self, actions, audience,
        draft::{DEFAULT_SHARE, Draft},
        load,
        model::{AgendaItem, Speaker},
        policy,
        queries::{self, Maker},
    },
    published::ActivityPublished,
};

/// One made-up activity: who, what, when (days from today and hours on the clock of the zone), for whom.
struct Sample {
    agency: &'static str,
    title: &'static str,
    summary: &'static str,
    theme: &'static str,
    /// Online when empty.
    place: &'static str,
    days: i64,
    hours: (i8, i8),
    zone: Zone,
    seats: Option<i64>,
    regions: &'static [&'static str],
    kind: Kind,
}

enum Kind {
    Draft,
    Open,
    OpenToPublic,
}

const SAMPLES: &[Sample] = &[
    Sample {
        agency: "bps.sulbar",
        title: "Literasi inflasi untuk aparatur Sulawesi Barat",
        summary: "Peserta dapat membaca angka inflasi bulanan dan menjelaskan artinya bagi belanja kantor.",
        theme: "ekonomi-dan-keuangan-negara",
        place: "",
        days: 12,
        hours: (9, 11),
        zone: Zone::Wita,
        seats: Some(300),
        regions: &["76"],
        kind: Kind::Draft,
    },
    Sample {
        agency: "bnn.sulbar",
        title: "Cegah narkotika di lingkungan kerja: tanda awal, jalur lapor, dan perlindungan keluarga",
        summary: "Sesudah kegiatan ini Anda mengenali tanda awalnya, tahu ke mana melapor tanpa takut, dan tahu bagaimana keluarga dilindungi.",
        theme: "integritas-dan-antinarkotika",
        place: "",
        days: 3,
        hours: (9, 11),
        zone: Zone::Wita,
        seats: Some(500),
        regions: &["76"],
        kind: Kind::OpenToPublic,
    },
    Sample {
        agency: "kemenkeu.djkn.kpknl-mamuju",
        title: "Klinik lelang dan pinjam pakai barang milik negara",
        summary: "Bendahara dan pengelola barang menyelesaikan satu berkas nyata bersama petugas.",
        theme: "barang-milik-negara",
        place: "Aula KPKNL Mamuju, Jalan Contoh Nomor 1, Mamuju",
        days: 10,
        hours: (8, 12),
        zone: Zone::Wita,
        seats: Some(2),
        regions: &["76"],
        kind: Kind::Open,
    },
    Sample {
        agency: "kemenkeu.djpb.kppn-mamuju",
        title: "Rekonsiliasi akhir tahun tanpa datang ke loket",
        summary: "Peserta dapat menyelesaikan rekonsiliasi dari kantornya sendiri.",
        theme: "ekonomi-dan-keuangan-negara",
        place: "",
        days: 17,
        hours: (13, 15),
        zone: Zone::Wita,
        seats: None,
        regions: &["76"],
        kind: Kind::Open,
    },
    Sample {
        agency: "bps",
        title: "Membaca data kemiskinan untuk perencana",
        summary: "Peserta dapat memilih angka yang tepat untuk dokumen perencanaan.",
        theme: "data-dan-statistik",
        place: "",
        days: 6,
        hours: (10, 12),
        zone: Zone::Wib,
        seats: Some(1_000),
        regions: &[],
        kind: Kind::Open,
    },
    Sample {
        agency: "kemenag.7602",
        title: "Moderasi beragama dalam pelayanan sehari-hari",
        summary: "Peserta berlatih menjawab tiga keadaan yang sering terjadi di loket.",
        theme: "pelayanan-publik",
        place: "Aula Kankemenag Kabupaten Mamuju",
        days: 8,
        hours: (8, 11),
        zone: Zone::Wita,
        seats: Some(60),
        regions: &["76.02"],
        kind: Kind::Open,
    },
    Sample {
        agency: "atr-bpn.kanwil-sulbar",
        title: "Sertifikat tanah instansi: dari berkas sampai terbit",
        summary: "Peserta tahu syarat, urutan, dan waktu penyertifikatan tanah pemerintah.",
        theme: "pertanahan",
        place: "",
        days: 20,
        hours: (9, 11),
        zone: Zone::Wita,
        seats: Some(200),
        regions: &["76"],
        kind: Kind::Open,
    },
    Sample {
        agency: "pemda.76",
        title: "Menulis surat dinas yang langsung dimengerti",
        summary: "Peserta memperbaiki satu surat miliknya sendiri.",
        theme: "pelayanan-publik",
        place: "",
        days: 14,
        hours: (9, 10),
        zone: Zone::Wita,
        seats: None,
        regions: &["76"],
        kind: Kind::OpenToPublic,
    },
    Sample {
        agency: "bpom.bpom-mamuju",
        title: "Jajanan aman di sekitar kantor dan sekolah",
        summary: "Peserta mengenali label, izin edar, dan cara melapor.",
        theme: "kesehatan",
        place: "",
        days: 9,
        hours: (13, 14),
        zone: Zone::Wita,
        seats: Some(150),
        regions: &["76.02"],
        kind: Kind::OpenToPublic,
    },
    Sample {
        agency: "kejaksaan.kejari-mamuju",
        title: "Jaga dana kegiatan: celah yang sering terjadi",
        summary: "Peserta mengenali lima celah dan cara menutupnya.",
        theme: "hukum",
        place: "",
        days: 24,
        hours: (9, 11),
        zone: Zone::Wita,
        seats: Some(250),
        regions: &["76"],
        kind: Kind::Open,
    },
    Sample {
        agency: "bps.sulbar",
        title: "Klinik data: tabel yang dapat dipakai ulang",
        summary: "Peserta merapikan satu tabel kantornya.",
        theme: "data-dan-statistik",
        place: "",
        days: 5,
        hours: (14, 16),
        zone: Zone::Wita,
        seats: Some(80),
        regions: &["76"],
        kind: Kind::Open,
    },
    Sample {
        agency: "pemda.91",
        title: "Pelayanan perizinan lintas distrik",
        summary: "Peserta menyusun alur izin satu hari bersama tetangganya.",
        theme: "pelayanan-publik",
        place: "",
        days: 11,
        hours: (9, 11),
        zone: Zone::Wit,
        seats: Some(120),
        regions: &["91"],
        kind: Kind::Open,
    },
];

/// Adds what is missing; answers how many were added. Offices that are not in the directory are left out.
pub async fn activities(app: &App) -> Outcome<usize> {
    let mut added = 0;
    for sample in SAMPLES {
        let Ok(agency) = lookup::agency(app.db(), sample.agency).await else { continue };
        if queries::is_titled(app.db(), &agency.id, sample.title).await? {
            continue;
        }
        add(app, sample).await?;
        added += 1;
    }
    app.ring();
    Ok(added)
}

async fn add(app: &App, sample: &Sample) -> Outcome<()> {
    let lineage = lookup::lineage(app.db(), sample.agency).await?;
    let actor = coordinator(app, sample).await?;
    let proof = policy::draftable(&actor, sample.agency, &lineage)?;
    let maker = Maker { person_id: &actor.id, proof: &proof, now: app.now(), cloned_from: None };
    let mut tx = app.db().begin().await?;
    let id = actions::insert(&mut tx, &draft(sample, app.now()), &maker).await?;
    tx.commit().await?;
    if matches!(sample.kind, Kind::Draft) {
        return Ok(());
    }
    let proof = policy::publishable(policy::editable(&actor, load::hosted(app.db(), &id).await?)?, app.now())?;
    let mut tx = app.db().begin().await?;
    if activity::queries::publish(&mut tx, &proof, &actor.id, app.now()).await? {
        outbox::publish(&mut tx, app.now(), &id, &ActivityPublished { activity_id: id.clone() }).await?;
    }
    tx.commit().await
}

/// Whoever coordinates the office, or nobody in particular.
async fn coordinator(app: &App, sample: &Sample) -> Outcome<Actor> {
    let holders = lookup::duty_holders(app, &["pengelola"], sample.agency).await?;
    let id = holders.first().map_or_else(|| "demo".to_owned(), |it| it.id.clone());
    Ok(Actor {
        id,
        name: String::new(),
        home: sample.agency.to_owned(),
        zone: sample.zone.name().to_owned(),
        labels: Vec::new(),
        duties: vec![Duty { kind: "pengelola".to_owned(), node: sample.agency.to_owned() }],
        way: Way::Token { id: "demo".to_owned(), scopes: Vec::new() },
    })
}

fn draft(sample: &Sample, now: i64) -> Draft {
    let day = sample.zone.civil(now + sample.days * kernel::clock::DAY).date();
    let at = |hour: i8| sample.zone.moment(day, jiff::civil::time(hour, 0, 0, 0));
    let is_open_to_public = matches!(sample.kind, Kind::OpenToPublic);
    let regions: Vec<String> = sample.regions.iter().map(|it| (*it).to_owned()).collect();
    let starts_at = at(sample.hours.0);
    Draft {
        title: sample.title.to_owned(),
        summary: sample.summary.to_owned(),
        theme: sample.theme.to_owned(),
        form: "sosialisasi".to_owned(),
        mode: if sample.place.is_empty() { "online" } else { "onsite" }.to_owned(),
        starts_at,
        ends_at: at(sample.hours.1),
        zone: sample.zone,
        place: sample.place.to_owned(),
        meeting_link: if sample.place.is_empty() { "https://rapat.example/guyub".to_owned() } else { String::new() },
        contact: "Panitia (contoh)".to_owned(),
        seats: sample.seats,
        audience: audience::labels(&[], &regions, is_open_to_public),
        is_open_to_public,
        listed: "public".to_owned(),
        registration_closes_at: None,
        minimum_share: DEFAULT_SHARE,
        agenda: vec![
            AgendaItem { starts_at, title: "Pembukaan".to_owned(), speaker: String::new() },
            AgendaItem {
                starts_at: starts_at + 15 * kernel::clock::MINUTE,
                title: "Paparan dan tanya jawab".to_owned(),
                speaker: "Contoh Narasumber, S.E.".to_owned(),
            },
        ],
        speakers: vec![Speaker {
            name: "Contoh Narasumber, S.E.".to_owned(),
            affiliation: "Narasumber rekaan".to_owned(),
            role: "narasumber".to_owned(),
        }],
    }
}
