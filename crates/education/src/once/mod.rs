//! What a form has made, so that the same form sent twice by a nervous thumb or a proxy makes one thing. Not a lock: whoever comes second is led
//! to the first.

pub(crate) mod queries;

use kernel::{Ask, Outcome, id};

/// A form as it was sent: by whom, where, and with what in it.
#[derive(Debug)]
pub(crate) struct Sent(String);

impl Sent {
    /// `once` is made with the page; programs that send none may make the same thing again.
    pub(crate) fn of(ask: &Ask, once: &str, typed: &[(String, String)]) -> Outcome<Sent> {
        if once.is_empty() {
            return Ok(Sent(String::new()));
        }
        let whole = serde_json::json!([ask.actor()?.id, ask.visit.target, typed]);
        Ok(Sent(id::fingerprint(&whole.to_string())))
    }
}
