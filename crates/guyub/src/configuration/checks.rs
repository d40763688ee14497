//! Whether a value of the configuration can be used, key by key. Whether something answers there is `doctor`'s question.

use kernel::mail;
use url::Url;

use super::masked;
use crate::trouble::{Done, Trouble};

/// A key's name and its value.
type Pair = (&'static str, String);

fn wrong<T>((name, value): &Pair, advice: &str) -> Done<T> {
    Err(Trouble(format!("`{name}` is `{}`: {advice}", masked(value))))
}

pub(super) fn address(pair: Pair) -> Done<String> {
    match pair.1.rsplit_once(':') {
        Some((host, port)) if !host.is_empty() && port.parse::<u16>().is_ok() => Ok(pair.1),
        _ => wrong(&pair, "write HOST:PORT, for example 127.0.0.1:8080"),
    }
}

pub(super) fn database_url(pair: Pair) -> Done<String> {
    let is_sqlite = pair.1.strip_prefix("sqlite:").is_some_and(|it| !it.is_empty());
    let is_postgres = Url::parse(&pair.1).is_ok_and(|it| matches!(it.scheme(), "postgres" | "postgresql"));
    if is_sqlite || is_postgres { Ok(pair.1) } else { wrong(&pair, "write sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME") }
}

/// Without a slash at the end; paths would break cookies and feeds.
pub(super) fn base_url(pair: Pair) -> Done<String> {
    let advice = "write https://HOST, without a path";
    let Ok(url) = Url::parse(&pair.1) else { return wrong(&pair, advice) };
    let is_plain = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() || !is_plain {
        return wrong(&pair, advice);
    }
    Ok(pair.1.trim_end_matches('/').to_owned())
}

pub(super) fn mail_url(pair: Pair) -> Done<String> {
    match mail::Postman::of(&pair.1) {
        Ok(_) if pair.1 != "folder:" => Ok(pair.1),
        _ => wrong(&pair, "write smtp://HOST:PORT, smtps://USER:PASSWORD@HOST or folder:PATH"),
    }
}

pub(super) fn files_url(pair: Pair) -> Done<String> {
    if store::is_usable(&pair.1) {
        return Ok(pair.1);
    }
    wrong(&pair, "write folder:PATH or s3://KEY:SECRET@HOST/BUCKET?region=REGION (a slash in the secret as %2F)")
}

pub(super) fn sender(pair: Pair) -> Done<String> {
    if mail::is_mailbox(&pair.1) { Ok(pair.1) } else { wrong(&pair, "write Name <name@example.go.id>") }
}

pub(super) fn proxies(pair: Pair) -> Done<Vec<String>> {
    let addresses: Vec<String> = pair.1.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
    if addresses.iter().all(|it| it.parse::<std::net::IpAddr>().is_ok()) {
        return Ok(addresses);
    }
    wrong(&pair, "write IP addresses separated by commas, for example 10.0.0.2, 10.0.0.3")
}

pub(super) fn choice<T: Copy>(pair: Pair, choices: &[(&str, T)]) -> Done<T> {
    match choices.iter().find(|it| it.0 == pair.1) {
        Some((_, chosen)) => Ok(*chosen),
        None => wrong(&pair, &format!("write {}", choices.iter().map(|it| it.0).collect::<Vec<_>>().join(" or "))),
    }
}

pub(super) fn number(pair: Pair, least: usize) -> Done<usize> {
    match pair.1.parse() {
        Ok(number) if number >= least => Ok(number),
        _ => wrong(&pair, &format!("write a number from {least}")),
    }
}
