//! Which PDFs were given out, by fingerprint: a later release may print the same certificate with other bytes, and every print of ours is ours.
//! The files themselves are not kept.

pub(crate) mod queries;
