//! Reading the forms of templates: what one is called with its tasks, and for whom and when a draft is made. No I/O.

use serde::Deserialize;
use ui::{Zone, form::Errors, parse};

use super::model::Task;
use crate::activity::draft::folded;

#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct TemplateForm {
    pub(crate) title: String,
    pub(crate) lead: String,
    /// Days before (negative) or after the activity, one for each task.
    pub(crate) task_days: Vec<String>,
    pub(crate) task_title: Vec<String>,
}

/// For which agency, and when; both may be empty for the usual ones.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct UseForm {
    pub(crate) agency: String,
    pub(crate) date: String,
    /// Made with the page: the same form sent twice makes one draft.
    pub(crate) once: String,
}

pub(crate) struct Named {
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) tasks: Vec<Task>,
}

const LONGEST_TITLE: usize = 120;
const LONGEST_LEAD: usize = 300;
const MOST_TASKS: usize = 30;
const LONGEST_TASK: usize = 200;
const FURTHEST: i64 = 365;

impl TemplateForm {
    pub(crate) fn read(&self) -> Result<Named, Errors> {
        let mut errors = Errors::new();
        let (title, lead) = (folded(&self.title), folded(&self.lead));
        if !(5..=LONGEST_TITLE).contains(&title.chars().count()) {
            errors.add("title", "template-title-missing");
        }
        if lead.chars().count() > LONGEST_LEAD {
            errors.add_with("lead", "draft-too-long", ("n", LONGEST_LEAD));
        }
        let tasks = self.read_tasks(&mut errors);
        if errors.is_empty() { Ok(Named { title, lead, tasks }) } else { Err(errors) }
    }

    fn read_tasks(&self, errors: &mut Errors) -> Vec<Task> {
        let days = |n: usize| self.task_days.get(n).map(|it| it.trim()).unwrap_or_default();
        let rows = self.task_title.iter().enumerate().map(|(n, title)| (days(n), folded(title)));
        let task = |(days, title): (&str, String)| {
            let days = days.trim_start_matches('+').parse::<i64>().ok().filter(|it| it.abs() <= FURTHEST)?;
            Some(Task { days, title: title.chars().take(LONGEST_TASK).collect() })
        };
        let read: Option<Vec<Task>> = rows.filter(|it| !it.1.is_empty()).take(MOST_TASKS).map(task).collect();
        let Some(mut tasks) = read else {
            errors.add("tasks", "template-task-days");
            return Vec::new();
        };
        tasks.sort_by_key(|it| it.days);
        tasks
    }
}

/// A day to come, on that clock.
pub(crate) fn read_day(typed: &str, (zone, now): (Zone, i64)) -> Result<jiff::civil::Date, &'static str> {
    let day = parse::date(typed)?;
    let today = zone.civil(now).date();
    if day <= today {
        return Err("draft-in-past");
    }
    let furthest = today.saturating_add(jiff::Span::new().years(2));
    if day > furthest { Err("draft-too-far") } else { Ok(day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_are_read_in_the_order_of_their_days() {
        let owned = |it: &[&str]| it.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let form = TemplateForm {
            title: "Inflasi dan APBN".into(),
            task_days: owned(&["+1", "-7", "", "0"]),
            task_title: owned(&["Unggah laporan", "Kirim undangan", "", "Buka ruang rapat"]),
            ..TemplateForm::default()
        };

        let named = form.read().expect("good");
        assert_eq!(named.tasks.iter().map(Task::day).collect::<Vec<_>>(), ["H-7", "H", "H+1"]);

        let wrong = TemplateForm { task_days: owned(&["besok"]), title: "a".into(), ..form };
        assert!(wrong.read().err().is_some_and(|it| it.len() == 2), "the title and the day of a task");
    }

    #[test]
    fn only_days_to_come_are_taken() {
        let read = |typed| read_day(typed, (Zone::Wita, 1_795_222_800_000));

        assert_eq!(read("22/11/2026"), Ok(jiff::civil::date(2026, 11, 22)));
        assert_eq!(read("21/11/2026"), Err("draft-in-past"));
        assert_eq!(read("2029-01-01"), Err("draft-too-far"));
        assert_eq!(read(""), Err("error-date"));
    }
}
