//! The threads that draw documents. Callers wait without holding a thread of theirs, and no faster than documents are drawn.

use std::{
    num::NonZeroUsize,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use tokio::sync::{mpsc, oneshot};

use crate::{Card, Fault, Sheet, Template, Transcript, coverage, drawing, fonts::Fonts, redrawing};

/// Cheap to clone; the threads end when the last clone is gone.
#[derive(Clone)]
pub struct Press {
    orders: mpsc::Sender<Order>,
    fonts: Arc<Fonts>,
}

#[derive(Clone, Debug)]
pub struct Setup {
    /// Documents drawn at once: one core and about 20 MB each.
    pub threads: NonZeroUsize,
    /// A folder with more fonts (.ttf, .otf, .ttc) for scripts that the built-in ones lack.
    pub fonts: Option<PathBuf>,
}

/// All cores but one, which stays with those who wait for pages; no fonts but the built-in ones.
impl Default for Setup {
    fn default() -> Self {
        let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self { threads: NonZeroUsize::new(cores - 1).unwrap_or(NonZeroUsize::MIN), fonts: None }
    }
}

impl Press {
    pub fn start(setup: &Setup) -> Result<Self, Fault> {
        let fonts = match &setup.fonts {
            Some(folder) => Fonts::with_folder(folder)?,
            None => Fonts::built_in(),
        };
        let (orders, waiting) = mpsc::channel(setup.threads.get());
        let waiting = Arc::new(Mutex::new(waiting));
        for number in 1..=setup.threads.get() {
            let waiting = Arc::clone(&waiting);
            let work = move || work_off(&waiting);
            let thread = thread::Builder::new().name(format!("press-{number}")).stack_size(STACK).spawn(work);
            thread.map_err(|error| Fault::Threads(error.to_string()))?;
        }
        Ok(Self { orders, fonts: Arc::new(fonts) })
    }

    /// Tries a text as template on a certificate with everything and on one with the least.
    pub async fn adopt(&self, text: String) -> Result<Template, Fault> {
        self.order(move |fonts| {
            let template = Template::untried(text);
            for sample in [include_str!("samples/full.json"), include_str!("samples/least.json")] {
                let sheet: Sheet = serde_json::from_str(sample).map_err(|_| Fault::Broken)?;
                drawing::certificate(fonts, &template, &sheet)?;
            }
            Ok(template)
        })
        .await
    }

    /// PDF/A-2a and PDF/UA-1, front and back. The same sheet and template give the same bytes.
    pub async fn certificate(&self, template: &Template, sheet: Sheet) -> Result<Vec<u8>, Fault> {
        let template = template.clone();
        self.order(move |fonts| drawing::certificate(fonts, &template, &sheet)).await
    }

    /// The pages of a certificate as PNG.
    pub async fn preview(&self, template: &Template, sheet: Sheet) -> Result<Vec<Vec<u8>>, Fault> {
        let template = template.clone();
        self.order(move |fonts| drawing::preview(fonts, &template, &sheet)).await
    }

    /// PDF/A-2a and PDF/UA-1, A4 upright.
    pub async fn transcript(&self, transcript: Transcript) -> Result<Vec<u8>, Fault> {
        self.order(move |fonts| drawing::transcript(fonts, &transcript)).await
    }

    /// PNG, 1200 by 630 pixels.
    pub async fn share_picture(&self, card: Card) -> Result<Vec<u8>, Fault> {
        self.order(move |fonts| drawing::share_picture(fonts, &card)).await
    }

    /// A crest from an upload, PNG or JPEG of at most 4.000 points a side, as a small PNG that [`crate::Picture::read`] takes. No more are
    /// unpacked at once than there are threads.
    pub async fn redraw(&self, bytes: Vec<u8>) -> Result<Vec<u8>, Fault> {
        self.order(move |_| redrawing::redrawn(&bytes)).await
    }

    /// Characters that would be printed as `[?]`, each once: no font has them.
    pub fn uncovered(&self, text: &str) -> Vec<char> {
        coverage::uncovered(text, &self.fonts)
    }

    /// Waits for a place in the queue, then for the document. One whose caller has left is not drawn.
    pub(crate) async fn order<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Fonts) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let (answer, answered) = oneshot::channel();
        let fonts = Arc::clone(&self.fonts);
        let order: Order = Box::new(move || {
            if !answer.is_closed() {
                let done = catch_unwind(AssertUnwindSafe(|| work(&fonts))).unwrap_or(Err(Fault::Broken));
                answer.send(done).ok();
            }
        });
        self.orders.send(order).await.map_err(|_| Fault::Stopped)?;
        answered.await.unwrap_or(Err(Fault::Stopped))
    }
}

type Order = Box<dyn FnOnce() + Send>;

/// Layout recurses: 4 MiB overflowed and ended the process, 8 were enough.
const STACK: usize = 16 << 20;

/// The compiler keeps results, half a megabyte a document, for documents to come: what the next two do not use is forgotten.
const KEPT_FOR: usize = 2;

fn work_off(waiting: &Mutex<mpsc::Receiver<Order>>) {
    // Layout and export hand parts of their work to rayon, whose own threads have small stacks: here this thread is the whole pool.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
    while let Some(order) = next(waiting) {
        order();
        comemo::evict(KEPT_FOR);
    }
    drop(pool);
}

fn next(waiting: &Mutex<mpsc::Receiver<Order>>) -> Option<Order> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).blocking_recv()
}
