//! Agencies and offices: one tree, whose nodes keep their history.

pub(crate) mod queries;
