//! Which environment an address of admin is about: `/admin/in/{environment}/…`, and the first one without that part.
//!
//! Owns that part of the address, so that the routes below are written once and two windows in two environments never
//! meet. Must not know who is signed in, nor whether there is such an environment.

use actix_web::{
    Error, HttpMessage as _, HttpRequest,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{Uri, header, uri::PathAndQuery},
    middleware::Next,
};

use crate::id::EnvironmentId;

/// Where admin begins.
const ROOT: &str = "/admin";
/// What stands before an environment's id.
const IN: &str = "/admin/in/";

/// The environment that an address names, and the address as it was before that part was taken out.
#[derive(Clone, Debug)]
pub struct Place {
    /// The environment.
    pub environment: EnvironmentId,
    /// Path and query as the browser asked for them.
    pub asked: String,
}

impl Place {
    /// The one that the address names; none where it means the first environment.
    pub fn of(request: &HttpRequest) -> Option<Self> {
        request.extensions().get::<Self>().cloned()
    }
}

/// Where the pages of an environment begin.
#[must_use]
pub fn base(environment: &EnvironmentId, is_first: bool) -> String {
    if is_first { ROOT.to_owned() } else { format!("{IN}{environment}") }
}

/// The middleware: takes the environment out of the address, and puts it into where a page leads next.
pub async fn place(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some((place, uri)) = read(request.uri()) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let base = base(&place.environment, false);
    request.match_info_mut().get_mut().update(&uri);
    request.head_mut().uri = uri;
    request.extensions_mut().insert(place);
    let mut response = next.call(request).await?.map_into_boxed_body();
    let headers = response.headers_mut();
    let leads_to = headers.get(header::LOCATION).and_then(|value| value.to_str().ok());
    let rest = leads_to.filter(|path| !path.starts_with(IN)).and_then(|path| path.strip_prefix(ROOT));
    if let Some(value) = rest.and_then(|rest| format!("{base}{rest}").parse().ok()) {
        headers.insert(header::LOCATION, value);
    }
    Ok(response)
}

fn read(uri: &Uri) -> Option<(Place, Uri)> {
    let rest = uri.path().strip_prefix(IN)?;
    let (id, path) =
        rest.split_once('/').map_or((rest, String::new()), |(id, path)| (id, format!("/{path}")));
    let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
    let inside: PathAndQuery = format!("{ROOT}{path}{query}").parse().ok()?;
    let asked = uri.path_and_query()?.as_str().to_owned();
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(inside);
    let environment = EnvironmentId::from_stored(id.to_owned());
    Some((Place { environment, asked }, Uri::from_parts(parts).ok()?))
}
