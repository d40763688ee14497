//! Which certificates were withdrawn, as signed lists of bits that say nothing else. The table is the truth; a list is made anew when it changed.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use axum::{extract::Path, http::HeaderMap, response::Response};
use credential::{StatusList, StatusListAbout, issue_status_list};
use kernel::{App, Ask, Failure, Outcome, id};

use super::{Key, did, freshness, queries};
use crate::certificate::badge;

/// The last text of each list, with the tag that it was made for.
type Kept = Mutex<HashMap<i64, (String, String)>>;

pub(crate) fn path(list: i64) -> String {
    format!("/status/{list}")
}

pub(crate) async fn page(ask: Ask, Path(list): Path<String>, headers: HeaderMap) -> Outcome<Response> {
    let app = &ask.app;
    let list: i64 = list.parse().ok().filter(|it: &i64| it.to_string() == list).ok_or(Failure::NotFound)?;
    let begun = queries::drawn(app.db()).await?.checked_add(BITS - 1).map_or(0, |it| it / BITS);
    if !(0..begun).contains(&list) {
        return Err(Failure::NotFound);
    }
    let key = super::present(app).await?;
    let (withdrawn, last) = queries::withdrawals(app.db(), list).await?;
    let at = last.unwrap_or_default().max(key.created_at);
    let tag = id::fingerprint(&format!("{} {list} {withdrawn} {}", app.settings().base_url, key.name));
    if freshness::is_known(&headers, &tag) {
        return Ok(freshness::unchanged(&tag));
    }
    let text = match kept(app, list, &tag) {
        Some(text) => text,
        None => keep(app, (list, &tag), signed(app, list, (&key, at)).await?),
    };
    Ok(freshness::fresh(&tag, badge::files::KIND, text))
}

const BITS: i64 = StatusList::BITS as i64;

async fn signed(app: &App, list: i64, (key, at): (&Key, i64)) -> Outcome<String> {
    let mut bits = StatusList::new();
    queries::withdrawn(app.db(), list)
        .await?
        .into_iter()
        .filter_map(|it| u32::try_from(it).ok())
        .for_each(|it| bits.withdraw(it));
    let issuer = did(app.settings())?.id().to_owned();
    let about = StatusListAbout { id: app.settings().absolute(&path(list)), issuer, valid_from: at };
    issue_status_list(&bits, &about, &super::signer(app, key)?, at).map_err(Failure::broken)
}

fn kept(app: &App, list: i64, tag: &str) -> Option<String> {
    let all = app.kept::<Kept>(|_| Mutex::default());
    let all = all.lock().unwrap_or_else(PoisonError::into_inner);
    all.get(&list).filter(|it| it.0 == tag).map(|it| it.1.clone())
}

fn keep(app: &App, (list, tag): (i64, &str), text: String) -> String {
    let all = app.kept::<Kept>(|_| Mutex::default());
    all.lock().unwrap_or_else(PoisonError::into_inner).insert(list, (tag.to_owned(), text.clone()));
    text
}
