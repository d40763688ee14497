//! What stands on the picture that messaging apps show beside a link: 1200 by 630 pixels.

use serde::{Deserialize, Serialize};

use crate::Organiser;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Card {
    /// `id` or `en`
    pub language: String,
    /// Above the title: "Edukasi daring", "Peringatan dini"
    pub kind: String,
    pub title: String,
    /// "Selasa, 26 Agustus 2025, pukul 09.00 WITA"
    pub time: Option<String>,
    /// At most eight; crests are shown as far as they are there.
    pub organisers: Vec<Organiser>,
    /// Address as QR code at the side.
    pub link: Option<String>,
}
