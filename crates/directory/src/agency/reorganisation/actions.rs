//! Changing the tree: a new name, place or region, a merger, a split, an end. The last three first say what would happen.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Db, Failure, Fault, Outcome, web::Form};

use super::{
    confirmation::{self, Heir},
    load::{self, Subject},
    model::{self, Basis, ChangeForm, Decided, MergerForm, Question},
    pages,
    parts::SplitForm,
    policy,
    recording::{self, Change},
    split,
};
use crate::{
    account::duty::actions::zone,
    agency::picking::{self, Picking},
    lookup::{self, Agency},
};

pub(crate) async fn change(ask: Ask, Path(id): Path<String>, Form(typed): Form<ChangeForm>) -> Outcome<Response> {
    let subject = load::subject(ask.db(), &id).await?;
    policy::changeable(ask.actor()?, &subject.agency, &subject.lineage)?;
    subject.is_as_seen(&typed.basis)?;
    match Question::parse(&typed.urusan) {
        Some(Question::Name) => rename(&ask, &subject, &typed).await,
        Some(Question::Place) => place(&ask, &subject, &typed).await,
        Some(Question::Region) => settle(&ask, &subject, &typed).await,
        _ => Err(Failure::invalid("urusan", "reorganisation-choose")),
    }
}

pub(crate) async fn merge(ask: Ask, Path(id): Path<String>, Form(typed): Form<MergerForm>) -> Outcome<Response> {
    let subject = load::subject(ask.db(), &id).await?;
    let changeable = policy::changeable(ask.actor()?, &subject.agency, &subject.lineage)?;
    subject.is_as_seen(&typed.basis)?;
    let successor = other(ask.db(), &subject, &typed.unit).await?;
    let (decided, (into, lineage)) = match told(&ask, &typed.basis, successor) {
        Ok(told) => told,
        Err((faults, found)) => return pages::refused(&ask, &subject, Question::Merger, (typed.typed(), &faults, &found)),
    };
    let mergeable = policy::mergeable(changeable, ask.actor()?, &into, &lineage)?;
    if !typed.basis.is_confirmed() {
        let heirs = vec![Heir::of(&into)];
        return confirmation::show(&ask, &subject, Question::Merger, (typed.typed(), decided, heirs)).await;
    }
    recording::merge(ask.db(), &mergeable, &written(&ask, &subject, &decided)?).await?;
    done(&ask, &subject, "reorganisation-merged")
}

pub(crate) async fn split(ask: Ask, Path(id): Path<String>, Form(typed): Form<SplitForm>) -> Outcome<Response> {
    let subject = load::subject(ask.db(), &id).await?;
    let changeable = policy::changeable(ask.actor()?, &subject.agency, &subject.lineage)?;
    let splittable = policy::splittable(changeable, ask.actor()?, &subject.lineage)?;
    let basis = typed.basis();
    subject.is_as_seen(&basis)?;
    let plan = split::plan(ask.db(), &subject, &typed).await?;
    let (plan, decided) = match both(plan, basis.read(zone(&ask), ask.now())) {
        Ok(plan) => plan,
        Err(faults) => return pages::refused(&ask, &subject, Question::Split, (typed.typed(), &faults, &[])),
    };
    if !basis.is_confirmed() {
        let heirs = Heir::of_split(&plan);
        return confirmation::show(&ask, &subject, Question::Split, (typed.typed(), decided, heirs)).await;
    }
    split::write(ask.db(), &splittable, &plan, &written(&ask, &subject, &decided)?).await?;
    done(&ask, &subject, "reorganisation-split")
}

pub(crate) async fn end(ask: Ask, Path(id): Path<String>, Form(typed): Form<Basis>) -> Outcome<Response> {
    let subject = load::subject(ask.db(), &id).await?;
    let changeable = policy::changeable(ask.actor()?, &subject.agency, &subject.lineage)?;
    subject.is_as_seen(&typed)?;
    let left = load::counts(ask.db(), &id, ask.now()).await?;
    let decided = match both(left.none(), typed.read(zone(&ask), ask.now())) {
        Ok((_, decided)) => decided,
        Err(faults) => return pages::refused(&ask, &subject, Question::End, (typed.typed(), &faults, &[])),
    };
    if !typed.is_confirmed() {
        return confirmation::show(&ask, &subject, Question::End, (typed.typed(), decided, Vec::new())).await;
    }
    match recording::end(ask.db(), &changeable, &written(&ask, &subject, &decided)?).await? {
        None => done(&ask, &subject, "reorganisation-ended"),
        Some(left) => {
            let faults = left.none().err().unwrap_or_default();
            pages::refused(&ask, &subject, Question::End, (typed.typed(), &faults, &[]))
        }
    }
}

async fn rename(ask: &Ask, subject: &Subject, typed: &ChangeForm) -> Outcome<Response> {
    let changeable = policy::changeable(ask.actor()?, &subject.agency, &subject.lineage)?;
    let ((name, short), decided) = match both(names(typed, &subject.agency), typed.basis.read(zone(ask), ask.now())) {
        Ok(told) => told,
        Err(faults) => return pages::refused(ask, subject, Question::Name, (typed.typed(), &faults, &[])),
    };
    recording::rename(ask.db(), &changeable, (&name, &short), &written(ask, subject, &decided)?).await?;
    done(ask, subject, "reorganisation-renamed")
}

async fn place(ask: &Ask, subject: &Subject, typed: &ChangeForm) -> Outcome<Response> {
    let changeable = policy::changeable(ask.actor()?, &subject.agency, &subject.lineage)?;
    let parent = parent(ask.db(), subject, &typed.unit).await?;
    let (decided, above) = match told(ask, &typed.basis, parent) {
        Ok(told) => told,
        Err((faults, found)) => return pages::refused(ask, subject, Question::Place, (typed.typed(), &faults, &found)),
    };
    let placeable = policy::placeable(changeable, ask.actor()?, &above)?;
    recording::place(ask.db(), &placeable, &written(ask, subject, &decided)?).await?;
    done(ask, subject, "reorganisation-placed")
}

async fn settle(ask: &Ask, subject: &Subject, typed: &ChangeForm) -> Outcome<Response> {
    let changeable = policy::changeable(ask.actor()?, &subject.agency, &subject.lineage)?;
    let regions = split::regions(ask.db()).await?;
    let region = split::find(&regions, &typed.wilayah).and_then(|it| match it.id == subject.agency.region_id {
        true => Err("reorganisation-same".into()),
        false => Ok(it),
    });
    let region = region.map_err(|word| vec![Fault::new("wilayah", word)]);
    let (region, decided) = match both(region, typed.basis.read(zone(ask), ask.now())) {
        Ok(told) => told,
        Err(faults) => return pages::refused(ask, subject, Question::Region, (typed.typed(), &faults, &[])),
    };
    recording::settle_in(ask.db(), &changeable, region, &written(ask, subject, &decided)?).await?;
    done(ask, subject, "reorganisation-settled")
}

/// What is wrong with the agency that was named, and which may be meant.
type Unclear = (Fault, Vec<Agency>);

/// Another agency that has not ended and does not stand below this one, with those above it.
async fn other(db: &Db, subject: &Subject, typed: &Picking) -> Outcome<Result<(Agency, Vec<String>), Unclear>> {
    if typed.unit.trim().is_empty() && typed.pilihan.is_empty() {
        return Ok(Err((Fault::new("unit", "error-required"), Vec::new())));
    }
    let agency = match picking::present(db, typed).await? {
        Ok(agency) => agency,
        Err(unclear) => return Ok(Err(unclear)),
    };
    let lineage = lookup::lineage(db, &agency.id).await?;
    if agency.id == subject.agency.id {
        return Ok(Err((Fault::new("unit", "reorganisation-itself"), Vec::new())));
    }
    if lineage.contains(&subject.agency.id) {
        return Ok(Err((Fault::new("unit", "reorganisation-below-itself"), Vec::new())));
    }
    Ok(Ok((agency, lineage)))
}

/// The new parent with those above it; the nation alone for none.
async fn parent(db: &Db, subject: &Subject, typed: &Picking) -> Outcome<Result<Vec<String>, Unclear>> {
    let is_none = typed.pilihan.is_empty() && typed.unit.trim() == "*";
    let above = if is_none { Ok(vec!["*".to_owned()]) } else { other(db, subject, typed).await?.map(|it| it.1) };
    Ok(above.and_then(|above| match above.first() == subject.lineage.get(1) {
        true => Err((Fault::new("unit", "reorganisation-same"), Vec::new())),
        false => Ok(above),
    }))
}

fn names(typed: &ChangeForm, old: &Agency) -> Result<(String, String), Vec<Fault>> {
    let fault = |field| move |word| vec![Fault::new(field, word)];
    let names = both(model::name(&typed.nama).map_err(fault("nama")), model::name(&typed.singkatan).map_err(fault("singkatan")))?;
    let is_same = names.0 == old.name && names.1 == old.short_name;
    if is_same { Err(vec![Fault::new("nama", "reorganisation-same")]) } else { Ok(names) }
}

fn told<T>(ask: &Ask, basis: &Basis, named: Result<T, Unclear>) -> Result<(Decided, T), (Vec<Fault>, Vec<Agency>)> {
    match (basis.read(zone(ask), ask.now()), named) {
        (Ok(decided), Ok(named)) => Ok((decided, named)),
        (decided, named) => {
            let (fault, found) = named.err().unzip();
            let faults = fault.into_iter().chain(decided.err().unwrap_or_default()).collect();
            Err((faults, found.unwrap_or_default()))
        }
    }
}

fn both<A, B>(one: Result<A, Vec<Fault>>, other: Result<B, Vec<Fault>>) -> Result<(A, B), Vec<Fault>> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => Err([one.err(), other.err()].into_iter().flatten().flatten().collect()),
    }
}

fn written<'a>(ask: &'a Ask, subject: &Subject, decided: &'a Decided) -> Outcome<Change<'a>> {
    let (by, at, reason) = (ask.actor()?.id.as_str(), decided.at, decided.reason.as_str());
    Ok(Change { by, at, now: ask.now(), reason, tree_version: subject.tree_version })
}

fn done(ask: &Ask, subject: &Subject, said: &'static str) -> Outcome<Response> {
    ask.app.ring();
    ask.done(&format!("/instansi/{}", subject.agency.id), said)
}
