//! Every defect of the fixtures meets the verdict that its first column promises.

use super::*;

fn assert_verdicts(file: &[u8], expected: &[(&str, &str)]) {
    let (header, rows) = table(file);
    PersonRow::COLUMNS.check(&header).expect("all columns");
    let defect = header.position("cacat").expect("the defect is named");
    let mut seen = Seen::default();
    let found: Vec<(String, String)> =
        rows.iter().map(|row| (row.cell(defect).to_owned(), verdict(&header, row, &mut seen))).collect();

    let found: Vec<(&str, &str)> = found.iter().map(|(defect, verdict)| (defect.as_str(), verdict.as_str())).collect();
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found, expected);
    }
}

#[test]
fn bad_rows_are_refused_or_forgiven_as_their_defect_deserves() {
    assert_verdicts(
        include_bytes!("../../../../fixtures/pegawai-buruk.csv"),
        &[
            ("nip-17-digit", "import-nip-length"),
            ("nip-19-digit", "import-nip-length"),
            ("nip-huruf-O-untuk-nol", "import-nip-letter-for-digit"),
            ("nip-huruf-l-untuk-satu", "import-nip-letter-for-digit"),
            ("nip-kosong", "import-nip-missing"),
            ("nip-berspasi (sah setelah dinormalkan)", "new"),
            ("nip-bertitik (sah setelah dinormalkan)", "new"),
            ("nip-petik-tunggal-di-depan (teks Excel)", "new"),
            ("nip-notasi-ilmiah", "import-nip-scientific"),
            ("nip-notasi-ilmiah-koma", "import-nip-scientific"),
            ("nip-dibulatkan-Excel-15-digit (serial 000)", "import-nip-rounded"),
            ("nip-bulan-lahir-13", "new, look at import-nip-birth-date"),
            ("nip-tanggal-lahir-31-Februari", "new, look at import-nip-birth-date"),
            ("nip-29-Februari-bukan-kabisat", "new, look at import-nip-birth-date"),
            ("nip-tanggal-lahir-00", "new, look at import-nip-birth-date"),
            ("nip-bulan-tmt-00", "import-nip-kind"),
            ("nip-digit-13-14-bukan-PNS-atau-PPPK (13)", "import-nip-kind"),
            ("nip-PPPK-kontrak-0 (digit 13-14 = 20)", "import-nip-kind"),
            ("nip-jenis-kelamin-0", "import-nip-sex"),
            ("nip-jenis-kelamin-3", "import-nip-sex"),
            ("nip-tmt-sebelum-lahir", "new, look at import-nip-appointed-early"),
            ("nip-tmt-di-masa-depan (2031)", "new, look at import-nip-appointed-future"),
            ("nip-umur-di-bawah-15", "new, look at import-nip-too-young, import-nip-appointed-early"),
            ("nip-umur-di-atas-100", "new, look at import-nip-too-old"),
            ("nip-ganda-pertama", "new"),
            ("nip-ganda-kedua-nama-berbeda", "import-nip-twice"),
            ("nip-ganda-setelah-dinormalkan", "import-nip-twice"),
            ("baris-ganda-persis", "new"),
            ("baris-ganda-persis", "again"),
            ("nip-lama-9-digit", "import-nip-old"),
            ("nrp-bukan-nip (8 digit)", "import-nip-perhaps-nrp"),
            ("nik-bukan-nip (16 digit, provinsi 00)", "import-nip-nik"),
            ("nip-angka-lebar-penuh (U+FF10..)", "new"),
            ("nip-spasi-tak-terputus-dan-lebar-nol", "new"),
            ("nama-kosong", "import-name-missing"),
            ("nama-hanya-spasi", "import-name-missing"),
            ("nama-tanda-strip", "import-name-missing"),
            ("nama-angka", "import-name-no-letters"),
            ("nama-300-karakter", "import-name-too-long"),
            ("nama-baris-baru-di-dalam-petik", "new"),
            ("nama-memuat-tab", "new"),
            ("nama-gelar-menyatu", "new"),
            ("nama-kapital-semua-spasi-ganda", "new"),
            ("nama-mojibake", "new, look at import-garbled"),
            ("nama-html", "import-name-formula"),
            ("rumus-sama-dengan-cmd", "import-name-formula"),
            ("rumus-plus", "import-name-formula, import-formula"),
            ("rumus-minus", "import-name-formula"),
            ("rumus-at", "import-name-formula"),
            ("rumus-hyperlink-di-surel", "import-formula"),
            ("unit-tidak-dikenal", "import-unit-unknown"),
            ("unit-kosong", "import-unit-missing"),
            ("unit-huruf-besar-dan-spasi", "new"),
            ("unit-nama-bukan-kode", "import-unit-name"),
            ("jabatan-kosong", "new, look at import-position-missing"),
            ("surel-tanpa-at", "import-mail"),
            ("surel-ganda-dengan-baris-lain", "import-mail-twice"),
            ("kolom-kurang", "import-row-short"),
            ("kolom-lebih (gelar berkoma tanpa petik)", "import-row-long"),
            ("baris-kosong-hanya-koma", "blank"),
        ],
    );
}

#[test]
fn semicolons_are_read_like_commas() {
    assert_verdicts(
        include_bytes!("../../../../fixtures/pegawai-titikkoma.csv"),
        &[
            ("dipisah-titik-koma", "new"),
            ("koma-di-dalam-kolom", "new"),
            ("titik-koma-di-dalam-petik", "new"),
            ("petik-di-dalam-petik", "new"),
            ("nip-kutip-rumus-Excel", "new"),
            ("nip-notasi-ilmiah-koma", "import-nip-scientific"),
            ("baris-baru-di-dalam-petik", "new"),
            ("tanpa-cacat-lain", "new"),
        ],
    );
}

#[test]
fn old_windows_files_are_read_without_garbling() {
    let file = include_bytes!("../../../../fixtures/pegawai-cp1252.csv");
    assert_verdicts(
        file,
        &[
            ("cp1252-e-aksen", "new"),
            ("cp1252-apostrof-miring (0x92)", "new"),
            ("cp1252-petik-miring (0x93 0x94)", "new"),
            ("cp1252-strip-panjang (0x96)", "new"),
            ("cp1252-spasi-tak-terputus (0xA0)", "new"),
            ("cp1252-elipsis-dan-euro (0x85 0x80)", "new"),
            ("cp1252-hanya-ascii (tanpa cacat)", "new"),
        ],
    );

    let people = people(file);
    assert_eq!(people[0].name.name, "José Contoh Agnès");
    assert_eq!(people[1].name.name, "Nur’aini Contoh");
    assert_eq!(people[3].position.as_deref(), Some("Analis Kebijakan Ahli Muda – Koordinator"));
    assert_eq!(people[4].name.name, "Sitti Contoh");
}

#[test]
fn a_mark_and_windows_line_ends_do_no_harm() {
    let file = include_bytes!("../../../../fixtures/pegawai-bom.csv");
    assert_verdicts(file, &[("bom-dan-crlf", "new"), ("bom-dan-crlf", "new"), ("bom-crlf-dan-baris-baru-di-petik", "new")]);

    let people = people(file);
    assert_eq!(people[1].name.full(), "Nur'aini Contoh, S.Kom.");
    assert_eq!(people[2].name.name, "Contoh Baris CRLF");
    assert_eq!(people.iter().map(|person| person.line).collect::<Vec<_>>(), [2, 3, 4]);
}
