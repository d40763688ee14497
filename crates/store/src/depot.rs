//! Where files are kept, each once under the hash of its content. What is written is on disk, or at the store, before it is said.

use std::{
    ops::Range,
    path::{Path as Folder, PathBuf},
    sync::Arc,
    time::Duration,
};

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use object_store::{
    GetOptions, GetRange, ObjectStore, ObjectStoreExt, RetryConfig, aws::AmazonS3Builder, buffered::BufWriter,
    local::LocalFileSystem, path::Path,
};
use tokio::io::AsyncWriteExt;

use crate::{Arrived, Arriving, Fault, Place, arriving, line::Line, place::Bucket};

#[derive(Clone)]
pub struct Depot {
    objects: Arc<dyn ObjectStore>,
    prefix: String,
    /// Where files arrive before they are judged: on this machine's disk.
    arriving: PathBuf,
}

/// A file, or a part of one, as it is read. It goes on when the file is removed meanwhile.
pub struct Reading {
    /// Of the whole file.
    pub size: u64,
    pub range: Range<u64>,
    pub pieces: std::pin::Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>,
}

/// What is larger goes in parts of this size, two at a time.
const PART: usize = 8 << 20;
const RETRY: RetryConfig = RetryConfig {
    backoff: object_store::BackoffConfig {
        init_backoff: Duration::from_millis(100),
        max_backoff: Duration::from_secs(5),
        base: 2.,
    },
    max_retries: 4,
    retry_timeout: Duration::from_secs(60),
};

impl Depot {
    /// Makes the folder when it is missing; of a bucket nothing is asked yet.
    pub fn open(place: &Place, arriving: &Folder) -> Result<Depot, Fault> {
        arriving::forget(arriving);
        let (objects, prefix): (Arc<dyn ObjectStore>, String) = match place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                (Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true)), String::new())
            }
            Place::Bucket(bucket) => (Arc::new(bucket.store()?), bucket.prefix.clone()),
        };
        Ok(Depot { objects, prefix, arriving: arriving.to_owned() })
    }

    /// Takes in a file of at most so many bytes.
    pub async fn receive(&self, most: u64) -> Result<Arriving, Fault> {
        Arriving::in_folder(&self.arriving, most).await
    }

    /// Keeps a file that arrived. Safe to do twice: the same content is the same file.
    pub async fn keep(&self, file: &Arrived) -> Result<(), Fault> {
        let path = self.path(&file.hash)?;
        match self.objects.head(&path).await {
            Ok(found) if found.size == file.size => return Ok(()),
            Ok(_) | Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        let mut content = tokio::fs::File::open(&file.path).await?;
        let mut writer = BufWriter::with_capacity(Arc::clone(&self.objects), path, PART).with_max_concurrency(2);
        if let Err(error) = tokio::io::copy(&mut content, &mut writer).await {
            let _ = writer.abort().await;
            return Err(error.into());
        }
        Ok(writer.shutdown().await?)
    }

    pub async fn read(&self, hash: &str, part: Option<Range<u64>>) -> Result<Reading, Fault> {
        let options = GetOptions { range: part.map(GetRange::Bounded), ..GetOptions::default() };
        let found = self.objects.get_opts(&self.path(hash)?, options).await?;
        let (size, range) = (found.meta.size, found.range.clone());
        Ok(Reading { size, range, pieces: Box::pin(found.into_stream().map(|it| it.map_err(std::io::Error::other))) })
    }

    /// Safe to do twice.
    pub async fn remove(&self, hash: &str) -> Result<(), Fault> {
        match self.objects.delete(&self.path(hash)?).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether files can be kept here and read again: writes a small one, reads it and removes it.
    pub async fn try_out(&self) -> Result<(), Fault> {
        let mut arriving = self.receive(64).await?;
        arriving.add(format!("guyub {:?}", std::time::SystemTime::now()).as_bytes())?;
        let file = arriving.finish()?;
        self.keep(&file).await?;
        self.read(&file.hash, None).await?;
        self.remove(&file.hash).await
    }

    fn path(&self, hash: &str) -> Result<Path, Fault> {
        let is_hash = hash.len() == 64 && hash.bytes().all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it));
        if is_hash { Ok(Path::from(format!("{}/{}/{hash}", self.prefix, &hash[..2]))) } else { Err(Fault::Missing) }
    }
}

impl Reading {
    /// All of it in memory: for what is small.
    pub async fn whole(mut self) -> Result<Vec<u8>, Fault> {
        let mut content = Vec::new();
        while let Some(piece) = self.pieces.next().await {
            content.extend_from_slice(&piece?);
        }
        Ok(content)
    }
}

impl Bucket {
    fn store(&self) -> Result<impl ObjectStore + use<>, Fault> {
        let builder = AmazonS3Builder::new()
            .with_endpoint(&self.endpoint)
            .with_allow_http(true)
            .with_virtual_hosted_style_request(false)
            .with_region(&self.region)
            .with_bucket_name(&self.name)
            .with_access_key_id(&self.key)
            .with_secret_access_key(&self.secret)
            .with_retry(RETRY)
            .with_http_connector(Line);
        Ok(builder.build()?)
    }
}
