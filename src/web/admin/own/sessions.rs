//! `POST /admin/account/sessions/end`: one's own sessions, ended one by one or all but this.

use actix_web::{
    HttpResponse,
    web::{Data, Form},
};
use serde::Deserialize;

use super::device::device;
use crate::{
    admin,
    id::AdminSessionId,
    store::admin::{people, session::AdminSessionRow},
    web::{
        admin::{not_found::not_found, page::see_other, session::SignedIn, words::moment},
        error::WebError,
        state::State,
    },
};

/// A session, to be listed.
pub struct SessionLine {
    /// Its id.
    pub id: String,
    /// Browser and system.
    pub device: String,
    /// When it began.
    pub since: String,
    /// When it was last used.
    pub seen: String,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

impl SessionLine {
    /// For a page that is seen in the session `here`.
    #[must_use]
    pub fn of(row: &AdminSessionRow, here: &AdminSessionId) -> Self {
        Self {
            device: device(&row.user_agent),
            since: moment(row.began_at),
            seen: moment(row.last_seen_at),
            is_this: row.id == *here,
            id: row.id.as_str().to_owned(),
        }
    }
}

/// Which session; none is all others.
#[derive(Debug, Deserialize)]
pub struct EndForm {
    #[serde(default)]
    session: String,
}

/// The handler.
pub async fn end(state: Data<State>, who: SignedIn, form: Form<EndForm>) -> Result<HttpResponse, WebError> {
    if form.session.is_empty() {
        admin::end_other_sessions(&state.services, &who.session).await?;
    } else {
        let row = people::find(&state.services.db, &who.admin.id).await?.ok_or_else(not_found)?;
        let id = AdminSessionId::from_stored(form.into_inner().session);
        admin::end_session(&state.services, &who.admin, &row, id).await?;
    }
    Ok(see_other("/admin/account?done=sessions"))
}
