//! The noun "activity": drafting, publishing, cancelling, and its page. Not who takes part (registration, attendance).

pub(crate) mod actions;
pub(crate) mod audience;
pub(crate) mod draft;
pub(crate) mod edit_page;
pub(crate) mod heirs;
pub(crate) mod line;
pub(crate) mod load;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod policy;
mod public_page;
pub(crate) mod queries;
pub(crate) mod series;
pub(crate) mod shown;
