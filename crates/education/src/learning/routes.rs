//! Every address of learning, with who may knock: always one's own.

use kernel::{Access::SignedIn, Routes};

use super::{files, pages};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/pembelajaran", SignedIn, pages::year)
        .answers::<pages::LearningPage>()
        .get("/pembelajaran/transkrip.pdf", SignedIn, files::document)
        .get("/pembelajaran/transkrip.csv", SignedIn, files::csv)
        .get("/pembelajaran/transkrip.xlsx", SignedIn, files::spreadsheet)
}
