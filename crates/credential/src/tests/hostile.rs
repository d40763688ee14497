//! Awards whose texts are chosen to break quoting, escaping and sorting.

use proptest::{collection::vec, prelude::*};

use super::{award, link};
use crate::{Award, IdentityKind, Recipient};

const NASTY: &[&str] = &[
    "\"",
    "\\",
    "\\\"",
    "\n",
    "\r\n",
    "\t",
    "\\n",
    "\\u0041",
    "<https://evil.example/>",
    "_:c14n0",
    "\" .\n<a> <b> <c> .",
    "👩🏽‍🏫",
    "\u{202E}",
    "\u{200F}إدارة",
    "\u{FEFF}",
    "é",
    "e\u{301}",
    "@context",
    "{\"@id\":\"x\"}",
    "^^<x>",
    "\u{10FFFD}",
    " ",
    "#",
    "𝒳",
];

pub(super) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(NASTY).prop_map(str::to_owned),
        3 => any::<char>().prop_map(String::from),
        2 => "[a-zA-Z0-9 .,:/-]{1,12}".prop_map(String::from),
    ];
    vec(piece, 1..8).prop_map(|it| it.concat()).prop_filter("can be written", |it| crate::wording::text("text", it).is_ok())
}

/// Whatever passes for an address, with more signs than letters.
pub(super) fn address() -> impl Strategy<Value = String> {
    let host = "([a-z0-9.:-]{1,6}|guyub\\.example|127\\.0\\.0\\.1:8080|\\[::1\\])";
    let rest = "(/|\\?|#|%|%2F|\\.|\\.\\.|//|:|@|[a-zA-Z0-9!$&'()*+,;=~_-]){0,10}";
    let written = (proptest::sample::select(&["https", "http"][..]), host, rest);
    let address = written.prop_map(|(scheme, host, rest)| format!("{scheme}://{host}{rest}"));
    address.prop_filter("is an address", |it| crate::wording::address("id", it).is_ok())
}

pub(super) fn awards() -> impl Strategy<Value = Award> {
    let texts = [text(), text(), text(), text(), text(), text(), text()];
    let links = vec(("[a-z]{1,3}", text(), any::<u8>()), 0..6);
    let numbers = (any::<u32>(), any::<u32>(), 0..250_000_000_000_000_i64, 0..250_000_000_000_000_i64);
    (texts, links, numbers).prop_map(|(texts, links, numbers)| made(texts, links, numbers))
}

fn made(texts: [String; 7], links: Vec<(String, String, u8)>, (credits, index, from, at): (u32, u32, i64, i64)) -> Award {
    let mut made = award();
    let [number, issuer, name, description, criteria, role, salt] = texts;
    (made.number, made.issuer.name, made.role) = (number, issuer, role);
    (made.achievement.name, made.achievement.description, made.achievement.criteria) = (name, description, criteria);
    made.recipient = Recipient::hashed(IdentityKind::Email, "siti@contoh.example", &salt);
    (made.credits, made.status.index, made.held.from, made.valid_from) = (credits, index, from, at);
    (made.co_hosts, made.evidence) = (Vec::new(), Vec::new());
    for (at, (path, name, side)) in links.into_iter().enumerate() {
        let list = if side % 2 == 0 { &mut made.co_hosts } else { &mut made.evidence };
        list.push(link(&format!("{path}/{at}"), &name));
    }
    made
}
