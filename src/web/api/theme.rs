//! `GET /api/v1/theme`, `PUT /api/v1/theme/draft`, `POST /api/v1/theme/publish`: our own routes beside the four
//! settings, with the same callers and scopes.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use serde_json::{Value, json};

use super::{
    ApiError,
    input::theme::{PublishBody, ThemeDraftBody},
    request::{JsonBody, invalid_body, query},
    settings_caller::SettingsCaller,
};
use crate::{
    admin::{
        Deed,
        theme::{self as verbs, OpenTheme, PublishTheme, Published},
    },
    store::{
        environment::EnvironmentRow,
        theme::{self, ThemeKey},
    },
    theme::ThemeDocument,
    web::{error::WebError, state::State},
};

const READ: &str = "connect_ui_settings:read";
const UPDATE: &str = "connect_ui_settings:update";

/// The draft, what is published, and where each value that pages wear comes from.
pub async fn show(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let caller = SettingsCaller::reading(&state, &request).await?;
    let (_, open) = open(&state, &caller, &request, READ).await?;
    let sources = open.layers(&open.published).sources().into_iter();
    let sources: Vec<Value> = sources
        .map(|(path, value, from)| json!({ "path": path, "value": value, "from": from.as_str() }))
        .collect();
    Ok(HttpResponse::Ok().json(json!({ "data": {
        "published": open.published.to_json(),
        "draft": open.row.draft.is_some().then(|| open.draft.to_json()),
        "revision": open.row.revision,
        "version": version(&open),
        "worn": sources,
    }})))
}

/// Replaces the draft.
pub async fn draft(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let caller = SettingsCaller::changing(&state, &request).await?;
    let (row, open) = open(&state, &caller, &request, UPDATE).await?;
    let given = ThemeDraftBody::read(body.tree()).map_err(invalid_body)?;
    let document = judged(&state, &open, given.theme).await?;
    let stands = given.version == version(&open);
    let (key, at, text) = (open.key.clone(), state.services.clock.now(), document.to_json().to_string());
    let theme_version = open.row.version;
    let deed = deed(&caller, &row, &open, "theme.draft");
    let saved = stands
        && crate::admin::perform(&state.services, deed, move |tx| {
            Box::pin(async move { theme::set_draft(tx, &key, Some(&text), theme_version, at).await })
        })
        .await?;
    if !saved {
        return Err(conflict().into());
    }
    answer(&state, &caller, &request).await
}

/// Publishes the draft.
pub async fn publish(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let caller = SettingsCaller::changing(&state, &request).await?;
    let (row, open) = open(&state, &caller, &request, UPDATE).await?;
    let given = PublishBody::read(body.tree()).map_err(invalid_body)?;
    if given.version != version(&open) {
        return Err(conflict().into());
    }
    let wish = PublishTheme {
        document: open.draft.clone(),
        version: open.row.version,
        environment_version: open.environment_version,
        accepts_failing: given.accepts_failing,
        note: String::new(),
    };
    let deed = deed(&caller, &row, &open, "theme.publish");
    match verbs::publish(&state.services, deed, &row.id, &open, wish).await? {
        Published::Done => answer(&state, &caller, &request).await,
        Published::Conflict => Err(conflict().into()),
        Published::Failing(rows) => {
            let pairs: Vec<String> = rows.iter().map(|(mode, row)| row.in_words(*mode)).collect();
            let message =
                format!("Pairs of colours do not read: {}. Confirm with accept_failing", pairs.join("; "));
            Err(ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "theme_does_not_read", message).into())
        }
    }
}

async fn answer(
    state: &State,
    caller: &SettingsCaller,
    request: &HttpRequest,
) -> Result<HttpResponse, WebError> {
    let (_, open) = open(state, caller, request, UPDATE).await?;
    Ok(HttpResponse::Ok()
        .json(json!({ "data": { "revision": open.row.revision, "version": version(&open) } })))
}

/// Both versions in one: the four settings are the environment's.
fn version(open: &OpenTheme) -> String {
    format!("{}.{}", open.row.version, open.environment_version)
}

async fn open(
    state: &State,
    caller: &SettingsCaller,
    request: &HttpRequest,
    scope: &str,
) -> Result<(EnvironmentRow, OpenTheme), WebError> {
    let row = caller.environment_beside(state, request, scope, &["theme"]).await?;
    let asked = query(request);
    let name = asked.get("theme").and_then(Value::as_str).unwrap_or_default();
    let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if name.len() > 64 || !name.bytes().all(is_name) {
        return Err(ApiError::not_found(
            "unknown_theme",
            "A theme's name has small letters, digits and dashes",
        )
        .into());
    }
    let open = verbs::open(&state.services, &row, ThemeKey::named(&row.id, name)).await?;
    Ok((row, open))
}

async fn judged(
    state: &State,
    open: &OpenTheme,
    mut document: ThemeDocument,
) -> Result<ThemeDocument, WebError> {
    let worn = open.layers(&document).worn();
    verbs::judge_logos(&state.services, &mut document, &worn).await?;
    Ok(document)
}

fn deed(caller: &SettingsCaller, row: &EnvironmentRow, open: &OpenTheme, action: &'static str) -> Deed {
    let subject = if open.key.name().is_empty() { &row.name } else { open.key.name() };
    match caller {
        SettingsCaller::Admin(admin) => Deed::of(admin, &row.id, action, subject),
        SettingsCaller::Key(_) => Deed {
            actor: "an API key".to_owned(),
            environment: Some(row.id.clone()),
            action,
            subject: subject.to_owned(),
            detail: String::new(),
        },
    }
}

fn conflict() -> ApiError {
    let message = "The theme was changed by somebody else meanwhile. Read it again";
    ApiError::new(StatusCode::CONFLICT, "conflict", message)
}
