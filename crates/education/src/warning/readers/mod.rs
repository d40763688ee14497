//! Those whom a warning is for: who was told, who has confirmed, and the counts per unit up the tree. They are kept, not counted on a page.

pub(crate) mod board_page;
pub(crate) mod counting;
pub(crate) mod files;
pub(crate) mod letters;
pub(crate) mod queries;
pub(crate) mod reactions;
pub(crate) mod reminding;
pub(crate) mod telling;
