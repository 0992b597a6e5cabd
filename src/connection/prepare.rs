//! Keeping what was typed until the button to the service is pressed.

use super::Attempt;
use crate::{
    id::{CapabilityId, FlowId},
    services::Services,
    session::flow::FlowContext,
    store::{
        StoreError,
        flow::{self, FlowRow, FlowState},
    },
};

/// Stores a flow that waits for its button.
pub async fn prepare(
    services: &Services,
    attempt: Attempt<'_>,
    page: &CapabilityId,
    context: &FlowContext,
) -> Result<FlowId, StoreError> {
    let id = FlowId::random(&services.random);
    let row = FlowRow {
        prepared: Some(context.seal(services, &id, attempt.environment_id)),
        id: id.clone(),
        environment_id: attempt.environment_id.clone(),
        session_id: attempt.session_id.clone(),
        integration_id: attempt.integration_id.clone(),
        state: FlowState::Prepared,
        page_id: Some(page.clone()),
        socket_id: None,
        sent: None,
        departure: None,
        created_at: services.clock.now(),
    };
    services.db.write(move |tx| Box::pin(async move { flow::insert(tx, &row).await })).await?;
    Ok(id)
}
