//! The noun "listing": activities side by side, for visitors, offices and heads, and those that stand beside a draft.

pub(crate) mod calendar_page;
pub(crate) mod head_panel;
pub(crate) mod known;
pub(crate) mod office_page;
pub(crate) mod overlap;
pub(crate) mod queries;
