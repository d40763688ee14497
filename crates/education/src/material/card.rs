//! Materials as a part of the activity's page: those that the visitor may have. Reads only.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    model::{Material, Openness},
    policy::{self, Reader},
};
use crate::activity::policy::Hosted;

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct MaterialRow {
    pub(crate) id: String,
    pub(crate) title: String,
    /// Where it is: a file here, or a page elsewhere.
    pub(crate) href: String,
    /// "pdf", "pptx" ...; empty for a link.
    pub(crate) kind: String,
    /// Bytes; 0 for a link.
    pub(crate) size: i64,
    /// Of a link.
    pub(crate) host: String,
    pub(crate) openness: Openness,
    pub(crate) is_early: bool,
    /// For others than the hosts.
    pub(crate) is_open: bool,
}

pub(crate) fn rows(materials: &[Material], reader: Reader, (hosted, now): (&Hosted, i64)) -> Vec<MaterialRow> {
    let at = (&hosted.activity, now);
    let shown = materials.iter().filter(|it| policy::shows(it, reader, at));
    shown.map(|it| MaterialRow::of(it, policy::is_open(it, at.0, now))).collect()
}

impl MaterialRow {
    fn of(it: &Material, is_open: bool) -> MaterialRow {
        let file = it.file.as_ref();
        MaterialRow {
            id: it.id.clone(),
            title: it.title.clone(),
            href: file.map_or(it.link.clone(), |_| format!("/kegiatan/{}/materi/{}/berkas", it.activity_id, it.id)),
            kind: file.map(|it| it.kind.clone()).unwrap_or_default(),
            size: file.map_or(0, |it| it.size),
            host: it.host().to_owned(),
            openness: it.openness,
            is_early: it.is_early,
            is_open,
        }
    }

    pub(crate) fn is_link(&self) -> bool {
        self.kind.is_empty()
    }

    /// "PDF".
    pub(crate) fn kind_said(&self) -> String {
        self.kind.to_uppercase()
    }
}
