//! The threads: a document that breaks, callers that leave, queues, fonts of an operator.

use std::{
    fs,
    num::NonZeroUsize,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
};

use crate::{
    Fault, Press, Setup,
    tests::{named, plain, press, wait},
};

#[test]
fn a_document_that_panics_ends_neither_the_press_nor_the_program() {
    let press = press();

    let broken = wait(press.order(|_| -> Result<(), Fault> { panic!("on purpose") }));
    let next = wait(press.certificate(&plain(), named("Sri")));

    assert_eq!(broken, Err(Fault::Broken));
    assert!(next.is_ok());
}

#[test]
fn an_order_whose_caller_has_left_is_not_worked_on() {
    let press = press();
    let worked = Arc::new(AtomicUsize::new(0));
    let (open, gate) = mpsc::channel::<()>();
    let order = |until: Option<mpsc::Receiver<()>>| {
        let (press, worked) = (press.clone(), Arc::clone(&worked));
        async move {
            let work = move |_: &crate::fonts::Fonts| {
                until.map(|gate| gate.recv());
                worked.fetch_add(1, Ordering::SeqCst);
                Ok(())
            };
            press.order(work).await
        }
    };

    let local = tokio::task::LocalSet::new();
    wait(local.run_until(async {
        let first = tokio::task::spawn_local(order(Some(gate)));
        let left = tokio::task::spawn_local(order(None));
        tokio::task::yield_now().await;
        left.abort();
        left.await.expect_err("the caller has left");
        open.send(()).expect("the first order waits");
        first.await.expect("not aborted").expect("worked");
        order(None).await.expect("worked");
    }));

    assert_eq!(worked.load(Ordering::SeqCst), 2);
}

#[test]
fn an_operators_fonts_are_used_and_a_bad_one_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let setup = Setup { threads: NonZeroUsize::MIN, fonts: Some(folder.path().to_owned()) };
    fs::write(folder.path().join("readme.txt"), "no font").expect("written");

    let with_none = Press::start(&setup).is_ok();
    let bad = folder.path().join("bad.ttf");
    fs::write(&bad, "no font").expect("written");
    let with_a_bad_one = Press::start(&setup).err();

    assert!(with_none);
    assert_eq!(with_a_bad_one, Some(Fault::Font { path: bad, reason: "not a font".to_owned() }));
}
