//! `POST /admin/connections/{row}/refresh`: new credentials now, whether the old ones have ended or not.

use actix_web::{
    HttpResponse,
    web::{Data, Path},
};

use super::{find_settled, path};
use crate::{
    admin::{Deed, perform},
    connection::{RefreshError, RefreshProblem, RefreshWish, fresh},
    web::{
        admin::{not_found::not_found, page::see_other, session::SignedIn},
        error::WebError,
        state::State,
    },
};

/// The handler; the page says what came of it.
pub async fn refresh(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find_settled(&state, &who, id.into_inner()).await?;
    let (id, connection_id, version) = (row.id.clone(), row.connection_id.clone(), row.version);
    let origin = state.public_url.origin();
    let wish = RefreshWish { force: true, app_jwt: true };
    let done = match Box::pin(fresh(&state.services, origin.as_str(), row, wish)).await {
        Ok(fresh) if fresh.row.version == version => "unrenewable",
        Ok(_) => "refreshed",
        Err(RefreshError::Refused { problem, .. }) => outcome(&problem),
        Err(RefreshError::Gone) => return Err(not_found()),
        Err(RefreshError::Store(error)) => return Err(error.into()),
        Err(RefreshError::Sealed(error)) => return Err(error.into()),
    };
    let deed =
        Deed::of(&who.admin, &who.environment.id, "connection.refresh", &connection_id).with_detail(done);
    perform(&state.services, deed, |_| Box::pin(async { Ok(true) })).await?;
    Ok(see_other(&format!("{}?done={done}", path(&id))))
}

const fn outcome(problem: &RefreshProblem) -> &'static str {
    match problem {
        RefreshProblem::Busy | RefreshProblem::BackingOff => "refresh-busy",
        RefreshProblem::Exhausted | RefreshProblem::Refused(_) => "refresh-refused",
        RefreshProblem::Internal => "refresh-failed",
    }
}

/// What came of it, in words; and whether that is good.
#[must_use]
pub fn words(done: &str) -> Option<(&'static str, bool)> {
    Some(match done {
        "refreshed" => ("Refreshed: the service gave new credentials, and they are stored.", true),
        "unrenewable" => (
            "There was nothing to refresh: these credentials are not renewed, they hold until somebody ends them.",
            true,
        ),
        "refresh-refused" => (
            "Not refreshed: the service gave no new credentials. The reason stands in the history below; a reconnect \
             link lets the person connect once more.",
            false,
        ),
        "refresh-busy" => ("Not refreshed: another refresh is under way. Try again in a minute.", false),
        "refresh-failed" => ("Not refreshed: something failed on this server. Its log says what.", false),
        _ => return None,
    })
}
