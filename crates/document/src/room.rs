//! What a document can see while it is drawn: its own text, the parts of the house, the fonts, its values. No files of the machine, no
//! network, no clock.

use std::sync::LazyLock;

use typst::{
    Feature, Features, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Binding, Bytes, Datetime, Duration, Value},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::{fonts::Fonts, values::Values};

/// Few and fixed: the compiler never forgets a path.
pub(crate) static PAPER: LazyLock<FileId> = LazyLock::new(|| path("/paper.typ"));
pub(crate) static TEMPLATE: LazyLock<FileId> = LazyLock::new(|| path("/template.typ"));
static PARTS: LazyLock<Source> = LazyLock::new(|| Source::new(path("/parts.typ"), include_str!("papers/parts.typ").to_owned()));

pub(crate) struct Room<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) paper: &'a Source,
    pub(crate) template: Option<&'a Source>,
    pub(crate) values: &'a Values,
}

impl World for Room<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        *PAPER
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let known = [Some(self.paper), self.template, Some(&*PARTS)];
        known.into_iter().flatten().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.values.file(id).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The standard library without what runs foreign programs. One for all documents: what depends on it alone is made once and found again.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::builder().with_features(Features::from_iter(Vec::<Feature>::new())).build();
    library.global.scope_mut().bind("plugin".into(), Binding::detached(Value::None));
    library.std = Binding::detached(library.global.clone());
    LazyHash::new(library)
});

pub(crate) fn path(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("a plain name is a path")).intern()
}
