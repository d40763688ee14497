//! A file on its way in: written to disk piece by piece, counted and hashed, never whole in memory. It is kept nowhere until it was judged.

use std::{io::Write, path::Path, time::Duration};

use sha2::{Digest, Sha256};
use tempfile::{NamedTempFile, TempPath};

use crate::{Fault, Kind, Refusal};

pub struct Arriving {
    file: NamedTempFile,
    digest: Sha256,
    size: u64,
    most: u64,
}

/// All of it is here, on this machine's disk; gone when this is dropped.
#[derive(Debug)]
pub struct Arrived {
    pub(crate) path: TempPath,
    /// SHA-256 in hexadecimal.
    pub hash: String,
    /// Bytes.
    pub size: u64,
}

/// What a killed process left behind is older than this.
const FORGOTTEN: Duration = Duration::from_secs(24 * 60 * 60);

impl Arriving {
    pub(crate) async fn in_folder(folder: &Path, most: u64) -> Result<Arriving, Fault> {
        tokio::fs::create_dir_all(folder).await?;
        let file = tempfile::Builder::new().prefix("berkas-").tempfile_in(folder)?;
        Ok(Arriving { file, digest: Sha256::new(), size: 0, most })
    }

    /// Pieces are small: writing them does not hold the others up.
    pub fn add(&mut self, piece: &[u8]) -> Result<(), Fault> {
        self.size += piece.len() as u64;
        if self.size > self.most {
            return Err(Fault::TooLarge { most: self.most });
        }
        self.digest.update(piece);
        Ok(self.file.write_all(piece)?)
    }

    pub fn finish(mut self) -> Result<Arrived, Fault> {
        self.file.flush()?;
        let hash = self.digest.finalize().iter().map(|it| format!("{it:02x}")).collect();
        Ok(Arrived { path: self.file.into_temp_path(), hash, size: self.size })
    }
}

impl Arrived {
    /// All of it in memory: for what is small.
    pub async fn content(&self) -> Result<Vec<u8>, Fault> {
        Ok(tokio::fs::read(&self.path).await?)
    }

    /// What it is by its content, whatever it is called.
    pub async fn judge(&self) -> Result<Result<Kind, Refusal>, Fault> {
        let file = std::fs::File::open(&self.path)?;
        let judged = tokio::task::spawn_blocking(move || crate::kind::judge(file)).await;
        judged.map_err(|it| Fault::Disk(std::io::Error::other(it)))
    }
}

/// Removes what killed processes left in the folder.
pub(crate) fn forget(folder: &Path) {
    let Ok(found) = std::fs::read_dir(folder) else { return };
    for it in found.flatten() {
        let age = it.metadata().and_then(|it| it.modified()).ok().and_then(|it| it.elapsed().ok());
        if age.is_some_and(|it| it > FORGOTTEN) {
            let _ = std::fs::remove_file(it.path());
        }
    }
}
