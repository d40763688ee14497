//! Many at once: a line per hot object that is settled by the batch, reads that are shared by all who ask, limits on how often something is tried. In memory
//! and per node; the database stays the truth. Names no domain noun.

pub mod desk;
pub mod limits;
pub mod together;
