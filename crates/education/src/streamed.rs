//! A table that is sent while it is read, so that no file is as large as memory. Not what stands in it.

use axum::{body::Body, response::Response};
use futures_util::stream;
use kernel::{
    Failure, Outcome,
    sheet::{Csv, Written},
    web::attachment,
};

/// Reads a table from its beginning to its end.
pub(crate) trait Rows: Send + 'static {
    /// The next rows as cells, which may be none for some of what is read; nothing at the end.
    fn next(&mut self) -> impl Future<Output = Outcome<Option<Vec<Vec<String>>>>> + Send;
}

pub(crate) fn csv<R: Rows>(name: &str, header: &[&str], rows: R) -> Outcome<Response> {
    let written = Written::default();
    let sheet = Csv::new(written.clone(), header)?;
    let parts = stream::try_unfold(Some((rows, sheet)), move |state| {
        let written = written.clone();
        async move {
            match state {
                Some((rows, sheet)) => part(rows, sheet).await.map(|next| Some((written.take(), next))),
                None => Ok::<_, Failure>(None),
            }
        }
    });
    Ok(attachment(name, "text/csv; charset=utf-8", Body::from_stream(parts)))
}

/// Writes the next rows; answers nothing to go on with after the last.
async fn part<R: Rows>(mut rows: R, mut sheet: Csv<Written>) -> Outcome<Option<(R, Csv<Written>)>> {
    let Some(next) = rows.next().await? else {
        sheet.finish()?;
        return Ok(None);
    };
    for row in next {
        sheet.row(&row)?;
    }
    Ok(Some((rows, sheet)))
}
