//! Every door on one line, for people to read and for a test to compare with `routes.txt`.

use kernel::web::Access;

/// Domain, method, address, who may knock.
pub fn route_table() -> String {
    let doors =
        crate::DOMAINS.iter().flat_map(|domain| (domain.routes)().doors().to_vec().into_iter().map(|it| (domain.name, it)));
    let lines = doors.map(|(domain, door)| {
        let access = match door.access {
            Access::Anyone => "anyone",
            Access::SignedIn => "signed in",
        };
        let upload = if door.is_upload { ", brings a file" } else { "" };
        format!("{domain:<12}{:<8}{:<60}{access}{upload}\n", door.method, door.path)
    });
    lines.collect()
}
