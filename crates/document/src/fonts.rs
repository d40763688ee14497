//! The fonts that documents may use: those in the program, and an operator's folder.

use std::{fs, path::Path};

use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::Fault;

pub(crate) struct Fonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Fonts {
    pub(crate) fn built_in() -> Self {
        Self::of(BUILT_IN.iter().flat_map(|data| Font::iter(Bytes::new(*data))).collect())
    }

    /// Those of the program and every TrueType or OpenType file in the folder.
    pub(crate) fn with_folder(folder: &Path) -> Result<Self, Fault> {
        let unread = |path: &Path, reason: String| Fault::Font { path: path.to_owned(), reason };
        let mut fonts = Self::built_in().fonts;
        let listing = fs::read_dir(folder).map_err(|error| unread(folder, error.to_string()))?;
        let mut paths: Vec<_> = listing.filter_map(|entry| entry.ok().map(|it| it.path())).filter(|path| is_font(path)).collect();
        paths.sort();
        for path in paths {
            let data = fs::read(&path).map_err(|error| unread(&path, error.to_string()))?;
            let before = fonts.len();
            fonts.extend(Font::iter(Bytes::new(data)));
            if fonts.len() == before {
                return Err(unread(&path, "not a font".to_owned()));
            }
        }
        Ok(Self::of(fonts))
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    pub(crate) fn cover(&self, letter: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
    }

    fn of(fonts: Vec<Font>) -> Self {
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Self { fonts, book }
    }
}

fn is_font(path: &Path) -> bool {
    path.extension().is_some_and(|it| ["ttf", "otf", "ttc", "otc"].iter().any(|known| it.eq_ignore_ascii_case(known)))
}

const BUILT_IN: [&[u8]; 15] = [
    include_bytes!("../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../fonts/NotoSerif-Italic.ttf"),
    include_bytes!("../fonts/NotoSerif-SemiBold.ttf"),
    include_bytes!("../fonts/NotoSerifDisplay-SemiBold.ttf"),
    include_bytes!("../fonts/PlusJakartaSans-Regular.ttf"),
    include_bytes!("../fonts/PlusJakartaSans-SemiBold.ttf"),
    include_bytes!("../fonts/PlusJakartaSans-ExtraBold.ttf"),
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansJavanese-Regular.ttf"),
    include_bytes!("../fonts/NotoSansBalinese-Regular.ttf"),
    include_bytes!("../fonts/NotoSansSundanese-Regular.ttf"),
    include_bytes!("../fonts/NotoSansBatak-Regular.ttf"),
    include_bytes!("../fonts/NotoSansBuginese-Regular.ttf"),
    include_bytes!("../fonts/NotoSansSC-Regular.otf"),
];
