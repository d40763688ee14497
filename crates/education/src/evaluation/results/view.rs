//! Results as they are shown: what is withheld is not in here. Loads, decides nothing.

use kernel::{Actor, Db, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Lang, Tongue};

use super::queries;
use crate::{
    activity::policy::Hosted,
    attendance,
    evaluation::{
        index::{Index, Weight, class_of, index},
        load::{self, Asked},
        model::{Counts, FEWEST, FEWEST_FOR_WORDS, IntervalTable, Kind, Subject},
        queries::tables,
    },
};

/// An index with what it is called.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Judged {
    /// On the scale from 1 to 4, in hundredths.
    pub(crate) index_hundredths: i64,
    /// On the scale from 25 to 100, in hundredths.
    pub(crate) conversion_hundredths: i64,
    /// "A" to "D".
    pub(crate) letter: String,
    pub(crate) category: String,
}

/// Of one question or speaker. Without counts there were too few answers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Row {
    pub(crate) kind: Kind,
    pub(crate) said: String,
    /// How many gave 1, 2, 3 and 4.
    pub(crate) counts: Option<Counts>,
    pub(crate) judged: Option<Judged>,
}

/// One of the owners' activities before this one, as far as the visitor may know of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Earlier {
    pub(crate) activity_id: String,
    pub(crate) title: String,
    pub(crate) starts_at: i64,
    pub(crate) answers: i64,
    pub(crate) judged: Judged,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Results {
    /// Of the activity as a whole: the questions, each of the same weight. Absent below five answers.
    pub(crate) judged: Option<Judged>,
    /// How many answers are counted here.
    pub(crate) answers: i64,
    /// How many have evaluated, also those whose answers still wait.
    pub(crate) given: i64,
    pub(crate) attended: i64,
    /// Of the table by which categories are told.
    pub(crate) table: String,
    pub(crate) rows: Vec<Row>,
    /// In no order. Empty below ten answers.
    pub(crate) words: Vec<String>,
    /// The latest first.
    pub(crate) earlier: Vec<Earlier>,
}

/// A constant number of statements.
pub(super) async fn results(db: &Db, actor: &Actor, hosted: &Hosted, lang: Lang) -> Outcome<Results> {
    let Asked { activity, evaluation, subjects, .. } = load::of(db, hosted.activity.clone(), lang).await?;
    let table = table(db, &evaluation.table_id, lang).await?;
    let cells = queries::cells(db, &activity.id).await?;
    let renamed = queries::rated_speakers(db, &activity.id).await?;
    let renamed = renamed.iter().filter(|name| !subjects.iter().any(|it| it.kind == Kind::Speaker && it.id == **name));
    let renamed: Vec<Subject> = renamed.map(|it| Subject::speaker(it)).collect();
    let row = |it: &Subject| {
        let counts = cells.get(&(it.kind, it.id.clone())).copied().filter(|it| it.is_enough());
        let judged = counts.and_then(|it| index(&[it.element()], Weight::Exact)).and_then(|it| judged(&table, it));
        Row { kind: it.kind, said: it.said.clone(), counts, judged }
    };
    let total = evaluation.index.zip(evaluation.conversion);
    let words = if evaluation.answers >= FEWEST_FOR_WORDS { queries::words(db, &activity.id).await? } else { Vec::new() };
    Ok(Results {
        judged: total.and_then(|(hundredths, conversion)| judged(&table, Index { hundredths, conversion })),
        answers: evaluation.answers,
        given: queries::given(db, &activity.id).await?,
        attended: attended(db, &activity.id).await?,
        rows: subjects.iter().chain(&renamed).map(row).collect(),
        earlier: earlier(db, actor, hosted, &table).await?,
        words,
        table: table.name,
    })
}

/// The chosen table, or the one in force.
pub(in crate::evaluation) async fn table(db: &Db, id: &str, lang: Lang) -> Outcome<IntervalTable> {
    let mut tables = tables(db, lang).await?;
    let chosen = tables.iter().position(|it| it.id == id).unwrap_or_default();
    if tables.is_empty() { Err(kernel::Failure::broken("no table of categories")) } else { Ok(tables.swap_remove(chosen)) }
}

pub(crate) fn judged(table: &IntervalTable, found: Index) -> Option<Judged> {
    let class = class_of(&table.classes, found.conversion)?;
    Some(Judged {
        index_hundredths: found.hundredths,
        conversion_hundredths: found.conversion,
        letter: class.letter.clone(),
        category: class.name.clone(),
    })
}

async fn attended(db: &Db, activity_id: &str) -> Outcome<i64> {
    match attendance::queries::totals(db, activity_id).await? {
        (0, 0) => queries::checked_in(db, activity_id).await,
        (present, _) => Ok(present),
    }
}

/// What partners keep to themselves stays with them.
async fn earlier(db: &Db, actor: &Actor, hosted: &Hosted, table: &IntervalTable) -> Outcome<Vec<Earlier>> {
    let owners = hosted.owners().map(|it| it.agency_id.clone());
    let (own, others): (Vec<String>, Vec<String>) = owners.partition(|it| hosted.runs(actor, it));
    let found = queries::trend(db, (&own, &others), hosted.activity.starts_at).await?;
    let earlier = found.into_iter().filter_map(|it| {
        let judged = judged(table, Index { hundredths: it.index, conversion: it.conversion })?;
        Some(Earlier { activity_id: it.id, title: it.title, starts_at: it.starts_at, answers: it.answers, judged })
    });
    Ok(earlier.collect())
}

impl Results {
    /// Only what was said of one speaker.
    pub(super) fn of_speaker(self, name: &str) -> Results {
        let rows: Vec<Row> = self.rows.into_iter().filter(|it| it.kind == Kind::Speaker && it.said == name).collect();
        let answers = rows.iter().filter_map(|it| it.counts).map(Counts::answers).sum();
        Results { judged: None, answers, rows, words: Vec::new(), earlier: Vec::new(), ..self }
    }

    /// "62,5% dari 40 yang hadir"; at most all of them: an attendance list may shrink afterwards.
    pub(super) fn share_said(&self, t: &Tongue) -> String {
        if self.attended == 0 {
            return String::new();
        }
        let share = (self.answers as f64 / self.attended as f64).min(1.0);
        t.with("share", t.percent(share)).with("n", t.number(self.attended)).say("evaluation-of-attended")
    }

    /// Over all questions.
    pub(super) fn distribution(&self) -> Counts {
        let questions = self.rows.iter().filter(|it| it.kind == Kind::Question).filter_map(|it| it.counts);
        Counts(questions.fold([0; 4], |sum, it| std::array::from_fn(|at| sum[at] + it.0[at])))
    }

    pub(super) fn fewest(&self) -> i64 {
        FEWEST
    }

    pub(super) fn fewest_for_words(&self) -> i64 {
        FEWEST_FOR_WORDS
    }
}

impl Judged {
    /// "3,93 (sangat baik)".
    pub(crate) fn said(&self, t: &Tongue) -> String {
        format!("{} ({})", self.index(t), self.category)
    }

    pub(crate) fn index(&self, t: &Tongue) -> String {
        decimal(t, self.index_hundredths)
    }

    pub(crate) fn conversion(&self, t: &Tongue) -> String {
        decimal(t, self.conversion_hundredths)
    }
}

impl Row {
    pub(super) fn answers(&self) -> i64 {
        self.counts.map_or(0, Counts::answers)
    }

    /// How many gave 1, 2, 3 and 4.
    pub(super) fn each(&self) -> [i64; 4] {
        self.counts.unwrap_or_default().0
    }
}

/// Hundredths as people read them; a quotient of two whole numbers prints as the nearest two decimals, which are these.
fn decimal(t: &Tongue, hundredths: i64) -> String {
    t.decimal(hundredths as f64 / 100.0, 2)
}
