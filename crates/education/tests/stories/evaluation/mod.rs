//! Stories of evaluation: answering, what is kept of it, results and how they are released, through the front door, on both databases.

mod anonymity;
mod answering;
mod asking;
mod results;
mod scene;
mod settings;
