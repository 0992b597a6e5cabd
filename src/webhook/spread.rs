//! From what happened to the addresses that want to know (wire-protocol.md §6.1, §6.2).

use std::collections::HashMap;

use serde::Deserialize;

use crate::{
    id::{DeliveryId, EnvironmentId},
    services::Services,
    store::{
        StoreError,
        webhook_delivery::{self, NewDelivery},
        webhook_outbox::{self, UnspreadWebhook},
        webhook_settings::{self, WebhookSettings},
    },
};

/// How many are spread at once.
const BATCH: i64 = 100;

/// What of a body decides whether it is sent.
#[derive(Deserialize)]
struct Told {
    operation: String,
    success: bool,
}

/// Gives every new webhook its deliveries; answers how many webhooks that were.
pub async fn spread(services: &Services) -> Result<usize, StoreError> {
    let batch = webhook_outbox::unspread(&services.db, BATCH).await?;
    let mut settings: HashMap<EnvironmentId, Option<WebhookSettings>> = HashMap::new();
    let mut work = Vec::new();
    for webhook in batch {
        let id = webhook.environment_id.clone();
        if !settings.contains_key(&id) {
            let found = webhook_settings::find(&services.db, &id).await?.map(|row| row.settings);
            settings.insert(id.clone(), found);
        }
        let deliveries = match settings.get(&id).and_then(Option::as_ref) {
            Some(settings) => deliveries(services, &webhook, settings),
            None => Vec::new(),
        };
        work.push((webhook.id, deliveries));
    }
    let (count, at) = (work.len(), services.clock.now());
    if count == 0 {
        return Ok(0);
    }
    services
        .db
        .write(move |tx| {
            Box::pin(async move {
                for (webhook, deliveries) in &work {
                    // Another process may have been first.
                    if webhook_outbox::mark_spread(tx, webhook, at).await? {
                        for delivery in deliveries {
                            webhook_delivery::insert(tx, delivery).await?;
                        }
                    }
                }
                Ok(())
            })
        })
        .await?;
    Ok(count)
}

fn deliveries(
    services: &Services,
    webhook: &UnspreadWebhook,
    settings: &WebhookSettings,
) -> Vec<NewDelivery> {
    let is_wanted = serde_json::from_str(&webhook.body).is_ok_and(|told| is_wanted(&told, settings));
    let urls = match &webhook.url_override {
        _ if !is_wanted => Vec::new(),
        Some(only) => vec![only.clone()],
        None => settings.primary_url.iter().chain(&settings.secondary_url).cloned().collect(),
    };
    let delivery = |url| NewDelivery {
        id: DeliveryId::random(&services.random),
        environment_id: webhook.environment_id.clone(),
        webhook_id: webhook.id.clone(),
        connection_row: webhook.connection_row.clone(),
        url,
        at: services.clock.now(),
    };
    urls.into_iter().map(delivery).collect()
}

/// The switches of the environment; what has none is always sent (§6.1).
fn is_wanted(told: &Told, settings: &WebhookSettings) -> bool {
    match (told.operation.as_str(), told.success) {
        ("creation", _) => settings.on_auth_creation,
        // That it works again interests whoever wants to know that it does not.
        ("refresh", _) => settings.on_auth_refresh_error,
        _ => true,
    }
}
