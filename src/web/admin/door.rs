//! What every request to admin passes: where it comes from, and the header that keeps other windows out.

use actix_web::{
    Error,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderName, HeaderValue},
    middleware::Next,
    web::Data,
};

use crate::web::{
    connect::{PageProblem, PageProblemKind},
    error::WebError,
    guard,
    state::State,
};

/// The middleware: an unsafe request from elsewhere ends here (security.md E5).
pub async fn door(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if !request.method().is_safe() && !comes_from_here(&request) {
        let problem = WebError::Page(PageProblem::new(PageProblemKind::CrossSite));
        return Ok(request.error_response(problem));
    }
    let mut response = next.call(request).await?.map_into_boxed_body();
    response.headers_mut().insert(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    );
    Ok(response)
}

fn comes_from_here(request: &ServiceRequest) -> bool {
    request.app_data::<Data<State>>().is_some_and(|state| guard::is_same_origin(state, request.headers()))
}
