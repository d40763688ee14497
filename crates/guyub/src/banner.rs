//! What the server says when it is ready: where it is, where everything lies, how to get in.

use std::net::SocketAddr;

use kernel::App;

use crate::{demonstration, serve::Opening};

pub(crate) fn print(app: &App, opening: Opening) {
    let settings = app.settings();
    println!("Guyub {} · {}", env!("CARGO_PKG_VERSION"), settings.base_url);
    println!("listening on {}, data in {}, {}", settings.listen, settings.data.display(), app.db().kind());
    match opening {
        Opening::WithDemonstration => {
            print!("{}", demonstration::hints());
            if !is_for_this_machine_alone(&settings.listen, settings.host()) {
                println!(
                    "warning: the passwords above are public, and others can reach this address: anybody can be administrator"
                );
            }
        }
        Opening::AsItIs => {
            println!("sign in at {}; the first administrator: guyub admin create NAME MAIL", settings.absolute("/masuk"))
        }
    }
}

/// A proxy on this machine may bring others: then the address that people see is not of this machine.
fn is_for_this_machine_alone(listen: &str, host: &str) -> bool {
    let is_loopback = listen.parse::<SocketAddr>().map_or(listen.starts_with("localhost:"), |it| it.ip().is_loopback());
    is_loopback && ["localhost", "127.0.0.1", "[::1]"].contains(&host)
}

#[cfg(test)]
mod tests {
    use super::is_for_this_machine_alone as alone;

    #[test]
    fn a_demonstration_that_others_can_reach_is_told_from_one_that_they_cannot() {
        assert!(alone("127.0.0.1:8080", "127.0.0.1"));
        assert!(alone("[::1]:8080", "[::1]"));
        assert!(alone("localhost:8080", "localhost"));
        assert!(!alone("0.0.0.0:8080", "127.0.0.1"));
        assert!(!alone("127.0.0.1:8080", "guyub.example"));
    }
}
