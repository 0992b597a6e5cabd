//! What every request to admin passes: where it comes from, who sends it and whether they may, and the header that
//! keeps other windows out. The one place that asks `access`.

use actix_web::{
    Error, HttpMessage as _, ResponseError as _,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderName, HeaderValue},
    middleware::Next,
    web::Data,
};

use super::{
    access::{self, Need},
    not_found::not_found,
    page::see_other,
    session::{self, SignInFirst},
};
use crate::web::{
    connect::{PageProblem, PageProblemKind},
    error::WebError,
    guard,
    state::State,
};

/// Where a second factor is set up.
const ENROL: &str = "/admin/account/two-step";

/// The middleware: an unsafe request from elsewhere ends here (security.md E5), and one that its sender may not make.
pub async fn door(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if !request.method().is_safe() && !comes_from_here(&request) {
        let problem = WebError::Page(PageProblem::new(PageProblemKind::CrossSite));
        return Ok(request.error_response(problem));
    }
    if let Err(refusal) = admit(&request).await {
        return Ok(match refusal {
            Refusal::Problem(error) => request.error_response(error),
            Refusal::SignIn(first) => request.into_response(first.error_response()),
            Refusal::Enrol => request.into_response(see_other(ENROL)),
        });
    }
    let mut response = next.call(request).await?.map_into_boxed_body();
    response.headers_mut().insert(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    );
    Ok(response)
}

enum Refusal {
    Problem(WebError),
    SignIn(SignInFirst),
    Enrol,
}

impl From<WebError> for Refusal {
    fn from(error: WebError) -> Self {
        Self::Problem(error)
    }
}

/// Lets a request in that the table lets in; who sends it is told to the handlers.
async fn admit(request: &ServiceRequest) -> Result<(), Refusal> {
    let pattern = request.match_pattern();
    let Some(address) = pattern.as_deref().and_then(|pattern| pattern.strip_prefix("/admin")) else {
        return Err(not_found().into());
    };
    let need = access::needed(address, request.method()).unwrap_or(Need::None);
    let capability = match need {
        Need::Open => return Ok(()),
        Need::None => return Err(not_found().into()),
        Need::May(capability) => capability,
    };
    let state = request.app_data::<Data<State>>().cloned().ok_or_else(session::missing)?;
    let Some(who) = session::find(&state, request.request()).await? else {
        return Err(Refusal::SignIn(SignInFirst::to(request.request())));
    };
    if who.session.must_enrol && !access::WITHOUT_SECOND_FACTOR.contains(&address) {
        return Err(Refusal::Enrol);
    }
    if !capability.is_of(who.admin.role) {
        return Err(WebError::NotAllowed(capability).into());
    }
    request.extensions_mut().insert(who);
    Ok(())
}

fn comes_from_here(request: &ServiceRequest) -> bool {
    request.app_data::<Data<State>>().is_some_and(|state| guard::is_same_origin(state, request.headers()))
}
