//! Every address of evaluation, with who may knock.

use kernel::{
    Access::{Anyone, SignedIn},
    Routes,
    web::Answer,
};

use super::{
    answering::{actions, pages},
    results, settings,
};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/kegiatan/{id}/penilaian", SignedIn, pages::form)
        .answers::<pages::EvaluationPage>()
        .post("/kegiatan/{id}/penilaian", SignedIn, actions::answer)
        .takes::<actions::EvaluationForm>()
        .answers::<Answer>()
        // A guest's ticket is all they have.
        .get("/tiket/{ticket}/penilaian", Anyone, pages::guest_form)
        .answers::<pages::EvaluationPage>()
        .post("/tiket/{ticket}/penilaian", Anyone, actions::answer_as_guest)
        .takes::<actions::EvaluationForm>()
        .answers::<Answer>()
        .get("/kegiatan/{id}/penilaian/hasil", SignedIn, results::pages::results)
        .answers::<results::pages::ResultsPage>()
        .get("/kegiatan/{id}/penilaian/hasil.csv", SignedIn, results::files::csv)
        .get("/kegiatan/{id}/penilaian/hasil.xlsx", SignedIn, results::files::spreadsheet)
        .get("/kegiatan/{id}/penilaian/pengaturan", SignedIn, settings::pages::settings)
        .answers::<settings::pages::SettingsPage>()
        .put("/kegiatan/{id}/penilaian/pengaturan", SignedIn, settings::actions::change)
        .takes::<settings::actions::SettingsForm>()
        .answers::<Answer>()
}
