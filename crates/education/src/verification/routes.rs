//! Every address of verification, with who may knock.

use axum::{extract::DefaultBodyLimit, handler::Handler};
use kernel::{Access::Anyone, Routes};

use super::{actions, file, pages};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/verifikasi", Anyone, pages::form)
        .answers::<pages::VerificationPage>()
        // Strangers may bring less than people who signed in.
        .upload("/verifikasi", Anyone, actions::judge.layer(DefaultBodyLimit::max(file::MOST_BYTES)))
        .answers::<pages::VerificationPage>()
        .get("/sertifikat/{id}", Anyone, pages::certificate)
        .answers::<pages::CertificatePage>()
}
