//! `POST /connect/telemetry` (wire-protocol.md §2.6): what happened in the Connect UI, for the log.

use actix_web::{HttpRequest, HttpResponse, web::Data};

use super::{
    auth::{bad_token, by_token, missing_header},
    input::telemetry::{Event, Telemetry, telemetry_token},
    request::{JsonBody, invalid_body, no_query},
};
use crate::{
    session::SessionToken,
    trace::{Code, Step, Subject},
    web::{error::WebError, state::State},
};

/// The handler. Who asks is proven in the body: `sendBeacon` cannot set headers.
pub async fn report(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    no_query(&request)?;
    let token = telemetry_token(body.tree()).ok_or_else(missing_header)?;
    let session = by_token(state.clone(), SessionToken::parse_secret(&token).map_err(bad_token)?).await?;
    let report = Telemetry::read(body.tree(), state.services.clock.now()).map_err(invalid_body)?;
    let integration = report.integration.as_ref().map(ToString::to_string);
    // The session's own time line: what a browser names needs no line among the integrations.
    let subject = Subject::Session(session.id.clone());
    state.services.traces.note(state.services.clock.now(), subject, step(report.event));
    tracing::debug!(session = %session.id, event = ?report.event, integration, "telemetry");
    Ok(HttpResponse::NoContent().finish())
}

/// Our own pages note what they show; what the SDK's page reports keeps its own name.
const fn step(event: Event) -> Step {
    let code = match event {
        Event::PopupBlockedByBrowser => Some(Code::PopupBlocked),
        Event::PopupClosedEarly => Some(Code::PopupClosed),
        _ => None,
    };
    Step::Reported(event.as_str(), code)
}
