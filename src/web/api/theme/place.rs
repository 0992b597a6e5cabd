//! Which theme a call is about, and who makes it. Owns who may read and who may change it.

use actix_web::{FromRequest as _, HttpRequest, HttpResponse, http::StatusCode};
use serde_json::{Value, json};

use crate::{
    admin::{
        Admin, Deed,
        theme::{self as verbs, OpenTheme},
    },
    store::{
        environment::{self, EnvironmentRow},
        theme::ThemeKey,
    },
    web::{
        admin::{Capability, session},
        api::{
            ApiError, account::AccountCaller, request::no_query, request::query,
            settings_caller::SettingsCaller,
        },
        error::WebError,
        guard,
        state::State,
    },
};

const READ: &str = "connect_ui_settings:read";
const UPDATE: &str = "connect_ui_settings:update";
const INSTANCE: &str = "/api/v1/instance/";

/// What is meant to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Read,
    Change,
}

/// A theme that the caller may read, or change.
pub struct ThemePlace {
    /// The theme and what lies around it.
    pub open: OpenTheme,
    /// The environment whose page shows the deed; the first one for the instance.
    pub environment: EnvironmentRow,
    actor: String,
    key: ThemeKey,
}

impl ThemePlace {
    /// For a caller who reads.
    pub async fn reading(state: &State, request: &HttpRequest) -> Result<Self, WebError> {
        Self::find(state, request, Wish::Read).await
    }

    /// For a caller who changes.
    pub async fn changing(state: &State, request: &HttpRequest) -> Result<Self, WebError> {
        Self::find(state, request, Wish::Change).await
    }

    async fn find(state: &State, request: &HttpRequest, wish: Wish) -> Result<Self, WebError> {
        let (environment, actor, key) = if request.path().starts_with(INSTANCE) {
            let actor = instance_caller(state, request, wish).await?;
            no_query(request)?;
            let first = environment::list(&state.services.db).await?.into_iter().next();
            let first = first.ok_or_else(|| WebError::Internal("there is no environment".to_owned()))?;
            (first, actor, ThemeKey::instance())
        } else {
            of_environment(state, request, wish).await?
        };
        let open = verbs::open(&state.services, &environment, key.clone()).await?;
        Ok(Self { open, environment, actor, key })
    }

    /// The same as it is now.
    pub async fn again(self, state: &State) -> Result<Self, WebError> {
        let found = environment::find(&state.services.db, &self.environment.id).await?;
        let environment = found.unwrap_or(self.environment);
        let open = verbs::open(&state.services, &environment, self.key.clone()).await?;
        Ok(Self { open, environment, ..self })
    }

    /// What who writes must have read. The four settings are the environment's, so its theme counts both.
    pub fn version(&self) -> String {
        let beside = if self.key.is_of_environment() { self.open.environment_version } else { 0 };
        format!("{}.{beside}", self.open.row.version)
    }

    /// What the audit is told.
    pub fn deed(&self, action: &'static str) -> Deed {
        let subject = match (self.key == ThemeKey::instance(), self.key.name()) {
            (true, _) => "instance",
            (false, "") => &self.environment.name,
            (false, name) => name,
        };
        Deed::by(&self.actor, &self.environment.id, action, subject)
    }

    /// What who has changed something is told.
    pub fn answer(&self) -> HttpResponse {
        let data = json!({ "revision": self.open.row.revision, "version": self.version() });
        HttpResponse::Ok().json(json!({ "data": data }))
    }
}

async fn of_environment(
    state: &State,
    request: &HttpRequest,
    wish: Wish,
) -> Result<(EnvironmentRow, String, ThemeKey), WebError> {
    let (caller, scope) = match wish {
        Wish::Read => (SettingsCaller::reading(state, request).await?, READ),
        Wish::Change => (SettingsCaller::changing(state, request).await?, UPDATE),
    };
    let row = caller.environment_beside(state, request, scope, &["theme"]).await?;
    let asked = query(request);
    let name = asked.get("theme").and_then(Value::as_str).unwrap_or_default();
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if name.len() > 64 || !name.bytes().all(is_plain) {
        let message = "A theme's name has small letters, digits and dashes";
        return Err(ApiError::not_found("unknown_theme", message).into());
    }
    let key = ThemeKey::named(&row.id, name);
    let actor = match caller {
        SettingsCaller::Admin(admin) => admin.name,
        SettingsCaller::Key(key) => format!("API key {}", key.key_name),
    };
    Ok((row, actor, key))
}

/// The account key where there is a header, else an owner's cookie, which a browser sends by itself.
async fn instance_caller(state: &State, request: &HttpRequest, wish: Wish) -> Result<String, WebError> {
    if guard::text(request.headers(), "authorization").is_some() {
        AccountCaller::extract(request).await?;
        return Ok("account key".to_owned());
    }
    let found = session::signed_in(state, request).await?.filter(|session| !session.must_enrol);
    let Some(session) = found else {
        let message = "Sign in, or send the account key in the Authorization header";
        return Err(ApiError::new(StatusCode::UNAUTHORIZED, "unauthorized", message).into());
    };
    let forbidden = |message: &str| Err(ApiError::new(StatusCode::FORBIDDEN, "forbidden", message).into());
    let admin: Admin = session.admin;
    if !Capability::Instance.is_of(admin.role) {
        return forbidden("Only an owner reads and changes the theme of the instance here");
    }
    if wish == Wish::Change && !guard::is_same_origin(state, request.headers()) {
        return forbidden("Settings are changed from our own pages, or with the account key");
    }
    Ok(admin.name)
}
