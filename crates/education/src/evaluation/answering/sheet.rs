//! Reading a sent form: a value for every question and speaker, and words if there are any. Says beside each field what is missing.

use ui::Errors;

use crate::evaluation::model::{Answers, Kind, Subject};

/// In characters.
pub(super) const LONGEST_WORDS: usize = 1_000;
pub(super) const WORDS: &str = "saran";
/// The choice of those who did not hear a speaker.
pub(super) const NOT_HEARD: &str = "0";

pub(super) fn read(subjects: &[Subject], sent: &[(String, String)]) -> Result<Answers, Errors> {
    let of = |field: &str| sent.iter().find(|it| it.0 == field).map_or("", |it| it.1.trim());
    let mut errors = Errors::new();
    let mut values = Vec::new();
    for subject in subjects {
        match (of(&subject.field), subject.kind) {
            ("1" | "2" | "3" | "4", _) => {
                values.push((subject.kind, subject.id.clone(), of(&subject.field).parse().unwrap_or_default()));
            }
            (NOT_HEARD, Kind::Speaker) => {}
            _ => errors.add_with(&subject.field, "evaluation-choose", ("subject", &subject.said)),
        }
    }
    let words = of(WORDS).replace('\0', "");
    if words.chars().count() > LONGEST_WORDS {
        errors.add_with(WORDS, "evaluation-words-too-long", ("n", LONGEST_WORDS));
    }
    if errors.is_empty() { Ok(Answers { values, words }) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect()
    }

    fn subjects() -> Vec<Subject> {
        vec![Subject::question("materi", "Materi"), Subject::speaker("Contoh Satu"), Subject::speaker("Contoh Dua")]
    }

    #[test]
    fn a_full_sheet_is_read_and_a_speaker_not_heard_is_left_out() {
        let [_, one, two] = &subjects()[..] else { panic!("three subjects") };

        let read = read(&subjects(), &sent(&[("nilai-materi", "4"), (&one.field, "3"), (&two.field, "0"), ("saran", " Bagus ")]));

        let values = vec![(Kind::Question, "materi".into(), 4), (Kind::Speaker, "Contoh Satu".into(), 3)];
        assert_eq!(read, Ok(Answers { values, words: "Bagus".into() }));
    }

    #[test]
    fn whatever_is_not_one_to_four_is_said_beside_its_field() {
        let words = "a".repeat(LONGEST_WORDS + 1);
        for wrong in ["", "0", "5", "-1", "4.0", "empat"] {
            let errors = read(&subjects(), &sent(&[("nilai-materi", wrong), ("saran", &words)])).unwrap_err();
            assert_eq!(errors.len(), 4, "{wrong}: a question, two speakers, the words");
        }
    }
}
