//! How long it takes to find the connections that are to be refreshed, on the database of `DATABASE_URL`: prints the
//! milliseconds at the median. Called by tests/browser/bench/million.js.

use std::time::Instant;

use connect_ui::{
    clock::Clock,
    store::{
        DatabaseUrl, Db,
        connection::refresh::{IdleFilter, idle},
    },
};

const RUNS: usize = 31;
const DAY_MINUTES: i64 = 24 * 60;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Without a database `cargo bench` has nothing to measure here.
    let Ok(url) = std::env::var("DATABASE_URL") else { return Ok(()) };
    let db = Db::open(&url.parse::<DatabaseUrl>()?).await?;
    let now = Clock::System.now();
    let filter = IdleFilter {
        now,
        ends_before: now.plus_minutes(30),
        untouched_since: now.plus_minutes(-DAY_MINUTES),
        after: None,
        limit: 100,
    };
    let mut taken = Vec::new();
    for _ in 0..RUNS {
        let began = Instant::now();
        if idle(&db, &filter).await?.len() != 100 {
            return Err("fewer than a hundred are due".into());
        }
        taken.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    taken.sort_by(f64::total_cmp);
    println!("{:.3}", taken[RUNS / 2]);
    db.close().await;
    Ok(())
}
