//! Files that operators bring.

use crate::house::{on_both, utf8};

const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/demo");

#[tokio::test]
async fn whole_files_are_taken_and_taken_again_without_change() {
    on_both(async |house| {
        for (subject, file, sum) in [
            ("regions", "wilayah.csv", "552 regions: 552 new"),
            ("agencies", "instansi.csv", "2756 agencies: 2756 new"),
            ("people", "pegawai.csv", "2000 people: 2000 new"),
        ] {
            let path = format!("{DEMO}/{file}");
            assert!(house.must(&["import", subject, &path, "--dry-run"]).contains("nothing is kept"));
            let out = house.must(&["import", subject, &path]);
            assert!(out.contains(sum), "{out}");
            assert!(house.must(&["import", subject, &path]).contains(" 0 new, 0 changed"));
        }
    })
    .await;
}

#[tokio::test]
async fn refused_rows_come_back_as_a_file_with_the_reason_and_fail_the_command() {
    on_both(async |house| {
        house.must(&["import", "regions", &format!("{DEMO}/wilayah.csv")]);
        let file = house.path("kantor.csv");
        let rows = "a,,kementerian,Kementerian A,A,31,\nb,hilang,kantor,Kantor B,B,31,\n";
        std::fs::write(&file, format!("kode,induk,jenis,nama,singkatan,wilayah,satker\n{rows}")).unwrap();

        let ended = house.run(&["import", "agencies", utf8(&file)]);

        assert_eq!(ended.code, 1);
        assert!(ended.out.contains("2 agencies: 1 new, 0 changed, 0 as before, 1 refused"), "{}", ended.out);
        let refused = std::fs::read_to_string(house.path("kantor.csv.ditolak.csv")).unwrap();
        let lines: Vec<&str> = refused.lines().collect();
        assert_eq!(lines.len(), 2, "{refused}");
        assert!(lines[0].ends_with("wilayah,satker,baris,alasan") && lines[1].starts_with("b,hilang,"), "{refused}");
        assert!(!lines[1].contains("import-"), "a sentence, not its key: {refused}");
    })
    .await;
}
