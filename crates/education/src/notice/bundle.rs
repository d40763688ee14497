//! Notices and letters that are written together, each key once for ever.

use kernel::{
    Outcome,
    db::Tx,
    mail::{self, Letter},
};

use super::{
    letter::Writer,
    model::News,
    queries::{self, NewNotice},
    recipient::Recipient,
};

pub(super) struct Bundle<'a> {
    writer: &'a Writer<'a>,
    notices: Vec<(String, News)>,
    letters: Vec<Letter>,
}

impl<'a> Bundle<'a> {
    pub(super) fn new(writer: &'a Writer<'a>) -> Bundle<'a> {
        Bundle { writer, notices: Vec::new(), letters: Vec::new() }
    }

    /// For whoever has an account a notice, for whoever has an address a letter.
    pub(super) fn tell(&mut self, to: &Recipient, news: News) {
        self.write_to(to, &news);
        self.notices.extend(to.person_id.clone().map(|it| (it, news)));
    }

    /// A letter alone, about what the recipient did themselves.
    pub(super) fn write_to(&mut self, to: &Recipient, news: &News) {
        self.letters.extend(self.writer.letter(to, news));
    }

    /// Two statements, whatever the number.
    pub(super) async fn keep(&self, tx: &mut Tx, now: i64) -> Outcome<()> {
        let notices: Vec<NewNotice<'_>> = self
            .notices
            .iter()
            .map(|(person_id, news)| NewNotice {
                person_id,
                activity_id: Some(&self.writer.activity.id),
                kind: news.kind.name(),
                key: &news.key,
                details: &news.details,
            })
            .collect();
        queries::add(tx, now, &notices).await?;
        mail::post(tx, now, &self.letters).await
    }
}
