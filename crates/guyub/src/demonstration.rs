//! The built-in demonstration: real regions and agencies, people who do not exist, a dozen activities. Only for a database without real people.

use directory::{
    demo::{self, GUIDES, PASSWORD},
    import::{self, ImportRequest, Kind, Mode, Source},
};
use kernel::App;

use crate::{
    import as importing,
    trouble::{Done, Trouble, While},
};

const FILES: [(Kind, &str, &[u8]); 3] = [
    (Kind::Regions, "wilayah.csv", include_bytes!("../demo/wilayah.csv")),
    (Kind::Agencies, "instansi.csv", include_bytes!("../demo/instansi.csv")),
    (Kind::People, "pegawai.csv", include_bytes!("../demo/pegawai.csv")),
];

/// Fills the database; changes nothing where that was done before, goes on where it was interrupted.
pub(crate) async fn fill(app: &App) -> Done {
    if demo::is_open(app.db()).await? {
        return Ok(());
    }
    if !demo::is_made_up(app.db()).await? {
        return Err(Trouble::new(
            "there are real people in this database: the demonstration needs one of its own (GUYUB_DATA=demo)",
        ));
    }
    let bar = importing::bar();
    for (kind, name, content) in FILES {
        let source = Source::Bytes(content.to_vec());
        let request = ImportRequest { kind, mode: Mode::Keep, file_name: name.to_owned(), source, by: None };
        let progress = import::run(app, request, |it| importing::show(&bar, it)).await.during(name)?;
        if progress.refused > 0 || progress.refusal.is_some() {
            return Err(Trouble(format!("{name} was not taken as a whole")));
        }
    }
    bar.finish_and_clear();
    demo::give_duties(app).await?;
    education::demo::activities(app).await?;
    Ok(demo::give_passwords(app).await?)
}

/// One line per person whom visitors may be; the browser tests read them.
pub(crate) fn hints() -> String {
    GUIDES.iter().map(|it| format!("masuk sebagai {}: {} / {PASSWORD}\n", it.role, it.nip)).collect()
}
