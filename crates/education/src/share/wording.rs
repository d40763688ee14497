//! What is ready to be sent: text for messaging apps, and the addresses that open them with it. Sends nothing.

use kernel::Settings;
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Tongue, address::encoded};

use super::model::Share;
use crate::activity::model::Activity;

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Ready {
    /// To be copied.
    pub(super) text: String,
    pub(super) whatsapp: String,
    pub(super) telegram: String,
    pub(super) mail: String,
    /// Of the page, for print and QR.
    pub(super) address: String,
}

impl Ready {
    pub(super) fn of(settings: &Settings, t: Tongue, (activity, share): (&Activity, &Share)) -> Ready {
        let by = |channel: &str| settings.absolute(&format!("{}?lewat={channel}", share.path()));
        let message = |address: &str| format!("{}\n{address}", text(t, activity, share));
        Ready {
            text: message(&by("salin")),
            whatsapp: format!("https://wa.me/?text={}", encoded(&message(&by("wa")))),
            telegram: format!(
                "https://t.me/share/url?url={}&text={}",
                encoded(&by("telegram")),
                encoded(&text(t, activity, share))
            ),
            mail: format!("mailto:?subject={}&body={}", encoded(&activity.title), encoded(&message(&by("surel")))),
            address: settings.absolute(&share.path()),
        }
    }
}

/// Short enough to be read in a chat.
fn text(t: Tongue, activity: &Activity, share: &Share) -> String {
    let when = t.period(activity.starts_at, activity.ends_at, activity.zone);
    let takeaways: String = share.takeaways.iter().zip(1..).map(|(it, n)| format!("\n{n}. {it}")).collect();
    format!("{}\n{when}\n\n{}:{takeaways}\n", activity.title, t.say("share-takeaways"))
}
