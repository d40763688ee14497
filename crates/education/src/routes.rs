//! Every address of education, with who may knock.

use kernel::{
    Access::{Anyone, SignedIn},
    Routes,
    web::Answer,
};

use crate::{
    activity::{actions, draft::DraftForm, edit_page, pages},
    host,
    listing::{calendar_page, office_page},
};

pub(crate) fn routes() -> Routes {
    hosts(activities(Routes::of("education")))
}

fn activities(routes: Routes) -> Routes {
    routes
        .get("/kegiatan", Anyone, calendar_page::calendar)
        .answers::<calendar_page::CalendarPage>()
        .get("/kelola", SignedIn, office_page::office)
        .answers::<office_page::OfficePage>()
        .get("/kegiatan/baru", SignedIn, edit_page::new)
        .answers::<edit_page::EditPage>()
        .post("/kegiatan", SignedIn, actions::draft)
        .takes::<DraftForm>()
        .answers::<Answer>()
        .get("/kegiatan/{id}", Anyone, pages::activity)
        .answers::<pages::ActivityPage>()
        .get("/kegiatan/{id}/ubah", SignedIn, edit_page::edit)
        .answers::<edit_page::EditPage>()
        .put("/kegiatan/{id}", SignedIn, actions::edit)
        .takes::<DraftForm>()
        .answers::<Answer>()
        .post("/kegiatan/{id}/penerbitan", SignedIn, actions::publish)
        .answers::<Answer>()
        .delete("/kegiatan/{id}/penerbitan", SignedIn, actions::withdraw)
        .answers::<Answer>()
        .get("/kegiatan/{id}/pembatalan", SignedIn, pages::cancellation)
        .answers::<pages::CancelPage>()
        .post("/kegiatan/{id}/pembatalan", SignedIn, actions::cancel)
        .takes::<actions::Cancellation>()
        .answers::<Answer>()
        .post("/kegiatan/{id}/salinan", SignedIn, actions::clone)
        .answers::<Answer>()
        .post("/kegiatan/{id}/seri", SignedIn, actions::repeat)
        .takes::<actions::Repetition>()
        .answers::<Answer>()
        .get("/kegiatan/{id}/riwayat", SignedIn, pages::history)
        .answers::<pages::HistoryPage>()
}

fn hosts(routes: Routes) -> Routes {
    routes
        .post("/kegiatan/{id}/penyelenggara", SignedIn, host::actions::invite)
        .takes::<host::actions::Invitation>()
        .answers::<Answer>()
        .delete("/kegiatan/{id}/penyelenggara/{agency_id}", SignedIn, host::actions::take_back)
        .answers::<Answer>()
        .get("/kegiatan/{id}/penyelenggara/{agency_id}", SignedIn, host::pages::invitation)
        .answers::<host::pages::InvitationPage>()
        .post("/kegiatan/{id}/penyelenggara/{agency_id}/persetujuan", SignedIn, host::actions::accept)
        .answers::<Answer>()
        .post("/kegiatan/{id}/penyelenggara/{agency_id}/penolakan", SignedIn, host::actions::decline)
        .takes::<host::actions::Refusal>()
        .answers::<Answer>()
}
