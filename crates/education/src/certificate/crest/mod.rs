//! The crests of owners on certificates: uploaded, taken over, taken off. Each owner of an activity has at most one; what stands for it
//! there comes first, then what it last uploaded itself, then what another owner uploaded for it elsewhere. Not how they are drawn.

pub(crate) mod actions;
mod form;
mod model;
pub(crate) mod picture;
pub(crate) mod queries;
pub(crate) mod routes;

pub(crate) use form::{CrestForm, RemovalForm};
pub(crate) use model::{Crest, CrestRow, rows};
