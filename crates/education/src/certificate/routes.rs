//! Every address of certificates, with who may knock.

use kernel::{
    Access::{Anyone, SignedIn},
    Routes,
    web::Answer,
};

use super::{actions, badge, contributor, crest, design, files, issuer, mine, pages, withdrawal};

pub(crate) fn routes(routes: Routes) -> Routes {
    crest::routes::routes(routes)
        .get("/kegiatan/{id}/sertifikat", SignedIn, pages::certificates)
        .answers::<pages::CertificatesPage>()
        .put("/kegiatan/{id}/sertifikat", SignedIn, design::actions::save)
        .takes::<design::DesignForm>()
        .answers::<Answer>()
        .post("/kegiatan/{id}/sertifikat", SignedIn, actions::issue)
        .answers::<Answer>()
        .get("/kegiatan/{id}/sertifikat/pratinjau.png", SignedIn, design::preview::picture)
        .get("/kegiatan/{id}/sertifikat/daftar", SignedIn, pages::list)
        .answers::<pages::ListPage>()
        .get("/kegiatan/{id}/sertifikat/petugas", SignedIn, contributor::pages::contributors)
        .answers::<contributor::pages::ContributorsPage>()
        .post("/kegiatan/{id}/sertifikat/petugas", SignedIn, contributor::actions::issue)
        .takes::<contributor::ContributorForm>()
        .answers::<Answer>()
        .get("/kegiatan/{id}/sertifikat/{certificate_id}", SignedIn, withdrawal::certificate)
        .answers::<withdrawal::CertificatePage>()
        .delete("/kegiatan/{id}/sertifikat/{certificate_id}", SignedIn, withdrawal::withdraw)
        .takes::<withdrawal::Withdrawal>()
        .answers::<Answer>()
        .get("/sertifikat", SignedIn, mine::mine)
        .answers::<mine::MinePage>()
        .get("/sertifikat/{id}/sertifikat.pdf", SignedIn, files::pdf)
        // A guest's ticket is all they have.
        .get("/tiket/{ticket}/sertifikat.pdf", Anyone, files::pdf_by_ticket)
        .get("/sertifikat/{id}/kredensial.json", SignedIn, badge::files::credential)
        .get("/tiket/{ticket}/kredensial.json", Anyone, badge::files::credential_by_ticket)
        // What verifiers of others look up; no word about people.
        .get("/.well-known/did.json", Anyone, issuer::document::page)
        .get("/status/{list}", Anyone, issuer::status::page)
}
