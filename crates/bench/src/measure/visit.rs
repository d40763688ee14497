//! A first visit: what goes over the wire, and in how many requests, for a browser that keeps nothing yet.

use std::{collections::BTreeSet, io::Read};

use crate::{
    load::{Connection, get},
    measure::Bench,
    report::Finding,
    server::Server,
    trouble::{Done, Trouble},
};

const ACCEPT: &str = "accept-encoding: br, gzip\r\n";

pub(super) async fn measure(bench: &Bench) -> Done<Vec<Finding>> {
    let activity = bench.world.tomorrow(Some(500)).await?;
    let product = bench.product.serve("pages").await?;
    let pages = [
        ("front page", "/".to_owned()),
        ("activity page", format!("/kegiatan/{activity}")),
        ("calendar", "/kegiatan".to_owned()),
    ];
    let mut found = Vec::new();
    for (what, path) in pages {
        found.push(first_visit(&product, what, &path).await?);
    }
    product.stop().await?;
    Ok(found)
}

async fn first_visit(server: &Server, what: &str, path: &str) -> Done<Finding> {
    let (page_bytes, html) = fetch(server, path).await?;
    let mut whole = page_bytes;
    let assets = assets(&html);
    for it in &assets {
        whole += fetch(server, it).await?.0;
    }
    let figure = format!("{:.1} KB in {} requests", whole as f64 / 1e3, assets.len() + 1);
    let remark = format!("the page itself {:.1} KB", page_bytes as f64 / 1e3);
    Ok(Finding::of(format!("first visit, {what}"), figure).goal("<= 30 KB in <= 4 requests").remark(remark))
}

/// Bytes of the whole answer as sent, and its text.
async fn fetch(server: &Server, path: &str) -> Done<(usize, String)> {
    let mut connection = Connection::open(server.port).await?;
    let reply = connection.ask(&get(path, ACCEPT)).await?;
    if reply.status != 200 {
        return Err(Trouble(format!("{path} answers {}", reply.status)));
    }
    let (head, body) = connection.answer(reply);
    let head = head.to_lowercase();
    let mut text = String::new();
    let read = if head.contains("content-encoding: gzip") {
        flate2::read::GzDecoder::new(body).read_to_string(&mut text)
    } else if head.contains("content-encoding: br") {
        Ok(0)
    } else {
        Read::take(body, u64::MAX).read_to_string(&mut text)
    };
    read.map_err(|it| Trouble(format!("{path} cannot be unpacked: {it}")))?;
    Ok((reply.bytes, text))
}

/// What a browser fetches at once: style sheets, scripts, pictures and icons of the page, each file once.
fn assets(html: &str) -> BTreeSet<String> {
    let quoted = html.split(['"', '\'']).filter(|it| it.starts_with("/aset/"));
    let fetched =
        quoted.map(|it| it.split('#').next().unwrap_or(it)).filter(|it| !it.contains("/bagikan-") && !it.contains("/lambang-"));
    fetched.filter(|it| !it.ends_with(".webmanifest")).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_fetched_once_and_the_sharing_picture_by_others() {
        let html = r##"<link href="/aset/guyub-1.css"><use href="/aset/ikon-2.svg#i-a"/><use href="/aset/ikon-2.svg#i-b"/>
            <meta content="/aset/bagikan-3.png"><a href="/kegiatan">"##;

        assert_eq!(Vec::from_iter(assets(html)), ["/aset/guyub-1.css", "/aset/ikon-2.svg"]);
    }
}
