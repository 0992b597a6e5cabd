//! How far people come, per integration: bars drawn on the server, and the same numbers in a table.

use crate::{
    id::EnvironmentId,
    store::connect_attempt::{self, FunnelRow},
    web::{error::WebError, state::State},
};

const DAYS: i64 = 30;
const SHOWN: i64 = 12;

/// The whole width of the drawing; the bars are drawn in its units.
const WIDTH: i64 = 400;
const STEP: i64 = 20;

/// An integration's bars.
pub struct Bars {
    /// The integration's key.
    pub integration: String,
    /// Each stage, the first one first.
    pub stages: Vec<Stage>,
}

/// How many came this far.
pub struct Stage {
    /// What it is.
    pub name: &'static str,
    /// How many.
    pub count: i64,
    /// Their share of all, in percent.
    pub share: i64,
    /// Where the bar stands.
    pub y: i64,
    /// How wide the bar is; whoever came this far at all is seen.
    pub width: i64,
}

/// The integrations with the most attempts of the last days.
pub async fn of(state: &State, environment: &EnvironmentId, only: &str) -> Result<Vec<Bars>, WebError> {
    let since = state.services.clock.now().plus_minutes(-DAYS * 24 * 60);
    let only = (!only.is_empty()).then_some(only);
    let rows = connect_attempt::funnel(&state.services.db, environment, since, only, SHOWN).await?;
    Ok(rows.into_iter().map(bars).collect())
}

fn bars(row: FunnelRow) -> Bars {
    let FunnelRow { integration_key, shown, sent, answered, connected } = row;
    let counted =
        [("Began", shown), ("Sent or left", sent), ("Answered", answered), ("Connected", connected)];
    let of_all = |count: i64, whole: i64| if shown == 0 { 0 } else { count * whole / shown };
    let stage = |(index, (name, count)): (i64, (&'static str, i64))| Stage {
        name,
        count,
        share: of_all(count, 100),
        y: index * STEP + 3,
        width: of_all(count, WIDTH).max(i64::from(count > 0) * 2),
    };
    Bars { integration: integration_key, stages: (0..).zip(counted).map(stage).collect() }
}
