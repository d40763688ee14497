//! Imports of the real files: every region and agency of the country, two thousand people, and every defect met in practice.

use std::path::PathBuf;

use directory::{
    import::{self, ImportRequest, Kind, Mode, Progress, Source},
    lookup,
};
use kernel::App;

use crate::{both, input};

async fn keep(app: &App, kind: Kind, path: PathBuf) -> Progress {
    let file_name = path.file_name().unwrap().to_string_lossy().into_owned();
    let request = ImportRequest { kind, mode: Mode::Keep, file_name, source: Source::Path(path), by: None };
    import::run(app, request, |_| ()).await.unwrap()
}

/// `None` when the real input is not there.
async fn country(app: &App) -> Option<()> {
    let (regions, agencies) = (keep(app, Kind::Regions, input("wilayah.csv")?).await, input("instansi.csv")?);
    assert_eq!((regions.created, regions.refused), (552, 0));
    let agencies = keep(app, Kind::Agencies, agencies).await;
    assert_eq!((agencies.created, agencies.refused), (2_756, 0));
    Some(())
}

#[tokio::test]
async fn the_country_and_two_thousand_people_come_in_once() {
    both(async |app| {
        let (Some(()), Some(people)) = (country(&app).await, input("pegawai-contoh.csv")) else { return };

        let first = keep(&app, Kind::People, people.clone()).await;
        let second = keep(&app, Kind::People, people).await;

        assert_eq!([first.created, first.changed, first.unchanged, first.refused], [2_000, 0, 0, 0]);
        assert_eq!([second.created, second.changed, second.unchanged, second.refused], [0, 0, 2_000, 0]);
        let lineage = lookup::lineage(app.db(), "kemenkeu.djpb.kppn-mamuju").await.unwrap();
        assert_eq!(lineage.len(), 5);
        let found = lookup::search_agencies(app.db(), "kota bau-bau", 3).await.unwrap();
        assert!(found.iter().any(|it| it.name.contains("Bau Bau")), "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn every_defect_is_accepted_after_cleaning_or_refused_with_its_reason() {
    both(async |app| {
        if country(&app).await.is_none() {
            return;
        }
        for name in ["pegawai-buruk.csv", "pegawai-titikkoma.csv", "pegawai-cp1252.csv", "pegawai-bom.csv"] {
            let Some(path) = input(name) else { return };

            let done = keep(&app, Kind::People, path.clone()).await;
            let again = keep(&app, Kind::People, path).await;

            assert!(done.created > 0, "{name}: {done:?}");
            assert_eq!(done.refusal, None, "{name}");
            let settled = done.created + done.changed + done.unchanged + done.refused;
            assert!(settled <= done.rows_read && settled + 3 >= done.rows_read, "{name}: {done:?}");
            assert_eq!((again.created, again.changed, again.refused), (0, 0, done.refused), "{name}");
            let refused = import::faults(app.db(), &done.id, 200).await.unwrap();
            assert!(refused.iter().all(|row| !row.remarks.is_empty()));
        }
    })
    .await;
}
