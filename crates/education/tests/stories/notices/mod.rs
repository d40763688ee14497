//! Stories of what people are told about activities, in the product, by mail and in their calendars, on both databases.

mod crowds;
mod feeds;
mod hosts;
mod openness;
mod panels;
mod personal_feed;
pub(crate) mod post;
mod reading;
mod registrations;
mod reminders;
mod rescheduling;
