//! Stories of materials: who uploads, what is refused, who may have them and when.

mod cleaning;
pub(crate) mod hostile;
mod openness;
mod scene;
mod shelf;
