//! Meeting servers as others documented them: BigBlueButton's calls with their checksums, answers and callbacks; Jitsi's links with their
//! tokens. It knows no database, no person and no rule of attendance; the only thing it does by itself is to ask a server, within limits.

mod analytics;
mod answer;
mod bigbluebutton;
mod checksum;
mod client;
mod jitsi;
mod servers;
mod token;

pub use analytics::{Attendance, NotUnderstood, Report, report};
pub use bigbluebutton::{BigBlueButton, Callbacks, Creation, Inside, Recording, Room, Visitor};
pub use checksum::Checksum;
pub use client::{Client, Trouble};
pub use jitsi::Jitsi;
pub use servers::{Fault, Secret, Server, Servers, Service};
pub use token::Forged;
