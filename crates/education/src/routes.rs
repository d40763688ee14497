//! Every address of education, with who may knock.

use kernel::{
    Access::{Anyone, SignedIn},
    Routes,
    web::Answer,
};

use crate::{
    activity::{actions, draft::DraftForm, edit_page, pages},
    attendance::{checkpoint, ledger, meeting, roll, scan},
    calendar, certificate, evaluation, host, learning,
    listing::{calendar_page, office_page},
    material, notice, obligation,
    registration::{self, bulk, guest, participants as list},
    room, share, template, trigger, verification, warning,
};

pub(crate) fn routes() -> Routes {
    let routes = notices(calendars(hosts(activities(Routes::of("education")))));
    let routes = attendance_files(attendance(checking_in(participants(guests(registrations(routes))))));
    let routes = evaluation::routes(obligation::routes::routes(routes));
    let routes = room::routes::routes(certificate::routes(routes));
    let routes = share::routes::routes(material::routes::routes(routes));
    let routes = trigger::routes::routes(template::routes::routes(warning::routes::routes(routes)));
    verification::routes::routes(learning::routes::routes(routes))
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

fn registrations(routes: Routes) -> Routes {
    routes
        .get("/kegiatan/{id}/pendaftaran", SignedIn, registration::pages::mine)
        .answers::<registration::pages::Mine>()
        .post("/kegiatan/{id}/pendaftaran", SignedIn, registration::actions::register)
        .answers::<registration::pages::Mine>()
        .delete("/kegiatan/{id}/pendaftaran", SignedIn, registration::actions::leave)
        .answers::<Answer>()
        .get("/kegiatan/{id}/gabung", SignedIn, registration::actions::join)
        .answers::<registration::actions::Meeting>()
        .get("/kegiatan/{id}/pendaftaran/daftar", SignedIn, bulk::pages::form)
        .answers::<bulk::pages::ListFormPage>()
        .upload("/kegiatan/{id}/pendaftaran/daftar", SignedIn, bulk::actions::register)
        .takes::<bulk::actions::ListForm>()
        .answers::<bulk::pages::ListPage>()
        .get("/kegiatan/{id}/pendaftaran/daftar/{list}", SignedIn, bulk::pages::results)
        .answers::<bulk::pages::ListPage>()
        .get("/kegiatan/{id}/pendaftaran/daftar/{list}/hasil.csv", SignedIn, bulk::pages::results_file)
}

fn guests(routes: Routes) -> Routes {
    routes
        .get("/kegiatan/{id}/pendaftaran/tamu", Anyone, guest::pages::form)
        .answers::<guest::pages::GuestPage>()
        .post("/kegiatan/{id}/pendaftaran/tamu", Anyone, guest::actions::register)
        .takes::<guest::actions::GuestForm>()
        .answers::<guest::pages::SentPage>()
        .get("/tiket/{ticket}", Anyone, guest::pages::ticket)
        .answers::<registration::pages::Mine>()
        .delete("/tiket/{ticket}", Anyone, guest::actions::leave)
        .answers::<Answer>()
        .get("/tiket/{ticket}/gabung", Anyone, guest::actions::join)
        .answers::<registration::actions::Meeting>()
}

fn participants(routes: Routes) -> Routes {
    routes
        .get("/kegiatan/{id}/peserta", SignedIn, list::pages::list)
        .answers::<list::pages::ParticipantsPage>()
        .get("/kegiatan/{id}/peserta.csv", SignedIn, list::pages::list_file)
        .get("/kegiatan/{id}/peserta/instansi", SignedIn, list::pages::by_agency)
        .answers::<list::pages::AgenciesPage>()
        .get("/kegiatan/{id}/peserta/{registration_id}", SignedIn, list::pages::participant)
        .answers::<list::pages::ParticipantPage>()
        .delete("/kegiatan/{id}/peserta/{registration_id}", SignedIn, list::actions::remove)
        .takes::<list::actions::Removal>()
        .answers::<Answer>()
}

fn calendars(routes: Routes) -> Routes {
    routes
        .get("/kalender/semua.ics", Anyone, calendar::pages::everything)
        .get("/kalender/instansi/{file}", Anyone, calendar::pages::agency)
        .get("/kalender/wilayah/{file}", Anyone, calendar::pages::region)
        .get("/kalender/tema/{file}", Anyone, calendar::pages::theme)
        .get("/kalender/saya/{file}", Anyone, calendar::pages::personal)
        .get("/kegiatan/{id}/kalender.ics", Anyone, calendar::pages::one)
        .get("/kalender/saya", SignedIn, calendar::pages::own)
        .answers::<calendar::pages::FeedPage>()
        .post("/kalender/saya", SignedIn, calendar::actions::make)
        .answers::<Answer>()
        .delete("/kalender/saya", SignedIn, calendar::actions::end)
        .answers::<Answer>()
}

fn notices(routes: Routes) -> Routes {
    routes
        .get("/pemberitahuan", SignedIn, notice::pages::notices)
        .answers::<notice::pages::NoticesPage>()
        .post("/pemberitahuan/dibaca", SignedIn, notice::actions::read_all)
        .takes::<notice::actions::Seen>()
        .answers::<Answer>()
        .post("/pemberitahuan/{id}/dibaca", SignedIn, notice::actions::read_one)
        .answers::<Answer>()
}

fn checking_in(routes: Routes) -> Routes {
    routes
        .get("/hadir", SignedIn, checkpoint::pages::here)
        .answers::<checkpoint::pages::HerePage>()
        .get("/kegiatan/{id}/penyaji", SignedIn, checkpoint::pages::presenter)
        .answers::<checkpoint::pages::PresenterPage>()
        .post("/kegiatan/{id}/penyaji/presensi", SignedIn, checkpoint::actions::open)
        .takes::<checkpoint::actions::Opening>()
        .answers::<Answer>()
        .delete("/kegiatan/{id}/penyaji/presensi", SignedIn, checkpoint::actions::close)
        .answers::<Answer>()
        .get("/kegiatan/{id}/presensi", SignedIn, checkpoint::pages::check_in)
        .answers::<checkpoint::pages::CheckInPage>()
        .post("/kegiatan/{id}/presensi", SignedIn, checkpoint::actions::check_in)
        .takes::<checkpoint::actions::CodeEntry>()
        .answers::<Answer>()
        .get("/kegiatan/{id}/pindai", SignedIn, scan::pages::door)
        .answers::<scan::pages::ScanPage>()
        .post("/kegiatan/{id}/pindai", SignedIn, scan::actions::scan)
        .takes::<scan::actions::Scan>()
        .answers::<scan::actions::Scanned>()
        // A guest's ticket is all they have: they are shown their place, others must sign in.
        .get("/kegiatan/{id}/pindai/{ticket}", Anyone, scan::pages::ticket)
        .answers::<scan::pages::TicketPage>()
}

fn attendance(routes: Routes) -> Routes {
    routes
        .get("/kegiatan/{id}/daftar-hadir", SignedIn, roll::pages::roll)
        .answers::<roll::pages::RollPage>()
        .get("/kegiatan/{id}/daftar-hadir.csv", SignedIn, roll::files::csv)
        .get("/kegiatan/{id}/daftar-hadir.xlsx", SignedIn, roll::files::spreadsheet)
        .post("/kegiatan/{id}/daftar-hadir/hitungan", SignedIn, roll::actions::count)
        .answers::<Answer>()
        .get("/kegiatan/{id}/kehadiran/{registration_id}", SignedIn, ledger::pages::ledger)
        .answers::<ledger::pages::LedgerPage>()
        .post("/kegiatan/{id}/kehadiran/{registration_id}", SignedIn, ledger::actions::correct)
        .takes::<ledger::actions::Correction>()
        .answers::<Answer>()
        .delete("/kegiatan/{id}/kehadiran/{registration_id}/{source}", SignedIn, ledger::actions::take_back)
        .takes::<ledger::actions::TakenBack>()
        .answers::<Answer>()
}

fn attendance_files(routes: Routes) -> Routes {
    routes
        .get("/kegiatan/{id}/laporan-rapat", SignedIn, meeting::pages::meeting)
        .answers::<meeting::pages::MeetingPage>()
        .upload("/kegiatan/{id}/laporan-rapat", SignedIn, meeting::upload::upload)
        .answers::<Answer>()
        .post("/kegiatan/{id}/laporan-rapat/pencocokan", SignedIn, meeting::actions::match_again)
        .answers::<Answer>()
        .delete("/kegiatan/{id}/laporan-rapat/{report_id}", SignedIn, meeting::actions::withdraw)
        .takes::<meeting::actions::Reasoned>()
        .answers::<Answer>()
        .post("/kegiatan/{id}/laporan-rapat/{report_id}/menit", SignedIn, meeting::actions::accept_minutes)
        .takes::<meeting::actions::Reasoned>()
        .answers::<Answer>()
        .post("/kegiatan/{id}/laporan-rapat/{report_id}/{line}", SignedIn, meeting::decisions::decide)
        .takes::<meeting::decisions::RowDecision>()
        .answers::<Answer>()
        .delete("/kegiatan/{id}/laporan-rapat/{report_id}/{line}", SignedIn, meeting::decisions::undo)
        .takes::<meeting::decisions::RowDecision>()
        .answers::<Answer>()
}
