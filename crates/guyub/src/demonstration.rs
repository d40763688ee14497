//! The built-in demonstration: real regions and agencies, people who do not exist, a dozen activities. Only for a database without real people.

use clap::Args;
use directory::{
    demo::{self, Crowd, GUIDES, PASSWORD, Somebody},
    import::{self, ImportRequest, Kind, Mode, Source},
    lookup::{self, Agency},
};
use education::{
    demo::Participants,
    scale::{Scale, Venue, Visitor},
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

/// Who came to what is over, besides those whom visitors may be.
const PARTICIPANTS: i64 = 32;

/// In pegawai.csv.
const OWN_PEOPLE: usize = 2_000;
const MOST_VISITORS: i64 = 2_000_000;

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
    let participants: Vec<String> = GUIDES.iter().map(|it| it.nip.to_owned()).collect();
    let others: Vec<String> = demo::some_people(app.db(), PARTICIPANTS).await?.into_iter().map(|it| it.id).collect();
    education::demo::activities(app, &Participants { numbers: &participants, others: &others }).await?;
    Ok(demo::give_passwords(app).await?)
}

/// How much to make for measuring.
#[derive(Args)]
pub(crate) struct Demo {
    /// Then fill up to very many people, activities and registrations, for measuring
    #[arg(long)]
    pub(crate) scale: bool,
    #[arg(long, requires = "scale", default_value_t = 200_000)]
    people: usize,
    #[arg(long, requires = "scale", default_value_t = 20_000)]
    activities: usize,
    #[arg(long, requires = "scale", default_value_t = 1_000_000)]
    registrations: usize,
}

pub(crate) async fn scale(app: &App, wanted: &Demo) -> Done {
    let bar = importing::bar();
    let mut people = demo::some_people(app.db(), MOST_VISITORS).await?;
    if people.len() < wanted.people {
        let crowd =
            Crowd { people: wanted.people - OWN_PEOPLE.min(wanted.people), progress: &mut |it| importing::show(&bar, it) };
        demo::crowd(app, crowd).await.during("people")?;
        people = demo::some_people(app.db(), MOST_VISITORS).await?;
    }
    let somebody = |it: Somebody| Visitor { person_id: it.id, agency_id: it.agency_id, name: it.name };
    let visitors: Vec<Visitor> = people.into_iter().map(somebody).collect();
    let agencies = lookup::agencies(app.db(), &demo::some_agencies(app.db(), MOST_VISITORS).await?).await?;
    let venue = |it: Agency| Venue { agency_id: it.id, region_id: it.region_id, zone: it.zone };
    let mut venues: Vec<Venue> = agencies.into_values().map(venue).collect();
    venues.sort_by(|a, b| a.agency_id.cmp(&b.agency_id));
    let progress = |done, all| {
        bar.set_length(all);
        bar.set_position(done);
    };
    let Demo { activities, registrations, .. } = *wanted;
    let scale = Scale { activities, registrations, visitors: &visitors, venues: &venues, progress: &progress };
    education::scale::fill(app, &scale).await?;
    bar.finish_and_clear();
    println!("{} people, {activities} activities, {registrations} registrations", visitors.len());
    Ok(())
}

/// One line per person whom visitors may be; the browser tests read them.
pub(crate) fn hints() -> String {
    GUIDES.iter().map(|it| format!("masuk sebagai {}: {} / {PASSWORD}\n", it.role, it.nip)).collect()
}
