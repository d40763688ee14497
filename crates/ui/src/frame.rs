//! What stands around every page: title, menu, account, language, notices. Pages carry it beside their own fields, never in JSON.

use crate::{address, text::Tongue, zone::Zone};

#[derive(Clone, Debug, Default)]
pub struct Frame {
    pub t: Tongue,
    /// The reader's zone.
    pub zone: Zone,
    /// Makes sense alone, in a list of tabs; also the heading.
    pub title: String,
    /// For search results and sharing cards of public pages.
    pub description: Option<String>,
    /// Address of a picture of 1200 by 630 pixels for sharing cards; without one the house's own.
    pub picture: Option<String>,
    /// Path and query of this page, as requested.
    pub path: String,
    /// `https://guyub.example`, without a slash at the end.
    pub base_url: String,
    /// From the outside in, at most four, without the page itself.
    pub crumbs: Vec<Link>,
    pub menu: Vec<MenuItem>,
    pub account: Option<Account>,
    pub flash: Option<Flash>,
    /// Messages that the person has not read.
    pub unread: u32,
    /// Calendars and feeds that a program may follow.
    pub feeds: Vec<Feed>,
    pub footer: Vec<Link>,
    /// Where "Masuk" leads.
    pub sign_in: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub label: String,
    pub href: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuItem {
    pub label: String,
    pub href: String,
    pub current: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub name: String,
    pub initials: String,
    pub href: String,
}

/// What the last action did, said once at the top of the next page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    pub kind: FlashKind,
    pub text: String,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum FlashKind {
    Ok,
    Wait,
    Due,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    pub title: String,
    pub href: String,
    /// `text/calendar`, `application/atom+xml`.
    pub content_type: &'static str,
}

impl Frame {
    pub fn new(t: Tongue) -> Frame {
        Frame { t, path: "/".into(), sign_in: "/masuk".into(), ..Frame::default() }
    }

    pub fn titled(mut self, title: impl Into<String>) -> Frame {
        self.title = title.into();
        self
    }

    pub fn described(mut self, description: impl Into<String>) -> Frame {
        self.description = Some(description.into());
        self
    }

    pub fn pictured(mut self, picture: impl Into<String>) -> Frame {
        self.picture = Some(picture.into());
        self
    }

    pub fn at(mut self, path: impl Into<String>, base_url: impl Into<String>) -> Frame {
        self.path = path.into();
        self.base_url = base_url.into();
        self
    }

    pub fn in_zone(mut self, zone: Zone) -> Frame {
        self.zone = zone;
        self
    }

    pub fn crumb(mut self, label: impl Into<String>, href: impl Into<String>) -> Frame {
        self.crumbs.push(Link::new(label, href));
        self
    }

    /// A menu item; it is the current one when this page is at its address or below.
    pub fn menu_item(mut self, label: impl Into<String>, href: impl Into<String>) -> Frame {
        let href = href.into();
        let path = self.path.split('?').next().unwrap_or("/");
        let below = href != "/" && path.strip_prefix(&href).is_some_and(|rest| rest.starts_with('/'));
        self.menu.push(MenuItem { label: label.into(), current: path == href || below, href });
        self
    }

    pub fn signed_in(mut self, name: impl Into<String>, href: impl Into<String>) -> Frame {
        let name = name.into();
        self.account = Some(Account { initials: crate::format::initials(&name), name, href: href.into() });
        self
    }

    pub fn flash(mut self, kind: FlashKind, text: impl Into<String>) -> Frame {
        self.flash = Some(Flash { kind, text: text.into() });
        self
    }

    pub fn calendar(mut self, title: impl Into<String>, href: impl Into<String>) -> Frame {
        self.feeds.push(Feed { title: title.into(), href: href.into(), content_type: "text/calendar" });
        self
    }

    pub fn footer_link(mut self, label: impl Into<String>, href: impl Into<String>) -> Frame {
        self.footer.push(Link::new(label, href));
        self
    }

    /// This page in the other language.
    pub fn other_language(&self) -> String {
        address::with(&self.path, "bahasa", self.t.lang().other().code())
    }

    /// The address to share: without the query, which holds filters and the language.
    pub fn canonical(&self) -> String {
        format!("{}{}", self.base_url, self.path.split('?').next().unwrap_or("/"))
    }
}

impl Link {
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Link {
        Link { label: label.into(), href: href.into() }
    }
}

impl FlashKind {
    /// The name of the colour in the style sheets.
    pub fn class(self) -> &'static str {
        match self {
            FlashKind::Ok => "ok",
            FlashKind::Wait => "wait",
            FlashKind::Due => "due",
        }
    }

    pub fn icon(self) -> &'static str {
        match self {
            FlashKind::Ok => "check",
            FlashKind::Wait => "info",
            FlashKind::Due => "alert",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn the_menu_knows_where_the_reader_is() {
        let frame = Frame::new(Tongue::of(Lang::Id))
            .at("/kegiatan/01J?zona=WIT", "https://guyub.example")
            .menu_item("Beranda", "/")
            .menu_item("Kegiatan", "/kegiatan")
            .menu_item("Kegiatanku", "/kegiatan/01");

        assert_eq!(frame.menu.iter().map(|item| item.current).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!(frame.other_language(), "/kegiatan/01J?zona=WIT&bahasa=en");
        assert_eq!(frame.canonical(), "https://guyub.example/kegiatan/01J");
    }
}
