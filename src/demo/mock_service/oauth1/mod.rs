//! OAuth 1.0a: temporary credentials, the owner's page, lasting credentials (RFC 5849 §2).
//!
//! Consumer keys are the client ids of [`super::client`], their secret is the same.

mod request;
mod signature;
mod tokens;

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Bytes, Data},
};

pub(super) use request::is_signed;
use request::{Problem, SignedRequest};
#[cfg(test)]
pub(super) use signature::{Method as SignatureMethod, base_string};
pub(super) use tokens::OAuth1Tokens;
use tokens::{Credentials, Temporary};

use super::{
    Service,
    authorization_response::redirect,
    authorize::Decision,
    client::Client,
    consent_page::{self, Consent},
    faults::Fault,
    parameters::Parameters,
    token_answer,
    tokens::Grant,
};

pub(super) async fn request_token(service: Data<Service>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let signed = SignedRequest::read(&service, &request, &body);
    let client = match signed.verify(&service, "") {
        Ok(client) => client,
        Err(problem) => return refuse(problem),
    };
    let Some(callback) = signed.get("oauth_callback") else { return refuse("parameter_absent") };
    if !service.redirect_uris.allow(callback) {
        return refuse("callback_not_registered");
    }
    let made = service.oauth1.begin(client.id, callback.to_owned());
    credentials(&made, &[("oauth_callback_confirmed", "true")])
}

pub(super) async fn show(service: Data<Service>, request: HttpRequest) -> HttpResponse {
    let parameters = Parameters::from_query(&request);
    let (token, temporary, client) = match asked(&service, &parameters) {
        Ok(asked) => asked,
        Err(why) => return consent_page::problem(&why),
    };
    if client.has(Fault::Denied) {
        return denied(&service, &token, &temporary);
    }
    consent_page::consent(&Consent {
        scope: parameters.get("scope").unwrap_or_default(),
        chooses_account: false,
        returns_to: &temporary.callback,
        cuts_opener: client.has(Fault::CutsOpener),
    })
}

pub(super) async fn decide(service: Data<Service>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (token, temporary, client) = match asked(&service, &Parameters::from_query(&request)) {
        Ok(asked) => asked,
        Err(why) => return consent_page::problem(&why),
    };
    let verifier = match Decision::read(&body) {
        Decision::Allow(person) if !client.has(Fault::Denied) => service.oauth1.approve(&token, person),
        _ => None,
    };
    verifier.map_or_else(
        || denied(&service, &token, &temporary),
        |verifier| redirect(&temporary.callback, &[("oauth_token", &token), ("oauth_verifier", &verifier)]),
    )
}

pub(super) async fn access_token(service: Data<Service>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let signed = SignedRequest::read(&service, &request, &body);
    let client = match signed.verify(&service, &temporary_secret(&service, &signed)) {
        Ok(client) => client,
        Err(problem) => return refuse(problem),
    };
    if let Some(instead) = token_answer::fault(&service, &client).await {
        return instead;
    }
    match finish(&service, &signed, &client) {
        Ok(made) => credentials(&made, &[]),
        Err(problem) => refuse(problem),
    }
}

/// What a signed request to the API may do.
pub(super) fn grant(service: &Service, request: &HttpRequest) -> Option<Grant> {
    let signed = SignedRequest::read(service, request, &[]);
    let (secret, grant) = service.oauth1.lasting(signed.get("oauth_token")?)?;
    let client = signed.verify(service, &secret).ok()?;
    (client.id == grant.client_id).then_some(grant)
}

/// Token, what it stands for, and whose it is; or a sentence for the person.
fn asked(service: &Service, parameters: &Parameters) -> Result<(String, Temporary, Client), String> {
    let token = parameters.get("oauth_token").unwrap_or_default();
    let temporary = service.oauth1.temporary(token);
    let known = temporary.and_then(|temporary| Some((Client::find(&temporary.client_id)?, temporary)));
    let Some((client, temporary)) = known else {
        return Err("This request is not known, or it is over.".to_owned());
    };
    if client.has(Fault::WrongRedirect) {
        return Err(format!("The application has not registered the callback {}.", temporary.callback));
    }
    Ok((token.to_owned(), temporary, client))
}

/// OAuth 1 has no word for it; services that return at all name the token so.
fn denied(service: &Service, token: &str, temporary: &Temporary) -> HttpResponse {
    service.oauth1.forget(token);
    redirect(&temporary.callback, &[("denied", token)])
}

fn temporary_secret(service: &Service, signed: &SignedRequest) -> String {
    let temporary = signed.get("oauth_token").and_then(|token| service.oauth1.temporary(token));
    temporary.map(|temporary| temporary.secret).unwrap_or_default()
}

fn finish(service: &Service, signed: &SignedRequest, client: &Client) -> Result<Credentials, Problem> {
    let token = signed.get("oauth_token").ok_or("parameter_absent")?;
    let verifier = signed.get("oauth_verifier").ok_or("parameter_absent")?;
    let temporary = service.oauth1.temporary(token).ok_or("token_rejected")?;
    if temporary.client_id != client.id {
        return Err("token_rejected");
    }
    service.oauth1.finish(token, verifier)
}

fn credentials(made: &Credentials, more: &[(&str, &str)]) -> HttpResponse {
    let pair = [("oauth_token", made.token.as_str()), ("oauth_token_secret", made.secret.as_str())];
    form(HttpResponse::Ok(), pair.iter().chain(more))
}

fn refuse(problem: Problem) -> HttpResponse {
    form(HttpResponse::Unauthorized(), [("oauth_problem", problem)].iter())
}

fn form<'a>(
    mut response: actix_web::HttpResponseBuilder,
    pairs: impl Iterator<Item = &'a (&'a str, &'a str)>,
) -> HttpResponse {
    let mut body = url::form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(pairs);
    response
        .content_type("application/x-www-form-urlencoded")
        .insert_header((actix_web::http::header::CACHE_CONTROL, "no-store"))
        .body(body.finish())
}
