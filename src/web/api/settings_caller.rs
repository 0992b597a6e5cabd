//! Who reads and changes an environment's settings: a backend with its key, or an admin with a cookie
//! (wire-protocol.md §8, §10.1).

use actix_web::{FromRequest as _, HttpRequest, http::StatusCode};
use serde_json::Value;

use super::{
    ApiError,
    auth::ApiCaller,
    input::{issue::Issues, object::read, text::Length},
    request::{invalid_query, query},
};
use crate::{
    admin::{Admin, Deed},
    store::environment::{self, EnvironmentRow},
    web::{
        admin::{Capability, session},
        error::WebError,
        guard,
        state::State,
    },
};

/// Who may read and change the settings.
pub enum SettingsCaller {
    /// A backend, for its own environment.
    Key(ApiCaller),
    /// A signed-in admin, for every environment.
    Admin(Admin),
}

impl SettingsCaller {
    /// Who reads: an API key where there is a header, else the admin's cookie.
    pub async fn reading(state: &State, request: &HttpRequest) -> Result<Self, WebError> {
        if guard::text(request.headers(), "authorization").is_some() {
            return ApiCaller::extract(request).await.map(Self::Key);
        }
        if let Some(session) = session::signed_in(state, request).await?.filter(|session| !session.must_enrol)
        {
            return Ok(Self::Admin(session.admin));
        }
        let message = "Sign in, or send an API key in the Authorization header";
        Err(ApiError::new(StatusCode::UNAUTHORIZED, "unauthorized", message).into())
    }

    /// Who changes: a browser sends its cookie by itself, so it must be a page of ours that asks.
    pub async fn changing(state: &State, request: &HttpRequest) -> Result<Self, WebError> {
        let caller = Self::reading(state, request).await?;
        if matches!(caller, Self::Admin(_)) && !guard::is_same_origin(state, request.headers()) {
            let message = "Settings are changed from our own pages, or with an API key";
            return Err(ApiError::new(StatusCode::FORBIDDEN, "forbidden", message).into());
        }
        if let Self::Admin(admin) = &caller
            && !Capability::Edit.is_of(admin.role)
        {
            let message = "Only an editor or an owner changes settings";
            return Err(ApiError::new(StatusCode::FORBIDDEN, "forbidden", message).into());
        }
        Ok(caller)
    }

    /// The environment of the query, which a key must belong to.
    pub async fn environment(
        &self,
        state: &State,
        request: &HttpRequest,
        scope: &str,
    ) -> Result<EnvironmentRow, WebError> {
        self.environment_beside(state, request, scope, &[]).await
    }

    /// The same where the query says more: these keys are the route's to read.
    pub async fn environment_beside(
        &self,
        state: &State,
        request: &HttpRequest,
        scope: &str,
        beside: &[&'static str],
    ) -> Result<EnvironmentRow, WebError> {
        let name = environment_name(&query(request), beside).map_err(invalid_query)?;
        let db = &state.services.db;
        let rows = match self {
            Self::Key(caller) => {
                caller.require(&[scope])?;
                environment::find(db, &caller.environment).await?.into_iter().collect()
            }
            Self::Admin(_) => environment::list(db).await?,
        };
        rows.into_iter().find(|row| row.name == name).ok_or_else(|| {
            let message = "There is no environment of that name for this caller";
            ApiError::not_found("unknown_environment", message).into()
        })
    }

    /// What the audit is told of a change by an admin.
    pub fn deed(&self, row: &EnvironmentRow, action: &'static str) -> Option<Deed> {
        match self {
            Self::Key(_) => None,
            Self::Admin(admin) => Some(Deed::of(admin, &row.id, action, &row.name)),
        }
    }
}

fn environment_name(query: &Value, beside: &[&'static str]) -> Result<String, Issues> {
    read(Some(query), |field| {
        field.strict_object(|object| {
            for name in beside {
                object.ignore(name);
            }
            object.required("env", |name| name.sized(Length::between(1, 255)))
        })
    })
}
