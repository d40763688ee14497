//! Outgoing mail: a row written with the change, posted afterwards, each key once. Knows nothing of what mails are about.

use std::{path::PathBuf, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart, SinglePart, header::ContentType},
};

use crate::{
    App, Failure, Outcome,
    clock::{HOUR, MINUTE, SECOND},
    db::{Row, Tx},
    id,
};

/// A letter to one person. The same key is posted once for ever.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letter {
    pub key: String,
    pub to: String,
    pub to_name: String,
    pub subject: String,
    pub text: String,
    /// A calendar part: its method (REQUEST, CANCEL) and the iCalendar text.
    pub calendar: Option<(String, String)>,
}

pub const STATEMENTS: &[&str] = &[POST_MANY, CLAIM, SENT, GIVEN_UP, STUMBLE, BY_RECIPIENT, WAITING];

const POST_MANY: &str = "
    insert into kernel_letter (id, key, recipient, recipient_name, subject, body, calendar_method, calendar, posted_at)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, $1
      from json_each($2) where true on conflict (key) do nothing";
const CLAIM: &str = "
    update kernel_letter set claimed_until = $1, attempts = attempts + 1
     where id in (select id from kernel_letter where sent_at is null and claimed_until <= $2 order by id limit 50)
       and sent_at is null and claimed_until <= $3
    returning id, key, recipient, recipient_name, subject, body, calendar_method, calendar, attempts";
const SENT: &str =
    "update kernel_letter set sent_at = $1, stumbled_on = null where id in (select value ->> 0 from json_each($2))";
const GIVEN_UP: &str = "update kernel_letter set sent_at = $1, stumbled_on = $2 where id = $3";
const STUMBLE: &str = "update kernel_letter set claimed_until = $1, stumbled_on = $2 where id = $3";
const BY_RECIPIENT: &str = "
    select id, key, recipient, recipient_name, subject, body, calendar_method, calendar, attempts
      from kernel_letter where recipient = $1 order by id";
const WAITING: &str = "select count(*) as n from kernel_letter where sent_at is null";

const MOST_ATTEMPTS: i64 = 10;
/// Letters carried at the same time.
const AT_ONCE: usize = 10;

pub async fn post(tx: &mut Tx, now: i64, letters: &[Letter]) -> Outcome<()> {
    if letters.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = letters
        .iter()
        .map(|it| {
            let (method, calendar) = it.calendar.clone().unzip();
            serde_json::json!([id::fresh(), it.key, it.to, it.to_name, it.subject, it.text, method, calendar])
        })
        .collect();
    tx.run(POST_MANY, [now.into(), serde_json::Value::Array(rows).into()]).await.map(drop)
}

struct Posted {
    id: String,
    attempts: i64,
    letter: Letter,
}

fn posted(row: &Row) -> Outcome<Posted> {
    let method: Option<String> = row.get("calendar_method")?;
    let letter = Letter {
        key: row.get("key")?,
        to: row.get("recipient")?,
        to_name: row.get("recipient_name")?,
        subject: row.get("subject")?,
        text: row.get("body")?,
        calendar: method.zip(row.get::<Option<String>>("calendar")?),
    };
    Ok(Posted { id: row.get("id")?, attempts: row.get("attempts")?, letter })
}

/// All letters to one address, oldest first: for tests and for the operator's question "was it sent?".
pub async fn letters_to(app: &App, address: &str) -> Outcome<Vec<Letter>> {
    Ok(app.db().all(BY_RECIPIENT, [address.into()], posted).await?.into_iter().map(|it| it.letter).collect())
}

/// How many letters have not been sent, for the operator.
pub async fn waiting(app: &App) -> Outcome<i64> {
    app.db().one(WAITING, crate::db::NONE, |row| row.get("n")).await
}

/// Whether letters can be sent from this: `Name <name@host>` or an address alone.
pub fn is_mailbox(text: &str) -> bool {
    text.parse::<Mailbox>().is_ok()
}

/// Where letters go.
pub enum Postman {
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    /// Each letter as an .eml file: for trying out, and for tests.
    Folder(PathBuf),
}

impl Postman {
    /// `smtp://`, `smtps://` with user and password, or `folder:PATH`.
    pub fn of(url: &str) -> Outcome<Postman> {
        match url.strip_prefix("folder:") {
            Some(path) => Ok(Postman::Folder(path.into())),
            None => {
                Ok(Postman::Smtp(Box::new(AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(Failure::broken)?.build())))
            }
        }
    }

    /// Whether the server answers, for `doctor`.
    pub async fn answers(&self) -> Outcome<bool> {
        match self {
            Postman::Smtp(it) => it.test_connection().await.map_err(Failure::broken),
            Postman::Folder(path) => Ok(tokio::fs::create_dir_all(path).await.is_ok()),
        }
    }

    async fn carry(&self, id: &str, message: Message) -> Outcome<()> {
        match self {
            Postman::Smtp(it) => it.send(message).await.map(drop).map_err(Failure::broken),
            Postman::Folder(path) => {
                tokio::fs::create_dir_all(path).await?;
                Ok(tokio::fs::write(path.join(format!("{id}.eml")), message.formatted()).await?)
            }
        }
    }
}

/// Sends what waits; answers how many letters went out. A crash between the server's yes and our mark repeats a letter with the
/// same Message-ID, which mail programs show once.
pub async fn send_waiting(app: &App, postman: &Postman) -> Outcome<usize> {
    let mut sent = 0;
    loop {
        let now = app.now();
        let mut tx = app.db().begin().await?;
        let claimed = tx.all(CLAIM, [(now + 5 * MINUTE).into(), now.into(), now.into()], posted).await?;
        tx.commit().await?;
        if claimed.is_empty() {
            return Ok(sent);
        }
        for some in claimed.chunks(AT_ONCE) {
            sent += send(app, postman, some).await?;
        }
    }
}

/// Side by side; what went out is marked together.
async fn send(app: &App, postman: &Postman, letters: &[Posted]) -> Outcome<usize> {
    let results = futures_util::future::join_all(letters.iter().map(|it| carry(app, postman, it))).await;
    let (sent, failed): (Vec<_>, Vec<_>) = letters.iter().zip(results).partition(|it| it.1.is_ok());
    let ids: Vec<[&str; 1]> = sent.iter().map(|it| [it.0.id.as_str()]).collect();
    let mut tx = app.db().begin().await?;
    tx.run(SENT, [app.now().into(), serde_json::json!(ids).into()]).await?;
    for (posted, result) in failed {
        if let Err((failure, is_hopeless)) = result {
            stumble(&mut tx, posted, (&failure, is_hopeless), app.now()).await?;
        }
    }
    tx.commit().await?;
    Ok(ids.len())
}

/// Or why not, and whether trying again is hopeless.
async fn carry(app: &App, postman: &Postman, posted: &Posted) -> Result<(), (Failure, bool)> {
    let message = message(app, posted).map_err(|it| (it, true))?;
    postman.carry(&posted.id, message).await.map_err(|it| (it, posted.attempts >= MOST_ATTEMPTS))
}

async fn stumble(tx: &mut Tx, posted: &Posted, (failure, is_hopeless): (&Failure, bool), now: i64) -> Outcome<()> {
    let (id, why) = (posted.id.as_str(), failure.to_string());
    if is_hopeless {
        tracing::error!(id, %failure, "a letter was given up");
        return tx.run(GIVEN_UP, [now.into(), why.into(), id.into()]).await.map(drop);
    }
    let pause = ((15 * SECOND) << posted.attempts.clamp(0, 10)).min(4 * HOUR);
    tx.run(STUMBLE, [(now + pause).into(), why.into(), id.into()]).await.map(drop)
}

fn message(app: &App, posted: &Posted) -> Outcome<Message> {
    let letter = &posted.letter;
    let from: Mailbox = app.settings().mail_from.parse().map_err(Failure::broken)?;
    let to = Mailbox::new(Some(letter.to_name.clone()), letter.to.parse().map_err(Failure::broken)?);
    let builder = Message::builder().from(from).to(to).subject(letter.subject.clone()).message_id(Some(format!(
        "<{}@{}>",
        posted.id,
        app.settings().host()
    )));
    let text = SinglePart::plain(letter.text.clone());
    let message = match &letter.calendar {
        None => builder.singlepart(text),
        Some((method, calendar)) => {
            let kind = ContentType::parse(&format!("text/calendar; method={method}; charset=UTF-8")).map_err(Failure::broken)?;
            let part = SinglePart::builder().header(kind).body(calendar.clone());
            builder.multipart(MultiPart::alternative().singlepart(text).singlepart(part))
        }
    };
    message.map_err(Failure::broken)
}

/// Posts for as long as the process lives.
pub async fn run(app: App, postman: Postman) {
    loop {
        let rung = app.bell().notified();
        if let Err(failure) = send_waiting(&app, &postman).await {
            tracing::error!(%failure, "mail could not be sent");
        }
        let _ = tokio::time::timeout(Duration::from_secs(3), rung).await;
    }
}
