//! Stories of accounts, through the front door and on both databases.

mod identify;
mod world;

use world::both;

#[tokio::test]
async fn every_statement_prepares() {
    both(async |app| {
        for sql in crate::DOMAIN.statements.iter().copied().flatten() {
            app.db().check(sql).await.unwrap_or_else(|it| panic!("{it}\n{sql}"));
        }
    })
    .await;
}
