//! Every address of crests, with who may knock.

use axum::{extract::DefaultBodyLimit, handler::Handler};
use kernel::{Access::SignedIn, Routes, web::Answer};

use super::{CrestForm, RemovalForm, actions, picture};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/kegiatan/{id}/sertifikat/lambang", SignedIn, picture::back)
        // Counted as it comes in.
        .upload("/kegiatan/{id}/sertifikat/lambang", SignedIn, actions::add.layer(DefaultBodyLimit::disable()))
        .takes::<CrestForm>()
        .answers::<Answer>()
        .get("/kegiatan/{id}/sertifikat/lambang/{agency_id}", SignedIn, picture::picture)
        .delete("/kegiatan/{id}/sertifikat/lambang/{agency_id}", SignedIn, actions::remove)
        .takes::<RemovalForm>()
        .answers::<Answer>()
}
