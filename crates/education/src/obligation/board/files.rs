//! The offices of a board as CSV, sent while it is read, and as a spreadsheet file: the same rows as on the page, for those who see names.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use directory::lookup;
use kernel::{Ask, Db, Failure, Outcome, sheet::xlsx, web::attachment};
use ui::{Frame, Tongue};

use super::{
    pages::{Opened, View, open},
    policy::Sight,
    queries::{self, Wanted},
};
use crate::{
    obligation::standing::model::Standing,
    streamed::{self, Rows},
};

const BATCH: i64 = 1_000;
const COLUMNS: [&str; 8] = [
    "obligation-column-code",
    "obligation-column-office",
    "obligation-column-region",
    "obligation-column-state",
    "obligation-column-counted",
    "obligation-column-pending",
    "obligation-column-owed",
    "obligation-column-period",
];

pub(crate) async fn csv(ask: Ask, Path(id): Path<String>, Query(view): Query<View>) -> Outcome<Response> {
    let export = Export::of(&ask, &id, &view).await?;
    let name = format!("kewajiban-{}.csv", export.opened.period.code());
    streamed::csv(&name, &export.header(), export)
}

pub(crate) async fn spreadsheet(ask: Ask, Path(id): Path<String>, Query(view): Query<View>) -> Outcome<Response> {
    let mut export = Export::of(&ask, &id, &view).await?;
    let mut rows = Vec::new();
    while let Some(batch) = export.next().await? {
        rows.extend(batch);
    }
    let name = format!("kewajiban-{}.xlsx", export.opened.period.code());
    let (title, header) = (export.t.say("obligation-offices"), export.header());
    let making = tokio::task::spawn_blocking(move || xlsx(title, &header, rows));
    let file = making.await.map_err(Failure::broken)?.map_err(Failure::broken)?;
    Ok(attachment(&name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file))
}

/// Where reading the board has come to.
struct Export {
    db: Db,
    opened: Opened,
    /// The last office's code.
    after: String,
    t: Tongue,
}

impl Export {
    async fn of(ask: &Ask, id: &str, view: &View) -> Outcome<Export> {
        let opened = open(ask, id, view).await?;
        match opened.sight {
            Sight::Totals => Err(Failure::Forbidden("obligation-names-hidden")),
            Sight::Names => Ok(Export { db: ask.db().reports(), opened, after: String::new(), t: Frame::of(ask).t }),
        }
    }

    fn header(&self) -> [&'static str; 8] {
        COLUMNS.map(|it| self.t.say(it))
    }
}

impl Rows for Export {
    async fn next(&mut self) -> Outcome<Option<Vec<Vec<String>>>> {
        let Opened { period, state, moment, .. } = &self.opened;
        let place = self.opened.place();
        let wanted = Wanted { state: *state, after: &self.after, most: BATCH };
        let standings = match moment {
            None => queries::rows(&self.db, place, wanted).await?,
            Some(moment) => queries::rows_at(&self.db, place, wanted, *moment).await?,
        };
        let ids: Vec<String> = standings.iter().map(|it| it.agency_id.clone()).collect();
        let agencies = lookup::agencies(&self.db, &ids).await?;
        let named = |id: &str| agencies.get(id).map(|it| (it.name.clone(), it.region_name.clone())).unwrap_or_default();
        let said = period.said(self.t);
        let row = |it: &Standing| {
            let (name, region) = named(&it.agency_id);
            let state = self.t.say(it.state.key()).to_owned();
            let (counted, pending, many) = (it.counted.to_string(), it.pending.to_string(), it.many.to_string());
            vec![it.agency_id.clone(), name, region, state, counted, pending, many, said.clone()]
        };
        let rows = standings.iter().map(row).collect();
        let Some(last) = ids.into_iter().next_back() else { return Ok(None) };
        self.after = last;
        Ok(Some(rows))
    }
}
