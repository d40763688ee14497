//! A form with a file as it comes in: pieces go to disk as they arrive, whatever the size. Keeps nothing.

use axum::{
    body::Body,
    extract::{FromRequest, Multipart, Request, multipart::Field},
};
use futures_util::{StreamExt, stream};
use kernel::{App, Failure, Outcome};
use store::{Arrived, Depot, Fault, Kind, Refusal};
use ui::Errors;

use super::{model::saved_name, shelf};

/// What came in.
pub(crate) struct Brought {
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) file: Result<Judged, Refused>,
}

/// A file that may be kept.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) file: Arrived,
    pub(crate) kind: Kind,
    pub(crate) name: String,
}

/// Why there is none.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Refused {
    Nothing,
    TooLarge { megabytes: u64 },
    ByContent(Refusal),
}

const MOST_FIELDS: usize = 20;
const LONGEST_FIELD: usize = 4_000;
/// Whoever sends more than twice what is allowed is not listened to any longer.
const PATIENCE: u64 = 2;

/// A file of at most so many bytes.
pub(crate) async fn receive(app: &App, request: Request, most: u64) -> Outcome<Brought> {
    let depot = shelf::of(app)?;
    let parts = Multipart::from_request(request.map(piece_by_piece), app).await;
    let mut parts = parts.map_err(|_| Failure::invalid("", "failure-wrong-fields"))?;
    let mut brought = Brought { fields: Vec::new(), file: Err(Refused::Nothing) };
    while let Some(part) = parts.next_field().await.map_err(|_| broken_off())? {
        match part.file_name().map(str::to_owned) {
            Some(name) => {
                brought.file = taken(&depot, (most, &name), part).await?;
                if matches!(brought.file, Err(Refused::TooLarge { .. })) {
                    return Ok(brought);
                }
            }
            None if brought.fields.len() < MOST_FIELDS => {
                let name = part.name().unwrap_or_default().to_owned();
                brought.fields.push((name, text(part).await?));
            }
            None => return Err(Failure::invalid("", "failure-wrong-fields")),
        }
    }
    Ok(brought)
}

/// The reader of forms takes whatever is there at once into memory, so there is never more than one piece.
fn piece_by_piece(body: Body) -> Body {
    Body::from_stream(stream::unfold(body.into_data_stream(), |mut pieces| async move {
        tokio::task::yield_now().await;
        pieces.next().await.map(|it| (it, pieces))
    }))
}

/// The rest of what is too large is listened to for a while, so that browsers hear the answer.
async fn taken(depot: &Depot, (most, name): (u64, &str), mut part: Field<'_>) -> Outcome<Result<Judged, Refused>> {
    let mut arriving = Some(depot.receive(most).await.map_err(shelf::failure)?);
    let mut size = 0;
    while let Some(piece) = part.chunk().await.map_err(|_| broken_off())? {
        size += piece.len() as u64;
        match arriving.as_mut().map(|it| it.add(&piece)) {
            Some(Err(Fault::TooLarge { .. })) => arriving = None,
            Some(Err(fault)) => return Err(shelf::failure(fault)),
            Some(Ok(())) => {}
            None if size > most * PATIENCE => break,
            None => {}
        }
    }
    let Some(arriving) = arriving else {
        return Ok(Err(Refused::TooLarge { megabytes: most >> 20 }));
    };
    if size == 0 && name.is_empty() {
        return Ok(Err(Refused::Nothing));
    }
    let file = arriving.finish().map_err(shelf::failure)?;
    Ok(match file.judge().await.map_err(shelf::failure)? {
        Ok(kind) => Ok(Judged { file, kind, name: saved_name(name, kind) }),
        Err(refusal) => Err(Refused::ByContent(refusal)),
    })
}

async fn text(mut part: Field<'_>) -> Outcome<String> {
    let mut text = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(|_| broken_off())? {
        text.extend_from_slice(&piece);
        if text.len() > LONGEST_FIELD {
            return Err(Failure::invalid("", "failure-too-large"));
        }
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

impl Refused {
    pub(crate) fn note(self, errors: &mut Errors) {
        match self {
            Refused::Nothing => errors.add("file", "material-file-needed"),
            Refused::TooLarge { megabytes } => errors.add_with("file", "material-too-large", ("n", megabytes)),
            Refused::ByContent(refusal) => errors.add("file", format!("material-refused-{}", refusal.name())),
        }
    }
}

fn broken_off() -> Failure {
    Failure::invalid("file", "material-broken-off")
}
