//! The picture that messaging apps show beside the address: 1200 by 630 pixels, made once per version. Holds nothing personal.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use directory::tree::Tree;
use document::{Card, Organiser};
use kernel::{Ask, Failure, Outcome};
use moka::sync::Cache;
use ui::{Lang, Tongue};

use super::{model::Share, policy, queries};
use crate::{
    activity::{
        policy::Hosted,
        shown::{self, Shown},
    },
    press,
};

/// Some 50 KB each.
const MOST: u64 = 200;
const MOST_ORGANISERS: usize = 8;

struct Pictures(Cache<String, (i64, Bytes)>);

pub(crate) async fn picture(ask: Ask, Path(code): Path<String>) -> Outcome<Response> {
    let share = queries::by_code(ask.db(), &code).await?;
    let version = shown::version(&ask.app, &share.activity_id).await?;
    let shown = Shown::of(&ask.app, &share.activity_id).await?;
    let visible = policy::visible(share, &shown.hosted)?;
    let kept = ask.app.kept(|_| Pictures(Cache::new(MOST)));
    let png = match kept.0.get(&code).filter(|it| it.0 == version) {
        Some((_, png)) => png,
        None => drawn(&ask, visible.share(), &shown.hosted).await?,
    };
    kept.0.insert(code, (version, png.clone()));
    Ok(([(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "public, max-age=3600")], png).into_response())
}

/// Always in Bahasa Indonesia: apps ask without saying a language.
async fn drawn(ask: &Ask, share: &Share, hosted: &Hosted) -> Outcome<Bytes> {
    let (t, activity) = (Tongue::of(Lang::Id), &hosted.activity);
    let ids: Vec<String> = hosted.owners().map(|it| it.agency_id.clone()).collect();
    let agencies = Tree::of(&ask.app).await?.agencies(&ids).await?;
    let named = ids.iter().filter_map(|it| agencies.get(it)).take(MOST_ORGANISERS);
    let card = Card {
        language: "id".to_owned(),
        kind: t.name("form", &activity.form),
        title: activity.title.clone(),
        time: Some(t.period(activity.starts_at, activity.ends_at, activity.zone)),
        organisers: named.map(|it| Organiser { name: it.short_name.clone(), crest: None }).collect(),
        link: Some(ask.app.settings().absolute(&format!("{}?lewat=qr", share.path()))),
    };
    let drawn = press::of(&ask.app)?.share_picture(card).await;
    drawn.map(Bytes::from).map_err(|it| Failure::broken(it.to_string()))
}
