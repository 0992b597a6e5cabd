//! `/admin/connections/{row}/delete`: asks, then disconnects.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};

use askama::Template;

use super::{find, path, person};
use crate::{
    admin::{Deed, perform},
    connection::{Revocation, revoke},
    store::connection,
    web::{
        admin::{
            confirm::ConfirmPage,
            not_found::not_found,
            page::{Frame, Spot, draw},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

#[derive(Template)]
#[template(path = "admin/connection/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    title: String,
    integration: String,
    id: String,
    lines: Vec<Line>,
}

/// What has ended, or stays.
struct Line {
    is_ended: bool,
    what: &'static str,
    more: String,
}

/// `GET`: the question.
pub async fn ask(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, id.into_inner()).await?;
    let whose = person(&row).map_or_else(String::new, |person| format!(" of {person}"));
    let page = ConfirmPage {
        frame: Frame::inside(&state, &who, Spot::Connections),
        title: format!("Disconnect {}{whose}?", row.integration_key),
        text: format!(
            "The connection {} and its credentials are deleted here: your app can no longer use them. \
             The service is asked to end them too, where it offers that.",
            row.connection_id
        ),
        action: "Disconnect",
        back: path(&row.id),
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: the deed, and a receipt of what has ended where.
pub async fn delete(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, id.into_inner()).await?;
    let at = state.services.clock.now();
    let revocation = revoke(&state.services, state.public_url.origin().as_str(), &row).await;
    let deed = Deed::of(&who.admin, &who.environment.id, "connection.delete", &row.connection_id)
        .with_detail(format!("integration {}; {revocation}", row.integration_key));
    let page = ReceiptPage {
        frame: Frame::inside(&state, &who, Spot::Connections),
        title: person(&row).unwrap_or_else(|| row.connection_id.clone()),
        integration: row.integration_key.clone(),
        id: row.connection_id.clone(),
        lines: receipt(&revocation),
    };
    let done = perform(&state.services, deed, move |tx| {
        Box::pin(async move { connection::delete(tx, &row.id, at).await })
    });
    // Somebody else was faster: it is gone, and their receipt says how.
    if !done.await? {
        return Err(not_found());
    }
    draw(&state, StatusCode::OK, &page)
}

fn receipt(revocation: &Revocation) -> Vec<Line> {
    let ended = |what: &'static str, more: String| Line { is_ended: true, what, more };
    let stays = |what: &'static str, more: String| Line { is_ended: false, what, more };
    let by_owner =
        "the account’s owner can end it in the service’s own settings, where connected apps are listed.";
    let mut lines = vec![ended(
        "Deleted here",
        "The credentials, configuration and metadata are gone. Your app can no longer use this connection."
            .to_owned(),
    )];
    match revocation {
        Revocation::Revoked(revoked) => {
            for (is_ended, what) in
                [(revoked.access_token, "The access token"), (revoked.refresh_token, "The refresh token")]
            {
                lines.push(if is_ended {
                    ended(what, "The service has ended it.".to_owned())
                } else {
                    stays(what, format!("There was none, or the service did not end it: {by_owner}"))
                });
            }
        }
        Revocation::NotOffered => lines.push(stays(
            "At the service nothing has ended",
            format!("The service offers no way to end the access there: {by_owner}"),
        )),
        Revocation::Failed(reason) => lines.push(stays(
            "At the service nothing has ended",
            format!("It was asked to end the access, and that failed ({reason}): {by_owner}"),
        )),
    }
    lines
}
