//! Meeting servers: is their list sound and private, do they answer, do they take our secret.

use std::{fs, os::unix::fs::PermissionsExt};

use education::{MEETING_SERVERS, meeting_servers};
use meeting::{Client, Server, Service};

use super::Finding;
use crate::configuration::Configuration;

const SUBJECT: &str = "meetings";

pub(super) async fn findings(configuration: &Configuration) -> Vec<Finding> {
    let servers = match meeting_servers(&configuration.settings.data) {
        Ok(servers) => servers,
        Err(fault) => return vec![Finding::fault(SUBJECT, format!("{MEETING_SERVERS} cannot be used: {fault}"))],
    };
    if servers.all().is_empty() {
        return vec![Finding::ok(SUBJECT, format!("no server is listed ({MEETING_SERVERS}): organisers type links"))];
    }
    let mut findings: Vec<Finding> = private(configuration).into_iter().collect();
    let client = Client::new();
    for server in servers.all() {
        findings.push(finding(server, &client).await);
    }
    findings
}

fn private(configuration: &Configuration) -> Option<Finding> {
    let path = configuration.settings.data.join(MEETING_SERVERS);
    let mode = fs::metadata(&path).ok()?.permissions().mode() & 0o777;
    let advice = || format!("others may read its secrets (mode {mode:o}): chmod 600 {}", path.display());
    (mode & 0o077 != 0).then(|| Finding::fault(SUBJECT, advice()))
}

async fn finding(server: &Server, client: &Client) -> Finding {
    let name = format!("{} ({})", server.id, server.url);
    if server.url.starts_with("http://") {
        return Finding::warning(SUBJECT, format!("{name}: names and secrets travel in the open; write https://"));
    }
    match &server.service {
        Service::Jitsi(_) => Finding::ok(SUBJECT, format!("{name}: links are made; Jitsi cannot be asked")),
        Service::BigBlueButton(asked) => match asked.answers(client).await {
            Ok(()) => Finding::ok(SUBJECT, format!("{name} answers")),
            Err(trouble) => Finding::fault(SUBJECT, format!("{name}: {trouble}; check url, secret, checksum and firewall")),
        },
    }
}
