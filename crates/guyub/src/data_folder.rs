//! The folder of this installation: made at first use, with the secret key, and locked by whoever uses it. Not what is in the database.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{ErrorKind, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use kernel::{id, settings::Secret};

use crate::trouble::{Done, Trouble, While};

const KEY_BYTES: usize = 32;

/// Held as long as the folder is in use.
#[derive(Debug)]
pub(crate) struct Lock(#[allow(dead_code)] File);

/// Makes the folder, readable by its owner alone, unless it is there.
pub(crate) fn prepare(folder: &Path) -> Done {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .during(format!("cannot make the data folder {}", folder.display()))
}

/// A new empty file that only its owner may read, for what holds everything.
pub(crate) fn create_private(path: &Path) -> Done {
    let _ = fs::remove_file(path);
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).during(path.display())?;
    Ok(())
}

pub(crate) fn secret_file(folder: &Path) -> PathBuf {
    folder.join("secret")
}

/// The key of this installation, made at the first start. It appears under its name only when it is complete.
pub(crate) fn secret(folder: &Path) -> Done<Secret> {
    let path = secret_file(folder);
    if !path.exists() {
        let half = folder.join(format!("secret.{}", id::fresh()));
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&half).during(half.display())?;
        file.write_all(id::hex(&id::random_bytes::<KEY_BYTES>()).as_bytes())?;
        file.sync_all()?;
        let named = fs::hard_link(&half, &path);
        fs::remove_file(&half)?;
        // Another process may have been first: then its key is the key.
        named.or_else(|it| if it.kind() == ErrorKind::AlreadyExists { Ok(()) } else { Err(it) }).during(path.display())?;
    }
    let text = fs::read_to_string(&path).during(path.display())?;
    if text.trim().len() < KEY_BYTES {
        return Err(Trouble(format!("{} is too short to be a key: put the backup of it back", path.display())));
    }
    Ok(Secret(text.trim().as_bytes().to_vec()))
}

/// For everything that uses the database; any number of programs may.
pub(crate) fn lock_for_use(folder: &Path) -> Done<Lock> {
    let file = open(&folder.join("lock"))?;
    taken(file.try_lock_shared(), "the database is being restored; try again when that is done")?;
    Ok(Lock(file))
}

/// For replacing the database: nobody else may use it.
pub(crate) fn lock_for_replacing(folder: &Path) -> Done<Lock> {
    let file = open(&folder.join("lock"))?;
    taken(file.try_lock(), "a server or another command uses this data folder: stop it first")?;
    Ok(Lock(file))
}

/// For serving an SQLite file: one server at a time, because it has one writer.
pub(crate) fn lock_for_serving(folder: &Path) -> Done<Lock> {
    let file = open(&folder.join("lock.server"))?;
    taken(file.try_lock(), "another server uses this data folder")?;
    Ok(Lock(file))
}

fn open(path: &Path) -> Done<File> {
    OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(path).during(path.display())
}

fn taken(result: Result<(), TryLockError>, words: &str) -> Done {
    match result {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(Trouble::new(words)),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_key_is_made_once_and_for_its_owner_alone() {
        let folder = tempfile::tempdir().expect("folder");

        let first = secret(folder.path()).expect("made");
        let again = secret(folder.path()).expect("read");

        assert_eq!(first.0.len(), 64);
        assert_eq!(first.0, again.0);
        let mode = fs::metadata(secret_file(folder.path())).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).expect("folder").count(), 1);
    }

    #[test]
    fn many_first_starts_at_once_agree_on_one_key() {
        let folder = tempfile::tempdir().expect("folder");

        let keys: Vec<Vec<u8>> = std::thread::scope(|scope| {
            let starts: Vec<_> = (0..8).map(|_| scope.spawn(|| secret(folder.path()).expect("key").0)).collect();
            starts.into_iter().map(|it| it.join().expect("no panic")).collect()
        });

        assert!(keys.iter().all(|it| *it == keys[0]));
    }

    #[test]
    fn a_half_written_key_is_refused() {
        let folder = tempfile::tempdir().expect("folder");
        fs::write(secret_file(folder.path()), "abc").expect("file");

        assert!(secret(folder.path()).expect_err("refused").to_string().contains("too short"));
    }

    #[test]
    fn many_may_use_the_folder_and_none_while_it_is_replaced() {
        let folder = tempfile::tempdir().expect("folder");
        let server = lock_for_use(folder.path()).expect("first");
        let import = lock_for_use(folder.path()).expect("second");
        assert!(lock_for_replacing(folder.path()).expect_err("in use").to_string().contains("stop it first"));

        drop((server, import));
        let _restore = lock_for_replacing(folder.path()).expect("free");

        assert!(lock_for_use(folder.path()).is_err());
    }
}
