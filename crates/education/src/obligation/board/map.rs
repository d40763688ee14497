//! Where the provinces stand on a map of equal tiles. Their codes are those of the Ministry of Home Affairs. Draws nothing itself.

use std::collections::HashMap;

use ui::{
    Markup, Tongue,
    tiles::{Tile, TileMap},
};

use super::model::NodeRow;

/// Code, letters, column and row; islands keep their neighbours.
const PROVINCES: [(&str, &str, u32, u32); 38] = [
    ("11", "ACE", 0, 0),
    ("12", "SUT", 1, 1),
    ("13", "SBR", 1, 2),
    ("14", "RIA", 2, 1),
    ("15", "JAM", 2, 2),
    ("16", "SSL", 3, 3),
    ("17", "BKL", 2, 3),
    ("18", "LAM", 3, 4),
    ("19", "BBL", 4, 3),
    ("21", "KRI", 3, 1),
    ("31", "DKI", 4, 4),
    ("32", "JBR", 4, 5),
    ("33", "JTG", 5, 5),
    ("34", "DIY", 5, 6),
    ("35", "JTM", 6, 5),
    ("36", "BTN", 3, 5),
    ("51", "BAL", 7, 6),
    ("52", "NTB", 8, 6),
    ("53", "NTT", 9, 6),
    ("61", "KBR", 5, 2),
    ("62", "KTG", 6, 3),
    ("63", "KSL", 7, 3),
    ("64", "KTM", 7, 2),
    ("65", "KUT", 7, 1),
    ("71", "SUU", 10, 1),
    ("72", "STG", 9, 2),
    ("73", "SUS", 8, 4),
    ("74", "STR", 9, 4),
    ("75", "GOR", 9, 1),
    ("76", "SUB", 8, 3),
    ("81", "MAL", 11, 4),
    ("82", "MUT", 11, 2),
    ("91", "PAP", 14, 3),
    ("92", "PBR", 12, 3),
    ("93", "PSL", 14, 5),
    ("94", "PTG", 13, 4),
    ("95", "PPG", 14, 4),
    ("96", "PBD", 12, 2),
];

/// The provinces with the share of offices that have done what they owe. Drawn only for a whole country of rows, or nothing.
pub(super) fn map(t: Tongue, provinces: &[NodeRow]) -> Option<Markup> {
    let known: HashMap<&str, &NodeRow> = provinces.iter().map(|it| (it.id.as_str(), it)).collect();
    let tiles: Vec<Tile> = PROVINCES.iter().map(|it| tile(t, *it, known.get(it.0).copied())).collect();
    let drawn = tiles.iter().filter(|it| it.level.is_some()).count();
    if drawn == 0 {
        return None;
    }
    let description = t.fill("obligation-map-said", "n", t.number(drawn));
    Some(TileMap { id: "peta", title: t.say("obligation-map").to_owned(), description, tiles, cut: 8 }.svg())
}

fn tile(t: Tongue, (_, label, column, row): (&str, &str, u32, u32), node: Option<&NodeRow>) -> Tile {
    let tile = Tile { column, row, label: label.to_owned(), ..Tile::default() };
    let Some(node) = node.filter(|it| it.totals.all() > 0) else {
        return Tile { said: "–".to_owned(), name: format!("{label}: {}", t.say("obligation-map-nobody")), ..tile };
    };
    let share = node.totals.share();
    Tile {
        said: t.percent((share * 100.0).round() / 100.0),
        name: format!("{}: {}", node.name, node.totals.said(&t)),
        href: node.href.clone(),
        level: Some(((share * 4.0).floor() as u32 + 1).min(4)),
        ..tile
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_province_has_a_tile_of_its_own() {
        let places: HashSet<(u32, u32)> = PROVINCES.iter().map(|it| (it.2, it.3)).collect();
        let codes: HashSet<&str> = PROVINCES.iter().map(|it| it.0).collect();
        let letters: HashSet<&str> = PROVINCES.iter().map(|it| it.1).collect();

        assert_eq!((places.len(), codes.len(), letters.len()), (38, 38, 38));
    }
}
