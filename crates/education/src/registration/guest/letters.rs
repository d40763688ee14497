//! The letter that brings a guest their ticket again, when they ask for the place they have. Not the first one, which comes with the news
//! of the place as everybody's does. At most one letter a day for each registration, however often the form is sent.

use kernel::{clock::DAY, mail::Letter};
use ui::Tongue;

use crate::{
    activity::model::Activity,
    registration::{
        model::{Key, Place, Standing},
        policy::Newcomer,
    },
};

/// For the guests among these who have had their place since another day.
pub(in crate::registration) fn letters<'a>(
    activity: &Activity,
    (base_url, now): (&str, i64),
    placed: impl Iterator<Item = (&'a Newcomer, &'a Place, Tongue)>,
) -> Vec<Letter> {
    placed
        .filter(|(_, place, _)| place.held_since.is_some_and(|it| it / DAY != now / DAY))
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
