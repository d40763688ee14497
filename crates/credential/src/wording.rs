//! What texts and addresses in a credential may be, so that JSON and RDF write them in exactly one way.

use crate::Fault;

const TEXT_BYTES: usize = 8 * 1024;
const ADDRESS_BYTES: usize = 1024;

/// Any script and line breaks; no other control characters, and not the two that are no characters.
pub(crate) fn text(part: &'static str, text: &str) -> Result<(), Fault> {
    if text.trim().is_empty() {
        return Err(Fault::Empty(part));
    }
    if text.len() > TEXT_BYTES {
        return Err(Fault::Long(part, TEXT_BYTES));
    }
    let unwritable = |it: char| (it.is_control() && !matches!(it, '\n' | '\r' | '\t')) || matches!(it, '\u{FFFE}' | '\u{FFFF}');
    if text.contains(unwritable) { Err(Fault::Character(part)) } else { Ok(()) }
}

/// Absolute, ASCII, and written as it would be after resolving: no `.` or `..` segments. `http` is for trying things out at home.
pub(crate) fn address(part: &'static str, address: &str) -> Result<(), Fault> {
    let (_, rest) =
        address.split_once("://").filter(|(scheme, _)| matches!(*scheme, "https" | "http")).ok_or(Fault::Address(part))?;
    let (body, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = body.split_once('?').unwrap_or((body, ""));
    let mut segments = path.split('/');
    let host = segments.next().unwrap_or_default();

    let host_is_known = is_host(host);
    let path_is_plain = segments.all(|it| !matches!(it, "." | ".."));
    let is_written = [path, query, fragment].into_iter().all(is_written);
    if address.len() > ADDRESS_BYTES {
        return Err(Fault::Long(part, ADDRESS_BYTES));
    }
    if host_is_known && path_is_plain && is_written { Ok(()) } else { Err(Fault::Address(part)) }
}

/// Labels of letters, digits and hyphens, then a port or none. No addresses in brackets.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_label = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    name.split('.').all(is_label) && (1..=5).contains(&port.len()) && port.bytes().all(|it| it.is_ascii_digit())
}

/// An address without a fragment, to which one can be added.
pub(crate) fn page(part: &'static str, page: &str) -> Result<(), Fault> {
    if page.contains('#') { Err(Fault::Address(part)) } else { address(part, page) }
}

pub(crate) fn did(part: &'static str, did: &str) -> Result<(), Fault> {
    let rest = did.strip_prefix("did:web:").filter(|it| it.len() <= ADDRESS_BYTES).ok_or(Fault::Did(part))?;
    let is_segment =
        |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_alphanumeric() || b".-_%".contains(&it)) && is_written(it);
    if rest.split(':').all(is_segment) { Ok(()) } else { Err(Fault::Did(part)) }
}

/// `ext:` and a name.
pub(crate) fn is_extension(kind: &str) -> bool {
    let name = kind.strip_prefix("ext:").filter(|it| it.len() <= 100).unwrap_or_default();
    !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric() || b".-_".contains(&it))
}

/// The part of a key's id after `#`.
pub(crate) fn is_key_name(name: &str) -> bool {
    (1..=100).contains(&name.len()) && name.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_.".contains(&it))
}

/// The characters of RFC 3986 without brackets; `%` only before two hexadecimal digits.
fn is_written(part: &str) -> bool {
    let bytes = part.as_bytes();
    bytes.iter().enumerate().all(|(at, it)| match it {
        b'%' => bytes.get(at + 1..at + 3).is_some_and(|it| it.iter().all(u8::is_ascii_hexdigit)),
        _ => it.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(it),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_absolute_and_plain() {
        for good in ["https://a.go.id", "https://a.go.id/", "http://127.0.0.1:8080/x?y=1#z", "https://a.go.id/a%20b/(c)"] {
            assert_eq!(address("id", good), Ok(()), "{good}");
        }
        let bad = [
            "",
            "a.go.id",
            "https://",
            "https:///x",
            "ftp://a",
            "javascript://a",
            "https://a/../b",
            "https://a/.",
            "https://a/b c",
        ];
        let worse = [
            "https://a/%2",
            "https://a/%zz",
            "https://a/<b>",
            "https://a/é",
            "https://a@b/",
            "https://a#b#c",
            "https://a/\n",
            "HTTPS://a",
        ];
        for it in bad.into_iter().chain(worse) {
            assert!(address("id", it).is_err(), "{it}");
        }
    }

    #[test]
    fn names_of_issuers_are_did_web() {
        assert!(
            ["did:web:a.go.id", "did:web:localhost%3A8080", "did:web:a.go.id:instansi:bps"]
                .iter()
                .all(|it| did("id", it).is_ok())
        );
        assert!(
            ["did:web:", "did:key:z6Mk", "did:web:a::b", "did:web:a/b", "did:web:a#b", "https://a"]
                .iter()
                .all(|it| did("id", it).is_err())
        );
    }

    #[test]
    fn texts_are_of_any_script_but_not_of_control_characters() {
        assert!(["Siti", "إدارة", "\u{202E}abc", "a\r\nb\t\"\\", "👩🏽‍🏫"].iter().all(|it| text("role", it).is_ok()));
        assert!(["", " \n", "a\0", "a\u{7F}", "a\u{85}", "a\u{1F}", "a\u{FFFF}"].iter().all(|it| text("role", it).is_err()));
    }
}
