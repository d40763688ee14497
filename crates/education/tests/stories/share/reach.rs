//! How often it is opened: counted on every node, by way and day, without anybody in it.

use axum::{body::Body, http::Request};
use kernel::{App, db::NONE};

use super::scene::*;
use crate::world::*;

const PERSON: &str = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/129.0.0.0 Mobile Safari/537.36";

async fn opens(it: &Scene, address: &str, agent: &str, headers: &[(&'static str, &str)]) {
    let mut request = Request::get(address).header("host", "guyub.test").header("user-agent", agent);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    it.world.stranger().send(request.body(Body::empty()).unwrap()).await.expect(200);
}

/// Ways with how often, once so many are on disk.
async fn counted(app: &App, total: i64) -> Vec<(String, i64)> {
    let sql = "select channel, cast(sum(views) as bigint) as n from education_reach group by channel order by channel";
    loop {
        let rows = app.db().all(sql, NONE, |row| Ok((row.get("channel")?, row.get("n")?))).await.unwrap();
        if rows.iter().map(|it: &(String, i64)| it.1).sum::<i64>() >= total {
            return rows;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn people_count_by_the_way_they_came_and_programs_do_not() {
    story(async |world| {
        let (mut it, address) = shared(world).await;
        it.owner.get(&address).await.expect(200);
        for agent in ["WhatsApp/2.23", "TelegramBot (like TwitterBot)", "curl/8", ""] {
            opens(&it, &address, agent, &[]).await;
        }
        opens(&it, &address, PERSON, &[("sec-purpose", "prefetch")]).await;
        let head = Request::head(&address).header("host", "guyub.test").header("user-agent", PERSON);
        it.world.stranger().send(head.body(Body::empty()).unwrap()).await.expect(200);

        for _ in 0..6 {
            opens(&it, &format!("{address}?lewat=wa"), PERSON, &[]).await;
        }
        opens(&it, &format!("{address}?lewat=%3Cb%3E"), PERSON, &[]).await;
        opens(&it, &address, PERSON, &[]).await;

        let rows = counted(&it.world.app, 8).await;
        assert_eq!(rows, [("lain".to_owned(), 1), ("langsung".to_owned(), 1), ("wa".to_owned(), 6)]);
        let at = it.at("");
        let page = it.owner.get(&at).await.expect(200);
        assert!(page.has("kurang dari 5") && page.has("kali, bukan jumlah orang"), "{}", page.text());
        let seen = it.seen().await["reach"].clone();
        assert_eq!((&seen["total"], &seen["channels"][0]["views"]), (&8.into(), &6.into()));
        assert!(seen["channels"][1]["views"].is_null(), "{seen}");
    })
    .await;
}

#[tokio::test]
async fn many_at_once_on_two_nodes_are_all_counted() {
    story(async |world| {
        let (it, address) = shared(world).await;
        let app = &it.world.app;
        let node = App::new(app.db().clone(), app.clock().clone(), app.settings().clone(), *app.setup());
        let routers = [it.world.router.clone(), kernel::web::serve(node, axum::Router::new())];

        let visits = (0..120).map(|n| {
            let (router, address) = (&routers[n % 2], format!("{address}?lewat=qr"));
            async move {
                let request = Request::get(address).header("host", "guyub.test").header("user-agent", PERSON);
                kernel::testing::Browser::new(router).send(request.body(Body::empty()).unwrap()).await.expect(200);
            }
        });
        futures_util::future::join_all(visits).await;

        assert_eq!(counted(app, 120).await, [("qr".to_owned(), 120)]);
    })
    .await;
}
