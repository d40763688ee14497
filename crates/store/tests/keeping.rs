//! Files kept on disk and in an S3-compatible store: the same story in both.

mod bucket;

use std::path::Path;

use bucket::Bucket;
use futures_util::TryStreamExt;
use store::{Arrived, Depot, Fault, Place};

async fn arrived(depot: &Depot, content: &[u8]) -> Arrived {
    let mut arriving = depot.receive(1 << 30).await.expect("room");
    for piece in content.chunks(64 << 10) {
        arriving.add(piece).expect("within bounds");
    }
    arriving.finish().expect("whole")
}

async fn content(depot: &Depot, hash: &str, part: Option<std::ops::Range<u64>>) -> Vec<u8> {
    let reading = depot.read(hash, part).await.expect("kept");
    reading.pieces.try_collect::<Vec<_>>().await.expect("read").concat()
}

fn files_in(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, |it| it.count())
}

async fn a_file_is_kept_read_and_removed(depot: &Depot, arriving: &Path) {
    let small = arrived(depot, b"paparan").await;
    assert_eq!(small.hash, "ca32cbeb415c29f8fa416f948a9628820ff890b0eae28b5015dbcd7d624efbb0");
    depot.keep(&small).await.expect("kept");
    depot.keep(&small).await.expect("the same again");
    assert_eq!(content(depot, &small.hash, None).await, b"paparan");
    assert_eq!(content(depot, &small.hash, Some(2..5)).await, b"par");

    let pieces: Vec<u8> = (0..20_u32 << 20).map(|it| (it >> 8) as u8 ^ it as u8).collect();
    let large = arrived(depot, &pieces).await;
    depot.keep(&large).await.expect("kept in parts");
    assert!(content(depot, &large.hash, None).await == pieces);

    depot.remove(&small.hash).await.expect("removed");
    depot.remove(&small.hash).await.expect("the same again");
    assert!(matches!(depot.read(&small.hash, None).await, Err(Fault::Missing)));
    assert!(matches!(depot.read("../../etc/passwd", None).await, Err(Fault::Missing)));
    depot.try_out().await.expect("usable");
    drop((small, large));
    assert_eq!(files_in(arriving), 0, "nothing is left where files arrive");
}

#[tokio::test]
async fn on_disk() {
    let folder = tempfile::tempdir().expect("folder");
    let (files, arriving) = (folder.path().join("files"), folder.path().join("arriving"));
    let depot = Depot::open(&Place::Folder(files.clone()), &arriving).expect("depot");

    a_file_is_kept_read_and_removed(&depot, &arriving).await;

    let file = arrived(&depot, b"dibaca").await;
    depot.keep(&file).await.expect("kept");
    let reading = depot.read(&file.hash, None).await.expect("there");
    depot.remove(&file.hash).await.expect("removed while it is read");
    assert_eq!(reading.pieces.try_collect::<Vec<_>>().await.expect("goes on").concat(), b"dibaca");
}

#[tokio::test]
async fn in_an_s3_compatible_store() {
    let Some(bucket) = Bucket::started().await else { return };
    let folder = tempfile::tempdir().expect("folder");
    let depot = Depot::open(&Place::read(&bucket.address).expect("address"), folder.path()).expect("depot");

    a_file_is_kept_read_and_removed(&depot, folder.path()).await;
}

#[tokio::test]
async fn a_store_that_is_not_there_is_a_fault_and_not_a_wait_for_ever() {
    let folder = tempfile::tempdir().expect("folder");
    let nowhere = Place::read("s3://kunci:rahasia@127.0.0.1:9/guyub?tls=off").expect("address");
    let depot = Depot::open(&nowhere, folder.path()).expect("nothing is asked yet");

    assert!(matches!(depot.try_out().await, Err(Fault::Store(_))));
}

#[tokio::test]
async fn what_is_too_large_stops_at_the_bound() {
    let folder = tempfile::tempdir().expect("folder");
    let depot = Depot::open(&Place::Folder(folder.path().join("files")), &folder.path().join("arriving")).expect("depot");
    let mut arriving = depot.receive(10).await.expect("room");

    arriving.add(b"12345678").expect("fits");
    assert!(matches!(arriving.add(b"9ab"), Err(Fault::TooLarge { most: 10 })));

    drop(arriving);
    assert_eq!(files_in(&folder.path().join("arriving")), 0);
}
