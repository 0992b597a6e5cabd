//! `POST /admin/environment/webhooks/{id}/replay`: sends a webhook again.

use actix_web::{
    HttpResponse,
    web::{Data, Path},
};

use crate::{
    admin::{Deed, perform},
    id::DeliveryId,
    store::webhook_delivery,
    web::{
        admin::{not_found::not_found, page::see_other, session::SignedIn},
        error::WebError,
        state::State,
    },
};

/// The handler.
pub async fn replay(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let (environment, id) = (who.environment.id.clone(), DeliveryId::from_stored(id.into_inner()));
    let row = webhook_delivery::find(&state.services.db, &environment, &id).await?.ok_or_else(not_found)?;
    let deed = Deed::of(
        &who.admin,
        &environment,
        "webhook.replay",
        row.connection_id.as_deref().unwrap_or(&row.url),
    );
    let now = state.services.clock.now();
    perform(&state.services, deed, move |tx| {
        Box::pin(async move { webhook_delivery::replay(tx, &environment, &row.id, now).await })
    })
    .await?;
    Ok(see_other(&format!("{}?done=replayed#log", super::PATH)))
}
