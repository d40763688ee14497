//! What the offices of a head or coordinator owe in the running periods: a panel for home, and the same for whoever suggests what to do about it.

use askama::Template;
use directory::lookup;
use kernel::{Ask, Db, Outcome, panels::Rendering};
use ui::{Frame, Tongue, Zone};

use super::{
    board::{policy, queries},
    period::{Period, Rhythm},
    standing::model::State,
};

/// One obligation of one office in a period that runs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Owed {
    pub(crate) obligation_id: String,
    /// Name of the rule.
    pub(crate) name: String,
    pub(crate) period: Period,
    pub(crate) agency_id: String,
    /// The short one.
    pub(crate) agency: String,
    pub(crate) state: State,
    pub(crate) counted: i64,
    pub(crate) pending: i64,
    pub(crate) many: i64,
    /// Epoch ms, midnight on the office's clock.
    pub(crate) closes_at: i64,
    pub(crate) zone: Zone,
}

/// What these offices owe in the periods that run, soonest to close first; with a constant number of statements.
pub(crate) async fn owed_by(db: &Db, agencies: &[String], now: i64) -> Outcome<Vec<Owed>> {
    let found = queries::running_of(db, agencies, now).await?;
    let ids: Vec<String> = found.iter().map(|it| it.standing.agency_id.clone()).collect();
    let offices = lookup::agencies(db, &ids).await?;
    let owed = |it: queries::Running| {
        let office = offices.get(&it.standing.agency_id);
        Owed {
            name: it.name,
            period: Period::new(it.rhythm, it.standing.period),
            agency: office.map_or_else(|| it.standing.agency_id.clone(), |it| it.short_name.clone()),
            zone: office.and_then(|it| Zone::parse(&it.zone)).unwrap_or_default(),
            state: it.standing.state,
            counted: it.standing.counted,
            pending: it.standing.pending,
            many: it.standing.many,
            closes_at: it.standing.closes_at,
            obligation_id: it.standing.obligation_id,
            agency_id: it.standing.agency_id,
        }
    };
    Ok(found.into_iter().map(owed).collect())
}

#[derive(Template)]
#[template(path = "obligation-panel.html")]
struct ObligationPanel {
    t: Tongue,
    owed: Vec<Owed>,
}

pub(crate) fn render<'a>(ask: &'a Ask, _: &'a str) -> Rendering<'a> {
    Box::pin(async move {
        let own = ask.maybe_actor().map(policy::own).unwrap_or_default();
        if own.is_empty() {
            return Ok(None);
        }
        let owed = owed_by(ask.db(), &own, ask.now()).await?;
        if owed.is_empty() {
            return Ok(None);
        }
        Ok(Some(ObligationPanel { t: Frame::of(ask).t, owed }.render()?))
    })
}

impl Owed {
    pub(crate) fn is_on_the_way(&self) -> bool {
        matches!(self.state, State::Fulfilled | State::Underway)
    }

    pub(crate) fn href(&self) -> String {
        format!("/kewajiban/{}?periode={}", self.obligation_id, self.period.code())
    }

    /// The whole state in a sentence.
    pub(crate) fn said(&self, t: &Tongue) -> String {
        let key = match (self.state, self.period.rhythm) {
            (State::None, Rhythm::Quarter) => "obligation-panel-none-quarter",
            (State::None, Rhythm::Semester) => "obligation-panel-none-semester",
            (State::Fulfilled, _) => "obligation-panel-fulfilled",
            _ => "obligation-panel-underway",
        };
        let counted = t.with("n", t.number(self.counted)).with("many", t.number(self.many));
        counted.with("pending", t.number(self.pending)).with("agency", &self.agency).say(key)
    }

    fn until(&self, t: &Tongue) -> String {
        t.date_long(self.closes_at - 1, self.zone)
    }
}
