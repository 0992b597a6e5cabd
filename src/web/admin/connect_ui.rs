//! `/admin/environment/connect-ui`: theme, badge, app name and allowed origins, with the real page beside them.

mod draft;
mod view;

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Query},
};
use serde::Deserialize;

use self::{
    draft::{SettingsForm, Valid},
    view::ConnectUiPage,
};
use super::{
    page::{draw, see_other},
    session::SignedIn,
};
use crate::{
    admin::{Deed, perform},
    store::environment::{self, ConnectUiChange},
    web::{error::WebError, state::State},
};

const PATH: &str = "/admin/environment/connect-ui";

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// `GET`: what is stored.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let form = SettingsForm::stored(&who.environment);
    let mut page = ConnectUiPage::new(&state, &who, form);
    if query.done == "saved" {
        page.frame = page.frame.with_notice(Some("Saved. Pages that open from now on look like this."));
    }
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: stores all of it, or says at the fields what is wrong.
pub async fn save(
    state: Data<State>,
    who: SignedIn,
    form: Form<SettingsForm>,
) -> Result<HttpResponse, WebError> {
    let form = form.into_inner();
    let valid = match form.check() {
        Ok(valid) => valid,
        Err(problems) => {
            let page = ConnectUiPage::refused(&state, &who, form, problems);
            return draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    if store(&state, &who, &form, valid).await? {
        return Ok(see_other(&format!("{PATH}?done=saved")));
    }
    let now = environment::find(&state.services.db, &who.environment.id).await?;
    let who = SignedIn { environment: now.unwrap_or(who.environment), ..who };
    draw(&state, StatusCode::CONFLICT, &ConnectUiPage::conflicting(&state, &who, form))
}

async fn store(state: &State, who: &SignedIn, form: &SettingsForm, valid: Valid) -> Result<bool, WebError> {
    let changed = form.changed_since(&SettingsForm::stored(&who.environment));
    let settings = serde_json::to_string(&valid.theme)
        .map_err(|error| WebError::Internal(format!("settings cannot be written: {error}")))?;
    let change = ConnectUiChange {
        id: who.environment.id.clone(),
        app_name: valid.app_name,
        allowed_origins: valid.allowed_origins,
        connect_ui_settings: settings,
        version: form.version,
        at: state.services.clock.now(),
    };
    let deed = Deed::of(&who.admin, &who.environment.id, "connect_ui.update", &who.environment.name)
        .with_detail(changed.join(", "));
    let stored = perform(&state.services, deed, move |tx| {
        Box::pin(async move { environment::update_connect_ui(tx, &change).await })
    });
    Ok(stored.await?)
}
