//! Everything that stands on a certificate. All texts are values: nothing in them is read as markup.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Picture;

/// Texts come worded, dates and places included; pictures do not travel with JSON and are put in before printing.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sheet {
    /// `id` or `en`: language of the words that templates bring, and of the whole file.
    pub language: String,
    /// "Sertifikat"
    pub heading: String,
    pub number: String,
    pub person: Person,
    /// "Peserta", "Narasumber", "Moderator", "Panitia"
    pub role: String,
    pub activity: String,
    /// "Selasa, 26 Agustus 2025, pukul 09.00–11.30 WIB"
    pub time: String,
    /// "daring", "Aula KPPN Mamuju"
    pub place: Option<String>,
    /// "3 JP"
    pub hours: Option<String>,
    /// One to eight.
    pub organisers: Vec<Organiser>,
    /// Place and date above the signatures: "Mamuju, 26 Agustus 2025"
    pub signed: String,
    /// One to three.
    pub signatories: Vec<Signatory>,
    /// Address of the verification page; printed, in the QR code, and found again by [`crate::identifier_in`].
    pub verification: String,
    /// The back of the certificate; without rows there is no back.
    pub agenda: Vec<Lesson>,
    /// Date in the file's metadata: the same sheet gives the same bytes.
    #[serde(with = "iso")]
    pub issued: Date,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Person {
    /// With titles, as it shall be printed.
    pub name: String,
    /// NIP or another official number, worded: "NIP 198004152005091959"
    pub number: Option<String>,
    /// "Penata Tingkat I (III/d)"
    pub rank: Option<String>,
    pub position: Option<String>,
    pub agency: Option<String>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Organiser {
    pub name: String,
    #[serde(skip)]
    pub crest: Option<Picture>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Signatory {
    /// "Kepala KPPN Mamuju"
    pub position: String,
    pub name: String,
    /// Worded: "NIP 197001011995031001"
    pub number: Option<String>,
    #[serde(skip)]
    pub signature: Option<Picture>,
}

/// A row on the back.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lesson {
    /// "09.00–09.45"
    pub time: String,
    pub subject: String,
    pub speaker: Option<String>,
    /// "1"
    pub hours: Option<String>,
}

pub(crate) mod iso {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(date)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
