//! Whole files: columns, duplicates, units, the real data.

use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::identity::Identity;

#[test]
fn a_file_without_the_needed_columns_is_refused_whole_and_names_them() {
    let missing = |text: &[u8]| PersonRow::COLUMNS.check(&table(text).0);

    assert_eq!(missing(b"Unit Kerja,NIP,nama lengkap\n").expect_err("refused").args, [("columns", "nama, unit".to_owned())]);
    assert_eq!(missing(b"nip,nip,nama,unit\n").expect_err("refused").key, "import-columns-repeated");
    assert!(missing(b"catatan,UNIT,Nama,NIP\n").is_ok());
}

#[test]
fn spreadsheets_and_empty_files_are_refused_kindly() {
    let fault = |bytes: &[u8]| Fault::from(&Rows::open(bytes).err().expect("refused"));
    let spreadsheet = kernel::sheet::xlsx("Pegawai", &["nip"], [["1".to_owned()]]).expect("fits");

    assert_eq!(fault(&spreadsheet).key, "import-file-binary");
    assert_eq!(fault(b"").key, "import-file-empty");
    let rows: Vec<_> = Rows::open(&b"nip,nama\n1,\"a\n"[..]).expect("readable").collect();
    let unclosed = rows[0].as_ref().map_err(Fault::from).expect_err("refused");
    assert_eq!((unclosed.key, unclosed.args), ("import-row-quote", vec![("line", "2".to_owned())]));
}

#[test]
fn the_later_of_two_rows_is_refused_with_the_line_of_the_first() {
    let file = "nip,nama,unit,surel\n\
        198907072014032919,Nirmala,pemda.76.02,a@b.id\n\
        19890707 201403 2 919, Nirmala ,PEMDA.76.02,A@B.ID\n\
        198907072014032919,Kartika,pemda.76.02,\n\
        198705142011011956,Kartika,pemda.76.02,a@b.id\n";
    let mut seen = Seen::default();

    let met: Vec<_> = people(file.as_bytes()).iter().map(|person| seen.meet(person)).collect();

    assert_eq!(met[0], Ok(Sighting::New));
    assert_eq!(met[1], Ok(Sighting::Again { first: 2 }));
    assert_eq!(met[2], Err(Fault::new("nip", "import-nip-twice").with("line", 2)));
    assert_eq!(met[3], Err(Fault::new("surel", "import-mail-twice").with("line", 2)));
}

#[test]
fn a_row_tells_all_its_faults_at_once() {
    let faults = person_faults("1234,-,,Guru,tanpa-at,");

    let fields: Vec<&str> = faults.iter().map(|fault| fault.field).collect();
    assert_eq!(fields, ["nip", "nama", "unit", "surel"]);
}

#[test]
fn a_citizens_number_is_never_repeated() {
    let nik = "7602011205870001";

    for cells in
        [format!("{nik},Contoh,pemda.76,,,"), format!("1,Contoh,{nik},{nik},{nik},{nik}"), format!("1,a,x.{nik},+{nik},={nik},")]
    {
        assert!(!format!("{:?}", person_faults(&cells)).contains("7602"), "{cells}");
    }
    let elsewhere = person_faults(&format!("198705142011011905,Contoh {nik},pemda.76,Guru {nik},,"));
    assert_eq!(elsewhere.iter().map(|fault| fault.key).collect::<Vec<_>>(), ["import-nik-in-text", "import-nik-in-text"]);
    let unit = UnitReference::parse(&format!("x.{nik}")).expect("a code by its shape");
    assert!(!format!("{:?}", unit.unknown()).contains("7602"));
}

#[test]
fn a_unit_by_name_or_slip_is_answered_with_its_code() {
    let answer = |text| checked(&UnitReference::parse(text).expect("a unit")).expect_err("no code");

    assert_eq!(answer("kppn mamuju").args[1], ("code", "kemenkeu.djpb.kppn-mamuju".to_owned()));
    assert_eq!(answer("pemda.7602").key, "import-unit-nearest");
    assert_eq!(answer("pemda.7602").args[1], ("code", "pemda.76.02".to_owned()));
    assert_eq!(answer("KPPN Atlantis").key, "import-unit-name-unknown");
}

#[test]
fn phones_are_kept_in_one_form_or_left_out_with_a_warning() {
    let phone = |text: &str| {
        let file = format!("nip,nama,unit,jabatan,telepon\n198705142011011905,Contoh,pemda.76,Guru,{text}\n");
        let person = people(file.as_bytes()).remove(0);
        (person.phone, person.warnings.len())
    };

    assert_eq!(phone("0812-3456 7890"), (Some("+6281234567890".to_owned()), 0));
    assert_eq!(phone("(+62) 812.3456.7890"), (Some("+6281234567890".to_owned()), 0));
    assert_eq!(phone("6.28123E+12"), (None, 1));
    assert_eq!(phone(""), (None, 0));
}

#[test]
fn regions_and_agencies_say_which_cell_is_wrong() {
    let (header, rows) = table(b"kode,nama,jenis,induk,zona\n11.1,Aceh,propinsi,,WIB\n76.02,Kabupaten Mamuju,kabupaten,75,GMT\n");
    let fields = |row| RegionRow::read(&header, row).expect_err("refused").iter().map(|fault| fault.field).collect::<Vec<_>>();
    assert_eq!(fields(&rows[0]), ["kode", "jenis"]);
    assert_eq!(fields(&rows[1]), ["induk", "zona"]);

    let (header, rows) =
        table(b"kode,induk,jenis,nama,wilayah,satker\nBPS,bps,lembaga,,31,12\nBPS.Sulbar,bps,kanwil,BPS Sulbar,76,\n");
    let faults = AgencyRow::read(&header, &rows[0]).expect_err("refused");
    assert_eq!(faults.iter().map(|fault| fault.field).collect::<Vec<_>>(), ["induk", "nama", "satker"]);
    let office = AgencyRow::read(&header, &rows[1]).expect("accepted");
    assert_eq!((office.code.as_str(), office.parent.as_deref(), office.satker), ("bps.sulbar", Some("bps"), None));
}

#[test]
fn every_row_of_the_real_files_is_accepted() {
    let shared = std::env::var_os("GUYUB_SHARED").map_or_else(|| PathBuf::from("../../../shared"), PathBuf::from).join("data");
    let Ok(regions) = std::fs::read(shared.join("wilayah.csv")) else {
        eprintln!("skipped: no data in {}; set GUYUB_SHARED", shared.display());
        return;
    };
    let agencies = std::fs::read(shared.join("instansi.csv")).expect("beside the regions");
    let sample = std::fs::read(shared.join("pegawai-contoh.csv")).expect("beside the regions");

    let (header, rows) = table(&regions);
    assert_eq!(rows.iter().filter(|row| RegionRow::read(&header, row).is_ok()).count(), 552);
    let (header, rows) = table(&agencies);
    assert_eq!(rows.iter().filter(|row| AgencyRow::read(&header, row).is_ok()).count(), 2756);
    let mut seen = Seen::default();
    let people = people(&sample);
    assert_eq!(people.len(), 2000);
    for person in people {
        assert_eq!((seen.meet(&person), person.warnings.as_slice()), (Ok(Sighting::New), &[][..]), "line {}", person.line);
        assert!(!person.name.name.contains(','));
        assert_ne!(person.identity, Identity::None);
    }
}

proptest! {
    #[test]
    fn any_cells_have_an_answer(cells in proptest::collection::vec("\\PC{0,30}|[=+@\t\r\n;,\"'0-9. -]{0,20}", 0..8)) {
        let names = ["nip", "nama", "unit", "surel", "kode", "jenis", "induk", "zona", "wilayah", "satker"];
        let header = Header::of(&Row { line: 1, cells: names.map(String::from).to_vec() });
        let row = Row { line: 2, cells };

        let _ = PersonRow::read(&header, &row, TODAY);
        let _ = AgencyRow::read(&header, &row);
        let _ = RegionRow::read(&header, &row);
    }
}
