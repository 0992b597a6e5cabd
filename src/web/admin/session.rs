//! The cookie of admin, and who it says is asking.

use std::{future::Future, pin::Pin};

use actix_web::{
    FromRequest, HttpMessage as _, HttpRequest, HttpResponse, ResponseError,
    cookie::{Cookie, SameSite},
    dev::Payload,
    http::{Method, StatusCode, header},
    web::Data,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    admin::{self, Admin, Caller, Session, SessionSecret},
    id::EnvironmentId,
    store::{
        StoreError,
        environment::{self, EnvironmentRow},
    },
    web::{
        admin::{
            not_found::not_found,
            place::{self, Place},
        },
        edge,
        error::WebError,
        rate_limit::client_address,
        state::State,
    },
};

const COOKIE: &str = "admin";
/// Where one lands after signing in.
pub const HOME: &str = "/admin";

/// Who is signed in to admin in the browser that asks. The JSON API asks this, too.
pub async fn signed_in(state: &State, request: &HttpRequest) -> Result<Option<Session>, StoreError> {
    match secret(state, request) {
        Some(secret) => admin::signed_in(&state.services, &secret).await,
        None => Ok(None),
    }
}

/// The browser that asks.
pub fn caller(state: &State, request: &HttpRequest) -> Caller {
    let user_agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    Caller::new(client_address(request, &state.trusted_proxies), user_agent.unwrap_or_default())
}

/// What the cookie holds, live or not.
pub fn secret(state: &State, request: &HttpRequest) -> Option<SessionSecret> {
    edge::cookie(request, &state.cookie_name(COOKIE)).and_then(SessionSecret::parse)
}

/// The cookie that signs in.
pub fn cookie(state: &State, secret: &SessionSecret) -> Cookie<'static> {
    Cookie::build(state.cookie_name(COOKIE), secret.reveal().to_owned())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(!state.public_url.is_loopback_http())
        .finish()
}

/// The cookie that signs out.
pub fn removal(state: &State) -> Cookie<'static> {
    let mut cookie = cookie(state, &SessionSecret::random(&state.services.random));
    cookie.make_removal();
    cookie
}

/// A path of admin to return to, or its first page: nothing that could lead elsewhere.
#[must_use]
pub fn return_path(asked: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_graphic() && byte != b'\\';
    let is_ours = asked == HOME || asked.starts_with("/admin/") || asked.starts_with("/admin?");
    let climbs = asked.contains("..") || asked.to_ascii_lowercase().contains("%2e");
    let fits = is_ours && !climbs && !asked.contains("//") && asked.bytes().all(plain) && asked.len() <= 512;
    if fits { asked.to_owned() } else { HOME.to_owned() }
}

/// A signed-in admin and the environment that they work in: what every page of admin but its doors asks for.
#[derive(Clone)]
pub struct SignedIn {
    /// Who.
    pub admin: Admin,
    /// In which session.
    pub session: Session,
    /// Where.
    pub environment: EnvironmentRow,
    /// Where its pages begin.
    pub base: String,
    /// Where else they could be: all environments, the oldest first.
    pub environments: Vec<EnvironmentRow>,
}

/// Leads to the sign-in page and back.
#[derive(Debug, thiserror::Error)]
#[error("not signed in")]
pub struct SignInFirst {
    back: String,
}

impl ResponseError for SignInFirst {
    fn status_code(&self) -> StatusCode {
        StatusCode::SEE_OTHER
    }

    fn error_response(&self) -> HttpResponse {
        let back = utf8_percent_encode(&self.back, NON_ALPHANUMERIC);
        let location = format!("/admin/sign-in?return={back}");
        HttpResponse::SeeOther().insert_header((header::LOCATION, location)).finish()
    }
}

impl FromRequest for SignedIn {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Self::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { extract(&request).await })
    }
}

/// Who is signed in, and where they work; nobody when the cookie is not live.
pub async fn find(state: &State, request: &HttpRequest) -> Result<Option<SignedIn>, WebError> {
    let place = Place::of(request).map(|place| place.environment);
    find_in(state, request, place.as_ref()).await
}

/// The same for an environment that is named beside the address; the first one where none is.
pub async fn find_in(
    state: &State,
    request: &HttpRequest,
    place: Option<&EnvironmentId>,
) -> Result<Option<SignedIn>, WebError> {
    let Some(session) = signed_in(state, request).await? else { return Ok(None) };
    let environments = environment::list(&state.services.db).await?;
    let first = environments.first().ok_or_else(missing)?;
    let environment = match place {
        None => first,
        Some(place) => environments.iter().find(|row| row.id == *place).ok_or_else(not_found)?,
    };
    let base = place::base(&environment.id, environment.id == first.id);
    Ok(Some(SignedIn {
        admin: session.admin.clone(),
        session,
        environment: environment.clone(),
        base,
        environments,
    }))
}

/// The application is not what it must be.
#[must_use]
pub fn missing() -> WebError {
    WebError::Internal("admin is not configured".to_owned())
}

/// What `door` has found out; it lets nobody else come here.
async fn extract(request: &HttpRequest) -> Result<SignedIn, actix_web::Error> {
    let known = request.extensions().get::<SignedIn>().cloned();
    if let Some(known) = known {
        return Ok(known);
    }
    let state = request.app_data::<Data<State>>().ok_or_else(missing)?;
    find(state, request).await?.ok_or_else(|| SignInFirst::to(request).into())
}

impl SignInFirst {
    /// Leads back to the page that was asked for; after a form, to the first.
    #[must_use]
    pub fn to(request: &HttpRequest) -> Self {
        let asked = if request.method() == Method::GET {
            let plain = || request.uri().path_and_query().map_or(HOME, |path| path.as_str()).to_owned();
            Place::of(request).map_or_else(plain, |place| place.asked)
        } else {
            HOME.to_owned()
        };
        Self { back: return_path(&asked) }
    }
}

#[cfg(test)]
mod tests {
    use super::return_path;

    #[test]
    fn only_pages_of_admin_are_returned_to() {
        for path in ["/admin", "/admin/audit", "/admin/integrations/new?q=zen%20desk"] {
            assert_eq!(return_path(path), path);
        }
        for path in [
            "",
            "https://evil.example",
            "//evil.example",
            "/admin//evil",
            "/administrator",
            "/admin/\\x",
            "/admin/\n",
        ] {
            assert_eq!(return_path(path), "/admin", "{path}");
        }
    }
}
