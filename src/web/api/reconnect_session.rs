//! `POST /connect/sessions/reconnect` (wire-protocol.md §2.3): a session that connects one connection anew. What the body
//! does not say, the connection keeps.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use indexmap::IndexMap;

use super::{
    ApiError,
    auth::ApiCaller,
    connect_session::{
        answer, check_named, check_origins, check_verification, check_webhook_target, end_user,
        organization_row, with_settings,
    },
    input::{issue::Fault, reconnect::ReconnectSession},
    request::{JsonBody, invalid_body, no_query},
};
use crate::{
    session::{self, NewSession},
    store::{
        connect_session::{Completion, Reconnects, Replaces, View},
        connection::{self, ConnectionRow},
    },
    web::{error::WebError, state::State},
};

/// The tags that an end user and an organization make; another person's take their place.
const GENERATED: [&str; 5] = [
    "end_user_id",
    "end_user_email",
    "end_user_display_name",
    "organization_id",
    "organization_display_name",
];
/// As many tags as a connection can have.
const MOST_TAGS: usize = 10;

/// The handler.
pub async fn create(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connect_sessions:write"])?;
    no_query(&request)?;
    let new = ReconnectSession::read(body.tree()).map_err(invalid_body)?;
    let (db, environment) = (&state.services.db, &caller.environment);
    let (id, key) = (new.connection_id.to_string(), new.integration_id.as_str());
    // What waits for its exchange is nobody's yet.
    let row = connection::find(db, environment, &id, key)
        .await?
        .filter(|row| row.exchange_until.is_none())
        .ok_or_else(unknown)?;
    check_named(&state, environment, &new.settings, |exists| new.check_integrations(exists)).await?;
    check_origins(&state, environment, &new.settings).await?;
    check_webhook_target(&state, &new.settings).await?;
    check_completion(&new)?;
    check_view(&new)?;
    let tags = tags(&new, &row)?;
    check_verification(&state, environment, &new.settings, &tags).await?;
    let created = session::create(&state.services, environment, to_session(new, row, tags)).await?;
    Ok(HttpResponse::Created().json(answer(&state, &created)))
}

/// The protocol's own words.
fn unknown() -> ApiError {
    ApiError::bad_request("invalid_body", "ConnectionID or IntegrationId does not exists")
}

/// The connection is in use: new credentials cannot wait beside the old ones until somebody brings a code.
fn check_completion(new: &ReconnectSession) -> Result<(), WebError> {
    match new.settings.connect_ui.completion {
        Completion::Immediate => Ok(()),
        Completion::Exchange => {
            let message =
                "A reconnect cannot wait for an exchange; use verify to make sure who has opened its link";
            Err(invalid_body(Fault::custom(message).at(["connect_ui", "completion"])).into())
        }
    }
}

/// There is one connection to reconnect, and no list.
fn check_view(new: &ReconnectSession) -> Result<(), WebError> {
    match new.settings.connect_ui.view {
        View::Connect | View::Managed { .. } => Ok(()),
        View::Manage => {
            let message =
                "A reconnect shows one connection; the page of all is opened by POST /connect/sessions";
            Err(invalid_body(Fault::custom(message).at(["connect_ui", "view"])).into())
        }
    }
}

/// The tags that the connection has afterwards: those of the body, or its own with another person in them.
fn tags(new: &ReconnectSession, row: &ConnectionRow) -> Result<IndexMap<String, String>, WebError> {
    let given = new.tags().map_err(invalid_body)?;
    let given = given.into_iter().map(|(key, value)| (key.as_str().to_owned(), value));
    if new.explicit_tags.is_some() {
        return Ok(given.collect());
    }
    let mut tags = row.tags.clone();
    if new.end_user.is_some() || new.organization.is_some() {
        let is_of = |key: &str, name: &str| key.starts_with(name) && GENERATED.contains(&key);
        tags.retain(|key, _| {
            !(new.end_user.is_some() && is_of(key, "end_user_")
                || new.organization.is_some() && is_of(key, "organization_"))
        });
        tags.extend(given);
    }
    if tags.len() > MOST_TAGS {
        let message =
            "With those that the connection has, these would be more than 10 tags; give them in tags";
        return Err(invalid_body(Fault::custom(message).at(["tags"])).into());
    }
    Ok(tags)
}

fn to_session(new: ReconnectSession, row: ConnectionRow, tags: IndexMap<String, String>) -> NewSession {
    let replaces = Replaces {
        tags: new.explicit_tags.is_some() || new.end_user.is_some() || new.organization.is_some(),
        webhook_url: new.settings.gives_webhook_url,
        end_user: new.end_user.is_some(),
    };
    let (stored, of_stored) = row.end_user.unzip();
    let settings = with_settings(new.settings);
    NewSession {
        webhook_url_override: if replaces.webhook_url {
            settings.webhook_url_override
        } else {
            row.webhook_url_override
        },
        organization: match new.organization {
            Some(own) => Some(organization_row(own)),
            None if replaces.end_user => None,
            None => of_stored.flatten(),
        },
        end_user: new.end_user.map(end_user).or(stored),
        tags,
        allowed_integrations: Some(vec![row.integration_key]),
        reconnects: Some(Reconnects { connection: row.id, replaces }),
        ..settings
    }
}
