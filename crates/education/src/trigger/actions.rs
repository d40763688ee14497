//! The draft with its person in charge, who is told; and another person in charge. One transaction each.

use axum::{extract::Path, response::Response};
use directory::lookup::{self, Person};
use kernel::{
    Ask, Failure, Outcome,
    db::Tx,
    outbox,
    web::{Form, from_pairs},
};
use serde::Deserialize;
use ui::{Zone, form::Errors};

use super::{
    letters,
    model::Source,
    pages,
    policy::{self, Entrustable, Headed},
    queries,
};
use crate::{
    activity::{self, actions::Typed},
    change::{self, By},
    once::{self, Sent},
    published::ActivityEntrusted,
    template::{
        self, content,
        form::read_day,
        making::{self, Occasion},
        model::Content,
        policy::Usable,
    },
};

#[derive(Deserialize, Default, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct TriggerForm {
    /// Code of the office.
    office: String,
    /// `templat:ID` or `kegiatan:ID`.
    source: String,
    /// Id of somebody of the office.
    person: String,
    date: String,
    /// Made with the page: the same form sent twice makes one draft.
    once: String,
}

pub(crate) async fn draft(ask: Ask, Form(typed): Form<Typed>) -> Outcome<Response> {
    let form: TriggerForm = from_pairs(typed.clone())?;
    let actor = ask.actor()?;
    let headed = pages::headed(&ask, &form.office).await?;
    let zone = lookup::agency(ask.db(), &form.office).await.map(|it| Zone::parse(&it.zone).unwrap_or_default())?;
    let mut errors = Errors::new();
    let day = errors.take("date", read_day(&form.date, (zone, ask.now())));
    let given = given(&ask, &form).await?;
    let (person, proof) = match (person(&ask, headed, &form.person).await?, day) {
        (Ok(chosen), Some(_)) => chosen,
        (chosen, _) => {
            errors.take("person", chosen.map(drop));
            let headed = pages::headed(&ask, &form.office).await?;
            return pages::refused(&ask, &headed, typed, &errors).await;
        }
    };
    let starts_at = given.content.starts_on(day.ok_or(Failure::NotFound)?, zone);
    let occasion = Occasion::of(&ask.app, &form.office, (starts_at, &actor.id)).await?;
    let sent = Sent::of(&ask, &form.once, &typed)?;
    let mut tx = ask.db().begin().await?;
    let id = making::draft(&mut tx, proof.draftable(), &given.content, &occasion).await?;
    if once::queries::keep(&mut tx, &sent, (&id, ask.now())).await?.is_some() {
        return ask.done("/", "trigger-done");
    }
    if let Some(usable) = &given.template
        && !template::queries::credit(&mut tx, usable, &id, (&actor.id, ask.now())).await?
    {
        return Err(Failure::Conflict("template-is-removed"));
    }
    entrust(&ask, &mut tx, &proof, (&id, &given.content.title, &person)).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done("/", "trigger-done")
}

/// What the draft gets, and the template that is to be credited.
struct Given {
    content: Content,
    template: Option<Usable>,
}

async fn given(ask: &Ask, form: &TriggerForm) -> Outcome<Given> {
    match Source::parse(&form.source).ok_or(Failure::NotFound)? {
        Source::Template(id) => {
            let usable = template::load::usable(ask, &id, &form.office).await?;
            Ok(Given { content: usable.template.content.clone(), template: Some(usable) })
        }
        Source::Activity(id) => {
            let readable = activity::load::readable(ask, &id).await?;
            let content = content::visible(ask.db(), &readable.hosted().activity).await?;
            let tasks = content::usual_tasks(ui::visit::tongue(&ask.visit));
            Ok(Given { content: Content { tasks, ..content }, template: None })
        }
    }
}

/// Who is chosen, or the key that says what is wrong: they must work in the office now.
async fn person(ask: &Ask, headed: Headed, id: &str) -> Outcome<Result<(Person, Entrustable), &'static str>> {
    let ids = [id.to_owned()];
    let labels = lookup::labels_of(ask.db(), &ids).await?.remove(id).unwrap_or_default();
    let Some(person) = lookup::people(ask.db(), &ids).await?.remove(id) else { return Ok(Err("trigger-person-missing")) };
    Ok(policy::entrustable(headed, id, &labels).map(|proof| (person, proof)))
}

async fn entrust(ask: &Ask, tx: &mut Tx, proof: &Entrustable, (id, title, person): (&str, &str, &Person)) -> Outcome<()> {
    let (actor, now) = (ask.actor()?, ask.now());
    if !queries::entrust(tx, proof, id, (&actor.id, now)).await? {
        return Ok(());
    }
    activity::queries::touch(tx, id, now).await?;
    let by = By { person_id: &actor.id, agency_id: proof.office(), now };
    let named = change::Difference { field: "person".into(), before: String::new(), after: person.full_name.clone() };
    change::record(tx, id, by, "entrusted", &[named]).await?;
    letters::tell(ask, tx, (id, title), person).await?;
    let fact = ActivityEntrusted { activity_id: id.to_owned(), person_id: person.id.clone() };
    outbox::publish(tx, now, id, &fact).await
}

pub(crate) async fn entrust_again(ask: Ask, Path(id): Path<String>, Form(typed): Form<Typed>) -> Outcome<Response> {
    let form: TriggerForm = from_pairs(typed.clone())?;
    let editable = activity::policy::still_changeable(activity::load::editable(&ask, &id).await?, ask.now())?;
    let office = policy::owned_office(ask.actor()?, &editable)?.to_owned();
    let headed = pages::headed(&ask, &office).await?;
    let (person, proof) = match person(&ask, headed, &form.person).await? {
        Ok(chosen) => chosen,
        Err(key) => {
            let mut errors = Errors::new();
            errors.add("person", key);
            return pages::refused_again(&ask, (&office, &id), typed, &errors).await;
        }
    };
    let mut tx = ask.db().begin().await?;
    entrust(&ask, &mut tx, &proof, (&id, &editable.activity().title, &person)).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}"), "trigger-entrusted")
}
