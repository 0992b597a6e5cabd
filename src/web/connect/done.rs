//! `GET /ui/{cap}/done/{flow}`: what came of an attempt. Can be loaded again as long as the page lives.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};

use super::{
    dress, listing,
    page::{DonePage, FailurePage, ParentEvent},
    problem::PageProblemKind,
    visit::Visit,
};
use crate::{
    store::flow::{self, FlowState, FlowView},
    web::{edge, error::WebError, state::State},
};

/// The handler.
pub async fn done(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let (capability, flow_id) = path.into_inner();
    let visit = Visit::any(&state, &request, &capability, "").await?;
    let found = flow::find(&state.services.db, &visit.page.session.id, &flow_id).await?;
    let Some(view) = found else { return Err(visit.problem(PageProblemKind::NotFound).into()) };
    let several = visit.page.session.allowed_integrations.as_ref().is_none_or(|keys| keys.len() > 1);
    let (mut chrome, sheet) = state.wardrobe.chrome(&visit.dress, &request);
    chrome.close_url = chrome.closable.then(|| "../close".to_owned());
    let service = listing::service(&name(&state, &view), &view.provider);
    match view.flow.state {
        FlowState::Connected { connection_id } => {
            chrome.event = Some(ParentEvent::Connect {
                provider_config_key: view.integration_key,
                connection_id,
                is_pending: false,
            });
            let page = DonePage { service, another_url: several.then(|| "../".to_owned()), chrome };
            dress::draw_message(&state.wardrobe, &visit.dress, &sheet, &page)
        }
        FlowState::Refused { error_code } => {
            let reason = chrome.tr.text("error-text");
            chrome.reference = Some(edge::request_id(&request));
            chrome.event = Some(ParentEvent::Error { error_type: error_code, error_message: reason.clone() });
            let retry_url = Some(format!("../integrations/{}", listing::segment(&view.integration_key)));
            let page = FailurePage { chrome, service, reason, retry_url };
            dress::draw_message(&state.wardrobe, &visit.dress, &sheet, &page)
        }
    }
}

fn name(state: &State, view: &FlowView) -> String {
    match listing::provider(&state.services.catalog, &view.provider) {
        Some(provider) => listing::name_of(view.display_name.as_deref(), provider),
        None => view.display_name.clone().unwrap_or_else(|| view.integration_key.clone()),
    }
}
