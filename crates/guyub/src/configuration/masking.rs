//! Values as they may be shown: addresses without their passwords. It never decides what is shown.

/// `postgres://guyub:***@host/guyub`: whatever stands between the user's name and the last `@`, and passwords in the query.
pub(crate) fn masked(value: &str) -> String {
    let Some((scheme, rest)) = value.split_once("://") else { return value.to_owned() };
    let rest = match rest.rsplit_once('@') {
        Some((account, place)) => match account.split_once(':') {
            Some((user, _)) => format!("{user}:***@{place}"),
            None => rest.to_owned(),
        },
        None => rest.to_owned(),
    };
    format!("{scheme}://{}", without_secrets(&rest))
}

fn without_secrets(rest: &str) -> String {
    let Some((path, query)) = rest.split_once('?') else { return rest.to_owned() };
    let pairs = query.split('&').map(|pair| match pair.split_once('=') {
        Some((name, _)) if name.to_lowercase().contains("pass") => format!("{name}=***"),
        _ => pair.to_owned(),
    });
    format!("{path}?{}", pairs.collect::<Vec<_>>().join("&"))
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn a_password_is_hidden_however_it_is_written() {
        for (value, shown) in [
            ("postgres://guyub:a@b:c/d@db/guyub", "postgres://guyub:***@db/guyub"),
            ("postgres://db/guyub?user=guyub&password=a", "postgres://db/guyub?user=guyub&password=***"),
            ("smtps://surat@mail.example", "smtps://surat@mail.example"),
            ("folder:a:b@c", "folder:a:b@c"),
        ] {
            assert_eq!(masked(value), shown);
        }
    }
}
