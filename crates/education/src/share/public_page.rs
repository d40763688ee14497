//! The page for families and neighbours, at a short address. For everybody, without account and script; it prints well.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::{HeaderMap, Method},
    response::Response,
};
use directory::{lookup::Agency, tree::Tree};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Frame;

use super::{model::Share, policy, queries, reach, wording::Ready};
use crate::{
    activity::{
        model::{Activity, State},
        shown::Shown,
    },
    material::{
        card::{self, MaterialRow},
        policy::Reader,
    },
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "share.html")]
pub(crate) struct SharePage {
    #[serde(skip)]
    frame: Frame,
    share: Share,
    activity: Activity,
    state: State,
    hosts: Vec<Agency>,
    materials: Vec<MaterialRow>,
    ready: Ready,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Way {
    lewat: Option<String>,
}

pub(crate) async fn page(
    ask: Ask,
    Path(code): Path<String>,
    Query(way): Query<Way>,
    method: Method,
    headers: HeaderMap,
) -> Outcome<Response> {
    let share = queries::by_code(ask.db(), &code).await?;
    let shown = Shown::of(&ask.app, &share.activity_id).await?;
    let visible = policy::visible(share, &shown.hosted)?;
    reach::note(&ask, &shown.hosted, (&method, &headers, way.lewat.as_deref()));
    ask.page(&share_page(&ask, visible.share(), &shown).await?)
}

async fn share_page(ask: &Ask, share: &Share, shown: &Shown) -> Outcome<SharePage> {
    let (hosted, activity) = (&shown.hosted, &shown.hosted.activity);
    let ids: Vec<String> = hosted.owners().map(|it| it.agency_id.clone()).collect();
    let agencies = Tree::of(&ask.app).await?.agencies(&ids).await?;
    let mut frame = Frame::of(ask)
        .in_zone(activity.zone)
        .titled(&activity.title)
        .described(share.summary.lines().collect::<Vec<_>>().join(" "))
        .pictured(format!("{}/gambar.png?v={}", share.path(), activity.version));
    // By which way somebody came is not handed on.
    frame.path = share.path();
    Ok(SharePage {
        ready: Ready::of(ask.app.settings(), frame.t, (activity, share)),
        frame,
        share: share.clone(),
        state: activity.state(ask.now()),
        hosts: ids.iter().filter_map(|it| agencies.get(it)).cloned().collect(),
        materials: card::rows(&shown.materials, Reader::Anyone, (hosted, ask.now())),
        activity: activity.clone(),
    })
}
