//! SQLite's single writer. Whoever writes gets the connection for a turn inside a savepoint; a batch of turns shares one commit,
//! and every one of them hears of success only after that commit. Not used on PostgreSQL.

use std::time::{Duration, Instant};

use sqlx::{Connection, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use crate::{Failure, Outcome};

/// A batch closes when it holds this many turns, or has lasted this long, or nobody is waiting.
const MOST_TURNS: usize = 256;
const LONGEST_BATCH: Duration = Duration::from_millis(8);
/// Beyond this many waiting writers the next is told to come back.
const LINE: usize = 8_192;

#[derive(Clone)]
pub(super) struct Writer {
    ask: mpsc::Sender<oneshot::Sender<Turn>>,
    end: mpsc::Sender<oneshot::Sender<()>>,
}

/// The connection, lent for one write.
pub(super) struct Turn {
    connection: Option<SqliteConnection>,
    back: mpsc::UnboundedSender<Return>,
}

struct Return {
    connection: SqliteConnection,
    /// Told after the commit; absent when the turn was abandoned.
    heard: Option<oneshot::Sender<bool>>,
}

impl Writer {
    pub(super) fn start(connection: SqliteConnection) -> Writer {
        let ((ask, asked), (end, ended)) = (mpsc::channel(LINE), mpsc::channel(1));
        tokio::spawn(serve(connection, asked, ended));
        Writer { ask, end }
    }

    /// Returns when everybody in line had a turn and the file is let go, for whoever needs it alone.
    pub(super) async fn close(&self) {
        let (tell, told) = oneshot::channel();
        if self.end.send(tell).await.is_ok() {
            let _ = told.await;
        }
    }

    pub(super) async fn turn(&self) -> Outcome<Turn> {
        let (give, get) = oneshot::channel();
        self.ask.try_send(give).map_err(|_| Failure::Busy { seconds: 2 })?;
        get.await.map_err(|_| Failure::broken("the writer stopped"))
    }
}

impl Turn {
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        self.connection.as_mut().expect("a turn holds its connection until it ends")
    }

    pub(super) async fn commit(mut self) -> Outcome<()> {
        let (heard, hear) = oneshot::channel();
        if let Some(connection) = self.connection.take() {
            let _ = self.back.send(Return { connection, heard: Some(heard) });
        }
        match hear.await {
            Ok(true) => Ok(()),
            _ => Err(Failure::broken("the batch could not be committed")),
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            let _ = self.back.send(Return { connection, heard: None });
        }
    }
}

async fn serve(
    mut connection: SqliteConnection,
    mut asked: mpsc::Receiver<oneshot::Sender<Turn>>,
    mut ended: mpsc::Receiver<oneshot::Sender<()>>,
) {
    let (back, mut returned) = mpsc::unbounded_channel();
    let tell = loop {
        let first = tokio::select! {
            biased;
            Some(first) = asked.recv() => first,
            it = ended.recv() => break it,
        };
        if let Err(error) = run(&mut connection, "begin immediate").await {
            tracing::error!(%error, "no batch could begin");
            continue;
        }
        let (given_back, heard) = batch(connection, first, &mut asked, (&back, &mut returned)).await;
        connection = given_back;
        let committed = commit(&mut connection).await;
        for it in heard {
            let _ = it.send(committed);
        }
    };
    let _ = connection.close().await;
    if let Some(tell) = tell {
        let _ = tell.send(());
    }
}

type Returns<'a> = (&'a mpsc::UnboundedSender<Return>, &'a mut mpsc::UnboundedReceiver<Return>);

async fn batch(
    mut connection: SqliteConnection,
    first: oneshot::Sender<Turn>,
    asked: &mut mpsc::Receiver<oneshot::Sender<Turn>>,
    (back, returned): Returns<'_>,
) -> (SqliteConnection, Vec<oneshot::Sender<bool>>) {
    let started = Instant::now();
    let mut heard = Vec::new();
    let mut next = Some(first);
    while let Some(give) = next {
        let kept;
        (connection, kept) = lend(connection, give, back, returned).await;
        heard.extend(kept);
        next = if heard.len() < MOST_TURNS && started.elapsed() < LONGEST_BATCH { asked.try_recv().ok() } else { None };
    }
    (connection, heard)
}

/// Lends the connection for one turn inside a savepoint, and undoes the turn unless it asked to be kept.
async fn lend(
    mut connection: SqliteConnection,
    give: oneshot::Sender<Turn>,
    back: &mpsc::UnboundedSender<Return>,
    returned: &mut mpsc::UnboundedReceiver<Return>,
) -> (SqliteConnection, Option<oneshot::Sender<bool>>) {
    if run(&mut connection, "savepoint turn").await.is_err() {
        return (connection, None);
    }
    let turn = Turn { connection: Some(connection), back: back.clone() };
    // A caller that went away drops the turn here, which gives the connection back at once.
    let _ = give.send(turn);
    let Return { mut connection, heard } = returned.recv().await.expect("the writer holds a sender of its own");
    let ending = if heard.is_some() { "release turn" } else { "rollback to turn; release turn" };
    match run(&mut connection, ending).await {
        Ok(()) => (connection, heard),
        Err(error) => {
            tracing::error!(%error, "a turn could not be ended");
            let _ = run(&mut connection, "rollback to turn; release turn").await;
            (connection, None)
        }
    }
}

async fn commit(connection: &mut SqliteConnection) -> bool {
    match run(connection, "commit").await {
        Ok(()) => true,
        Err(error) => {
            tracing::error!(%error, "a batch could not be committed");
            let _ = run(connection, "rollback").await;
            false
        }
    }
}

async fn run(connection: &mut SqliteConnection, sql: &'static str) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(sql).execute(connection).await.map(drop)
}
