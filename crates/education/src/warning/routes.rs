//! Every address of warnings, with who may knock.

use kernel::{
    Access::{Anyone, SignedIn},
    Routes,
    web::Answer,
};

use super::{
    actions, edit_page,
    form::WarningForm,
    list_page, pages,
    readers::{board_page, files},
};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/peringatan", Anyone, list_page::list)
        .answers::<list_page::WarningsPage>()
        .get("/peringatan/baru", SignedIn, edit_page::new)
        .answers::<edit_page::WritePage>()
        .post("/peringatan", SignedIn, actions::make)
        .takes::<WarningForm>()
        .answers::<Answer>()
        .get("/peringatan/{id}", Anyone, pages::warning)
        .answers::<pages::WarningPage>()
        .get("/peringatan/{id}/ubah", SignedIn, edit_page::edit)
        .answers::<edit_page::WritePage>()
        .put("/peringatan/{id}", SignedIn, actions::edit)
        .takes::<WarningForm>()
        .answers::<Answer>()
        .post("/peringatan/{id}/penerbitan", SignedIn, actions::publish)
        .takes::<actions::Publication>()
        .answers::<Answer>()
        .post("/peringatan/{id}/pencabutan", SignedIn, actions::withdraw)
        .takes::<actions::Withdrawal>()
        .answers::<Answer>()
        .post("/peringatan/{id}/pembacaan", SignedIn, actions::confirm)
        .answers::<Answer>()
        .get("/peringatan/{id}/pembaca", SignedIn, board_page::board)
        .answers::<board_page::ReadersPage>()
        .get("/peringatan/{id}/pembaca.csv", SignedIn, files::csv)
}
