//! `/ui/{cap}/connections/{id}/disconnect`: asks, ends, and shows what was ended at the service and what was not.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Form, Path},
};

use super::{check_sender, chrome, own, person, service, to_list, visit};
use crate::{
    connection::{self, Disconnect, Ending, fingerprint_of},
    store::StoreError,
    web::{
        connect::{
            dress, listing,
            page::{DisconnectPage, ParentEvent, ReceiptEnding, ReceiptPage},
            problem::PageProblemKind,
            sent_form,
        },
        error::WebError,
        state::State,
    },
};

/// `GET`: the question.
pub async fn ask(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let (capability, id) = path.into_inner();
    let visit = visit(&state, &request, &capability).await?;
    let Some(own) = own(&state, &visit, id).await? else { return Ok(to_list()) };
    let (chrome, sheet) = chrome(&state, &visit, &request);
    let page = DisconnectPage {
        service: service(&state, &own.row),
        name: own.row.own_name.or(own.account),
        attempt: sent_form::number(&state.services.random),
        chrome,
    };
    dress::draw(&state.wardrobe, &visit.dress, &sheet, StatusCode::OK, &page)
}

/// `POST`: the deed. The same form sent twice leads to the same receipt.
pub async fn disconnect(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    body: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let (capability, id) = path.into_inner();
    let visit = visit(&state, &request, &capability).await?;
    check_sender(&state, &request, &visit)?;
    let (services, session) = (&state.services, &visit.page.session);
    // Without a number of ours it is no form that was asked with.
    let sent = sent_form::fingerprint(&visit, &id, &body);
    let sent = sent.ok_or_else(|| visit.problem(PageProblemKind::Malformed))?;
    let made = || connection::receipt_of_sent_form(services, &session.id, &sent);
    if let Some(receipt) = made().await? {
        return Ok(to_receipt(&receipt));
    }
    let Some(own) = own(&state, &visit, id).await? else { return Ok(to_list()) };
    let how = Disconnect {
        actor: fingerprint_of(&person(&visit)?),
        environment_name: &visit.page.environment_name,
        session: &session.id,
        sent: Some(&sent),
    };
    let origin = state.public_url.origin().as_str();
    match connection::disconnect(services, origin, own.row, how).await {
        Ok(receipt) => Ok(to_receipt(&receipt.id)),
        Err(StoreError::Conflict) if let Some(receipt) = made().await? => Ok(to_receipt(&receipt)),
        Err(StoreError::Gone) => Ok(to_list()),
        Err(error) => Err(error.into()),
    }
}

fn to_receipt(id: &str) -> HttpResponse {
    let address = format!("../../receipts/{id}");
    HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish()
}

/// `GET /ui/{cap}/receipts/{id}`: what was ended. Can be loaded again as long as the page lives.
pub async fn receipt(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let (capability, id) = path.into_inner();
    let visit = visit(&state, &request, &capability).await?;
    let found = connection::receipt(&state.services, &visit.page.session.id, &id).await?;
    let found = found.ok_or_else(|| visit.problem(PageProblemKind::NotFound))?;
    let ended = found.ended;
    let provider = state.services.definition(&visit.page.session.environment_id, &ended.provider);
    let name = provider.map_or_else(|| ended.provider.clone(), |own| own.display_name.to_string());
    let (mut chrome, sheet) = state.wardrobe.chrome(&visit.dress, &request);
    chrome.close_url = chrome.closable.then(|| "../close".to_owned());
    chrome.event = Some(ParentEvent::Disconnect {
        provider_config_key: ended.provider_config_key.clone(),
        connection_id: ended.connection_id.clone(),
    });
    let page = ReceiptPage {
        service: listing::service(&name, &ended.provider),
        ending: match ended.revocation {
            Ending::Revoked => ReceiptEnding::Revoked,
            Ending::Partly => ReceiptEnding::Partly,
            Ending::NotOffered => ReceiptEnding::NotOffered,
            Ending::Failed => ReceiptEnding::Failed,
        },
        end_access_at: ended.end_access_at,
        accounts_url: "../".to_owned(),
        chrome,
    };
    dress::draw_message(&state.wardrobe, &visit.dress, &sheet, &page)
}
