//! Every address of pages made to be shared, with who may knock.

use kernel::{
    Access::{Anyone, SignedIn},
    Routes,
    web::Answer,
};

use super::{actions, model::ShareForm, pages, picture, public_page};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/kegiatan/{id}/bagikan", SignedIn, pages::edit)
        .answers::<pages::EditPage>()
        .put("/kegiatan/{id}/bagikan", SignedIn, actions::save)
        .takes::<ShareForm>()
        .answers::<Answer>()
        .post("/kegiatan/{id}/bagikan/penerbitan", SignedIn, actions::publish)
        .answers::<Answer>()
        .delete("/kegiatan/{id}/bagikan/penerbitan", SignedIn, actions::withdraw)
        .answers::<Answer>()
        .get("/b/{code}", Anyone, public_page::page)
        .answers::<public_page::SharePage>()
        .get("/b/{code}/gambar.png", Anyone, picture::picture)
}
