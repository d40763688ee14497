//! A map as a grid of equal tiles, one per place, each a link with its number in words; the table behind it is the caller's. Colour repeats the
//! number and never stands alone.

use std::fmt::Write;

use crate::markup::{Markup, escaped};

#[derive(Clone, Debug, Default)]
pub struct TileMap {
    /// Unique on its page.
    pub id: &'static str,
    pub title: String,
    /// The finding in a sentence.
    pub description: String,
    pub tiles: Vec<Tile>,
    /// The column at which the second drawing begins.
    pub cut: u32,
}

#[derive(Clone, Debug, Default)]
pub struct Tile {
    /// From the left and from the top, from 0.
    pub column: u32,
    pub row: u32,
    /// At most four letters.
    pub label: String,
    /// Short, below the label, e.g. `40%`.
    pub said: String,
    /// The whole name with its number, for those who hear the map or point at a tile.
    pub name: String,
    /// Empty for a tile that leads nowhere.
    pub href: String,
    /// 1 (little) to 4 (nearly all); `None` draws an outline.
    pub level: Option<u32>,
}

const SIDE: u32 = 62;
const STEP: u32 = 66;

impl TileMap {
    /// Two drawings, the columns before the cut and those after: side by side where there is room, else one below the other.
    pub fn svg(&self) -> Markup {
        let (id, title, description) = (self.id, escaped(&self.title), escaped(&self.description));
        let mut out = format!(r#"<div class="tiles" role="group" aria-label="{title}. {description}">"#);
        let (west, east): (Vec<&Tile>, Vec<&Tile>) = self.tiles.iter().partition(|it| it.column < self.cut);
        for (half, tiles, first) in [("a", west, 0), ("b", east, self.cut)] {
            let columns = tiles.iter().map(|it| it.column + 1 - first).max().unwrap_or(1);
            let rows = self.tiles.iter().map(|it| it.row + 1).max().unwrap_or(1);
            let size = (columns * STEP, rows * STEP);
            out.push_str(&format!(r#"<svg id="{id}-{half}" viewBox="0 0 {} {}">"#, size.0, size.1));
            tiles.iter().for_each(|it| it.draw(&mut out, first));
            out.push_str("</svg>");
        }
        out.push_str("</div>");
        Markup(out)
    }
}

impl Tile {
    fn draw(&self, out: &mut String, first: u32) {
        let (x, y) = ((self.column - first) * STEP + 2, self.row * STEP + 2);
        let middle = x + SIDE / 2;
        let class = self.level.map_or_else(|| "step-0".to_owned(), |it| format!("step-{}", it.clamp(1, 4)));
        let name = escaped(&self.name);
        let (open, close) = match self.href.as_str() {
            "" => (format!(r#"<g role="img" aria-label="{name}">"#), "</g>"),
            // named by its title: what is written on it is part of the name then
            href => (format!(r#"<a href="{}">"#, escaped(href)), "</a>"),
        };
        let drawn = write!(
            out,
            r#"{open}<title>{name}</title><g class="{class}"><rect x="{x}" y="{y}" width="{SIDE}" height="{SIDE}" rx="8"/><text x="{middle}" y="{}">{}</text><text class="share" x="{middle}" y="{}">{}</text></g>{close}"#,
            y + 24,
            escaped(&self.label),
            y + 48,
            escaped(&self.said),
        );
        drawn.expect("writing to a string does not fail");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_stand_in_their_place_and_say_their_number() {
        let tile = Tile {
            column: 9,
            row: 2,
            label: "SBR".into(),
            said: "40%".into(),
            name: "Sulawesi <Barat>: 40%".into(),
            href: "/?a=1&b=2".into(),
            level: Some(2),
        };
        let tiles = vec![tile, Tile::default()];
        let map = TileMap { id: "peta", title: "Peta".into(), description: "Ada satu.".into(), tiles, cut: 8 };

        let svg = map.svg().to_string();

        assert!(svg.contains(r#"viewBox="0 0 66 198""#) && svg.contains(r#"viewBox="0 0 132 198""#), "{svg}");
        assert!(svg.contains(r#"<a href="/?a=1&amp;b=2"><title>Sulawesi &lt;Barat&gt;: 40%</title>"#));
        assert!(svg.contains(r#"class="step-2"><rect x="68" y="134""#) && svg.contains(">40%</text>"));
        assert!(svg.contains(r#"<g role="img""#) && svg.contains(r#"class="step-0""#));
    }
}
