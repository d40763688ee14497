//! A queue per hot object: requests for the same one are settled in batches, in the order they came. The database stays the truth.

use std::{
    collections::HashMap,
    future::Future,
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use tokio::sync::{mpsc, oneshot};

use crate::{App, Failure, Outcome};

const LARGEST_BATCH: usize = 500;
/// Beyond this many in line for one object the next is asked to come back.
const LONGEST_LINE: usize = 50_000;

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
    length: Arc<AtomicUsize>,
}

impl<Q: Send + 'static, R: Send + 'static> Desk<Q, R> {
    pub fn open(app: &App, settle: Settle<Q, R>) -> Desk<Q, R> {
        Desk { app: app.clone(), settle, lines: Mutex::default() }
    }

    /// Waits in line for `object` and answers what was settled, after it is on disk.
    pub async fn ask(&self, object: &str, request: Q) -> Outcome<R> {
        let receive = self.line_up(object, request)?;
        receive.await.unwrap_or_else(|_| Err(Failure::Busy { seconds: 3 }))
    }

    /// How many are in line for `object` at this node.
    pub fn length(&self, object: &str) -> usize {
        let lines = self.lines.lock().unwrap_or_else(|it| it.into_inner());
        lines.get(object).map_or(0, |it| it.length.load(Ordering::Relaxed))
    }

    fn line_up(&self, object: &str, request: Q) -> Outcome<oneshot::Receiver<Outcome<R>>> {
        let (give, receive) = oneshot::channel();
        let mut lines = self.lines.lock().unwrap_or_else(|it| it.into_inner());
        if !lines.contains_key(object) {
            let object: Arc<str> = object.into();
            lines.insert(Arc::clone(&object), self.start(&object));
        }
        let line = &lines[object];
        if line.length.fetch_add(1, Ordering::Relaxed) >= LONGEST_LINE {
            line.length.fetch_sub(1, Ordering::Relaxed);
            return Err(Failure::Busy { seconds: 10 });
        }
        line.ask.send((request, give)).map_err(|_| Failure::Busy { seconds: 3 })?;
        Ok(receive)
    }

    fn start(&self, object: &Arc<str>) -> Line<Q, R> {
        let (ask, asked) = mpsc::unbounded_channel();
        let length = Arc::new(AtomicUsize::new(0));
        tokio::spawn(serve(self.app.clone(), self.settle, (Arc::clone(object), Arc::clone(&length)), asked));
        Line { ask, length }
    }
}

type Asked<Q, R> = mpsc::UnboundedReceiver<(Q, oneshot::Sender<Outcome<R>>)>;

async fn serve<Q: Send + 'static, R: Send + 'static>(
    app: App,
    settle: Settle<Q, R>,
    (object, length): (Arc<str>, Arc<AtomicUsize>),
    mut asked: Asked<Q, R>,
) {
    let mut batch = Vec::new();
    while asked.recv_many(&mut batch, LARGEST_BATCH).await > 0 {
        let (requests, waiting): (Vec<Q>, Vec<_>) = batch.drain(..).unzip();
        let settled = tokio::spawn(settle(app.clone(), Arc::clone(&object), requests)).await;
        length.fetch_sub(waiting.len(), Ordering::Relaxed);
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
