//! Every address of templates and of tasks, with who may knock.

use kernel::{Access::SignedIn, Routes, web::Answer};

use super::{
    actions,
    form::{TemplateForm, UseForm},
    list_page, pages, task,
};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/templat", SignedIn, list_page::list)
        .answers::<list_page::TemplatesPage>()
        .get("/templat/{id}", SignedIn, pages::template)
        .answers::<pages::TemplatePage>()
        .post("/templat/{id}/pemakaian", SignedIn, actions::take)
        .takes::<UseForm>()
        .answers::<Answer>()
        .delete("/templat/{id}", SignedIn, actions::remove)
        .answers::<Answer>()
        .get("/kegiatan/{id}/templat", SignedIn, pages::new)
        .answers::<pages::MakePage>()
        .post("/kegiatan/{id}/templat", SignedIn, actions::make)
        .takes::<TemplateForm>()
        .answers::<Answer>()
        .post("/kegiatan/{id}/persiapan/{position}", SignedIn, task::actions::tick)
        .answers::<Answer>()
        .delete("/kegiatan/{id}/persiapan/{position}", SignedIn, task::actions::untick)
        .answers::<Answer>()
}
