//! Every address of the directory, with who may knock.

use kernel::{
    Access::{Anyone, SignedIn},
    Routes,
    web::Answer,
};

use crate::{
    account::{duty, entry, profile, sign_in, token},
    agency::{self, reorganisation},
    import, person, region,
};

pub(crate) fn routes() -> Routes {
    imports(people(regions(agencies(account(Routes::of("directory"))))))
}

fn account(routes: Routes) -> Routes {
    routes
        .get("/masuk", Anyone, sign_in::pages::sign_in)
        .answers::<sign_in::pages::SignInPage>()
        .post("/masuk", Anyone, sign_in::actions::sign_in)
        .takes::<sign_in::actions::SignIn>()
        .answers::<Answer>()
        .delete("/sesi", Anyone, sign_in::actions::sign_out)
        .answers::<Answer>()
        .get("/masuk/pertama/{secret}", Anyone, entry::pages::enter)
        .answers::<entry::pages::EntryPage>()
        .post("/masuk/pertama/{secret}", Anyone, entry::actions::enter)
        .takes::<entry::actions::NewPassword>()
        .answers::<Answer>()
        .get("/masuk/lupa", Anyone, entry::pages::forgotten)
        .answers::<entry::pages::ForgottenPage>()
        .post("/masuk/lupa", Anyone, entry::actions::ask_again)
        .takes::<entry::actions::Asking>()
        .answers::<entry::pages::ForgottenPage>()
        .get("/pegawai/tautan-masuk", SignedIn, entry::pages::make_for_unit)
        .answers::<entry::pages::EntryUnitPage>()
        .post("/pegawai/tautan-masuk", SignedIn, entry::actions::make_for_unit)
        .takes::<entry::actions::UnitOfPeople>()
        .answers::<Answer>()
        .get("/pegawai/{id}/tautan-masuk", SignedIn, entry::pages::make)
        .answers::<entry::pages::EntryMakePage>()
        .post("/pegawai/{id}/tautan-masuk", SignedIn, entry::actions::make)
        .answers::<entry::pages::EntryMakePage>()
        .get("/profil", SignedIn, profile::pages::profile)
        .answers::<profile::pages::ProfilePage>()
        .put("/profil/kata-sandi", SignedIn, profile::actions::change_password)
        .takes::<profile::actions::PasswordChange>()
        .answers::<Answer>()
        .delete("/profil/sesi", SignedIn, profile::actions::end_other_sessions)
        .answers::<Answer>()
        .delete("/profil/sesi/{id}", SignedIn, profile::actions::end_session)
        .answers::<Answer>()
        .post("/profil/token", SignedIn, token::actions::make)
        .takes::<token::model::TokenForm>()
        .answers::<token::pages::TokenMadePage>()
        .delete("/profil/token/{id}", SignedIn, token::actions::end)
        .answers::<Answer>()
        .get("/pengelolaan/peran", SignedIn, duty::pages::duties)
        .answers::<duty::pages::DutiesPage>()
        .post("/pengelolaan/peran", SignedIn, duty::actions::give)
        .takes::<duty::model::GiftForm>()
        .answers::<Answer>()
        .delete("/peran/{id}", SignedIn, duty::actions::end)
        .answers::<Answer>()
        .get("/peran/{id}/pelimpahan", SignedIn, duty::pages::lend)
        .answers::<duty::pages::LoanPage>()
        .post("/peran/{id}/pelimpahan", SignedIn, duty::actions::lend)
        .takes::<duty::model::LoanForm>()
        .answers::<Answer>()
}

fn agencies(routes: Routes) -> Routes {
    routes
        .get("/instansi", Anyone, agency::listing::agencies)
        .answers::<agency::listing::AgencyListPage>()
        .get("/instansi/{id}", Anyone, agency::pages::agency)
        .answers::<agency::pages::AgencyPage>()
        .get("/instansi/{id}/profil", SignedIn, agency::profile::pages::edit)
        .answers::<agency::profile::pages::ProfilePage>()
        .put("/instansi/{id}/profil", SignedIn, agency::profile::actions::save)
        .takes::<agency::profile::model::ProfileForm>()
        .answers::<Answer>()
        .get("/pengelolaan/instansi/{id}", SignedIn, reorganisation::pages::reorganisation)
        .answers::<reorganisation::pages::ReorganisationPage>()
        .put("/pengelolaan/instansi/{id}", SignedIn, reorganisation::actions::change)
        .takes::<reorganisation::model::ChangeForm>()
        .answers::<Answer>()
        .post("/pengelolaan/instansi/{id}/penggabungan", SignedIn, reorganisation::actions::merge)
        .takes::<reorganisation::model::MergerForm>()
        .answers::<reorganisation::confirmation::ConfirmationPage>()
        .post("/pengelolaan/instansi/{id}/pemecahan", SignedIn, reorganisation::actions::split)
        .takes::<reorganisation::parts::SplitForm>()
        .answers::<reorganisation::confirmation::ConfirmationPage>()
        .post("/pengelolaan/instansi/{id}/pengakhiran", SignedIn, reorganisation::actions::end)
        .takes::<reorganisation::model::Basis>()
        .answers::<reorganisation::confirmation::ConfirmationPage>()
}

fn regions(routes: Routes) -> Routes {
    routes
        .get("/wilayah", Anyone, region::pages::regions)
        .answers::<region::pages::RegionsPage>()
        .get("/wilayah/{id}", Anyone, region::pages::region)
        .answers::<region::pages::RegionPage>()
}

fn people(routes: Routes) -> Routes {
    routes
        .get("/pegawai", SignedIn, person::listing::people)
        .answers::<person::listing::PeoplePage>()
        .get("/pegawai/{id}", SignedIn, person::pages::person)
        .answers::<person::pages::PersonPage>()
        .get("/pegawai/{id}/penempatan", SignedIn, person::placement::pages::placement)
        .answers::<person::placement::pages::PlacementPage>()
        .post("/pegawai/{id}/penempatan", SignedIn, person::placement::actions::relocate)
        .takes::<person::placement::actions::MoveForm>()
        .answers::<Answer>()
        .delete("/pegawai/{id}/penempatan", SignedIn, person::placement::actions::dismiss)
        .takes::<person::placement::actions::LeaveForm>()
        .answers::<Answer>()
}

fn imports(routes: Routes) -> Routes {
    routes
        .get("/pengelolaan/impor", SignedIn, import::pages::imports)
        .answers::<import::pages::ImportsPage>()
        .upload("/pengelolaan/impor", SignedIn, import::actions::take_in)
        .answers::<Answer>()
        .get("/pengelolaan/impor/{id}", SignedIn, import::pages::import)
        .answers::<import::pages::ImportPage>()
        .get("/pengelolaan/impor/{id}/tertolak", SignedIn, import::pages::refused_rows)
        .post("/pengelolaan/impor/{id}/pelaksanaan", SignedIn, import::actions::perform)
        .answers::<Answer>()
}
