//! Reads the texts and pictures of laid out pages with their places.

use typst::layout::{Frame, FrameItem, Point};

use crate::{Press, Sheet, Template, drawing, tests::wait};

pub(crate) struct Written {
    pub(crate) page: usize,
    /// Empty: a picture.
    pub(crate) text: String,
    /// In points from the left edge of the page.
    pub(crate) start: f64,
    pub(crate) end: f64,
    pub(crate) baseline: f64,
}

pub(crate) fn written(press: &Press, template: &Template, sheet: Sheet) -> Vec<Written> {
    found(press, template, sheet).into_iter().filter(|it| !it.text.is_empty()).collect()
}

/// Crests, signatures and the code.
pub(crate) fn pictures(press: &Press, template: &Template, sheet: Sheet) -> Vec<Written> {
    found(press, template, sheet).into_iter().filter(|it| it.text.is_empty()).collect()
}

fn found(press: &Press, template: &Template, sheet: Sheet) -> Vec<Written> {
    let template = template.clone();
    let drawn = press.order(move |fonts| {
        let document = drawing::certificate_pages(fonts, &template, &sheet)?;
        let mut found = Vec::new();
        for (page, content) in document.pages().iter().enumerate() {
            collect(&content.frame, Point::zero(), page, &mut found);
        }
        Ok(found)
    });
    wait(drawn).expect("the sheet is drawn")
}

/// Every text of the document in reading order, without spaces: a line may break at any of them.
pub(crate) fn letters(press: &Press, template: &Template, sheet: Sheet) -> String {
    written(press, template, sheet).iter().flat_map(|it| it.text.chars()).filter(|it| !it.is_whitespace()).collect()
}

fn collect(frame: &Frame, origin: Point, page: usize, found: &mut Vec<Written>) {
    for (place, item) in frame.items() {
        let at = origin + *place;
        match item {
            FrameItem::Group(group) => {
                collect(&group.frame, at + Point::new(group.transform.tx, group.transform.ty), page, found)
            }
            FrameItem::Text(text) => found.push(Written {
                page,
                text: text.text.to_string(),
                start: at.x.to_pt(),
                end: (at.x + text.width()).to_pt(),
                baseline: at.y.to_pt(),
            }),
            FrameItem::Image(_, size, _) => found.push(Written {
                page,
                text: String::new(),
                start: at.x.to_pt(),
                end: (at.x + size.x).to_pt(),
                baseline: (at.y + size.y).to_pt(),
            }),
            _ => {}
        }
    }
}
