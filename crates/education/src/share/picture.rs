//! The picture that messaging apps show beside the address: 1200 by 630 pixels, made once for what it says. Holds nothing personal.

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
use tokio::sync::Mutex;
use ui::{Lang, Tongue};

use super::{model::Share, policy, queries};
use crate::{
    activity::{policy::Hosted, shown::Shown},
    press,
};

/// Some 50 KB each.
const MOST: u64 = 200;
const MOST_ORGANISERS: usize = 8;

/// By all that is written on them, so that nothing else has one drawn again.
struct Pictures {
    drawn: Cache<String, Bytes>,
    /// One at a time: whoever asks for the same waits for it, and the press has other work too.
    easel: Mutex<()>,
}

pub(crate) async fn picture(ask: Ask, Path(code): Path<String>) -> Outcome<Response> {
    let share = queries::by_code(ask.db(), &code).await?;
    let shown = Shown::of(&ask.app, &share.activity_id).await?;
    let visible = policy::visible(share, &shown.hosted)?;
    let png = drawn(&ask, card(&ask, visible.share(), &shown.hosted).await?).await?;
    Ok(([(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "public, max-age=3600")], png).into_response())
}

async fn drawn(ask: &Ask, card: Card) -> Outcome<Bytes> {
    let said = serde_json::to_string(&card)?;
    let pictures = ask.app.kept(|_| Pictures { drawn: Cache::new(MOST), easel: Mutex::new(()) });
    if let Some(png) = pictures.drawn.get(&said) {
        return Ok(png);
    }
    let _only = pictures.easel.lock().await;
    if let Some(png) = pictures.drawn.get(&said) {
        return Ok(png);
    }
    let drawn = press::of(&ask.app)?.share_picture(card).await;
    let png = Bytes::from(drawn.map_err(|it| Failure::broken(it.to_string()))?);
    pictures.drawn.insert(said, png.clone());
    Ok(png)
}

/// Always in Bahasa Indonesia: apps ask without saying a language.
async fn card(ask: &Ask, share: &Share, hosted: &Hosted) -> Outcome<Card> {
    let (t, activity) = (Tongue::of(Lang::Id), &hosted.activity);
    let ids: Vec<String> = hosted.owners().map(|it| it.agency_id.clone()).collect();
    let agencies = Tree::of(&ask.app).await?.agencies(&ids).await?;
    let named = ids.iter().filter_map(|it| agencies.get(it)).take(MOST_ORGANISERS);
    Ok(Card {
        language: "id".to_owned(),
        kind: t.name("form", &activity.form),
        title: activity.title.clone(),
        time: Some(t.period(activity.starts_at, activity.ends_at, activity.zone)),
        organisers: named.map(|it| Organiser { name: it.short_name.clone(), crest: None }).collect(),
        link: Some(ask.app.settings().absolute(&format!("{}?lewat=qr", share.path()))),
    })
}
