//! Entering a code: limits on guessing, then a desk per activity that settles many entries in one transaction. Pages are elsewhere.

use std::{sync::Arc, time::Duration};

use crowd::{
    desk::{Desk, Settling},
    limits::Limit,
};
use kernel::{App, Failure, Outcome};

use crate::{
    activity::{self, model::Activity},
    attendance::{
        checkpoint,
        code::{self, Key},
        model::{Checkpoint, Kind, Part, Seat},
        policy::{self, Enterable, Refusal},
        queries::{self, Entry, Recording},
    },
};

/// Somebody registered who typed a code at a moment.
struct Typed {
    seat: Seat,
    code: String,
    at: i64,
}

type Verdict = Result<Part, Refusal>;
struct CheckInDesk(Desk<Typed, Verdict>);

/// Wrong tries. An account has few; an activity has many, for many people mistype. When an activity's are used up, a storm of guesses from
/// many accounts is going on: then one wrong try is all that an account has. A right code is never refused for what others do, and no
/// address counts: an office behind one is never locked out.
struct Guesses {
    of_account: Limit,
    of_activity: Limit,
}

const TRIES_OF_ACCOUNT: u32 = 10;
const TRIES_OF_ACTIVITY: u32 = 5_000;
const TRIES_RETURN_AFTER: Duration = Duration::from_secs(600);

/// Keeps the code as evidence, or says why not. The same code twice is the same answer.
pub(crate) async fn enter(app: &App, seat: Seat, typed: &str) -> Outcome<Verdict> {
    let guesses = app.kept(Guesses::new);
    let account = format!("{}/{}", seat.activity_id, seat.registration_id);
    if let Err(Failure::Busy { seconds }) = guesses.of_account.take(&account, app.now()) {
        return Ok(Err(Refusal::GuessedTooOften { seconds }));
    }
    let activity_id = seat.activity_id.clone();
    let entry = Typed { seat, code: typed.chars().take(40).collect(), at: app.now() };
    let verdict = app.kept(|app| CheckInDesk(Desk::open(app, settle))).0.ask(&activity_id, entry).await?;
    match verdict {
        Err(Refusal::WrongCode) => guesses.note_wrong(&activity_id, &account, app.now()),
        // Not forgiven: whoever knows one could guess for ever.
        Err(Refusal::OldCode) => {}
        _ => guesses.of_account.forgive(&account),
    }
    Ok(verdict)
}

impl Guesses {
    fn new(_: &App) -> Guesses {
        Guesses {
            of_account: Limit::new(TRIES_OF_ACCOUNT, TRIES_RETURN_AFTER),
            of_activity: Limit::new(TRIES_OF_ACTIVITY, TRIES_RETURN_AFTER),
        }
    }

    fn note_wrong(&self, activity_id: &str, account: &str, now: i64) {
        let is_storm = self.of_activity.take(activity_id, now).is_err();
        while is_storm && self.of_account.take(account, now).is_ok() {}
    }
}

fn settle(app: App, activity_id: Arc<str>, batch: Vec<Typed>) -> Settling<Verdict> {
    Box::pin(async move {
        let activity = activity::queries::find(app.db(), &activity_id).await?;
        let open = checkpoint::queries::opened(app.db(), &activity_id).await?;
        let judged: Vec<_> = batch.iter().map(|it| judge(&app, &activity, open.as_ref(), it)).collect();
        if let Some(open) = &open {
            let accepted = batch.iter().zip(&judged).filter_map(|(typed, it)| Some((typed, it.as_ref().ok()?)));
            let entries: Vec<Entry> =
                accepted.map(|(typed, it)| Entry::moment(&it.0.registration_id, &open.id, typed.at)).collect();
            keep(&app, &activity, open, &entries).await?;
        }
        Ok(judged.into_iter().map(|it| Ok(it.map(|(_, part)| part))).collect())
    })
}

fn judge(app: &App, activity: &Activity, open: Option<&Checkpoint>, typed: &Typed) -> Result<(Enterable, Part), Refusal> {
    let proof = policy::enterable(activity, Some(&typed.seat), typed.at)?;
    let open = policy::taking(activity, open, typed.at)?;
    let key = Key { activity: &activity.code_secret, installation: &app.settings().secret, checkpoint: &open.id };
    match code::judge(&key, &typed.code, typed.at) {
        code::Verdict::Current => Ok((proof, open.part)),
        code::Verdict::Old => Err(Refusal::OldCode),
        code::Verdict::Wrong => Err(Refusal::WrongCode),
    }
}

async fn keep(app: &App, activity: &Activity, open: &Checkpoint, entries: &[Entry]) -> Outcome<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let recording = Recording { activity_id: &activity.id, kind: Kind::Checkpoint, now: app.now(), by: None, reason: None };
    let mut tx = app.db().begin().await?;
    let new = queries::record(&mut tx, &recording, entries).await?;
    if new > 0 {
        checkpoint::queries::count_up(&mut tx, &open.id, new).await?;
    }
    tx.commit().await
}
