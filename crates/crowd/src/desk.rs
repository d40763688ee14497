//! A queue per hot object: requests for the same one are settled in batches, in the order they came. The database stays the truth.

use std::{
    collections::HashMap,
    future::Future,
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::sync::{mpsc, oneshot};

use kernel::{App, Failure, Outcome};

pub const LARGEST_BATCH: usize = 500;
/// Beyond this many in line for one object the next is asked to come back.
const LONGEST_LINE: u64 = 50_000;

pub type Settling<R> = Pin<Box<dyn Future<Output = Outcome<Vec<Outcome<R>>>> + Send>>;
/// Settles a batch for one object in one transaction; answers one result per request, in the same order.
pub type Settle<Q, R> = fn(App, Arc<str>, Vec<Q>) -> Settling<R>;

pub struct Desk<Q, R> {
    app: App,
    settle: Settle<Q, R>,
    lines: Mutex<HashMap<Arc<str>, Line<Q, R>>>,
}

struct Line<Q, R> {
    ask: mpsc::UnboundedSender<(Q, oneshot::Sender<Outcome<R>>)>,
    asked: u64,
    served: Arc<AtomicU64>,
}

/// A place taken in a line, and where the answer will arrive.
pub struct InLine<R> {
    /// Counts from 1 since the line was opened; `number - served` are to be settled up to and including this one.
    pub number: u64,
    pub answer: oneshot::Receiver<Outcome<R>>,
}

impl<Q: Send + 'static, R: Send + 'static> Desk<Q, R> {
    pub fn open(app: &App, settle: Settle<Q, R>) -> Desk<Q, R> {
        Desk { app: app.clone(), settle, lines: Mutex::default() }
    }

    /// Waits in line for `object` and answers what was settled, after it is on disk.
    pub async fn ask(&self, object: &str, request: Q) -> Outcome<R> {
        let in_line = self.line_up(object, request)?;
        in_line.answer.await.unwrap_or_else(|_| Err(Failure::Busy { seconds: 3 }))
    }

    /// Takes a place without waiting; the request is settled whether or not anybody still waits for the answer.
    pub fn line_up(&self, object: &str, request: Q) -> Outcome<InLine<R>> {
        let (give, answer) = oneshot::channel();
        let mut lines = self.lines.lock().unwrap_or_else(|it| it.into_inner());
        if !lines.contains_key(object) {
            let object: Arc<str> = object.into();
            lines.insert(Arc::clone(&object), self.start(&object));
        }
        let line = lines.get_mut(object).ok_or(Failure::Busy { seconds: 3 })?;
        if line.asked - line.served.load(Ordering::Relaxed) >= LONGEST_LINE {
            return Err(Failure::Busy { seconds: 10 });
        }
        line.ask.send((request, give)).map_err(|_| Failure::Busy { seconds: 3 })?;
        line.asked += 1;
        Ok(InLine { number: line.asked, answer })
    }

    /// How many are in line for `object` at this node.
    pub fn length(&self, object: &str) -> u64 {
        let lines = self.lines.lock().unwrap_or_else(|it| it.into_inner());
        lines.get(object).map_or(0, |it| it.asked - it.served.load(Ordering::Relaxed))
    }

    /// How many were settled for `object` at this node.
    pub fn served(&self, object: &str) -> u64 {
        let lines = self.lines.lock().unwrap_or_else(|it| it.into_inner());
        lines.get(object).map_or(0, |it| it.served.load(Ordering::Relaxed))
    }

    fn start(&self, object: &Arc<str>) -> Line<Q, R> {
        let (ask, asked) = mpsc::unbounded_channel();
        let served = Arc::new(AtomicU64::new(0));
        tokio::spawn(serve(self.app.clone(), self.settle, (Arc::clone(object), Arc::clone(&served)), asked));
        Line { ask, asked: 0, served }
    }
}

type Asked<Q, R> = mpsc::UnboundedReceiver<(Q, oneshot::Sender<Outcome<R>>)>;

async fn serve<Q: Send + 'static, R: Send + 'static>(
    app: App,
    settle: Settle<Q, R>,
    (object, served): (Arc<str>, Arc<AtomicU64>),
    mut asked: Asked<Q, R>,
) {
    let mut batch = Vec::new();
    while asked.recv_many(&mut batch, LARGEST_BATCH).await > 0 {
        let (requests, waiting): (Vec<Q>, Vec<_>) = batch.drain(..).unzip();
        let settled = tokio::spawn(settle(app.clone(), Arc::clone(&object), requests)).await;
        served.fetch_add(waiting.len() as u64, Ordering::Relaxed);
        match settled {
            Ok(Ok(results)) => waiting.into_iter().zip(results).for_each(|(give, result)| drop(give.send(result))),
            Ok(Err(failure)) => {
                tracing::warn!(%failure, object = &*object, "a batch was not settled");
                waiting.into_iter().for_each(|give| drop(give.send(Err(Failure::Busy { seconds: 3 }))));
            }
            Err(panic) => {
                tracing::error!(%panic, object = &*object, "a batch panicked");
                waiting.into_iter().for_each(|give| drop(give.send(Err(Failure::Busy { seconds: 3 }))));
            }
        }
    }
}
