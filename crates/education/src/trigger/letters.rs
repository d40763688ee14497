//! Tells somebody that an activity is in their charge, in the product and by mail.

use directory::lookup::Person;
use kernel::{
    Ask, Outcome,
    db::Tx,
    mail::{self, Letter},
};
use ui::{Lang, Tongue};

use crate::{
    activity::draft::one_line,
    notice::{
        model::Details,
        queries::{NewNotice, add},
    },
};

pub(super) async fn tell(ask: &Ask, tx: &mut Tx, (activity_id, title): (&str, &str), person: &Person) -> Outcome<()> {
    let now = ask.now();
    // Who is put in charge again, after somebody else was, is told again.
    let key = format!("entrusted:{activity_id}:{now}");
    let by = one_line(&ask.actor()?.name);
    let details =
        Details { by: by.clone(), title: title.to_owned(), href: format!("/kegiatan/{activity_id}/ubah"), ..Details::default() };
    let notice = NewNotice { person_id: &person.id, activity_id: None, kind: "entrusted", key: &key, details: &details };
    add(tx, now, &[notice]).await?;
    let Some(to) = person.mail.clone().filter(|it| !it.is_empty()) else { return Ok(()) };
    let (t, settings) = (Tongue::of(Lang::Id), ask.app.settings());
    let parts = [
        t.fill("letter-greeting", "name", one_line(&person.full_name)),
        t.fill("letter-lead-entrusted", "by", &by),
        one_line(title),
        t.fill("letter-link-entrusted", "address", settings.absolute(&details.href)),
        t.fill("letter-footer", "address", &settings.base_url),
    ];
    let letter = Letter {
        key: format!("education/{key}/{}", person.id),
        to,
        to_name: one_line(&person.full_name),
        subject: t.fill("letter-subject-entrusted", "title", one_line(title)),
        text: parts.join("\n\n") + "\n",
        calendar: None,
    };
    mail::post(tx, now, &[letter]).await
}
