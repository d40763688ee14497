//! Judging a file that somebody brings: nothing is kept of it.

use axum::response::Response;
use credential::{Claim, Standing as Bit, Verdict as Proven};
use kernel::{Ask, Failure, Outcome, web::Upload};

use super::{
    admission::Bringing,
    file::{self, File},
    model::{Facts, Judged, Verdict},
    pages,
};
use crate::certificate::{self, badge, issuer, model::Certificate};

pub(crate) async fn judge(Bringing(ask): Bringing, sent: Result<Upload, Failure>) -> Outcome<Response> {
    let judged = match sent {
        Ok(sent) => of_content(&ask, sent).await?,
        Err(Failure::Invalid(_)) => Judged::bare(Verdict::TooLarge),
        Err(failure) => return Err(failure),
    };
    pages::judged(&ask, judged)
}

/// Reading and hashing megabytes is work for a thread of its own.
async fn of_content(ask: &Ask, sent: Upload) -> Outcome<Judged> {
    let reading = tokio::task::spawn_blocking(move || file::read(&sent.content));
    match reading.await.map_err(Failure::broken)? {
        File::Pdf { address, sha256 } => of_pdf(ask, &address, &sha256).await,
        File::Credential(claim) => of_credential(ask, *claim).await,
        File::Neither(verdict) => Ok(Judged::bare(verdict)),
    }
}

async fn of_pdf(ask: &Ask, address: &str, sha256: &str) -> Outcome<Judged> {
    let Some(id) = file::own_id(address, &ask.app.settings().base_url) else {
        return Ok(foreign(address));
    };
    Ok(match certificate(ask, id).await? {
        None => Judged::bare(Verdict::Unknown),
        Some(it) => {
            let is_ours = certificate::print::queries::is_ours(ask.db(), &it.id, sha256).await?;
            let verdict = if is_ours { Verdict::Genuine } else { Verdict::Altered };
            Judged { facts: Some(Facts::of(it)), ..Judged::bare(verdict) }
        }
    })
}

/// By our own keys and our own table; nothing is asked of the network.
async fn of_credential(ask: &Ask, claim: Claim) -> Outcome<Judged> {
    if claim.award().issuer.id != issuer::did(ask.app.settings())?.id() {
        return Ok(foreign(&claim.award().issuer.id));
    }
    let kept = match file::own_id(&claim.award().id, &ask.app.settings().base_url) {
        Some(id) => certificate(ask, id).await?,
        None => None,
    };
    let document = issuer::document::document(&ask.app).await?;
    let standing = kept.as_ref().map_or(Bit::Unknown, |it| if it.stands() { Bit::Good } else { Bit::Withdrawn });
    Ok(match claim.judge(&document, |_| standing) {
        Proven::Valid(award) | Proven::Withdrawn(award) if kept.as_ref().is_some_and(|it| badge::says_the_same(&award, it)) => {
            Judged { facts: kept.map(Facts::of), ..Judged::bare(Verdict::Genuine) }
        }
        Proven::Tampered(_) => Judged { facts: kept.map(Facts::of), ..Judged::bare(Verdict::Tampered) },
        _ => Judged::bare(Verdict::Unknown),
    })
}

fn foreign(address: &str) -> Judged {
    Judged { elsewhere: Some(file::shown(address)), ..Judged::bare(Verdict::Foreign) }
}

async fn certificate(ask: &Ask, id: &str) -> Outcome<Option<Certificate>> {
    match certificate::queries::find(ask.db(), id).await {
        Ok(it) => Ok(Some(it)),
        Err(Failure::NotFound) => Ok(None),
        Err(failure) => Err(failure),
    }
}
