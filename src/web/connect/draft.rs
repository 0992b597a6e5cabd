//! `POST /ui/{cap}/integrations/{key}/draft` and `…/restart`: what was typed so far is kept, or forgotten.

use std::collections::BTreeMap;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Form, Path},
};

use super::{listing, problem::PageProblemKind, subject::Subject, visit::Visit};
use crate::{
    provider::FieldPath,
    session::{Draft, forget_draft, keep_draft, open_draft},
    web::{error::WebError, guard, state::State},
};

/// While somebody types. Only fields that are shown and are no secrets are looked at.
pub async fn keep(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    body: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let (capability, key) = path.into_inner();
    let visit = sent(&state, &request, &capability, &key).await?;
    let subject = Subject::of(&state, &visit)?;
    let sent: BTreeMap<String, String> = body.into_inner().into_iter().collect();
    let fields = subject.form.visible().filter(|field| !field.secret);
    let typed: BTreeMap<FieldPath, String> = fields
        .filter_map(|field| Some((field.path.clone(), sent.get(&field.path.to_string())?.clone())))
        .collect();
    remember(&state, &visit, &subject, &typed).await;
    Ok(HttpResponse::NoContent().finish())
}

/// "Start over".
pub async fn restart(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let (capability, key) = path.into_inner();
    let visit = sent(&state, &request, &capability, &key).await?;
    let integration = &visit.integration()?.id;
    forget_draft(&state.services, &visit.page.session, integration).await?;
    let address = format!("../{}", listing::segment(&key));
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish())
}

async fn sent(state: &State, request: &HttpRequest, capability: &str, key: &str) -> Result<Visit, WebError> {
    let visit = Visit::live(state, request, capability, key).await?;
    if guard::is_same_origin(state, request.headers()) {
        return Ok(visit);
    }
    Err(visit.problem(PageProblemKind::CrossSite).into())
}

/// Keeps what the fields hold that are no secrets. That it fails is no reason to stop anybody.
pub async fn remember(
    state: &State,
    visit: &Visit,
    subject: &Subject<'_>,
    kept: &BTreeMap<FieldPath, String>,
) {
    let typed: Draft = kept.iter().map(|(path, value)| (path.to_string(), value.clone())).collect();
    let kept = keep_draft(&state.services, &visit.page.session, &subject.integration.id, &typed).await;
    if let Err(error) = kept {
        tracing::warn!(%error, "a half-filled form was not kept");
    }
}

/// What was typed before, where the form still asks for it.
#[must_use]
pub fn typed_before(
    state: &State,
    visit: &Visit,
    subject: &Subject<'_>,
) -> Option<BTreeMap<FieldPath, String>> {
    let row = visit.page.draft.as_ref()?;
    let mut typed = open_draft(&state.services, &visit.page.session.environment_id, row);
    let fields = subject.form.visible().filter(|field| !field.secret);
    let values: BTreeMap<FieldPath, String> = fields
        .filter_map(|field| Some((field.path.clone(), typed.remove(&field.path.to_string())?)))
        .collect();
    (!values.is_empty()).then_some(values)
}
