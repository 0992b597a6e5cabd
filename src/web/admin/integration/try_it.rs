//! `POST /admin/integrations/{key}/try`: what an end user goes through, by an admin, in a real session of the environment.

use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use indexmap::IndexMap;

use super::{find, is_built};
use crate::{
    admin::{Deed, perform},
    session::{self, NewSession},
    store::integration::IntegrationRow,
    web::{
        admin::{not_found::not_found, page::see_other, session::SignedIn},
        error::WebError,
        state::State,
    },
};

/// The tag by which connections of a try are known, in admin and in the application.
pub const TAG: &str = "connect_ui_try";

/// The handler: leads to the hosted page. The address holds the session's token, as the link of any session does.
pub async fn try_it(state: Data<State>, who: SignedIn, key: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &key).await?;
    let provider = state.services.definition(&who.environment.id, &row.provider);
    if !provider.is_some_and(|provider| is_built(&provider)) {
        return Err(not_found());
    }
    let deed = Deed::of(&who.admin, &who.environment.id, "integration.try", &row.unique_key);
    perform(&state.services, deed, |_| Box::pin(async { Ok(true) })).await?;
    let created = session::create(&state.services, &who.environment.id, of(&who, &row)).await?;
    Ok(see_other(&format!("/?session_token={}", created.token.reveal())))
}

fn of(who: &SignedIn, row: &IntegrationRow) -> NewSession {
    let tags = IndexMap::from([
        (TAG.to_owned(), "true".to_owned()),
        ("end_user_id".to_owned(), format!("admin-{}", who.admin.id)),
        ("end_user_display_name".to_owned(), who.admin.name.clone()),
    ]);
    NewSession { tags, allowed_integrations: Some(vec![row.unique_key.clone()]), ..NewSession::default() }
}
