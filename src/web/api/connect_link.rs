//! `/connect-links`: links that people are sent. Ours, not the protocol's; the rules are those of admin's page.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use serde_json::{Value, json};

use super::{
    ApiError,
    auth::ApiCaller,
    connect_session::end_user,
    input::{
        connect_link::NewConnectLink,
        issue::{Fault, Issue, Issues},
    },
    request::{JsonBody, invalid_body, no_query},
};
use crate::{
    admin::share_link::{self as verbs, NewShareLink},
    clock::Timestamp,
    id::ShareLinkId,
    session::ShareLinkState,
    store::{
        integration,
        share_link::{self, ShareLinkRow},
    },
    web::{error::WebError, state::State},
};

const SCOPE: &[&str] = &["connect_sessions:write"];
/// The most that are listed.
const MOST: i64 = 200;

/// Makes a link. Its address is told here and nowhere else.
pub async fn create(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(SCOPE)?;
    no_query(&request)?;
    let new = NewConnectLink::read(body.tree()).map_err(invalid_body)?;
    check(&state, &caller, &new).await?;
    let keys = new.allowed_integrations.iter().map(ToString::to_string).collect();
    let wish = NewShareLink {
        person: end_user(new.end_user),
        allowed_integrations: Some(keys),
        hours: new.hours,
        is_once: new.is_once,
        asks_for_code: new.asks_for_code,
    };
    let (row, token) = verbs::create(&state.services, &actor(&caller), &caller.environment, wish).await?;
    let mut data = view(&row, state.services.clock.now());
    data["url"] = json!(state.public_url.join(&format!("/l/{}", token.reveal())));
    Ok(HttpResponse::Created().json(json!({ "data": data })))
}

/// The newest first, without their addresses.
pub async fn list(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
) -> Result<HttpResponse, WebError> {
    caller.require(SCOPE)?;
    no_query(&request)?;
    let rows = share_link::list(&state.services.db, &caller.environment, MOST).await?;
    let now = state.services.clock.now();
    let data: Vec<Value> = rows.iter().map(|row| view(row, now)).collect();
    Ok(HttpResponse::Ok().json(json!({ "data": data })))
}

/// Ends a link, also where its page is open right now. Ending it again is no error.
pub async fn revoke(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    caller.require(SCOPE)?;
    no_query(&request)?;
    let id = ShareLinkId::from_stored(id.into_inner());
    if share_link::find_by_id(&state.services.db, &caller.environment, &id).await?.is_none() {
        return Err(ApiError::not_found("not_found", "There is no link of that id").into());
    }
    verbs::revoke(&state.services, &actor(&caller), &caller.environment, &id).await?;
    Ok(HttpResponse::Ok().json(json!({ "success": true })))
}

/// Who the audit says did it.
fn actor(caller: &ApiCaller) -> String {
    format!("API key {}", caller.key_name)
}

async fn check(state: &State, caller: &ApiCaller, new: &NewConnectLink) -> Result<(), WebError> {
    let rows = integration::list(&state.services.db, &caller.environment).await?;
    let exists = |key: &str| rows.iter().any(|row| row.unique_key == key);
    let unknown = new.allowed_integrations.iter().enumerate().filter(|(_, key)| !exists(key.as_str()));
    let mut issues: Vec<Issue> = unknown
        .map(|(index, _)| {
            Fault::custom("Integration does not exist").at(["allowed_integrations", &index.to_string()])
        })
        .collect();
    if new.asks_for_code && new.end_user.email.is_none() {
        issues.push(Fault::custom("The code needs an address to go to").at(["end_user", "email"]));
    }
    if new.asks_for_code && state.mailer.is_none() {
        let message =
            "E-mails cannot be sent: CONNECT_UI_SMTP_URL and CONNECT_UI_MAIL_FROM are not set on the server";
        issues.push(Fault::custom(message).at(["verify"]));
    }
    Issues::non_empty(issues).map_or(Ok(()), |issues| Err(invalid_body(issues).into()))
}

fn view(row: &ShareLinkRow, now: Timestamp) -> Value {
    json!({
        "id": row.id.as_str(),
        "end_user": {
            "id": row.end_user.id, "email": row.end_user.email, "display_name": row.end_user.display_name,
        },
        "allowed_integrations": row.allowed_integrations,
        "verify": if row.asks_for_code { "email_code" } else { "none" },
        "once": row.is_once,
        "state": ShareLinkState::of(row, now).as_str(),
        "opens": row.opens,
        "created_by": row.created_by,
        "created_at": row.created_at.to_z_iso(),
        "expires_at": row.expires_at.to_z_iso(),
        "last_opened_at": row.last_opened_at.map(Timestamp::to_z_iso),
        "used_at": row.used_at.map(Timestamp::to_z_iso),
        "revoked_at": row.revoked_at.map(Timestamp::to_z_iso),
    })
}
