//! What a document can see while it is drawn: its own text, the parts of the house, the fonts, its values. No files, no network, no clock.

use std::sync::LazyLock;

use typst::{
    Feature, Features, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Binding, Bytes, Datetime, Dict, Duration, Module, Value},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::fonts::Fonts;

/// Few and fixed: the compiler never forgets a path.
pub(crate) static PAPER: LazyLock<FileId> = LazyLock::new(|| path("/paper.typ"));
pub(crate) static TEMPLATE: LazyLock<FileId> = LazyLock::new(|| path("/template.typ"));
static PARTS: LazyLock<Source> = LazyLock::new(|| Source::new(path("/parts.typ"), include_str!("papers/parts.typ").to_owned()));

pub(crate) struct Room<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) paper: &'a Source,
    pub(crate) template: Option<&'a Source>,
    library: LazyHash<Library>,
}

impl<'a> Room<'a> {
    pub(crate) fn new(fonts: &'a Fonts, paper: &'a Source, template: Option<&'a Source>, values: Dict) -> Self {
        Self { fonts, paper, template, library: LazyHash::new(library(values)) }
    }
}

impl World for Room<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
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

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The standard library without what runs foreign programs, made once and handed out with other values.
fn library(values: Dict) -> Library {
    static BARE: LazyLock<Library> = LazyLock::new(|| {
        let mut library = Library::builder().with_features(Features::from_iter(Vec::<Feature>::new())).build();
        library.global.scope_mut().bind("plugin".into(), Binding::detached(Value::None));
        library.std = Binding::detached(library.global.clone());
        library
    });
    let mut library = BARE.clone();
    let global = library.global.scope_mut();
    let mut sys = match global.get("sys").map(Binding::read) {
        Some(Value::Module(sys)) => sys.clone(),
        _ => Module::anonymous(typst::foundations::Scope::new()),
    };
    sys.scope_mut().bind("inputs".into(), Binding::detached(values));
    global.bind("sys".into(), Binding::detached(sys));
    library
}

fn path(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("a plain name is a path")).intern()
}
