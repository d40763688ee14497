//! Education: activities across agencies, from draft to attendance list.

pub mod calendar;
#[allow(dead_code)]
mod report;
