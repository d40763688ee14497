//! Reading the drafting form: from what was typed to a draft that makes sense, or to what is wrong where. No I/O.

use serde::Deserialize;
use ui::{Zone, form::Errors, parse};

pub(crate) use super::line::{folded, is_invisible, one_line};
use super::{
    audience,
    model::{Activity, AgendaItem, FORMS, MODES, Speaker, THEMES},
};
use crate::room::servers::OWN_LINK;

/// The form as sent; everything is text until it is read.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct DraftForm {
    pub(crate) agency: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) theme: String,
    pub(crate) form: String,
    pub(crate) mode: String,
    pub(crate) date: String,
    pub(crate) start: String,
    pub(crate) end: String,
    pub(crate) zone: String,
    pub(crate) place: String,
    /// Id of a meeting server; empty or "own": the link.
    pub(crate) meeting_server: String,
    pub(crate) meeting_link: String,
    pub(crate) contact: String,
    pub(crate) seats: String,
    /// "everyone", "regions" or "agencies".
    pub(crate) audience: String,
    pub(crate) region: Vec<String>,
    pub(crate) agencies: String,
    pub(crate) public: String,
    pub(crate) listed: String,
    pub(crate) closes_date: String,
    pub(crate) closes_time: String,
    pub(crate) minimum_share: String,
    pub(crate) agenda_time: Vec<String>,
    pub(crate) agenda_title: Vec<String>,
    pub(crate) agenda_speaker: Vec<String>,
    pub(crate) speaker_name: Vec<String>,
    pub(crate) speaker_affiliation: Vec<String>,
    pub(crate) speaker_role: Vec<String>,
}

/// What can be kept as an activity.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) theme: String,
    pub(crate) form: String,
    pub(crate) mode: String,
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) zone: Zone,
    pub(crate) place: String,
    pub(crate) meeting_server: String,
    pub(crate) meeting_link: String,
    pub(crate) contact: String,
    pub(crate) seats: Option<i64>,
    pub(crate) audience: Vec<String>,
    pub(crate) is_open_to_public: bool,
    pub(crate) listed: String,
    pub(crate) registration_closes_at: Option<i64>,
    pub(crate) minimum_share: i64,
    pub(crate) agenda: Vec<AgendaItem>,
    pub(crate) speakers: Vec<Speaker>,
}

const LONGEST_TITLE: usize = 120;
const LONGEST_TEXT: usize = 4_000;
const MOST_SEATS: i64 = 1_000_000;
pub(crate) const LONGEST_ACTIVITY: i64 = 14 * kernel::clock::DAY;
pub(crate) const DEFAULT_SHARE: i64 = 700;

impl DraftForm {
    /// `before` is the activity as it stands, absent for a new one; `servers` are the ids of those that may be chosen.
    pub(crate) fn read(&self, before: Option<&Activity>, servers: &[String], now: i64) -> Result<Draft, Errors> {
        let mut errors = Errors::new();
        self.read_words(&mut errors);
        let zone = errors.take("zone", Zone::parse(&self.zone).ok_or("draft-zone")).unwrap_or_default();
        let (starts_at, ends_at) = self.read_time(zone, before, now, &mut errors);
        let seats = self.read_seats(before, &mut errors);
        let audience = self.read_audience(&mut errors);
        let draft = Draft {
            title: one_line(&self.title),
            summary: self.summary.trim().to_owned(),
            theme: self.theme.clone(),
            form: self.form.clone(),
            mode: self.mode.clone(),
            starts_at,
            ends_at,
            zone,
            place: one_line(&self.place),
            meeting_server: self.read_server(before, servers, &mut errors),
            meeting_link: self.read_link(&mut errors),
            contact: one_line(&self.contact),
            seats,
            audience,
            is_open_to_public: self.public == "1",
            listed: if self.listed == "audience" { "audience" } else { "public" }.to_owned(),
            registration_closes_at: self.read_closing(zone, ends_at, &mut errors),
            minimum_share: self.read_share(&mut errors),
            agenda: self.read_agenda(zone, (starts_at, ends_at), &mut errors),
            speakers: self.read_speakers(),
        };
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }

    fn read_words(&self, errors: &mut Errors) {
        let title = one_line(&self.title);
        if title.chars().count() < 5 {
            errors.add("title", "draft-title-missing");
        } else if title.chars().count() > LONGEST_TITLE {
            errors.add_with("title", "draft-too-long", ("n", LONGEST_TITLE));
        }
        if self.summary.chars().count() > LONGEST_TEXT {
            errors.add_with("summary", "draft-too-long", ("n", LONGEST_TEXT));
        }
        for (field, value, known) in [("theme", &self.theme, THEMES), ("form", &self.form, FORMS), ("mode", &self.mode, MODES)] {
            if !known.contains(&value.as_str()) {
                errors.add(field, "draft-choose-one");
            }
        }
        if self.mode != "online" && one_line(&self.place).is_empty() {
            errors.add("place", "draft-place-missing");
        }
    }

    fn read_time(&self, zone: Zone, before: Option<&Activity>, now: i64, errors: &mut Errors) -> (i64, i64) {
        let day = errors.take("date", parse::date(&self.date));
        let start = errors.take("start", parse::clock(&self.start));
        let end = errors.take("end", parse::clock(&self.end));
        let (Some(day), Some(start), Some(end)) = (day, start, end) else {
            return (0, 1);
        };
        let (starts_at, ends_at) = (zone.moment(day, start), zone.moment(day, end));
        let is_moved = before.is_none_or(|it| it.starts_at != starts_at);
        if ends_at <= starts_at {
            errors.add_with("end", "draft-end-before-start", ("start", self.start.trim()));
        } else if ends_at - starts_at > LONGEST_ACTIVITY {
            errors.add("end", "draft-too-long-activity");
        }
        if is_moved && starts_at <= now {
            errors.add("date", "draft-in-past");
        } else if starts_at > now + 3 * 366 * kernel::clock::DAY {
            errors.add("date", "draft-too-far");
        }
        (starts_at, ends_at)
    }

    fn read_seats(&self, before: Option<&Activity>, errors: &mut Errors) -> Option<i64> {
        if self.seats.trim().is_empty() {
            return None;
        }
        let seats = errors.take("seats", parse::whole(&self.seats))?;
        let taken = before.map_or(0, |it| it.taken);
        if !(1..=MOST_SEATS).contains(&seats) {
            errors.add("seats", "draft-seats-range");
        } else if seats < taken {
            errors.add_with("seats", "draft-seats-below-taken", ("n", taken));
        }
        Some(seats)
    }

    pub(crate) fn read_audience(&self, errors: &mut Errors) -> Vec<String> {
        let agencies: Vec<String> =
            self.agencies.split([',', ';', '\n', ' ']).map(|it| it.trim().to_lowercase()).filter(|it| !it.is_empty()).collect();
        let regions: Vec<String> = self.region.iter().filter(|it| is_region(it)).cloned().collect();
        let (agencies, regions) = match self.audience.as_str() {
            "everyone" => (Vec::new(), Vec::new()),
            "regions" if regions.is_empty() => {
                errors.add("region", "draft-audience-nobody");
                (Vec::new(), Vec::new())
            }
            "regions" => (Vec::new(), regions),
            "agencies" if agencies.is_empty() => {
                errors.add("agencies", "draft-audience-nobody");
                (Vec::new(), Vec::new())
            }
            "agencies" => (agencies, regions),
            _ => {
                errors.add("audience", "draft-audience-nobody");
                (Vec::new(), Vec::new())
            }
        };
        if agencies.len() > 200 || regions.len() > 200 {
            errors.add("audience", "draft-audience-too-many");
        }
        audience::labels(&agencies, &regions, self.public == "1")
    }

    fn read_link(&self, errors: &mut Errors) -> String {
        let link = self.meeting_link.trim();
        let is_sound =
            link.is_empty() || (link.starts_with("https://") && !link.contains(char::is_whitespace) && link.len() <= 500);
        if !is_sound {
            errors.add("meeting_link", "draft-link");
        }
        link.to_owned()
    }

    /// A server that was chosen before may stay, also when it is not offered any more.
    fn read_server(&self, before: Option<&Activity>, servers: &[String], errors: &mut Errors) -> String {
        let server = Some(&self.meeting_server).filter(|it| *it != OWN_LINK).cloned().unwrap_or_default();
        let is_kept = before.is_some_and(|it| it.meeting_server == server);
        if !(server.is_empty() || is_kept || servers.contains(&server)) {
            errors.add("meeting_server", "room-choice-unknown");
        }
        server
    }

    fn read_closing(&self, zone: Zone, ends_at: i64, errors: &mut Errors) -> Option<i64> {
        if self.closes_date.trim().is_empty() {
            return None;
        }
        let time = if self.closes_time.trim().is_empty() { "16.00" } else { &self.closes_time };
        let closes_at = errors.take("closes_date", parse::moment(&self.closes_date, time, zone))?;
        if closes_at > ends_at {
            errors.add("closes_date", "draft-closes-after-end");
        }
        Some(closes_at)
    }

    /// Typed as percent, kept as permille.
    fn read_share(&self, errors: &mut Errors) -> i64 {
        if self.minimum_share.trim().is_empty() {
            return DEFAULT_SHARE;
        }
        match errors.take("minimum_share", parse::whole(&self.minimum_share)) {
            Some(percent @ 1..=100) => percent * 10,
            Some(_) => {
                errors.add("minimum_share", "draft-share-range");
                DEFAULT_SHARE
            }
            None => DEFAULT_SHARE,
        }
    }

    fn read_agenda(&self, zone: Zone, (starts_at, ends_at): (i64, i64), errors: &mut Errors) -> Vec<AgendaItem> {
        let day = parse::date(&self.date).ok();
        let rows = self
            .agenda_title
            .iter()
            .enumerate()
            .map(|(n, title)| (at(&self.agenda_time, n), one_line(title), at(&self.agenda_speaker, n)));
        let mut agenda: Vec<AgendaItem> = Vec::new();
        for (time, title, speaker) in rows.filter(|it| !it.1.is_empty() || !it.0.is_empty()).take(60) {
            let moment = parse::clock(time).ok().zip(day).map(|(time, day)| zone.moment(day, time));
            match moment {
                Some(moment) if title.is_empty() || moment < starts_at || moment >= ends_at => {
                    errors.add("agenda", "draft-agenda-outside")
                }
                Some(starts_at) => agenda.push(AgendaItem { starts_at, title, speaker: one_line(speaker) }),
                None => errors.add("agenda", "draft-agenda-time"),
            }
        }
        agenda.sort_by_key(|it| it.starts_at);
        agenda
    }

    fn read_speakers(&self) -> Vec<Speaker> {
        let rows = self
            .speaker_name
            .iter()
            .enumerate()
            .map(|(n, name)| (one_line(name), at(&self.speaker_affiliation, n), at(&self.speaker_role, n)));
        rows.filter(|it| !it.0.is_empty())
            .take(40)
            .map(|(name, affiliation, role)| Speaker {
                name,
                affiliation: one_line(affiliation),
                role: if role == "moderator" { "moderator" } else { "narasumber" }.to_owned(),
            })
            .collect()
    }
}

fn is_region(code: &str) -> bool {
    code.len() <= 5 && !code.is_empty() && code.chars().all(|it| it.is_ascii_digit() || it == '.')
}

fn at(list: &[String], n: usize) -> &str {
    list.get(n).map_or("", |it| it.trim())
}
