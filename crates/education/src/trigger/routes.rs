//! Every address of the head's trigger, with who may knock.

use kernel::{Access::SignedIn, Routes, web::Answer};

use super::{actions, pages};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/prakarsa", SignedIn, pages::choose)
        .answers::<pages::TriggerPage>()
        .post("/prakarsa", SignedIn, actions::draft)
        .takes::<actions::TriggerForm>()
        .answers::<Answer>()
        .get("/kegiatan/{id}/penanggung-jawab", SignedIn, pages::choose_again)
        .answers::<pages::TriggerPage>()
        .post("/kegiatan/{id}/penanggung-jawab", SignedIn, actions::entrust_again)
        .takes::<actions::TriggerForm>()
        .answers::<Answer>()
}
