//! Starting, answering, ending: in order, in a hurry, and by force.

use directory::demo::GUIDES;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    task::JoinSet,
};

use crate::house::{Answer, assert_same, get, on_both, sign_in_as};

#[tokio::test]
async fn it_lives_is_ready_and_ends_well_and_starts_again_on_the_same_data() {
    on_both(async |house| {
        let server = house.serve(&[]);
        assert_eq!(get(&server.address, "/healthz", "").await.status, 200);
        assert_eq!(get(&server.address, "/readyz", "").await.body, "ok\n");
        assert_eq!(server.stop().0, Some(0));

        let key = std::fs::read(house.data().join("secret")).unwrap();
        let server = house.serve(&[]);

        assert_eq!(get(&server.address, "/readyz", "").await.status, 200);
        assert_eq!(std::fs::read(house.data().join("secret")).unwrap(), key);
        server.stop();
    })
    .await;
}

#[tokio::test]
async fn told_to_stop_as_soon_as_it_serves_it_ends_well() {
    on_both(async |house| {
        for _ in 0..5 {
            assert_eq!(house.serve(&[]).stop().0, Some(0));
        }
    })
    .await;
}

#[tokio::test]
async fn a_request_in_progress_is_finished_while_nobody_new_is_let_in() {
    on_both(async |house| {
        let server = house.serve(&[]);
        let mut slow = tokio::net::TcpStream::connect(&server.address).await.unwrap();
        let head = "POST /masuk HTTP/1.1\r\nHost: guyub\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        slow.write_all(format!("{head}Expect: 100-continue\r\nContent-Length: 27\r\n\r\n").as_bytes()).await.unwrap();
        let mut heard = [0; 25];
        slow.read_exact(&mut heard).await.unwrap();
        assert_eq!(&heard, b"HTTP/1.1 100 Continue\r\n\r\n");

        server.signal("TERM");
        while tokio::net::TcpStream::connect(&server.address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        slow.write_all(b"pengenal=1&sandi=tidak-tahu").await.unwrap();
        let mut rest = String::new();
        slow.read_to_string(&mut rest).await.unwrap();

        assert_eq!(Answer::read(&rest).status, 422, "{rest}");
        assert_eq!(server.wait().0, Some(0));
    })
    .await;
}

#[tokio::test]
async fn what_was_answered_survives_being_killed() {
    on_both(async |house| {
        let server = house.serve(&["--demo"]);
        let mut visitors: JoinSet<Option<String>> = JoinSet::new();
        for guide in GUIDES {
            let address = server.address.clone();
            visitors.spawn(async move { sign_in_as(&address, guide.nip).await });
        }
        let mut cookies = Vec::new();
        while let Some(cookie) = visitors.join_next().await {
            cookies.extend(cookie.unwrap());
            if cookies.len() == 2 {
                server.signal("KILL");
            }
        }
        drop(server);

        let server = house.serve(&["--demo"]);

        assert!(cookies.len() >= 2, "{cookies:?}");
        for cookie in cookies {
            assert_eq!(get(&server.address, "/beranda", &format!("Cookie: {cookie}\r\n")).await.status, 200);
        }
        assert_eq!(house.run(&["doctor"]).code, 0);
    })
    .await;
}

#[tokio::test]
async fn one_sqlite_file_has_one_server_and_one_postgresql_has_many() {
    on_both(async |house| {
        let first = house.serve(&[]);

        if house.is_sqlite() {
            let second = house.run(&["serve"]);
            assert!(second.code == 1 && second.err.contains("another server uses this data folder"), "{}", second.err);
        } else {
            let second = house.serve(&[]);
            assert_eq!(get(&second.address, "/readyz", "").await.status, 200);
        }
        assert_eq!(get(&first.address, "/readyz", "").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_demonstration_is_brought_once_and_never_into_a_real_database() {
    on_both(async |house| {
        let hints = house.must(&["demo"]);
        let rows = house.rows();

        assert_eq!(house.must(&["demo"]), hints);
        assert_same(&house.rows(), &rows);
        assert!(hints.contains("masuk sebagai pengelola: 198004152005091959 / sandi-contoh"));

        house.must(&["admin", "create", "Budi Contoh, S.E.", "budi@kementerian.example"]);
        assert_eq!(house.must(&["demo"]), hints, "it is complete: there is nothing to bring");
    })
    .await;
    on_both(async |house| {
        house.must(&["admin", "create", "Budi Contoh, S.E.", "budi@kementerian.example"]);

        let refused = house.run(&["serve", "--demo"]);

        assert!(refused.code == 1 && refused.err.contains("real people"), "{}", refused.err);
    })
    .await;
}
