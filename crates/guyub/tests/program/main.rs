//! The program as operators meet it: the real binary, on both databases, on loopback.

#![allow(clippy::unwrap_used)]

mod administration;
mod backups;
mod configuring;
mod crashing;
mod encrypting;
mod golden;
mod house;
mod importing;
mod measuring;
mod serving;
mod watching;
