//! Every address of obligations, with who may knock.

use kernel::{Access::SignedIn, Routes, web::Answer};

use super::{
    board::{files, list_page, pages},
    rule,
};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/kewajiban", SignedIn, list_page::list)
        .answers::<list_page::RulesPage>()
        .get("/kewajiban/baru", SignedIn, rule::pages::new)
        .answers::<rule::pages::RulePage>()
        .post("/kewajiban", SignedIn, rule::actions::make)
        .takes::<rule::form::RuleForm>()
        .answers::<Answer>()
        .get("/kewajiban/{rule}", SignedIn, pages::board)
        .answers::<pages::BoardPage>()
        .get("/kewajiban/{rule}/papan.csv", SignedIn, files::csv)
        .get("/kewajiban/{rule}/papan.xlsx", SignedIn, files::spreadsheet)
        .get("/kewajiban/{rule}/ubah", SignedIn, rule::pages::edit)
        .answers::<rule::pages::RulePage>()
        .put("/kewajiban/{rule}", SignedIn, rule::actions::amend)
        .takes::<rule::form::RuleForm>()
        .answers::<Answer>()
        .post("/kewajiban/{rule}/pencabutan", SignedIn, rule::actions::withdraw)
        .takes::<rule::actions::Withdrawal>()
        .answers::<Answer>()
}
