//! Making a template of an activity, a draft of a template, and removing a template. Drafts keep what they copied.

use axum::{extract::Path, response::Response};
use directory::lookup;
use kernel::{
    Ask, Failure, Outcome, outbox,
    web::{Form, from_pairs},
};
use ui::Zone;

use super::{
    content,
    form::{TemplateForm, UseForm, read_day},
    load,
    making::{self, Occasion},
    model::{Content, usual_day},
    pages, policy,
    queries::{self, Named},
};
use crate::{
    activity::{self, actions::Typed, edit_page::home_of_duty},
    change::{self, By},
    once::{self, Sent},
    published::{TemplateMade, TemplateUsed},
};

pub(crate) async fn make(ask: Ask, Path(id): Path<String>, Form(typed): Form<Typed>) -> Outcome<Response> {
    let form: TemplateForm = from_pairs(typed.clone())?;
    let proof = policy::makeable(activity::load::editable(&ask, &id).await?, ask.now())?;
    let named = match form.read() {
        Ok(named) => named,
        Err(errors) => return pages::refused(&ask, &proof, typed, &errors).await,
    };
    let content = Content { tasks: named.tasks, ..content::of(ask.db(), proof.activity()).await? };
    let by = By::owner(ask.actor()?, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    let words = Named { title: &named.title, lead: &named.lead };
    let template_id = queries::make(&mut tx, &proof, (words, &content), (by.agency_id, by.person_id, by.now)).await?;
    change::record(&mut tx, &id, by, "template-made", &[]).await?;
    let fact = TemplateMade { template_id: template_id.clone(), activity_id: id.clone() };
    outbox::publish(&mut tx, by.now, &template_id, &fact).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/templat/{template_id}"), "template-is-made")
}

/// One click: for the visitor's own office, on the usual day, unless they say otherwise.
pub(crate) async fn take(ask: Ask, Path(id): Path<String>, Form(typed): Form<Typed>) -> Outcome<Response> {
    let form: UseForm = from_pairs(typed.clone())?;
    let sent = Sent::of(&ask, &form.once, &typed)?;
    let actor = ask.actor()?;
    let agency_id = if form.agency.is_empty() { home_of_duty(&ask)? } else { form.agency };
    let proof = load::usable(&ask, &id, &agency_id).await?;
    let zone = lookup::agency(ask.db(), &agency_id).await.map(|it| Zone::parse(&it.zone).unwrap_or_default())?;
    let day = match form.date.trim() {
        "" => usual_day(ask.now(), zone),
        typed => read_day(typed, (zone, ask.now())).map_err(|key| Failure::invalid("date", key))?,
    };
    let content = &proof.template.content;
    let starts_at = content.starts_on(day, zone);
    let occasion = Occasion::of(&ask.app, &agency_id, (starts_at, &actor.id)).await?;
    let mut tx = ask.db().begin().await?;
    let draft_id = making::draft(&mut tx, proof.draftable(), content, &occasion).await?;
    if !queries::credit(&mut tx, &proof, &draft_id, (&actor.id, ask.now())).await? {
        return Err(Failure::Conflict("template-is-removed"));
    }
    if let Some(first) = once::queries::keep(&mut tx, &sent, (&draft_id, ask.now())).await? {
        return ask.done(&format!("/kegiatan/{first}/ubah"), "template-is-used");
    }
    let fact = TemplateUsed { template_id: id.clone(), activity_id: draft_id.clone(), agency_id };
    outbox::publish(&mut tx, ask.now(), &id, &fact).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{draft_id}/ubah"), "template-is-used")
}

pub(crate) async fn remove(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::removable(&ask, &id).await?;
    let mut tx = ask.db().begin().await?;
    if !queries::remove(&mut tx, &proof, &ask.actor()?.id, ask.now()).await? {
        return Err(Failure::Conflict("template-is-removed"));
    }
    tx.commit().await?;
    ask.done("/templat", "template-was-removed")
}
