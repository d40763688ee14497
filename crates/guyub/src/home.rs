//! The front page: for strangers what Guyub is, for the signed-in what needs them. Its parts come from the domains as panels.

use askama::Template;
use axum::response::Response;
use kernel::{
    Access::{Anyone, SignedIn},
    Ask, Domain, Outcome, Routes, panels,
};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

pub(crate) const DOMAIN: Domain = Domain { routes, texts: TEXTS, ..Domain::named("home") };

pub(crate) const TEXTS: &[(&str, &str)] = &[("id", include_str!("text/home.id.ftl")), ("en", include_str!("text/home.en.ftl"))];

fn routes() -> Routes {
    Routes::of("home")
        .get("/", Anyone, home)
        .answers::<HomePage>()
        .get("/beranda", SignedIn, home)
        .answers::<HomePage>()
        .get("/tentang", Anyone, about)
        .answers::<AboutPage>()
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "home.html")]
struct HomePage {
    #[serde(skip)]
    frame: Frame,
    /// Given name of whoever is signed in.
    name: String,
    #[serde(skip)]
    panels: Vec<String>,
    /// Where programs find the same things.
    addresses: Vec<&'static str>,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "home-public.html")]
struct PublicPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    panels: Vec<String>,
    addresses: Vec<&'static str>,
}

async fn home(ask: Ask) -> Outcome<Response> {
    let frame = Frame::of(&ask);
    let t = frame.t;
    let addresses = vec!["/kegiatan", "/instansi", "/wilayah"];
    let Some(actor) = ask.maybe_actor() else {
        let panels = panels::render(&ask, "public-home", "").await?;
        let frame = frame.titled(t.say("home-public-title")).described(t.say("home-public-lead"));
        return ask.page(&PublicPage { frame, panels, addresses });
    };
    let panels = panels::render(&ask, "home", &actor.id).await?;
    let name = called(&actor.name).to_owned();
    ask.page(&HomePage { frame: frame.titled(t.say("home-title")), name, panels, addresses })
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "about.html")]
struct AboutPage {
    #[serde(skip)]
    frame: Frame,
    version: &'static str,
}

async fn about(ask: Ask) -> Outcome<Response> {
    let frame = Frame::of(&ask);
    let t = frame.t;
    let frame = frame.titled(t.say("about-title")).described(t.say("home-public-lead")).crumb(t.say("frame-home"), "/");
    ask.page(&AboutPage { frame, version: env!("CARGO_PKG_VERSION") })
}

/// What to call somebody: the first word of the name that is not a title or an initial.
fn called(full_name: &str) -> &str {
    let without_titles_after = full_name.split(',').next().unwrap_or_default();
    without_titles_after.split_whitespace().find(|it| !it.ends_with('.')).unwrap_or(without_titles_after)
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn people_are_called_by_their_name_and_not_by_their_titles() {
        assert_eq!(called("Nurhaeda, S.E."), "Nurhaeda");
        assert_eq!(called("Dr. H. Ahmad Contoh, S.E., M.Si."), "Ahmad");
        assert_eq!(called("Yolanda"), "Yolanda");
        assert_eq!(called("M."), "M.");
    }
}
