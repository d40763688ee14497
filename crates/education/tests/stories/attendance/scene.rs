//! What the stories of attendance share: a webinar of 18 November 2026, 09.00-12.00 WIB, as in the meeting reports of the fixtures.

use directory::import::{self, ImportRequest, Kind, Mode, Source};
use kernel::{
    clock::{HOUR, MINUTE},
    db::NONE,
    testing::{Browser, Page},
};

use crate::world::*;

pub(crate) const START: i64 = 1_794_967_200_000;
pub(crate) const END: i64 = START + 3 * HOUR;

/// In the meeting reports by mail and number.
pub(crate) const BUDI: &str = "198501012010011001";
pub(crate) const SITI: &str = "199002022015022002";

/// A webinar in four hours, owned by KPPN Mamuju and open to everyone in Sulawesi Barat, with Budi and Siti among them.
pub(crate) struct Webinar {
    pub(crate) world: World,
    pub(crate) id: String,
    /// The coordinator of KPPN Mamuju.
    pub(crate) owner: Browser,
}

pub(crate) async fn webinar(world: World, changes: &[(&str, &str)]) -> Webinar {
    world.app.clock().move_to(START - 4 * HOUR);
    people(
        &world,
        &format!(
            "{BUDI},Budi Santoso,S.Kom.,Analis,pemda.76.02,Budi@contohkab.go.id\n\
             {SITI},Siti Aminah,S.Pd.,Guru,pemda.76.02,siti.aminah@contohkab.go.id\n"
        ),
    )
    .await;
    let mut owner = world.signed_in(COORDINATOR_KPPN).await;
    let mut fields = vec![("date", "2026-11-18"), ("end", "12.00"), ("zone", "WIB")];
    fields.extend_from_slice(changes);
    let id = published(&mut owner, &fields).await;
    Webinar { world, id, owner }
}

/// Rows of `nip,name,title after,position,unit,mail`.
pub(crate) async fn people(world: &World, rows: &str) {
    let text = format!("nip,nama,gelar_belakang,jabatan,unit,surel\n{rows}");
    let source = Source::Bytes(text.into_bytes());
    let request = ImportRequest { kind: Kind::People, mode: Mode::Keep, file_name: "pegawai.csv".into(), source, by: None };
    let progress = import::run(&world.app, request, |_| ()).await.unwrap();
    assert_eq!((progress.refused, progress.created), (0, rows.lines().count() as i64));
}

impl Webinar {
    pub(crate) fn at(&self, place: &str) -> String {
        format!("/kegiatan/{}/{place}", self.id)
    }

    pub(crate) fn move_to(&self, now: i64) {
        self.world.app.clock().move_to(now);
    }

    /// On another day the owner has signed in again.
    pub(crate) async fn on_another_day(&mut self, now: i64) {
        self.move_to(now);
        self.owner = self.world.signed_in(COORDINATOR_KPPN).await;
    }

    /// A browser of somebody registered.
    pub(crate) async fn registered(&self, nip: &str) -> Browser {
        let mut browser = self.world.signed_in(nip).await;
        browser.post(&self.at("pendaftaran"), &[]).await.expect(200);
        browser
    }

    /// The registration of somebody, as the attendance list has it.
    pub(crate) async fn registration(&self, name: &str) -> String {
        let row = self.row(name).await;
        row["registration_id"].as_str().unwrap().to_owned()
    }

    /// The row of somebody in the attendance list.
    pub(crate) async fn row(&self, name: &str) -> serde_json::Value {
        let page = self.owner.program().get(&self.at("daftar-hadir")).await.expect(200).json();
        let rows = page["rows"].as_array().unwrap();
        let found = rows.iter().find(|it| it["name"].as_str().unwrap().contains(name));
        found.unwrap_or_else(|| panic!("{name} is not in the list: {page}")).clone()
    }

    /// Minutes, share in permille, present.
    pub(crate) async fn count(&self, name: &str) -> (i64, i64, bool) {
        let count = self.row(name).await["count"].clone();
        (count["minutes"].as_i64().unwrap(), count["share"].as_i64().unwrap(), count["is_present"].as_bool().unwrap())
    }

    pub(crate) async fn opens(&mut self, part: &str) {
        let path = self.at("penyaji/presensi");
        self.owner.post(&path, &[("part", part)]).await.expect(303);
    }

    pub(crate) async fn closes(&mut self) {
        let path = self.at("penyaji/presensi");
        self.owner.delete(&path).await.expect(303);
    }

    /// The code on the presenter's screen now.
    pub(crate) async fn code(&self) -> String {
        let page = self.owner.program().get(&self.at("penyaji")).await.expect(200).json();
        page["screen"]["code"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn enters(&self, browser: &mut Browser, code: &str) -> Page {
        browser.post(&self.at("presensi"), &[("kode", code)]).await
    }

    pub(crate) async fn uploads(&mut self, name: &str, content: &[u8]) -> Page {
        self.uploads_with(&[("zona", "WIB")], (name, content)).await
    }

    pub(crate) async fn uploads_with(&mut self, fields: &[(&str, &str)], file: (&str, &[u8])) -> Page {
        let path = self.at("laporan-rapat");
        self.owner.upload(&path, fields, file).await
    }

    pub(crate) async fn reports(&self) -> serde_json::Value {
        self.owner.program().get(&self.at("laporan-rapat")).await.expect(200).json()
    }

    /// How many pieces of evidence there are, and how many of them stand.
    pub(crate) async fn evidence(&self) -> (i64, i64) {
        let sql = "select count(*) as n, count(*) - count(revoked_at) as standing from education_evidence where kind <> 'join'";
        self.world.app.db().one(sql, NONE, |row| Ok((row.get("n")?, row.get("standing")?))).await.unwrap()
    }
}

/// A file of `fixtures/kehadiran`.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/fixtures/kehadiran/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A Zoom report with these participants: name, mail, from and until as `HH:MM:SS`.
pub(crate) fn zoom(rows: &[(&str, &str, &str, &str)]) -> Vec<u8> {
    let mut text = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\r\n".to_owned();
    for (name, mail, from, until) in rows {
        text += &format!("\"{}\",{mail},2026-11-18 {from},2026-11-18 {until},1,Yes\r\n", name.replace('"', "\"\""));
    }
    text.into_bytes()
}

/// Over, with an hour for the paper work.
pub(crate) const AFTERWARDS: i64 = END + HOUR;
pub(crate) const NINE_THIRTY: i64 = START + 30 * MINUTE;
