//! What the server says when it is ready: where it is, where everything lies, how to get in.

use kernel::App;

use crate::{demonstration, serve::Opening};

pub(crate) fn print(app: &App, opening: Opening) {
    let settings = app.settings();
    println!("Guyub {} · {}", env!("CARGO_PKG_VERSION"), settings.base_url);
    println!("listening on {}, data in {}, {}", settings.listen, settings.data.display(), app.db().kind());
    match opening {
        Opening::WithDemonstration => print!("{}", demonstration::hints()),
        Opening::AsItIs => {
            println!("sign in at {}; the first administrator: guyub admin create NAME MAIL", settings.absolute("/masuk"))
        }
    }
}
