//! What files are by their content, and which are refused.

use proptest::prelude::*;
use store::{
    Depot, Kind, Place, Refusal,
    testing::{HTML, PDF, SVG, packed, png, pptx, types},
};

fn judged(content: &[u8]) -> Result<Kind, Refusal> {
    let folder = tempfile::tempdir().expect("folder");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime");
    runtime.block_on(async {
        let depot = Depot::open(&Place::Folder(folder.path().join("files")), &folder.path().join("arriving")).expect("depot");
        let mut arriving = depot.receive(1 << 30).await.expect("room");
        arriving.add(content).expect("within bounds");
        arriving.finish().expect("whole").judge().await.expect("read")
    })
}

fn with(before: &[u8], after: &[u8]) -> Vec<u8> {
    [before, after].concat()
}

#[test]
fn what_people_show_is_taken_for_what_it_is() {
    let jpeg = with(
        b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x0b\x08\x00\x10\x00\x10\x01\x00\x00\x00\xff\xda\x00\x02",
        b"\x00\xff\xd9",
    );
    let open = |media: &str| packed(&[("mimetype", media.as_bytes()), ("content.xml", b"<office/>")]);

    assert_eq!(judged(PDF), Ok(Kind::Pdf));
    assert_eq!(judged(&pptx("<p:sld/>")), Ok(Kind::Pptx));
    assert_eq!(judged(&packed(&[("[Content_Types].xml", &types("wordprocessingml.document.main+xml"))])), Ok(Kind::Docx));
    assert_eq!(judged(&packed(&[("[Content_Types].xml", &types("spreadsheetml.sheet.main+xml"))])), Ok(Kind::Xlsx));
    for kind in [Kind::Odp, Kind::Odt, Kind::Ods] {
        assert_eq!(judged(&open(kind.media_type())), Ok(kind));
    }
    assert_eq!(judged(&png(1, 1, b"")), Ok(Kind::Png));
    assert_eq!(judged(&jpeg), Ok(Kind::Jpeg));
    assert_eq!(judged(&with(&jpeg, b"what a camera adds")), Ok(Kind::Jpeg));
}

#[test]
fn what_could_run_in_a_browser_is_refused_whatever_it_is_called() {
    for active in [HTML, SVG, b"\xef\xbb\xbf \n<?xml version=\"1.0\"?><a/>", b"Halo <script>alert(1)</script>"] {
        assert_eq!(judged(active), Err(Refusal::Active));
    }
    assert_eq!(judged(&with(b"%PDF-1.7\n", HTML)), Err(Refusal::Active), "HTML that calls itself PDF");
    assert_eq!(judged(b""), Err(Refusal::Empty));
    assert_eq!(judged(b"MZ\x90\x00"), Err(Refusal::Unknown));
    assert_eq!(judged(b"PK\x03\x04 and nothing more"), Err(Refusal::Damaged));
    assert_eq!(judged(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(Refusal::Old));
    assert_eq!(judged(&packed(&[("catatan.txt", b"halo")])), Err(Refusal::Unknown), "any packed file");
}

#[test]
fn two_files_in_one_are_refused() {
    let slides = pptx("<p:sld/>");

    assert_eq!(judged(&with(PDF, &slides)), Err(Refusal::Mixed), "packed behind PDF");
    assert_eq!(judged(&with(PDF, HTML)), Err(Refusal::Active));
    assert_eq!(judged(&with(PDF, b"and more")), Err(Refusal::Mixed));
    assert_eq!(judged(&png(1, 1, &slides)), Err(Refusal::Mixed));
    assert_eq!(judged(&png(1, 1, HTML)), Err(Refusal::Mixed));
    assert_eq!(judged(&with(b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x10\x00\x10\x01\x00\x00\x00", &slides)), Err(Refusal::Mixed));
    assert_eq!(judged(&with(&slides, PDF)), Err(Refusal::Damaged), "PDF behind packed: no end of its own");
    let mut behind_own_end = slides.clone();
    let end = behind_own_end.len();
    behind_own_end[end - 2..].copy_from_slice(&(PDF.len() as u16).to_le_bytes());
    assert_eq!(judged(&with(&behind_own_end, PDF)), Err(Refusal::Mixed), "PDF as the remark of packed");
    let hidden = with(b"PK\x03\x04", &slides);
    assert_eq!(judged(&hidden), Err(Refusal::Mixed), "something stands in front");
}

#[test]
fn what_unpacks_to_far_more_is_refused_without_being_unpacked() {
    let zeros = vec![0; 24 << 20];
    let parts: Vec<_> = (0..40).map(|it| format!("ppt/media/{it}.bin")).collect();
    let mut bomb = vec![("[Content_Types].xml", types("presentationml.presentation.main+xml"))];
    bomb.extend(parts.iter().take(1).map(|it| (it.as_str(), zeros.clone())));
    let bomb: Vec<_> = bomb.iter().map(|it| (it.0, &it.1[..])).collect();
    assert_eq!(judged(&packed(&bomb)), Err(Refusal::Bomb));

    let mut lying = pptx(&"a".repeat(1 << 20));
    let size = (1_u32 << 20).to_le_bytes();
    while let Some(at) = lying.windows(4).position(|it| it == size) {
        lying[at..at + 4].copy_from_slice(&9_u32.to_le_bytes());
    }
    assert_eq!(judged(&lying), Err(Refusal::Bomb), "it says nine bytes and unpacks to a million");

    let names: Vec<_> = (0..10_001).map(|it| it.to_string()).collect();
    let many: Vec<_> = names.iter().map(|it| (it.as_str(), &b""[..])).collect();
    assert_eq!(judged(&packed(&many)), Err(Refusal::Bomb));
    assert_eq!(judged(&png(60_000, 60_000, b"")), Err(Refusal::Bomb), "a picture of 3.600 million points");
    assert_eq!(judged(&pptx("<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\">]><a/>")), Err(Refusal::Bomb), "entities multiply");
}

#[test]
fn entries_that_share_their_bytes_are_refused() {
    let mut overlapping = packed(&[("a", b"satu"), ("b", b"dua")]);
    let second = overlapping.windows(4).rposition(|it| it == b"PK\x01\x02").expect("two entries");
    overlapping[second + 42..second + 46].copy_from_slice(&0_u32.to_le_bytes());

    assert_eq!(judged(&overlapping), Err(Refusal::Bomb));
}

#[test]
fn macros_passwords_and_ways_out_are_refused() {
    let parts = |name| packed(&[("[Content_Types].xml", &types("spreadsheetml.sheet.main+xml")), (name, b"x")]);

    assert_eq!(judged(&parts("xl/vbaProject.bin")), Err(Refusal::Macros));
    let enabled = b"<Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>";
    assert_eq!(judged(&packed(&[("[Content_Types].xml", enabled)])), Err(Refusal::Macros));
    for out in ["../../etc/passwd", "/etc/passwd", "xl\\..\\a"] {
        assert_eq!(judged(&parts(out)), Err(Refusal::Damaged), "{out}");
    }
    let mut locked = parts("xl/a.xml");
    let last = locked.windows(4).rposition(|it| it == b"PK\x01\x02").expect("an entry");
    locked[last + 8] |= 1;
    assert_eq!(judged(&locked), Err(Refusal::Old));
    let mut broken = pptx("<p:sld>isi yang cukup panjang</p:sld>");
    let at = broken.windows(2).rposition(|it| it == b"PK").expect("an end") - 60;
    broken[at - 80] ^= 0xff;
    assert!(judged(&broken).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_damaged_file_is_never_taken_for_another_kind(cut in 0_usize..40, at in 0_usize..400, byte: u8, chosen in 0_usize..3) {
        let (mut file, kind) =
            [(PDF.to_vec(), Kind::Pdf), (pptx("<p:sld/>"), Kind::Pptx), (png(3, 3, b""), Kind::Png)][chosen].clone();
        let at = at % file.len();
        file[at] = byte;
        file.truncate(file.len().saturating_sub(cut));

        if let Ok(found) = judged(&file) {
            prop_assert_eq!(found, kind);
        }
    }
}
