//! Changes one value in an address, for filters, pages by key and the language switch. It does not know any route.

/// The address with `name=value` in its query, in place of an earlier one; an empty value takes it out.
pub fn with(address: &str, name: &str, value: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut pairs: Vec<String> =
        query.split('&').filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(name)).map(str::to_owned).collect();
    if !value.is_empty() {
        pairs.push(format!("{name}={}", encoded(value)));
    }
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// A value made fit for a query (RFC 3986).
pub fn encoded(value: &str) -> String {
    let mut safe = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => safe.push(byte.into()),
            _ => safe.push_str(&format!("%{byte:02X}")),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_added_replaced_and_taken_out() {
        assert_eq!(with("/kegiatan", "bahasa", "en"), "/kegiatan?bahasa=en");
        assert_eq!(with("/kegiatan?zona=WIT&bahasa=id", "bahasa", "en"), "/kegiatan?zona=WIT&bahasa=en");
        assert_eq!(with("/kegiatan?zona=WIT", "zona", ""), "/kegiatan");
        assert_eq!(with("/cari", "q", "data & angka"), "/cari?q=data%20%26%20angka");
    }
}
