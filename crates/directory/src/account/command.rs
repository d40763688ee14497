//! What the operator does at the command line: the first administrator, and letting somebody in again. No rights are asked: who has the
//! machine has the house.

use kernel::{
    App, Failure, Outcome,
    db::{NONE, Tx},
    id,
};
use serde_json::json;

use super::{
    duty,
    entry::{Link, Occasion, Recipient, hand_out},
    published::DutyGiven,
    session,
    sign_in::{self, actions::account, model::Identifier},
};
use crate::{
    agency,
    identity::{Identity, PersonName},
    lookup, person, region,
};

/// The unit of those who run this installation: the first administrator belongs somewhere before any agency is imported.
const OWN_UNIT: &str = "guyub";
const OWN_NAME: &str = "Pengelola Guyub";
const CAPITAL: &str = "31";

/// Makes somebody administrator of the nation, known or new; answers the address of their entry link. `Invalid` names the field
/// `name` or `identifier`.
pub async fn create_admin(app: &App, name: &str, mail_or_nip: &str) -> Outcome<String> {
    let who = Identifier::read(mail_or_nip).map_err(|word| Failure::invalid("identifier", word))?;
    let known = account(app.db(), &who).await?.map(|it| it.person_id);
    let mut tx = app.db().begin().await?;
    let person_id = match known {
        Some(person_id) => person_id,
        None => {
            found_unit(&mut tx, app).await?;
            add_person(&mut tx, name, &who, app.now()).await?
        }
    };
    let is_admin = duty::own(app.db(), &person_id, app.now()).await?.iter().any(|it| it.node == "*" && it.is_own_admin());
    if !is_admin {
        duty::actions::grant(&mut tx, &admin_of_all(&person_id), (None, ""), app.now()).await?;
    }
    let links = hand_out(&mut tx, app, &[Recipient::without_mail(&person_id)], Occasion::First, None).await?;
    tx.commit().await?;
    app.ring();
    Ok(address(app, &links))
}

/// Ends all sessions, forgets wrong tries; answers the address of a new entry link. `NotFound` for an unknown NIP or mail.
pub async fn reset_sign_in(app: &App, mail_or_nip: &str) -> Outcome<String> {
    let who = Identifier::read(mail_or_nip).map_err(|word| Failure::invalid("identifier", word))?;
    let person_id = account(app.db(), &who).await?.ok_or(Failure::NotFound)?.person_id;
    let person = lookup::people(app.db(), std::slice::from_ref(&person_id)).await?.remove(&person_id).ok_or(Failure::NotFound)?;
    let names = [person.nip, person.mail].into_iter().flatten().filter_map(|it| Identifier::read(&it).ok());
    let mut tx = app.db().begin().await?;
    for fingerprint in names.map(|it| it.fingerprint()).chain([id::fingerprint(&person_id)]) {
        tx.run(sign_in::queries::FORGET, [fingerprint.into()]).await?;
    }
    session::end_all(&mut tx, &person_id, app.now()).await?;
    let links = hand_out(&mut tx, app, &[Recipient::without_mail(&person_id)], Occasion::First, None).await?;
    tx.commit().await?;
    Ok(address(app, &links))
}

fn address(app: &App, links: &[Link]) -> String {
    links.iter().map(|it| it.address(app)).collect()
}

fn admin_of_all(person_id: &str) -> DutyGiven {
    DutyGiven {
        duty_id: id::fresh(),
        person_id: person_id.to_owned(),
        kind: "admin".to_owned(),
        agency_id: "*".to_owned(),
        ends_at: None,
        delegated_from: None,
    }
}

async fn found_unit(tx: &mut Tx, app: &App) -> Outcome<()> {
    if lookup::agencies(app.db(), &[OWN_UNIT.to_owned()]).await?.contains_key(OWN_UNIT) {
        return Ok(());
    }
    if !lookup::regions(app.db(), &[CAPITAL.to_owned()]).await?.contains_key(CAPITAL) {
        let jakarta = json!([[CAPITAL, "DKI Jakarta", "provinsi", null, "WIB", "dkijakarta"]]);
        tx.run(region::queries::UPSERT, [jakarta.into()]).await?;
    }
    let search = agency::search_name(OWN_NAME, OWN_NAME, OWN_UNIT);
    let unit = json!([[OWN_UNIT, null, "pengelola", OWN_NAME, OWN_NAME, search, CAPITAL, null]]);
    tx.run(agency::queries::GROW_TREE, NONE).await?;
    tx.run(agency::queries::ADD, [unit.into(), app.now().into()]).await?;
    tx.run(agency::queries::DRAW_LINEAGE, [lookup::list(&[OWN_UNIT])]).await.map(drop)
}

async fn add_person(tx: &mut Tx, name: &str, who: &Identifier, now: i64) -> Outcome<String> {
    let name = PersonName::new("", name, "").map_err(|fault| Failure::invalid("name", fault.key()))?;
    let (identity, mail) = match who {
        Identifier::Mail(mail) => (Identity::None, Some(mail)),
        Identifier::Number(number) => {
            (Identity::parse(number).map_err(|_| Failure::invalid("identifier", "account-no-number"))?, None)
        }
    };
    let person_id = id::fresh();
    let row = json!([[
        person_id,
        identity.kind(),
        identity.number(),
        name.before,
        name.name,
        name.after,
        person::search_name(&name.name),
        "Administrator",
        OWN_UNIT,
        mail,
        ""
    ]]);
    tx.run(person::queries::ADD, [row.into(), now.into()]).await?;
    let place = json!([[id::fresh(), person_id, OWN_UNIT, "Administrator"]]);
    tx.run(person::queries::PLACE, [place.into(), now.into(), None::<String>.into()]).await?;
    Ok(person_id)
}
