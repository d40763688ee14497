//! The graph: from, relation, to, between any two objects of any domains, so that a chain from idea to verified result can be walked.

use serde::Serialize;

use crate::{
    Outcome,
    db::{Db, Row, Tx},
};

/// An object anywhere: domain noun and id, e.g. ("activity", "01j...").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Thing {
    pub kind: String,
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Link {
    pub from: Thing,
    pub relation: String,
    pub to: Thing,
}

impl Thing {
    pub fn new(kind: &str, id: &str) -> Thing {
        Thing { kind: kind.to_owned(), id: id.to_owned() }
    }
}

pub const STATEMENTS: &[&str] = &[TIE, AROUND];

const TIE: &str = "
    insert into kernel_link (from_kind, from_id, relation, to_kind, to_id, tied_at) values ($1, $2, $3, $4, $5, $6)
    on conflict do nothing";
const AROUND: &str = "
    select from_kind, from_id, relation, to_kind, to_id, tied_at from kernel_link where from_kind = $1 and from_id = $2
    union all
    select from_kind, from_id, relation, to_kind, to_id, tied_at from kernel_link where to_kind = $3 and to_id = $4
    order by tied_at, from_id, to_id limit 200";

pub async fn tie(tx: &mut Tx, now: i64, link: &Link) -> Outcome<()> {
    let Link { from, relation, to } = link;
    let args = [(&from.kind).into(), (&from.id).into(), relation.into(), (&to.kind).into(), (&to.id).into(), now.into()];
    tx.run(TIE, args).await.map(drop)
}

/// The neighbours of an object, in the order they were tied. The caller shows only those that the visitor may open.
pub async fn around(db: &Db, thing: &Thing) -> Outcome<Vec<Link>> {
    db.all(AROUND, [(&thing.kind).into(), (&thing.id).into(), (&thing.kind).into(), (&thing.id).into()], link).await
}

fn link(row: &Row) -> Outcome<Link> {
    Ok(Link {
        from: Thing { kind: row.get("from_kind")?, id: row.get("from_id")? },
        relation: row.get("relation")?,
        to: Thing { kind: row.get("to_kind")?, id: row.get("to_id")? },
    })
}
