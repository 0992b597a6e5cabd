//! Flows whose time is over end, so that no promise of the SDK stays open (wire-protocol.md §4.9).

use super::report;
use crate::{
    store::{StoreError, flow},
    web::state::State,
};

/// Ends what is overdue, and tells the sockets that wait here.
pub async fn end_overdue(state: &State) -> Result<usize, StoreError> {
    let now = state.services.clock.now();
    let write = state.services.db.write(move |tx| Box::pin(async move { flow::end_overdue(tx, now).await }));
    let ended = write.await?;
    let count = ended.len();
    for flow in ended {
        report(state, &flow.into()).await;
    }
    Ok(count)
}
