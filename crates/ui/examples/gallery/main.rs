//! Writes a folder of pages that show every component in both languages, to look at: `cargo run -p ui --example gallery -- OUTDIR`.

mod pages;

use std::{env, fs, io, path::Path};

use ui::{Lang, assets};

fn main() -> io::Result<()> {
    let Some(folder) = env::args().nth(1) else {
        return Err(io::Error::other("say where to write: gallery OUTDIR"));
    };
    let folder = Path::new(&folder);
    for asset in assets::all() {
        let file = folder.join(asset.path.trim_start_matches('/'));
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, asset.bytes())?;
    }
    for lang in Lang::ALL {
        for (name, html) in pages::all(lang) {
            let file = folder.join(format!("{name}.{}.html", lang.code()));
            fs::write(&file, html)?;
            println!("{}", file.display());
        }
    }
    Ok(())
}
