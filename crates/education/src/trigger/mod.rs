//! The head's trigger: what an idle office could hold, and the draft with a person in charge that comes of it in two clicks.

pub(crate) mod actions;
pub(crate) mod letters;
pub(crate) mod load;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod panel;
pub(crate) mod policy;
pub(crate) mod queries;
pub(crate) mod routes;
