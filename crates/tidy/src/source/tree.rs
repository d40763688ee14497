//! Every file of the checkout that people write: sources and documents as text, everything else by its path.

use std::{collections::BTreeSet, fs, io, path::Path};

use super::RustFile;

/// Not ours, or not written by hand.
const SKIPPED: &[&str] = &[".git", "target", "node_modules", "guyub-data", "out", "vendor"];
const READ: &[&str] = &["rs", "html", "xml", "txt", "ftl", "toml", "md", "sql", "css", "js", "mjs", "py"];

pub(crate) struct Tree {
    pub(crate) files: Vec<File>,
    pub(crate) rust: Vec<RustFile>,
    /// Every file and folder, relative to the root, with `/`.
    pub(crate) paths: BTreeSet<String>,
}

pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Tree {
    pub(crate) fn read(root: &Path) -> io::Result<Tree> {
        let mut paths = BTreeSet::new();
        walk(root, "", &mut paths)?;
        let read = paths.iter().filter(|it| is_read(it) && root.join(it).is_file());
        let files =
            read.map(|it| Ok(File { path: it.clone(), text: fs::read_to_string(root.join(it))? })).collect::<io::Result<_>>()?;
        Ok(Tree::new(files, paths))
    }

    /// A made-up tree, for the tests of the rules.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Tree {
        let files: Vec<File> = files.iter().map(|(path, text)| File { path: (*path).into(), text: (*text).into() }).collect();
        let paths = files.iter().map(|it| it.path.clone()).collect();
        Tree::new(files, paths)
    }

    fn new(files: Vec<File>, paths: BTreeSet<String>) -> Tree {
        let rust = files.iter().filter(|it| it.path.ends_with(".rs")).map(|it| RustFile::new(&it.path, &it.text)).collect();
        Tree { files, rust, paths }
    }

    pub(crate) fn ending(&self, ending: &'static str) -> impl Iterator<Item = &File> {
        self.files.iter().filter(move |it| it.path.ends_with(ending))
    }

    pub(crate) fn crates(&self) -> BTreeSet<&str> {
        self.paths.iter().filter_map(|it| crate_of(it)).collect()
    }

    /// What askama renders: everything in a folder named `templates`.
    pub(crate) fn templates(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|it| it.path.contains("/templates/"))
    }
}

impl File {
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }

    /// The line, from 1, of a byte.
    pub(crate) fn line_of(&self, offset: usize) -> usize {
        1 + self.text[..offset].matches('\n').count()
    }
}

/// `education` for `crates/education/src/lib.rs`.
pub(crate) fn crate_of(path: &str) -> Option<&str> {
    path.strip_prefix("crates/")?.split_once('/').map(|(name, _)| name)
}

fn is_read(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((_, ending)) => READ.contains(&ending),
        None => path.starts_with("bin/"),
    }
}

fn walk(root: &Path, below: &str, paths: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if SKIPPED.contains(&name.as_str()) {
            continue;
        }
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.file_type()?.is_dir() {
            walk(root, &path, paths)?;
        }
        paths.insert(path);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_very_file_is_found() {
        let tree = Tree::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).expect("tree");

        assert!(tree.rust.iter().any(|it| it.path == "crates/tidy/src/source/tree.rs"));
        assert!(tree.crates().contains("kernel"));
        assert!(tree.files.iter().any(|it| it.path == "bin/test"));
        assert!(!tree.paths.iter().any(|it| it.contains("node_modules")));
    }
}
