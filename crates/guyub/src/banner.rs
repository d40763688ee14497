//! What the server says when it is ready: where it is, where everything lies, how to stop it.

use kernel::App;

pub(crate) fn print(app: &App) {
    let settings = app.settings();
    println!("Guyub {} · {}", env!("CARGO_PKG_VERSION"), settings.base_url);
    if settings.listen != settings.base_url.trim_start_matches("http://") {
        println!("mendengarkan di {}", settings.listen);
    }
    println!("data di {} ({})", settings.data.display(), app.db().kind());
}
