//! `/admin/integrations/{key}/delete`: asks, then deletes.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};

use super::{find, name, path};
use crate::{
    admin::{Deed, perform},
    store::integration,
    web::{
        admin::{
            confirm::ConfirmPage,
            page::{Frame, Spot, draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        last_grants,
        state::State,
    },
};

/// `GET`: the question.
pub async fn ask(state: Data<State>, who: SignedIn, key: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &key).await?;
    let connections = integration::count_connections(&state.services.db, &row.id).await?;
    let gone = match connections {
        0 => "It has no connections.".to_owned(),
        1 => "Its 1 connection is deleted with it: your app can no longer use it. The service is asked to end the \
              credentials too, where it offers that."
            .to_owned(),
        more => format!(
            "Its {more} connections are deleted with it: your app can no longer use them. The service is asked to end \
             the credentials too, where it offers that."
        ),
    };
    let page = ConfirmPage {
        frame: Frame::inside(&state, &who, Spot::Integrations),
        title: format!("Delete {}?", name(&state, &row)),
        text: format!("The integration {} goes for good. {gone}", row.unique_key),
        action: "Delete integration",
        back: path(&row.unique_key),
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: the deed.
pub async fn delete(state: Data<State>, who: SignedIn, key: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &key).await?;
    let at = state.services.clock.now();
    let deed = Deed::of(&who.admin, &who.environment.id, "integration.delete", &row.unique_key);
    let grants = last_grants::read(&state, &row).await;
    let deleted = perform(&state.services, deed.clone(), move |tx| {
        Box::pin(async move { integration::delete(tx, &row.id, at).await })
    });
    if deleted.await? {
        last_grants::end(&state, grants, &deed);
    }
    Ok(see_other("/admin/integrations?done=deleted"))
}
