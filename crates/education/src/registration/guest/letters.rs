//! The letter that holds a guest's ticket. At most one a day for each registration, however often the form is sent.

use kernel::{clock::DAY, mail::Letter};
use ui::Tongue;

use crate::{
    activity::model::Activity,
    registration::{
        model::{Key, Place, Standing},
        policy::Newcomer,
    },
};

/// For the guests among those who got a place, or asked again for the one they have.
pub(in crate::registration) fn letters<'a>(
    activity: &Activity,
    (base_url, now): (&str, i64),
    placed: impl Iterator<Item = (&'a Newcomer, &'a Place, Tongue)>,
) -> Vec<Letter> {
    placed
        .filter_map(|(newcomer, place, t)| match &newcomer.key {
            Key::Guest(mail) => Some(letter(activity, (mail, &newcomer.name), place, (t, base_url, now))),
            Key::Person(_) => None,
        })
        .collect()
}

fn letter(activity: &Activity, (mail, name): (&str, &str), place: &Place, (t, base_url, now): (Tongue, &str, i64)) -> Letter {
    let key = match place.standing {
        Standing::Seated => "guest-letter-seated",
        Standing::Waiting | Standing::Cancelled => "guest-letter-waiting",
    };
    let text = t
        .with("name", name)
        .with("title", &activity.title)
        .with("when", t.period(activity.starts_at, activity.ends_at, activity.zone))
        .with("address", format!("{base_url}/tiket/{}", place.ticket))
        .say(key);
    Letter {
        key: format!("education.ticket/{}/{}/{}", place.id, place.number, now / DAY),
        to: mail.to_owned(),
        to_name: name.to_owned(),
        subject: t.fill("guest-letter-subject", "title", &activity.title),
        text,
        calendar: None,
    }
}
