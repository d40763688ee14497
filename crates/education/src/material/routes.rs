//! Every address of materials, with who may knock.

use axum::{extract::DefaultBodyLimit, handler::Handler};
use kernel::{
    Access::{Anyone, SignedIn},
    Routes,
    web::Answer,
};

use super::{actions, files, form, pages};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/kegiatan/{id}/materi", SignedIn, pages::shelf)
        .answers::<pages::ShelfPage>()
        // Counted as it comes in: the operator says how much.
        .upload("/kegiatan/{id}/materi", SignedIn, actions::upload.layer(DefaultBodyLimit::disable()))
        .takes::<form::MaterialForm>()
        .answers::<Answer>()
        .get("/kegiatan/{id}/materi/tautan", SignedIn, pages::link_form)
        .answers::<pages::LinkPage>()
        .post("/kegiatan/{id}/materi/tautan", SignedIn, actions::add_link)
        .takes::<form::LinkForm>()
        .answers::<Answer>()
        .get("/kegiatan/{id}/materi/{material_id}", SignedIn, pages::one)
        .answers::<pages::OnePage>()
        .put("/kegiatan/{id}/materi/{material_id}", SignedIn, actions::change)
        .takes::<form::MaterialForm>()
        .answers::<Answer>()
        .delete("/kegiatan/{id}/materi/{material_id}", SignedIn, actions::remove)
        .answers::<Answer>()
        .put("/kegiatan/{id}/materi/{material_id}/urutan", SignedIn, actions::arrange)
        .takes::<actions::Move>()
        .answers::<Answer>()
        .get("/kegiatan/{id}/materi/{material_id}/berkas", Anyone, files::download)
}
