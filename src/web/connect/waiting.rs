//! `GET /ui/{cap}/flows/{flow}`: how an attempt stands, read from its row alone (security.md D1, D2).

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Path, Query},
};
use serde::Deserialize;
use serde_json::json;

use super::{
    dress, listing,
    page::{Aim, StartButton, Surface, Waiting, WaitingPage},
    problem::PageProblemKind,
    subject::Subject,
    visit::Visit,
};
use crate::{
    id::FlowId,
    session::flow::Ticket,
    store::flow::{self, FlowState, FlowView},
    trace::{Code, Step},
    web::{error::WebError, guard, state::State},
};

/// The frame knows the integration before its window has written the row.
#[derive(Deserialize)]
pub struct WaitingQuery {
    integration: String,
}

/// The handler: a page, or JSON for the page's script.
pub async fn waiting(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    query: Query<WaitingQuery>,
) -> Result<HttpResponse, WebError> {
    let (capability, id) = path.into_inner();
    let visit = Visit::live(&state, &request, &capability, &query.integration).await?;
    let found = flow::find(&state.services.db, &visit.page.session.id, &id).await?;
    let subject = Subject::of(&state, &visit)?;
    if found.as_ref().is_some_and(|view| view.integration_id != subject.integration.id) {
        return Err(visit.problem(PageProblemKind::NotFound).into());
    }
    let over = match found.as_ref().map(|view| &view.state) {
        Some(FlowState::Refused { error_code, .. }) if error_code == "cancelled" => {
            Some(format!("../integrations/{}", listing::segment(&query.integration)))
        }
        Some(FlowState::Connected { .. } | FlowState::Refused { .. }) => Some(format!("../done/{id}")),
        _ => None,
    };
    if wants_json(&request) {
        return Ok(HttpResponse::Ok().json(json!({ "location": over })));
    }
    if let Some(location) = over {
        return Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, location)).finish());
    }
    draw(&state, &request, &visit, &subject, &id, found.as_ref())
}

/// `POST /ui/{cap}/flows/{flow}/cancel`.
pub async fn cancel(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    query: Query<WaitingQuery>,
) -> Result<HttpResponse, WebError> {
    let (capability, id) = path.into_inner();
    let visit = Visit::live(&state, &request, &capability, &query.integration).await?;
    if !guard::is_same_origin(&state, request.headers()) {
        return Err(visit.problem(PageProblemKind::CrossSite).into());
    }
    if let Some(view) = flow::find(&state.services.db, &visit.page.session.id, &id).await? {
        visit.note(&state, Step::Refused(Code::Cancelled, None));
        let at = state.services.clock.now();
        let write = state.services.db.write(move |tx| {
            Box::pin(async move { flow::refuse(tx, &view.id, "cancelled", None, at).await })
        });
        write.await?;
    }
    let form = format!("../../integrations/{}", listing::segment(&query.integration));
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, form)).finish())
}

fn wants_json(request: &HttpRequest) -> bool {
    guard::text(request.headers(), "accept").is_some_and(|accept| accept.starts_with("application/json"))
}

fn draw(
    state: &State,
    request: &HttpRequest,
    visit: &Visit,
    subject: &Subject<'_>,
    id: &str,
    view: Option<&FlowView>,
) -> Result<HttpResponse, WebError> {
    let (chrome, sheet) = state.wardrobe.chrome(&visit.dress, request);
    let ticket = Ticket {
        flow: view.map_or_else(|| FlowId::from_stored(id.to_owned()), |view| view.id.clone()),
        departures: view.map(|view| view.departures),
    };
    let key = listing::segment(&subject.integration.unique_key);
    let page = WaitingPage {
        chrome,
        service: subject.service.clone(),
        aim: Aim::of(subject.former.is_some()),
        person: visit.person(),
        waiting: match view.map(|view| &view.state) {
            Some(FlowState::Prepared) => Waiting::ForPress,
            Some(FlowState::Returned) => Waiting::ForExchange,
            _ => Waiting::ForWindow,
        },
        start: StartButton {
            action: format!("../integrations/{key}/start"),
            ticket: subject.seal_ticket(state, visit, &ticket),
            waiting_url: (visit.dress.surface != Surface::Hosted).then(|| format!("{id}?integration={key}")),
        },
        cancel_url: format!("{id}/cancel?integration={key}"),
        script_url: state.wardrobe.assets.flow_script_url().to_owned(),
    };
    dress::draw(&state.wardrobe, &visit.dress, &sheet, StatusCode::OK, &page)
}
