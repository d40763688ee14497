//! A dozen made-up activities of real offices, so that a new installation has something to look at. Not test data.

pub(crate) mod certificates;
mod obligations;
mod samples;
mod sharing;
mod templates;
mod warnings;

use directory::lookup::{self, Person};
use kernel::{Actor, App, Duty, Outcome, Way, outbox};
use samples::{Kind, SAMPLES, Sample};
use ui::{Lang, Tongue, Zone};

use crate::{
    activity::{
        self, actions, audience,
        draft::{DEFAULT_SHARE, Draft},
        load,
        model::{AgendaItem, Speaker},
        policy,
        queries::{self, Maker},
    },
    evaluation,
    published::ActivityPublished,
    registration::{self, desk::Request},
};

/// Who takes part: some by their numbers, whom visitors may be, and others by their ids, of whom it is known what they think.
pub struct Participants<'a> {
    pub numbers: &'a [String],
    pub others: &'a [String],
}

/// Adds what is missing; answers how many were added. Offices that are not in the directory are left out.
pub async fn activities(app: &App, participants: &Participants<'_>) -> Outcome<usize> {
    let mut added = 0;
    for sample in SAMPLES {
        let Ok(agency) = lookup::agency(app.db(), sample.agency).await else { continue };
        if queries::is_titled(app.db(), &agency.id, sample.title).await? {
            continue;
        }
        let id = add(app, sample).await?;
        let guides: Vec<Person> = lookup::people_by_nip(app.db(), participants.numbers).await?.into_values().collect();
        match sample.kind {
            Kind::Running => register(app, &id, guides, app.now()).await?,
            Kind::Past | Kind::Certified => {
                let mut others = participants.others.to_vec();
                others.retain(|id| !guides.iter().any(|it| it.id == *id));
                let people = lookup::people(app.db(), &others).await?.into_values().chain(guides).collect();
                register(app, &id, people, app.now() + (sample.days - 1) * kernel::clock::DAY).await?;
                evaluation::demo::attended_and_evaluated(app, &id, &others).await?;
                let actor = coordinator_of(app, sample.agency, sample.zone).await?;
                if matches!(sample.kind, Kind::Certified) {
                    certificates::issue(app, &id, (&actor, &others)).await?;
                }
                sharing::slides(app, &id, &actor).await?;
                sharing::page(app, &id, (&actor, &sharing::OF_THE_PAST)).await?;
                templates::add(app, &id, sample).await?;
            }
            Kind::OpenToPublic => {
                let actor = coordinator_of(app, sample.agency, sample.zone).await?;
                sharing::page(app, &id, (&actor, &sharing::OPEN_TO_PUBLIC)).await?;
            }
            Kind::Draft | Kind::Open => {}
        }
        added += 1;
    }
    obligations::add(app).await?;
    warnings::add(app).await?;
    app.ring();
    Ok(added)
}

async fn add(app: &App, sample: &Sample) -> Outcome<String> {
    let lineage = lookup::lineage(app.db(), sample.agency).await?;
    let actor = coordinator_of(app, sample.agency, sample.zone).await?;
    let proof = policy::draftable(&actor, sample.agency, &lineage)?;
    let maker = Maker { person_id: &actor.id, proof: &proof, now: app.now(), cloned_from: None };
    let mut tx = app.db().begin().await?;
    let id = actions::insert(&mut tx, &draft(sample, app.now()), &maker).await?;
    tx.commit().await?;
    if matches!(sample.kind, Kind::Draft) {
        return Ok(id);
    }
    let then = app.now() - (1 - sample.days.min(0)) * kernel::clock::DAY;
    let proof = policy::publishable(policy::editable(&actor, load::hosted(app.db(), &id).await?)?, then)?;
    let mut tx = app.db().begin().await?;
    if activity::queries::publish(&mut tx, &proof, &actor.id, app.now()).await? {
        outbox::publish(&mut tx, app.now(), &id, &ActivityPublished { activity_id: id.clone() }).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// As if they had asked at that moment.
async fn register(app: &App, id: &str, people: Vec<Person>, then: i64) -> Outcome<()> {
    let ids: Vec<String> = people.iter().map(|it| it.id.clone()).collect();
    let mut labels = lookup::labels_of(app.db(), &ids).await?;
    let hosted = load::hosted(app.db(), id).await?;
    let visitors = people.into_iter().map(|it| visitor(labels.remove(&it.id).unwrap_or_default(), it));
    let entrants = visitors.filter_map(|it| registration::policy::admit(&it, &hosted, then).ok()).collect();
    let request = Request { entrants, by: None, asked_at: then, tongue: Tongue::of(Lang::Id) };
    registration::desk::desk(app).ask(id, request).await.map(drop)
}

fn visitor(labels: Vec<String>, person: Person) -> Actor {
    let way = Way::Token { id: "demo".to_owned(), scopes: Vec::new() };
    Actor { id: person.id, name: person.full_name, home: person.agency_id, zone: person.zone, labels, duties: Vec::new(), way }
}

/// Whoever coordinates the office, or nobody in particular.
pub(crate) async fn coordinator_of(app: &App, agency: &str, zone: Zone) -> Outcome<Actor> {
    let holders = lookup::duty_holders(app, &["pengelola"], agency).await?;
    let id = holders.first().map_or_else(|| "demo".to_owned(), |it| it.id.clone());
    Ok(Actor {
        id,
        name: String::new(),
        home: agency.to_owned(),
        zone: zone.name().to_owned(),
        labels: Vec::new(),
        duties: vec![Duty { kind: "pengelola".to_owned(), node: agency.to_owned() }],
        way: Way::Token { id: "demo".to_owned(), scopes: Vec::new() },
    })
}

fn draft(sample: &Sample, now: i64) -> Draft {
    let day = sample.zone.civil(now + sample.days * kernel::clock::DAY).date();
    let at = |hour: i8| sample.zone.moment(day, jiff::civil::time(hour, 0, 0, 0));
    let is_open_to_public = matches!(sample.kind, Kind::OpenToPublic);
    let regions: Vec<String> = sample.regions.iter().map(|it| (*it).to_owned()).collect();
    let hour = kernel::clock::HOUR;
    let (starts_at, ends_at) = match sample.kind {
        Kind::Running => (now / hour * hour - hour, now / hour * hour + 2 * hour),
        _ => (at(sample.hours.0), at(sample.hours.1)),
    };
    Draft {
        title: sample.title.to_owned(),
        summary: sample.summary.to_owned(),
        theme: sample.theme.to_owned(),
        form: "sosialisasi".to_owned(),
        mode: if sample.place.is_empty() { "online" } else { "onsite" }.to_owned(),
        starts_at,
        ends_at,
        zone: sample.zone,
        place: sample.place.to_owned(),
        meeting_server: String::new(),
        meeting_link: if sample.place.is_empty() { "https://rapat.example/guyub".to_owned() } else { String::new() },
        contact: "Panitia (contoh)".to_owned(),
        seats: sample.seats,
        audience: audience::labels(&[], &regions, is_open_to_public),
        is_open_to_public,
        listed: "public".to_owned(),
        registration_closes_at: None,
        minimum_share: DEFAULT_SHARE,
        agenda: agenda(starts_at),
        speakers: vec![Speaker {
            name: SPEAKER.to_owned(),
            affiliation: "Narasumber rekaan".to_owned(),
            role: "narasumber".to_owned(),
        }],
    }
}

/// A morning of two hours online, for everybody in these regions.
fn titled_draft(title: &str, regions: &[&str], starts_at: i64) -> Draft {
    let regions: Vec<String> = regions.iter().map(|it| (*it).to_owned()).collect();
    let sample = draft(&SAMPLES[1], starts_at);
    Draft {
        title: title.to_owned(),
        summary: "Dua instansi menjelaskan satu hal yang ditanyakan pegawai setiap hari.".to_owned(),
        starts_at,
        ends_at: starts_at + 2 * kernel::clock::HOUR,
        audience: audience::labels(&[], &regions, false),
        is_open_to_public: false,
        seats: None,
        agenda: agenda(starts_at),
        ..sample
    }
}

const SPEAKER: &str = "Contoh Narasumber, S.E.";

fn agenda(starts_at: i64) -> Vec<AgendaItem> {
    let item = |minutes: i64, title: &str, speaker: &str| AgendaItem {
        starts_at: starts_at + minutes * kernel::clock::MINUTE,
        title: title.to_owned(),
        speaker: speaker.to_owned(),
    };
    vec![item(0, "Pembukaan", ""), item(15, "Paparan dan tanya jawab", SPEAKER)]
}
