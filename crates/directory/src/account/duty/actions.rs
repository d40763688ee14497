//! Giving, ending and lending duties.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Db, Duty, Failure, Fault, Outcome, db::Tx, id, outbox, web::Form};
use ui::Zone;

use super::{
    model::{GiftForm, LoanForm},
    pages,
    policy::{self, Giver, Lendable},
    queries, succession,
};
use crate::{
    account::{
        published::DutyGiven,
        sign_in::{actions::account, model::Identifier},
    },
    lookup,
};

pub(crate) async fn give(ask: Ask, Form(typed): Form<GiftForm>) -> Outcome<Response> {
    let giver = giver(&ask).await?;
    let lineage = lineage(ask.db(), &typed.instansi).await?;
    let gift = match typed.read(zone(&ask), ask.now()) {
        Ok(gift) => gift,
        Err(faults) => return pages::refused(&ask, &typed, &faults).await,
    };
    let givable = policy::givable(&giver, gift.kind, &lineage)?;
    let person_id = match person(ask.db(), &gift.who).await? {
        Ok(person_id) => person_id,
        Err(fault) => return pages::refused(&ask, &typed, &[fault]).await,
    };
    let new = DutyGiven {
        duty_id: id::fresh(),
        person_id,
        kind: givable.kind().as_str().to_owned(),
        agency_id: givable.node().to_owned(),
        ends_at: gift.ends_at,
        delegated_from: None,
    };
    let next = place(&new.agency_id);
    match add(&ask, &new, "").await {
        Err(Failure::Taken(_)) => pages::refused(&ask, &typed, &[Fault::new("pengenal", "account-duty-already")]).await,
        Err(failure) => Err(failure),
        Ok(()) => ask.done(&next, "account-duty-given"),
    }
}

pub(crate) async fn end(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let giver = giver(&ask).await?;
    let duty = super::one(ask.db(), &id, ask.now()).await?;
    let lineage = lineage(ask.db(), &duty.node).await?;
    let same = [duty.kind.as_str().into(), duty.node.as_str().into(), duty.id.as_str().into(), ask.now().into()];
    let mut tx = ask.db().begin().await?;
    let others = tx.one(queries::SAME, same, |row| row.get("n")).await?;
    let endable = policy::endable(&giver, &duty, &lineage, others)?;
    if !succession::taken(&mut tx, &endable.duty().id, &giver.actor.id, ask.now()).await? {
        return Err(Failure::NotFound);
    }
    tx.commit().await?;
    ask.app.ring();
    let is_own = duty.person_id == giver.actor.id;
    ask.done(&if is_own { "/profil#peran".to_owned() } else { place(&duty.node) }, "account-duty-ended")
}

pub(crate) async fn lend(ask: Ask, Path(id): Path<String>, Form(typed): Form<LoanForm>) -> Outcome<Response> {
    let duty = super::one(ask.db(), &id, ask.now()).await?;
    let lineage = lineage(ask.db(), &duty.node).await?;
    let lendable = policy::lendable(ask.actor()?, &duty, &lineage)?;
    let (loan, reason) = match loan(&ask, &lendable, &typed).await? {
        Ok(loan) => loan,
        Err(faults) => return pages::loan_refused(&ask, &duty, &typed, &faults).await,
    };
    match add(&ask, &loan, &reason).await {
        Err(Failure::Taken(_)) => {
            pages::loan_refused(&ask, &duty, &typed, &[Fault::new("pengenal", "account-duty-already")]).await
        }
        Err(failure) => Err(failure),
        Ok(()) => ask.done("/profil#peran", "account-duty-lent"),
    }
}

/// The visitor with the duties that are truly theirs, looked up anew: memory does not tell loans apart.
pub(crate) async fn giver(ask: &Ask) -> Outcome<Giver<'_>> {
    let actor = ask.actor()?;
    let duties = super::own(ask.db(), &actor.id, ask.now()).await?;
    let own = duties.into_iter().filter(|it| it.lent_by.is_none());
    Ok(Giver { actor, own: own.map(|it| Duty { kind: it.kind.as_str().to_owned(), node: it.node }).collect() })
}

/// A node with those above it; the nation is above all.
pub(crate) async fn lineage(db: &Db, node: &str) -> Outcome<Vec<String>> {
    if node == "*" { Ok(vec!["*".to_owned()]) } else { lookup::lineage(db, node).await }
}

pub(crate) fn zone(ask: &Ask) -> Zone {
    ask.maybe_actor().and_then(|it| Zone::parse(&it.zone)).unwrap_or_default()
}

fn place(node: &str) -> String {
    ui::address::with("/pengelolaan/peran", "instansi", node)
}

async fn person(db: &Db, who: &Identifier) -> Outcome<Result<String, Fault>> {
    let found = account(db, who).await?;
    Ok(found.map(|it| it.person_id).ok_or_else(|| Fault::new("pengenal", "account-nobody")))
}

async fn loan(ask: &Ask, lendable: &Lendable<'_>, typed: &LoanForm) -> Outcome<Result<(DutyGiven, String), Vec<Fault>>> {
    let duty = lendable.duty();
    let loan = match typed.read(zone(ask), ask.now()) {
        Ok(loan) => loan,
        Err(faults) => return Ok(Err(faults)),
    };
    if duty.ends_at.is_some_and(|it| loan.ends_at > it) {
        return Ok(Err(vec![Fault::new("sampai", "account-loan-beyond")]));
    }
    let person_id = match person(ask.db(), &loan.who).await? {
        Ok(person_id) if person_id == duty.person_id => return Ok(Err(vec![Fault::new("pengenal", "account-loan-self")])),
        Ok(person_id) => person_id,
        Err(fault) => return Ok(Err(vec![fault])),
    };
    let lent = DutyGiven {
        duty_id: id::fresh(),
        person_id,
        kind: duty.kind.as_str().to_owned(),
        agency_id: duty.node.clone(),
        ends_at: Some(loan.ends_at),
        delegated_from: Some(duty.id.clone()),
    };
    Ok(Ok((lent, loan.reason)))
}

async fn add(ask: &Ask, new: &DutyGiven, reason: &str) -> Outcome<()> {
    let mut tx = ask.db().begin().await?;
    grant(&mut tx, new, (Some(ask.actor()?.id.as_str()), reason), ask.now()).await?;
    tx.commit().await?;
    ask.app.ring();
    Ok(())
}

/// Writes a duty down; `Taken` when the person already holds it. `by` is nobody on the command line.
pub(crate) async fn grant(tx: &mut Tx, new: &DutyGiven, (by, reason): (Option<&str>, &str), now: i64) -> Outcome<()> {
    let person = || new.person_id.as_str();
    let same = [now.into(), person().into(), (&new.kind).into(), (&new.agency_id).into(), now.into(), now.into()];
    tx.run(queries::EXPIRE, same).await?;
    let args = [
        (&new.duty_id).into(),
        person().into(),
        (&new.kind).into(),
        (&new.agency_id).into(),
        now.into(),
        by.into(),
        (&new.delegated_from).into(),
        reason.into(),
        new.ends_at.into(),
    ];
    tx.run(queries::ADD, args).await?;
    tx.run(queries::RENEW, [serde_json::json!([[new.person_id]]).into()]).await?;
    outbox::publish(tx, now, &new.duty_id, new).await
}
