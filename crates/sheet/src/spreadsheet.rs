//! One table as an XLSX file, every cell a string: numbers of eighteen digits stay whole, and nothing is a formula.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// More rows or columns than a spreadsheet holds (1.048.576 and 16.384).
#[derive(Debug, thiserror::Error)]
#[error("the table does not fit into a spreadsheet: {0}")]
pub struct Unwritable(#[from] XlsxError);

/// `title` names the sheet; the header line stays in sight. Text longer than a cell holds (32.767 characters) is cut there.
pub fn xlsx<Cells>(title: &str, header: &[&str], rows: impl IntoIterator<Item = Cells>) -> Result<Vec<u8>, Unwritable>
where
    Cells: AsRef<[String]>,
{
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(title))?;
    sheet.set_freeze_panes(1, 0)?;
    let mut widths = vec![0; header.len()];
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(header) {
        sheet.write_string_with_format(0, column, fitting(name), &bold)?;
    }
    widen(&mut widths, header);
    for (line, cells) in (1..).zip(rows) {
        let cells = cells.as_ref();
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(line, column, fitting(cell))?;
        }
        widen(&mut widths, cells);
    }
    set_widths(sheet, &widths)?;
    Ok(workbook.save_to_buffer()?)
}

/// What a sheet may be called: at most 31 units, without the signs that formulas use.
fn sheet_name(title: &str) -> String {
    let allowed = |letter: &char| !letter.is_control() && !"[]:*?/\\'".contains(*letter);
    let name: String = title.chars().filter(allowed).collect();
    let name = cut(name.trim(), 31).trim();
    if name.is_empty() { "1".to_owned() } else { name.to_owned() }
}

fn fitting(cell: &str) -> &str {
    cut(cell, 32_767)
}

/// The longest start of `text` with at most that many UTF-16 units.
fn cut(text: &str, units: usize) -> &str {
    if text.len() <= units {
        return text;
    }
    let mut left = units;
    let end = text.char_indices().find(|(_, letter)| match left.checked_sub(letter.len_utf16()) {
        Some(rest) => {
            left = rest;
            false
        }
        None => true,
    });
    end.map_or(text, |(index, _)| &text[..index])
}

fn widen<S: AsRef<str>>(widths: &mut Vec<usize>, cells: &[S]) {
    widths.resize(widths.len().max(cells.len()), 0);
    for (width, cell) in widths.iter_mut().zip(cells) {
        *width = (*width).max(cell.as_ref().chars().take(60).count());
    }
}

fn set_widths(sheet: &mut Worksheet, widths: &[usize]) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(widths) {
        sheet.set_column_width(column, (width + 2).max(8) as f64)?;
    }
    Ok(())
}
