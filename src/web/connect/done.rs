//! `GET /ui/{cap}/done/{flow}`: what came of an attempt. Can be loaded again as long as the page lives.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};
use url::Url;

use super::{
    dress, flow_words, listing,
    page::{DonePage, FailurePage, ParentEvent},
    problem::PageProblemKind,
    visit::Visit,
};
use crate::{
    connection::{self, FlowFailure},
    session::ExchangeCode,
    store::{
        connect_session::{Completion, View},
        flow::{self, FlowState, FlowView},
    },
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
    let accounts_url = match &visit.page.session.view {
        View::Connect => None,
        View::Manage => Some("../".to_owned()),
        View::Managed { .. } => Some("../accounts".to_owned()),
    };
    let service = listing::service(&name(&state, &visit, &view), &view.provider);
    match view.state {
        FlowState::Connected { connection_id, is_pending } => {
            let exchange_code = exchange_code(&state, &visit, &connection_id).await?;
            let again = visit.page.session.reconnects.is_some();
            let app_url = app_url(&visit, &view.integration_key, &connection_id, exchange_code.as_ref());
            chrome.event = Some(ParentEvent::Connect {
                provider_config_key: view.integration_key,
                connection_id,
                is_pending,
                exchange_code,
                again,
            });
            let another_url =
                (several && app_url.is_none() && accounts_url.is_none()).then(|| "../".to_owned());
            let page = DonePage { chrome, service, another_url, accounts_url, app_url, again };
            dress::draw_message(&state.wardrobe, &visit.dress, &sheet, &page)
        }
        FlowState::Refused { error_code, .. } => {
            let failure = FlowFailure::of_code(&error_code);
            let reason = flow_words::reason(&chrome, &service, failure);
            chrome.reference = Some(edge::request_id(&request));
            chrome.event = Some(ParentEvent::Error {
                error_type: failure.error_type().to_owned(),
                error_message: reason.clone(),
            });
            let retry_url = Some(format!("../integrations/{}", listing::segment(&view.integration_key)));
            let page = FailurePage { chrome, service, reason, retry_url };
            dress::draw_message(&state.wardrobe, &visit.dress, &sheet, &page)
        }
        FlowState::Prepared | FlowState::Departed | FlowState::Returned => {
            let key = listing::segment(&view.integration_key);
            let waiting = format!("../flows/{}?integration={key}", view.id);
            Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, waiting)).finish())
        }
    }
}

/// A new code each time, for the window that hears of the connection; the one before it ends.
async fn exchange_code(
    state: &State,
    visit: &Visit,
    connection_id: &str,
) -> Result<Option<ExchangeCode>, WebError> {
    let session = &visit.page.session;
    let has_way = visit.dress.parent_origin.is_some() || session.verification.app_url().is_some();
    if session.completion == Completion::Immediate || !has_way {
        return Ok(None);
    }
    Ok(connection::new_code(&state.services, &session.environment_id, connection_id).await?)
}

/// A page of its own has no window that hears of the connection: the code goes with the person, back to the application.
fn app_url(visit: &Visit, key: &str, connection_id: &str, code: Option<&ExchangeCode>) -> Option<String> {
    let mut url = Url::parse(visit.page.session.verification.app_url()?).ok()?;
    url.query_pairs_mut()
        .append_pair("exchangeCode", code?.reveal())
        .append_pair("connectionId", connection_id)
        .append_pair("providerConfigKey", key);
    Some(url.into())
}

fn name(state: &State, visit: &Visit, view: &FlowView) -> String {
    match state.services.definition(&visit.page.session.environment_id, &view.provider) {
        Some(provider) => listing::name_of(view.display_name.as_deref(), &provider),
        None => view.display_name.clone().unwrap_or_else(|| view.integration_key.clone()),
    }
}
