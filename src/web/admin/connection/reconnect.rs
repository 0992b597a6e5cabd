//! `POST /admin/connections/{row}/reconnect`: a link by which the person connects this very connection once more.

use actix_web::{
    HttpResponse,
    web::{Data, Path},
};

use super::{erase::end_user_of, find_settled, person};
use crate::{
    admin::{Deed, perform},
    id::ShareLinkId,
    session::ShareLinkToken,
    store::{
        connect_session::EndUser,
        connection::ConnectionRow,
        share_link::{self, ShareLinkRow},
    },
    web::{
        admin::{session::SignedIn, share_link::create::created, words},
        error::WebError,
        state::State,
    },
};

const HOURS: i64 = 24;

/// The handler: makes the link and shows it, this one time.
pub async fn reconnect(
    state: Data<State>,
    who: SignedIn,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    let connection = find_settled(&state, &who, id.into_inner()).await?;
    let token = ShareLinkToken::random(&state.services.random);
    let row = link(&state, &who, &connection);
    let until = words::moment(row.expires_at);
    let deed =
        Deed::of(&who.admin, &who.environment.id, "connection.reconnect_link", &connection.connection_id)
            .with_detail(format!("until {until}"));
    let print = token.fingerprint();
    perform(&state.services, deed, move |tx| {
        Box::pin(async move { share_link::insert(tx, &row, &print).await.map(|()| true) })
    })
    .await?;
    let url = state.public_url.join(&format!("/l/{}", token.reveal()));
    let person = person(&connection).unwrap_or_else(|| "whoever connected this account".to_owned());
    created(&state, &who, person, url, until, true)
}

fn link(state: &State, who: &SignedIn, connection: &ConnectionRow) -> ShareLinkRow {
    let now = state.services.clock.now();
    let known = connection.end_user.as_ref().map(|(user, _)| user.clone());
    let named = || EndUser {
        id: end_user_of(connection).unwrap_or_else(|| connection.connection_id.clone()),
        email: connection.tags.get("end_user_email").cloned(),
        display_name: connection.tags.get("end_user_display_name").cloned(),
        tags: None,
    };
    ShareLinkRow {
        id: ShareLinkId::random(&state.services.random),
        environment_id: who.environment.id.clone(),
        end_user: known.unwrap_or_else(named),
        allowed_integrations: Some(vec![connection.integration_key.clone()]),
        asks_for_code: false,
        is_once: true,
        reconnects: Some(connection.id.clone()),
        created_by: who.admin.name.clone(),
        created_at: now,
        expires_at: now.plus_minutes(HOURS * 60),
        revoked_at: None,
        used_at: None,
        opens: 0,
        last_opened_at: None,
    }
}
