//! How others are reached and reach us: the address that people use, the mail server.

use std::time::Duration;

use kernel::mail::Postman;

use store::{Depot, Place};

use super::Finding;
use crate::{
    configuration::{Configuration, masked},
    trouble::Trouble,
};

const PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn findings(configuration: &Configuration) -> Vec<Finding> {
    vec![base_url(configuration), mail(configuration).await, files(configuration).await]
}

fn base_url(configuration: &Configuration) -> Finding {
    let settings = &configuration.settings;
    let words = settings.base_url.clone();
    let is_local = ["localhost", "127.0.0.1", "[::1]"].iter().any(|it| settings.host() == *it);
    let is_open = !settings.listen.starts_with("127.")
        && !settings.listen.starts_with("localhost")
        && !settings.listen.starts_with("[::1]");
    if is_local && is_open {
        return Finding::warning("base URL", format!("{words}: mails and QR codes lead nowhere for others; set `base_url`"));
    }
    if !is_local && !settings.is_https() {
        return Finding::warning(
            "base URL",
            format!("{words}: passwords travel in the open; put TLS in front and write https://"),
        );
    }
    Finding::ok("base URL", words)
}

/// Writes, reads and removes a small file.
async fn files(configuration: &Configuration) -> Finding {
    let settings = &configuration.settings;
    let url = masked(&settings.files_url);
    let opened = Place::read(&settings.files_url).and_then(|it| Depot::open(&it, &settings.data.join("arriving")));
    let Ok(depot) = opened else {
        return Finding::fault("files", format!("{url} cannot be opened: correct `files_url`, or who owns the folder"));
    };
    match tokio::time::timeout(PATIENCE, depot.try_out()).await {
        Ok(Ok(())) => Finding::ok("files", format!("{url} keeps files")),
        Ok(Err(fault)) => Finding::fault("files", format!("{url} keeps no files ({fault}): check address, key and bucket")),
        Err(_) => Finding::fault("files", format!("{url} does not answer within 10 s: check host, port and firewall")),
    }
}

async fn mail(configuration: &Configuration) -> Finding {
    let url = masked(&configuration.settings.mail_url);
    let Ok(postman) = Postman::of(&configuration.settings.mail_url) else {
        return Finding::fault("mail", format!("{url} cannot be used: correct `mail_url`"));
    };
    if matches!(postman, Postman::Folder(_)) {
        return Finding::warning("mail", format!("letters are kept as files ({url}), nobody receives them: set `mail_url`"));
    }
    match tokio::time::timeout(PATIENCE, postman.answers()).await {
        Ok(Ok(true)) => Finding::ok("mail", format!("{url} answers")),
        Ok(Ok(false)) => Finding::fault("mail", format!("{url} does not accept us: check user, password and encryption")),
        Ok(Err(failure)) => {
            Finding::fault("mail", format!("{url} does not answer ({}): check host and port", Trouble::from(failure)))
        }
        Err(_) => Finding::fault("mail", format!("{url} does not answer within 10 s: check host, port and firewall")),
    }
}
