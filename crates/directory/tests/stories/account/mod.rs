//! Stories of accounts: signing in, entry links, the profile, duties.

mod commands;
mod duties;
mod entry;
mod identify;
mod profile;
mod sign_in;
mod world;
