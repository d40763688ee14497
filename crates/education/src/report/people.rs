//! Who one row of a report is about, in the report's own words.

use super::Row;
use super::cells::Cells;
use super::columns::{Column, Heading};
use super::names::nips;
use super::wording::{is_anonymous, is_yes};

const LONGEST_NAME: usize = 300;

/// Who the row is about; none when it names nobody.
pub(super) fn named_row(line: u32, heading: &Heading, cells: &Cells<'_>) -> Option<Row> {
    let cell = |column| heading.cell(cells, column);
    let given = [cell(Column::FirstName), cell(Column::LastName)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let shown = cell(Column::Name).map(shortened).filter(|name| !is_anonymous(name)).unwrap_or_default();
    let (mut name, mut account) = (shown, None);
    if heading.bracket_is_account
        && let Some((typed, inside)) = account_in_bracket(&name)
    {
        (name, account) = (typed, Some(inside));
    }
    let given = shortened(&given);
    if name.is_empty() {
        name = given;
    } else if account.is_none() && !given.is_empty() && given != name {
        account = Some(given);
    }
    let mail = cell(Column::Mail).or(cell(Column::AccountName)).map(|text| text.to_lowercase());
    let nameless = name.is_empty() || is_anonymous(&name);
    (!nameless).then(|| Row {
        line,
        name,
        original_name: account,
        // Meet hides a guest's address in part; half an address is none.
        mail: mail.filter(|mail| mail.contains('@') && !mail.contains('*') && mail.len() <= 254),
        nip: cell(Column::Nip).and_then(|text| nips(text).into_iter().next()),
        link_id: cell(Column::LinkId).map(shortened),
        in_waiting_room: cell(Column::WaitingRoom).is_some_and(is_yes),
        ..Row::default()
    })
}

/// "Budi (HP) (BUDI SANTOSO)": what was typed, and the account's name in the last bracket.
fn account_in_bracket(name: &str) -> Option<(String, String)> {
    let (typed, account) = name.strip_suffix(')')?.rsplit_once('(')?;
    let (typed, account) = (typed.trim(), account.trim());
    (!typed.is_empty() && !account.is_empty()).then(|| (typed.to_owned(), account.to_owned()))
}

/// Trimmed, and cut where no name or title goes on.
pub(super) fn shortened(text: &str) -> String {
    text.trim().chars().take(LONGEST_NAME).collect()
}
