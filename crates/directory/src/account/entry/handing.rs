//! Making entry links and writing the letters that carry them. Not who may.

use kernel::{
    App, Outcome,
    clock::{DAY, HOUR},
    db::Tx,
    id,
    mail::{self, Letter},
};
use serde_json::json;
use ui::{Lang, Tongue};

use super::queries;

/// Long enough for a week of field work between the mail and the first sign-in.
pub(crate) const FIRST_LASTS: i64 = 7 * DAY;
/// Whoever forgot a password is at the screen now.
pub(crate) const FORGOTTEN_LASTS: i64 = 2 * HOUR;

/// What the letter says.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Occasion {
    First,
    Forgotten,
}

/// Somebody who gets a link.
pub(crate) struct Recipient {
    pub(crate) person_id: String,
    pub(crate) full_name: String,
    pub(crate) mail: Option<String>,
}

impl Recipient {
    /// Somebody whose link is handed over by whoever made it.
    pub(crate) fn without_mail(person_id: &str) -> Recipient {
        Recipient { person_id: person_id.to_owned(), full_name: String::new(), mail: None }
    }
}

/// A link just made. The secret is nowhere else but in the letter.
pub(crate) struct Link {
    secret: String,
    pub(crate) ends_at: i64,
}

impl Link {
    pub(crate) fn address(&self, app: &App) -> String {
        app.settings().absolute(&format!("/masuk/pertama/{}", self.secret))
    }
}

/// Makes one link for each, ends their earlier ones, and posts it to those who have mail. `by` is nobody for "forgotten" and the command line.
pub(crate) async fn hand_out(
    tx: &mut Tx,
    app: &App,
    recipients: &[Recipient],
    occasion: Occasion,
    by: Option<&str>,
) -> Outcome<Vec<Link>> {
    let now = app.now();
    let ends_at = now + if occasion == Occasion::First { FIRST_LASTS } else { FORGOTTEN_LASTS };
    let links: Vec<Link> = recipients.iter().map(|_| Link { secret: id::secret(), ends_at }).collect();
    let people: Vec<_> = recipients.iter().map(|it| json!([it.person_id])).collect();
    let rows: Vec<_> =
        recipients.iter().zip(&links).map(|(to, link)| json!([id::fingerprint(&link.secret), to.person_id])).collect();
    tx.run(queries::END_EARLIER, [now.into(), json!(people).into(), now.into()]).await?;
    tx.run(queries::ADD, [json!(rows).into(), now.into(), ends_at.into(), by.into()]).await?;
    let letters: Vec<Letter> = recipients.iter().zip(&links).filter_map(|(to, link)| letter(app, to, link, occasion)).collect();
    mail::post(tx, now, &letters).await?;
    Ok(links)
}

/// In Bahasa Indonesia: what language somebody reads is known of a browser, not of a person.
fn letter(app: &App, to: &Recipient, link: &Link, occasion: Occasion) -> Option<Letter> {
    let t = Tongue::of(Lang::Id);
    let (subject, text) = match occasion {
        Occasion::First => ("account-letter-first-subject", "account-letter-first-text"),
        Occasion::Forgotten => ("account-letter-forgotten-subject", "account-letter-forgotten-text"),
    };
    Some(Letter {
        key: format!("directory.entry-link/{}", id::fingerprint(&link.secret)),
        to: to.mail.clone()?,
        to_name: to.full_name.clone(),
        subject: t.say(subject).to_owned(),
        text: t.with("name", &to.full_name).with("link", link.address(app)).say(text),
        calendar: None,
    })
}
