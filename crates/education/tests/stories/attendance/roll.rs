//! The attendance list as page, print, CSV, XLSX and JSON.

use std::io::Read;

use kernel::db::counted;

use super::scene::*;
use crate::world::*;

const SEAT_GUESTS: &str = "
    insert into education_registration (id, activity_id, guest_name, guest_mail, guest_from, number, registered_at, seated_at, ticket)
    select 'g' || (value ->> 0), $1, value ->> 1, 'tamu' || (value ->> 0) || '@contoh.example', value ->> 2, 100 + cast(value ->> 0 as bigint),
        1, 1, 'tiket' || (value ->> 0)
      from json_each($2)";

impl Webinar {
    /// Guests by name and where they are from.
    async fn guests(&self, guests: &[(String, &str)]) {
        let rows: Vec<_> = guests.iter().enumerate().map(|(n, it)| serde_json::json!([n, it.0, it.1])).collect();
        let mut tx = self.world.app.db().begin().await.unwrap();
        tx.run(SEAT_GUESTS, [self.id.as_str().into(), serde_json::json!(rows).into()]).await.unwrap();
        tx.commit().await.unwrap();
    }
}

async fn counted_webinar(world: World) -> Webinar {
    let mut it = webinar(world, &[]).await;
    it.registered(BUDI).await;
    it.registered(SITI).await;
    it.move_to(AFTERWARDS);
    it.uploads("laporan.csv", &fixture("zoom_webinar_attendee_en")).await.expect(303);
    it
}

#[tokio::test]
async fn owners_see_all_and_filter_by_link() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.guests(&[("Tamu Satu".into(), "Warga")]).await;

        let page = it.owner.get(&it.at("daftar-hadir")).await.expect(200);
        for said in [
            "Budi Santoso, S.Kom.",
            "198501012010011001",
            "Pemkab Mamuju",
            "94,1%",
            "Siti Aminah, S.Pd.",
            "Tamu Satu",
            "Belum dihitung",
        ] {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        let present = it.owner.get(&it.at("daftar-hadir?status=hadir")).await.expect(200);
        assert!(present.has("Budi Santoso") && !present.has("Siti Aminah") && !present.has("Tamu Satu"));
        let absent = it.owner.get(&it.at("daftar-hadir?status=tidak-hadir")).await.expect(200);
        assert!(!absent.has("Budi Santoso") && absent.has("Siti Aminah") && !absent.has("Tamu Satu"));
        it.owner.post(&it.at("daftar-hadir/hitungan"), &[]).await.expect(303);
        assert_eq!(it.count("Tamu Satu").await, (0, 0, false));
        let english = it.owner.get(&it.at("daftar-hadir?bahasa=en")).await.expect(200);
        assert!(english.has("Attendance list") && english.has("Meeting report"), "{}", english.text());
    })
    .await;
}

#[tokio::test]
async fn participants_see_their_own_row_and_nobody_elses() {
    story(async |world| {
        let it = counted_webinar(world).await;
        let mut siti = it.world.signed_in(SITI).await;

        let page = siti.get(&it.at("daftar-hadir?cetak=1")).await.expect(200);

        assert!(page.has("Siti Aminah") && page.has("Tidak hadir") && page.has("8,3%"), "{}", page.text());
        assert!(!page.has("Budi") && !page.has(SITI), "the number is masked");
        let rows = siti.program().get(&it.at("daftar-hadir")).await.expect(200).json();
        assert!(rows["rows"][0]["nip"].as_str().unwrap().starts_with("19900202"));
        assert!(!rows.to_string().contains(SITI));
        siti.get(&it.at("daftar-hadir.csv")).await.expect(403);
        siti.get(&it.at("daftar-hadir.xlsx")).await.expect(403);
        siti.post(&it.at("daftar-hadir/hitungan"), &[]).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn the_printed_sheet_has_the_head_that_offices_expect() {
    story(async |world| {
        let mut it = counted_webinar(world).await;

        let sheet = it.owner.get(&it.at("daftar-hadir?cetak=1")).await.expect(200);

        for said in [
            "Daftar hadir",
            "Inflasi dan APBN: apa yang perlu ASN ketahui",
            "Rabu, 18 November 2026, pukul 09.00–12.00 WIB",
            "Kantor Pelayanan Perbendaharaan Negara Mamuju",
            "1 hadir, 1 tidak hadir, dari 2 peserta",
            "<td>1</td><td>Budi Santoso, S.Kom.</td><td class=\"nowrap\">198501012010011001</td><td>Pemkab Mamuju</td><td>Hadir</td>",
        ] {
            assert!(sheet.has(said), "{said}: {}", sheet.text());
        }
    })
    .await;
}

#[tokio::test]
async fn files_hold_all_rows_and_no_name_is_a_formula_or_a_script() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.guests(&[("=HYPERLINK(\"http://x\")".into(), "@SUM(1)"), ("<script>alert(1)</script>".into(), "a;=b")]).await;

        let page = it.owner.get(&it.at("daftar-hadir")).await.expect(200);
        assert!(!page.has("<script>alert") && page.has("&#60;script&#62;alert"), "{}", page.text());
        let csv = it.owner.get(&it.at("daftar-hadir.csv")).await.expect(200);
        assert!(csv.header("content-disposition").starts_with("attachment; filename=\"daftar-hadir-"));
        let text = csv.text();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
        assert_eq!(lines[0], "No.,Nama,NIP,Instansi,Kehadiran,Menit,Persen,Bukti");
        assert_eq!(lines[1], "1,\"Budi Santoso, S.Kom.\",198501012010011001,Pemkab Mamuju,Hadir,169,\"94,1%\",Laporan rapat");
        assert_eq!(lines[3], "3,\"'=HYPERLINK(\"\"http://x\"\")\",,'@SUM(1),Belum dihitung,,,");
        assert_eq!((lines.len(), lines[5]), (6, ""));

        let file = it.owner.get(&it.at("daftar-hadir.xlsx")).await.expect(200);
        let mut zip = zip_of(&file.body);
        let strings = read(&mut zip, "xl/sharedStrings.xml");
        assert!(
            strings.contains("Budi Santoso, S.Kom.") && strings.contains("=HYPERLINK(&quot;")
                || strings.contains("=HYPERLINK(\"")
        );
        assert!(!read(&mut zip, "xl/worksheets/sheet1.xml").contains("<f>"));
    })
    .await;
}

#[tokio::test]
async fn a_long_list_is_paged_by_key_and_every_page_asks_as_often() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        let path = it.at("daftar-hadir");
        let (_, few) = counted(it.owner.get(&path)).await;
        let names: Vec<(String, &str)> = (0..120).map(|n| (format!("Tamu {n:03}"), "Warga")).collect();
        it.guests(&names).await;

        let (page, many) = counted(it.owner.get(&path)).await;
        let (_, printed) = counted(it.owner.get(&format!("{path}?cetak=1"))).await;

        assert_eq!(many, few);
        assert!(printed <= few, "{printed} statements for the sheet, {few} for the page");
        let (mut seen, mut next) = (0, page.expect(200));
        loop {
            seen += next.text().matches("<th scope=\"row\">").count();
            let text = next.text();
            let Some(address) = text.split("rel=\"next\" href=\"").nth(1).and_then(|it| it.split('"').next()) else { break };
            next = it.owner.get(&address.replace("&#38;", "&")).await.expect(200);
        }
        assert_eq!(seen, 122);
        let csv = it.owner.get(&it.at("daftar-hadir.csv")).await.expect(200).text();
        assert_eq!(csv.matches("\r\n").count(), 123);
        it.owner.get(&format!("{path}?setelah=abc&status=entah")).await.expect(200);
    })
    .await;
}

type Zip = std::collections::HashMap<String, Vec<u8>>;

/// The members of a ZIP file by name; only what an XLSX needs.
fn zip_of(bytes: &[u8]) -> Zip {
    let mut members = Zip::new();
    let mut at = 0;
    let word = |at: usize, n: usize| bytes[at..at + n].iter().rev().fold(0_usize, |sum, it| sum << 8 | usize::from(*it));
    let end = bytes.windows(4).rposition(|it| it == b"PK\x05\x06").unwrap();
    let (count, mut entry) = (word(end + 10, 2), word(end + 16, 4));
    while at < count {
        let (packed, name) = (word(entry + 20, 4), word(entry + 28, 2));
        let (extra, note, local) = (word(entry + 30, 2), word(entry + 32, 2), word(entry + 42, 4));
        let start = local + 30 + word(local + 26, 2) + word(local + 28, 2);
        let title = String::from_utf8(bytes[entry + 46..entry + 46 + name].to_vec()).unwrap();
        members.insert(title, bytes[start..start + packed].to_vec());
        entry += 46 + name + extra + note;
        at += 1;
    }
    members
}

fn read(zip: &mut Zip, name: &str) -> String {
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(&zip[name][..]).read_to_string(&mut text).unwrap();
    text
}
