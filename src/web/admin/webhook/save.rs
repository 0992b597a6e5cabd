//! `POST /admin/environment/webhooks`: where webhooks go, and which.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form},
};
use url::Url;

use super::show::{LogQuery, WebhooksPage};
use crate::{
    admin::{Deed, perform},
    outbound::OutboundError,
    store::webhook_settings::{self, WebhookSettings},
    web::{
        admin::{
            not_found::not_found,
            page::{Entry, draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

/// The handler.
pub async fn save(
    state: Data<State>,
    who: SignedIn,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let value = |name: &str| form.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    let primary = address(&state, value("primary_url").unwrap_or_default()).await;
    let secondary = address(&state, value("secondary_url").unwrap_or_default()).await;
    let (on_auth_creation, on_auth_refresh_error) =
        (value("on_auth_creation").is_some(), value("on_auth_refresh_error").is_some());
    let (primary_url, secondary_url) = match (primary, secondary) {
        (Ok(primary), Ok(secondary)) => (primary, secondary),
        (primary, secondary) => {
            let mut page = WebhooksPage::new(&state, &who, &LogQuery::default()).await?;
            page.primary = entry(primary);
            page.secondary = entry(secondary);
            page.on_auth_creation = on_auth_creation;
            page.on_auth_refresh_error = on_auth_refresh_error;
            return draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let settings = WebhookSettings { primary_url, secondary_url, on_auth_creation, on_auth_refresh_error };
    store(&state, &who, settings).await?;
    Ok(see_other(&format!("{}?done=saved", super::PATH)))
}

/// How often it is stored again when somebody else changes the environment at the same moment.
const ATTEMPTS: usize = 5;

/// Whoever saves last has seen his own values: nothing of the other's is mixed in.
async fn store(state: &State, who: &SignedIn, settings: WebhookSettings) -> Result<(), WebError> {
    let id = &who.environment.id;
    for _ in 0..ATTEMPTS {
        let row = webhook_settings::find(&state.services.db, id).await?.ok_or_else(not_found)?;
        let deed = Deed::of(&who.admin, id, "webhooks.update", &who.environment.name);
        let (settings, at) = (settings.clone(), state.services.clock.now());
        let change = perform(&state.services, deed, move |tx| {
            Box::pin(async move { webhook_settings::update(tx, &row.id, &settings, row.version, at).await })
        });
        if change.await? {
            return Ok(());
        }
    }
    Err(WebError::Internal("the webhook settings were changed by others each time".to_owned()))
}

/// An address that may be called, or none; else what was typed with what is wrong with it.
async fn address(state: &State, typed: &str) -> Result<Option<String>, Entry> {
    if typed.is_empty() {
        return Ok(None);
    }
    let wrong = |problem: &str| Entry { value: typed.to_owned(), problem: Some(problem.to_owned()) };
    let url = Url::parse(typed).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let url = url.ok_or_else(|| wrong("Enter an address that begins with https://"))?;
    match state.services.outbound.check(&url).await {
        Err(OutboundError::Forbidden(_)) => Err(wrong(
            "This server may not call that address: it is private, or neither https nor port 443. \
             CONNECT_UI_OUTBOUND_ALLOW can allow it.",
        )),
        Err(OutboundError::BadUrl) => Err(wrong("This is no address that can be called")),
        _ => Ok(Some(url.to_string())),
    }
}

fn entry(read: Result<Option<String>, Entry>) -> Entry {
    read.map_or_else(|entry| entry, |url| Entry::new(url.unwrap_or_default()))
}
