//! The end of an integration's grants at their service, behind the answer to whoever deleted it.

use actix_web::web::Data;

use super::state::State;
use crate::{
    admin::{Deed, perform},
    connection::LastGrants,
    store::integration::IntegrationRow,
};

/// What is to be ended once the integration is gone. What cannot be read is no reason to keep it.
pub async fn read(state: &State, integration: &IntegrationRow) -> Option<LastGrants> {
    match LastGrants::of(&state.services, state.public_url.origin().as_str(), integration).await {
        Ok(grants) => Some(grants).filter(|grants| !grants.is_empty()),
        Err(error) => {
            tracing::warn!(%error, integration = integration.unique_key, "its grants cannot be ended at the service");
            None
        }
    }
}

/// Ends them behind the answer, and tells the audit what came of it.
pub fn end(state: &Data<State>, grants: Option<LastGrants>, deletion: &Deed) {
    let Some(grants) = grants else { return };
    let deed = Deed { action: "integration.revoke", ..deletion.clone() };
    let state = Data::clone(state);
    actix_web::rt::spawn(async move {
        let ended = grants.revoke(&state.services).await;
        tracing::info!(integration = deed.subject, "an integration was deleted: {ended}");
        let told =
            perform(&state.services, deed.with_detail(ended.to_string()), |_| Box::pin(async { Ok(true) }));
        if let Err(error) = told.await {
            tracing::warn!(%error, "the audit was not told what ended with an integration");
        }
    });
}
