//! Whether this machine's clock agrees with others.

use super::Finding;
use crate::{
    clock::{Clock, Timestamp},
    store::{Db, installation},
};

const CHECK: &str = "clock";
/// A header's time has no milliseconds, and answers take a while.
const GOOD_SECONDS: i64 = 5;
/// Services refuse what we sign with a time further off than this.
const WORKING_SECONDS: i64 = 60;
const REMEDY: &str = "Let the machine keep its time by NTP (systemd-timesyncd or chrony). Signed requests, tokens and \
    webhooks carry the time, and are refused when it is wrong";

pub(super) async fn examine(
    clock: &Clock,
    date: Option<Timestamp>,
    db: Option<&Db>,
    findings: &mut Vec<Finding>,
) {
    let server = match db {
        Some(db) => installation::server_time(db).await.unwrap_or_default(),
        None => None,
    };
    let now = clock.now();
    let others = [("the public address", date), ("the database's server", server)];
    let known = others.into_iter().filter_map(|(who, time)| Some((who, (now.0 - time?.0) / 1000)));
    let worst = known.max_by_key(|(_, seconds)| seconds.abs());
    findings.push(match worst {
        None => Finding::warning(CHECK, "there is nobody to compare it with", REMEDY),
        Some((who, seconds)) => compared(who, seconds),
    });
}

fn compared(who: &str, seconds: i64) -> Finding {
    let side = if seconds < 0 { "behind" } else { "ahead of" };
    let says = format!("this machine's clock is {} seconds {side} that of {who}", seconds.abs());
    match seconds.abs() {
        0..=GOOD_SECONDS => Finding::good(CHECK, format!("it agrees with that of {who}")),
        6..=WORKING_SECONDS => Finding::warning(CHECK, says, REMEDY),
        _ => Finding::problem(CHECK, says, REMEDY),
    }
}
