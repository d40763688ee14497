//! Stories of meeting rooms on servers, through the front door, on both databases. The server is one that was written from BigBlueButton's API
//! reference alone, and recomputes every checksum.

mod callbacks;
mod crowds;
mod doors;
mod following;
mod scene;
