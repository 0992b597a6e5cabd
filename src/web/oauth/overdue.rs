//! Flows whose time is over end, so that no promise of the SDK stays open (wire-protocol.md §4.9).

use super::report;
use crate::{
    connection::{FlowEnd, FlowFailure},
    store::{
        StoreError,
        flow::{self, FlowState, OverdueFlow},
    },
    trace::Subject,
    web::state::State,
};

/// Ends what is overdue, and tells the sockets that wait.
pub async fn end_overdue(state: &State) -> Result<usize, StoreError> {
    let now = state.services.clock.now();
    let write = state.services.db.write(move |tx| Box::pin(async move { flow::end_overdue(tx, now).await }));
    let ended = write.await?;
    let count = ended.len();
    for OverdueFlow { id, socket_id, integration_key } in ended {
        state.services.traces.note(now, Subject::Flow(id.clone()), FlowFailure::Expired.step(None));
        let refused = FlowState::Refused { error_code: FlowFailure::Expired.code().to_owned(), detail: None };
        report(state, &FlowEnd { flow: id, socket_id, integration_key, state: refused }).await;
    }
    Ok(count)
}
