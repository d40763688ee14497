//! A small world for stories: a corner of Sulawesi Barat with its offices and people. Not part of the product.

use std::sync::LazyLock;

use argon2::{Argon2, PasswordHasher};
use axum::Router;
use kernel::{App, Outcome, db::NONE, id, testing::Browser};
use serde_json::json;

use crate::{account, account::published::DutyGiven, agency, import::rows::UnitReference, lookup, person, region};

/// Everybody's.
pub const PASSWORD: &str = "kata sandi uji";

/// Coordinator (pengelola) of KPPN Mamuju.
pub const COORDINATOR_KPPN: &str = "198402132009121901";
/// Coordinator (pengelola) of BPS Provinsi Sulawesi Barat.
pub const COORDINATOR_BPS: &str = "198606302010122902";
/// Head (pimpinan) of KPPN Mamuju.
pub const HEAD_KPPN: &str = "197510012000031903";
/// Administrator of the nation, placed at Kemenkeu.
pub const ADMIN: &str = "198001012005011904";
pub const STAFF_KPPN: &str = "199001012015031905";
pub const STAFF_KPPN_OTHER: &str = "199102022016032906";
/// At BPS Kabupaten Mamuju.
pub const STAFF_BPS: &str = "199203032017031907";
/// At BNN Provinsi Sulawesi Barat.
pub const STAFF_BNN: &str = "199304042018032908";
/// At Pemkab Mamuju.
pub const STAFF_PEMDA: &str = "199405052019031909";
/// At Kankemenag Kabupaten Mamuju; a PPPK.
pub const STAFF_KEMENAG: &str = "199506062023212910";
/// At Pemkot Makassar, outside the province.
pub const OUTSIDER: &str = "199607072020121911";

const REGIONS: &[(&str, &str, &str, Option<&str>, &str)] = &[
    ("31", "DKI Jakarta", "provinsi", None, "WIB"),
    ("73", "Sulawesi Selatan", "provinsi", None, "WITA"),
    ("76", "Sulawesi Barat", "provinsi", None, "WITA"),
    ("73.71", "Kota Makassar", "kota", Some("73"), "WITA"),
    ("76.01", "Kabupaten Pasangkayu", "kabupaten", Some("76"), "WITA"),
    ("76.02", "Kabupaten Mamuju", "kabupaten", Some("76"), "WITA"),
    ("76.03", "Kabupaten Mamasa", "kabupaten", Some("76"), "WITA"),
    ("76.04", "Kabupaten Polewali Mandar", "kabupaten", Some("76"), "WITA"),
    ("76.05", "Kabupaten Majene", "kabupaten", Some("76"), "WITA"),
    ("76.06", "Kabupaten Mamuju Tengah", "kabupaten", Some("76"), "WITA"),
];

/// Code, parent, kind, name, short name, region.
type Office = (&'static str, Option<&'static str>, &'static str, &'static str, &'static str, &'static str);

const AGENCIES: &[Office] = &[
    ("kemenkeu", None, "kementerian", "Kementerian Keuangan", "Kemenkeu", "31"),
    ("kemenkeu.djpb", Some("kemenkeu"), "unit-eselon-1", "Direktorat Jenderal Perbendaharaan", "DJPb", "31"),
    (
        "kemenkeu.djpb.kanwil-sulbar",
        Some("kemenkeu.djpb"),
        "kanwil",
        "Kantor Wilayah Direktorat Jenderal Perbendaharaan Provinsi Sulawesi Barat",
        "Kanwil DJPb Provinsi Sulawesi Barat",
        "76",
    ),
    (
        "kemenkeu.djpb.kppn-mamuju",
        Some("kemenkeu.djpb.kanwil-sulbar"),
        "kantor",
        "Kantor Pelayanan Perbendaharaan Negara Mamuju",
        "KPPN Mamuju",
        "76.02",
    ),
    ("bps", None, "lembaga", "Badan Pusat Statistik", "BPS", "31"),
    ("bps.sulbar", Some("bps"), "kanwil", "Badan Pusat Statistik Provinsi Sulawesi Barat", "BPS Provinsi Sulawesi Barat", "76"),
    ("bps.7602", Some("bps.sulbar"), "kantor", "Badan Pusat Statistik Kabupaten Mamuju", "BPS Kabupaten Mamuju", "76.02"),
    ("bnn", None, "lembaga", "Badan Narkotika Nasional", "BNN", "31"),
    ("bnn.sulbar", Some("bnn"), "kanwil", "Badan Narkotika Nasional Provinsi Sulawesi Barat", "BNNP Sulbar", "76"),
    ("pemda.76.02", None, "pemda-kabkota", "Pemerintah Kabupaten Mamuju", "Pemkab Mamuju", "76.02"),
    ("pemda.73.71", None, "pemda-kabkota", "Pemerintah Kota Makassar", "Pemkot Makassar", "73.71"),
    ("kemenag", None, "kementerian", "Kementerian Agama", "Kemenag", "31"),
    (
        "kemenag.7602",
        Some("kemenag"),
        "kantor",
        "Kantor Kementerian Agama Kabupaten Mamuju",
        "Kankemenag Kabupaten Mamuju",
        "76.02",
    ),
];

const PEOPLE: &[(&str, &str, &str, &str, &str)] = &[
    (COORDINATOR_KPPN, "Rina Contoh Wulandari", "S.E., M.M.", "Pranata Keuangan APBN Mahir", "kemenkeu.djpb.kppn-mamuju"),
    (COORDINATOR_BPS, "Nur Aini Contoh", "S.ST.", "Statistisi Ahli Muda", "bps.sulbar"),
    (HEAD_KPPN, "Sahrul Contoh", "S.E., M.Ak.", "Kepala Kantor", "kemenkeu.djpb.kppn-mamuju"),
    (ADMIN, "Ayu Contoh Prameswari", "S.Kom.", "Pranata Komputer Ahli Madya", "kemenkeu"),
    (STAFF_KPPN, "Bagus Contoh Setiawan", "A.Md.", "Pengelola Perbendaharaan", "kemenkeu.djpb.kppn-mamuju"),
    (STAFF_KPPN_OTHER, "Dewi Contoh Lestari", "S.E.", "Analis Perbendaharaan", "kemenkeu.djpb.kppn-mamuju"),
    (STAFF_BPS, "Hamzah Contoh", "S.Stat.", "Statistisi Ahli Pertama", "bps.7602"),
    (STAFF_BNN, "Sitti Contoh Rahmah", "S.Psi.", "Penyuluh Narkoba Ahli Pertama", "bnn.sulbar"),
    (STAFF_PEMDA, "Muh. Aras Contoh", "S.Sos.", "Analis Kebijakan Ahli Pertama", "pemda.76.02"),
    (STAFF_KEMENAG, "Nurhayati Contoh", "S.Ag.", "Penyuluh Agama Ahli Pertama", "kemenag.7602"),
    (OUTSIDER, "Andi Contoh Mattalatta", "S.IP.", "Arsiparis Ahli Pertama", "pemda.73.71"),
];

const DUTIES: &[(&str, &str, &str)] = &[
    (COORDINATOR_KPPN, "pengelola", "kemenkeu.djpb.kppn-mamuju"),
    (COORDINATOR_BPS, "pengelola", "bps.sulbar"),
    (HEAD_KPPN, "pimpinan", "kemenkeu.djpb.kppn-mamuju"),
    (ADMIN, "admin", "*"),
];

/// Weak on purpose: stories must not wait for it.
static HASH: LazyLock<String> = LazyLock::new(|| {
    let params = argon2::Params::new(8, 1, 1, None).expect("small parameters");
    let hasher = Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    hasher.hash_password(PASSWORD.as_bytes()).expect("a hash").to_string()
});

/// Brings the small world into an empty database.
pub async fn sulbar(app: &App) {
    build(app).await.expect("the small world");
}

/// A browser with a session of the person with this NIP.
pub async fn sign_in(app: &App, router: &Router, nip: &str) -> Browser {
    let secret = account::testing::session_of(app, &person_id(app, nip).await).await.expect("a session");
    let mut browser = Browser::new(router);
    browser.set_cookie("guyub", &secret);
    browser
}

/// The id of the person with this NIP.
pub async fn person_id(app: &App, nip: &str) -> String {
    let people = lookup::people_by_nip(app.db(), &[nip.to_owned()]).await.expect("people");
    people.get(nip).unwrap_or_else(|| panic!("nobody has the number {nip}")).id.clone()
}

/// Gives a duty without asking anybody.
pub async fn give_duty(app: &App, person_id: &str, kind: &str, agency_id: &str) {
    let duty = DutyGiven {
        duty_id: id::fresh(),
        person_id: person_id.to_owned(),
        kind: kind.to_owned(),
        agency_id: agency_id.to_owned(),
        ends_at: None,
        delegated_from: None,
    };
    let mut tx = app.db().begin().await.expect("a transaction");
    account::duty::actions::grant(&mut tx, &duty, (None, ""), app.now()).await.expect("the duty");
    tx.commit().await.expect("the commit");
}

/// Takes all duties of a person away.
pub async fn end_duties(app: &App, person_id: &str) {
    let mut tx = app.db().begin().await.expect("a transaction");
    account::testing::end_duties(&mut tx, person_id, app.now()).await.expect("the end");
    tx.commit().await.expect("the commit");
}

/// So many more offices below an agency, in its region.
pub async fn offices(app: &App, parent: &str, many: usize) {
    let above = lookup::agency(app.db(), parent).await.expect("the parent");
    let ids: Vec<String> = (0..many).map(|n| format!("{parent}.contoh-{n:04}")).collect();
    let row = |id: &String| {
        json!([id, parent, "kantor", format!("Kantor {id}"), id, agency::search_name(id, "", id), above.region_id, null])
    };
    let rows: Vec<_> = ids.iter().map(row).collect();
    let mut tx = app.db().begin().await.expect("a transaction");
    tx.run(agency::queries::ADD, [json!(rows).into(), app.now().into()]).await.expect("the offices");
    tx.run(agency::queries::DRAW_LINEAGE, [lookup::list(&ids)]).await.expect("their lineages");
    tx.run(agency::queries::GROW_TREE, NONE).await.expect("the tree's version");
    tx.commit().await.expect("the commit");
}

/// An agency by another name, as after an import.
pub async fn rename(app: &App, id: &str, name: &str) {
    let it = lookup::agency(app.db(), id).await.expect("the agency");
    let row = json!([[id, it.parent_id, it.kind, name, name, agency::search_name(name, name, id), it.region_id, null]]);
    let mut tx = app.db().begin().await.expect("a transaction");
    tx.run(agency::queries::CHANGE, [row.into()]).await.expect("the new name");
    tx.run(agency::queries::GROW_TREE, NONE).await.expect("the tree's version");
    tx.commit().await.expect("the commit");
}

/// Ends an agency, whose successor stands for it from then on.
pub async fn merge(app: &App, agency_id: &str, successor_id: Option<&str>) {
    let mut tx = app.db().begin().await.expect("a transaction");
    tx.run(agency::queries::END, [app.now().into(), successor_id.into(), agency_id.into()]).await.expect("the end");
    tx.run(agency::queries::GROW_TREE, NONE).await.expect("the tree's version");
    tx.commit().await.expect("the commit");
}

/// So many more people in a unit, without numbers to tell apart at sight and without a way in.
pub async fn crowd(app: &App, agency_id: &str, many: usize) {
    let row = |n: usize| {
        let nip = format!("19850101201001{}{:03}", 1 + n / 999, 1 + n % 999);
        let name = format!("Pegawai {n:04} Contoh");
        json!([id::fresh(), "nip", nip, "", name, "", person::search_name(&name), "Analis", agency_id, null, ""])
    };
    let rows: Vec<_> = (0..many).map(row).collect();
    let mut tx = app.db().begin().await.expect("a transaction");
    tx.run(person::queries::ADD, [json!(rows).into(), app.now().into()]).await.expect("the crowd");
    tx.commit().await.expect("the commit");
}

async fn build(app: &App) -> Outcome<()> {
    let now = app.now();
    let ids: Vec<&str> = AGENCIES.iter().map(|it| it.0).collect();
    let mut tx = app.db().begin().await?;
    let regions: Vec<_> = REGIONS.iter().map(|it| json!([it.0, it.1, it.2, it.3, it.4, UnitReference::folded(it.1)])).collect();
    tx.run(region::queries::UPSERT, [json!(regions).into()]).await?;
    let row = |it: &Office| json!([it.0, it.1, it.2, it.3, it.4, agency::search_name(it.4, it.3, it.0), it.5, null]);
    let agencies: Vec<_> = AGENCIES.iter().map(row).collect();
    tx.run(agency::queries::ADD, [json!(agencies).into(), now.into()]).await?;
    tx.run(agency::queries::DRAW_LINEAGE, [lookup::list(&ids)]).await?;
    tx.commit().await?;
    people(app).await
}

async fn people(app: &App) -> Outcome<()> {
    let now = app.now();
    let mut tx = app.db().begin().await?;
    for (nip, name, after, position, agency) in PEOPLE {
        let id = id::fresh();
        let kind = if &nip[12..14] == "21" { "ni-pppk" } else { "nip" };
        let mail = format!("{}@contoh.go.id.example", name.to_lowercase().replace([' ', '.'], ""));
        let row = json!([[id, kind, nip, "", name, after, person::search_name(name), position, agency, mail, ""]]);
        tx.run(person::queries::ADD, [row.into(), now.into()]).await?;
        let place = json!([[id::fresh(), id, agency, position]]);
        tx.run(person::queries::PLACE, [place.into(), now.into(), None::<String>.into()]).await?;
        account::testing::set_password(&mut tx, &id, &HASH, now).await?;
        for (_, kind, node) in DUTIES.iter().filter(|it| it.0 == *nip) {
            let args = [id::fresh().into(), id.as_str().into(), (*kind).into(), (*node).into(), now.into()];
            tx.run(person::queries::GIVE_DUTY, args).await?;
        }
    }
    tx.commit().await
}
