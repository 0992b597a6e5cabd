//! `/ui/{cap}/verify`: who opened a hosted link (security.md C4, docs/adr/0015). Nothing else of the session answers before.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Form, Path, Query},
};
use secrecy::SecretString;
use serde::Deserialize;
use url::Url;

use super::{
    code_mail, dress,
    page::{CodeState, VerifyPage},
    problem::{PageProblem, PageProblemKind},
    start::begin_verified,
    visit::{TAB_COOKIE, Visit},
};
use crate::{
    mail::EmailAddress,
    session::{
        TabCookie,
        verify::{self, EmailCode, OneTimeText},
    },
    store::{connect_session::Verification, page},
    trace::{Step, Subject},
    web::{edge, error::WebError, guard, state::State},
};

/// What the page sends.
#[derive(Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    code: String,
}

/// What the application's page leads back with.
#[derive(Deserialize)]
pub struct AnswerQuery {
    answer: String,
}

/// The page, or the way to the application's own. Whoever only looks at a link causes no mail.
pub async fn page(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, WebError> {
    let visit = Visit::unverified(&state, &request, &path).await?;
    if visit.page.is_verified {
        return Ok(see_other("./"));
    }
    let (services, session) = (&state.services, &visit.page.session);
    let tab = tab(&state, &request, &visit)?;
    match &session.verification {
        Verification::None => Ok(see_other("./")),
        Verification::App { url } => {
            let challenge = verify::new_challenge(services, &session.id, &tab).await?;
            let mut url = Url::parse(url).map_err(|error| WebError::Internal(error.to_string()))?;
            url.query_pairs_mut().append_pair("challenge", challenge.reveal());
            Ok(see_other(url.as_str()))
        }
        Verification::EmailCode => {
            let sent = verify::sent_code(services, &session.id, &tab).await?;
            let asks = if sent.is_some() { CodeState::Sent } else { CodeState::Unsent };
            draw(&state, &request, &visit, asks)
        }
    }
}

/// `POST /ui/{cap}/verify-code`: sends a code, or another one.
pub async fn send(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, WebError> {
    let visit = asked(&state, &request, &path).await?;
    let tab = tab(&state, &request, &visit)?;
    let Some(mailer) = &state.mailer else { return draw(&state, &request, &visit, CodeState::NotSent) };
    let code = verify::new_email_code(&state.services, &visit.page.session.id, &tab).await?;
    let Some(code) = code else { return draw(&state, &request, &visit, CodeState::NoMore) };
    let (chrome, _) = state.wardrobe.chrome(&visit.dress, &request);
    let letter = code_mail::letter(&chrome, address(&visit)?, &code, state.public_url.host());
    if code_mail::send(mailer, letter).await {
        visit.note(&state, Step::CodeSent);
        Ok(see_other("verify"))
    } else {
        draw(&state, &request, &visit, CodeState::NotSent)
    }
}

/// `POST /ui/{cap}/verify`: compares what was typed.
pub async fn check(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
    body: Form<CodeForm>,
) -> Result<HttpResponse, WebError> {
    let visit = asked(&state, &request, &path).await?;
    let tab = tab(&state, &request, &visit)?;
    let Some(code) = EmailCode::parse(&body.code) else {
        return draw(&state, &request, &visit, CodeState::NoCode);
    };
    let (services, session) = (&state.services, &visit.page.session.id);
    match verify::try_email_code(services, session, &tab, &code).await? {
        Some(true) => {
            visit.note(&state, Step::Verified);
            Ok(see_other("./"))
        }
        Some(false) if verify::sent_code(services, session, &tab).await?.is_some() => {
            visit.note(&state, Step::NotVerified);
            draw(&state, &request, &visit, CodeState::Wrong)
        }
        Some(false) | None => draw(&state, &request, &visit, CodeState::Over),
    }
}

/// `GET /ui/verified`: the browser is back from the application, with the answer that is for it.
pub async fn verified(
    state: Data<State>,
    request: HttpRequest,
    query: Query<AnswerQuery>,
) -> Result<HttpResponse, WebError> {
    let refused = || WebError::from(PageProblem::new(PageProblemKind::AnswerUsed));
    let answer = OneTimeText::parse(&SecretString::from(query.into_inner().answer)).ok_or_else(refused)?;
    let tab = edge::cookie(&request, &state.cookie_name(TAB_COOKIE)).and_then(TabCookie::parse);
    let tab = tab.ok_or_else(refused)?;
    let session = verify::take_answer(&state.services, &answer, &tab).await?.ok_or_else(refused)?;
    if !session.is_live(state.services.clock.now()) {
        return Err(PageProblem::new(PageProblemKind::over(&session)).into());
    }
    let services = &state.services;
    services.traces.note(services.clock.now(), Subject::Session(session.id.clone()), Step::Verified);
    let language = page::language_of_tab(&services.db, &session.id, &tab.fingerprint()).await?;
    begin_verified(&state, &session, &tab, language).await
}

/// A press on the page that asks for the code.
async fn asked(state: &State, request: &HttpRequest, capability: &str) -> Result<Visit, WebError> {
    let visit = Visit::unverified(state, request, capability).await?;
    if !guard::is_same_origin(state, request.headers()) {
        return Err(visit.problem(PageProblemKind::CrossSite).into());
    }
    if visit.page.session.verification != Verification::EmailCode {
        return Err(visit.problem(PageProblemKind::NotFound).into());
    }
    Ok(visit)
}

fn tab(state: &State, request: &HttpRequest, visit: &Visit) -> Result<TabCookie, WebError> {
    visit.tab(state, request).ok_or_else(|| visit.problem(PageProblemKind::OtherBrowser).into())
}

fn address(visit: &Visit) -> Result<EmailAddress, WebError> {
    let text = visit.page.session.tags.get("end_user_email").map(String::as_str);
    text.and_then(EmailAddress::parse)
        .ok_or_else(|| WebError::Internal("a session with email_code has no e-mail address".to_owned()))
}

fn draw(
    state: &State,
    request: &HttpRequest,
    visit: &Visit,
    asks: CodeState,
) -> Result<HttpResponse, WebError> {
    let (mut chrome, sheet) = state.wardrobe.chrome(&visit.dress, request);
    // The button that sends a code has an address of its own, where nothing can be read.
    chrome.offers_languages &= request.path().ends_with("/verify");
    let status = match asks {
        CodeState::Unsent | CodeState::Sent => StatusCode::OK,
        CodeState::Wrong | CodeState::NoCode | CodeState::Over => StatusCode::UNPROCESSABLE_ENTITY,
        CodeState::NotSent => StatusCode::SERVICE_UNAVAILABLE,
        CodeState::NoMore => StatusCode::TOO_MANY_REQUESTS,
    };
    let page = VerifyPage { chrome, address: address(visit)?.masked(), state: asks };
    dress::draw(&state.wardrobe, &visit.dress, &sheet, status, &page)
}

fn see_other(location: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, location))
        .insert_header((header::REFERRER_POLICY, "no-referrer"))
        .finish()
}
