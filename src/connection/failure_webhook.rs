//! The webhook of an attempt that came to nothing (wire-protocol.md §6.1): written with the end of the attempt's row, so
//! that it is told once.

use super::{Attempt, FlowFailure};
use crate::{
    id::WebhookId,
    services::Services,
    store::{connection::find_by_row, webhook_outbox::NewWebhook},
    webhook::EventFailure,
};

/// What the owner's backend is told. A creation, also where an account was to be connected anew: that is the protocol.
pub(super) async fn failed(
    services: &Services,
    attempt: &Attempt<'_>,
    failure: FlowFailure,
    detail: Option<&str>,
) -> NewWebhook {
    let former = match attempt.reconnects {
        Some(own) => find_by_row(&services.db, attempt.environment_id, &own.connection).await.ok().flatten(),
        None => None,
    };
    // Where nothing was made, this is the id that it would have had.
    let connection_id =
        former.as_ref().map_or_else(|| services.random.uuid(), |row| row.connection_id.clone());
    let mut event = attempt.event(&connection_id);
    event.tags = None;
    event.failure = Some(EventFailure { kind: failure.code(), description: failure.description(detail) });
    NewWebhook {
        id: WebhookId::random(&services.random),
        environment_id: attempt.environment_id.clone(),
        connection_row: former.map(|row| row.id),
        url_override: attempt.webhook_url_override.map(str::to_owned),
        body: event.body(),
        at: services.clock.now(),
    }
}
