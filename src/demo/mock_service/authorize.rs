//! `/oauth/authorize`: a page for the person, and what they decided. The page posts to its own address, so that the
//! request is read and checked a second time instead of being kept.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Bytes, Data},
};

use super::{
    Service,
    authorization_request::{AuthorizationRequest, Refusal},
    codes::NewCode,
    consent_page::{self, Consent},
    faults::Fault,
    parameters::Parameters,
    person::Person,
    tokens::Grant,
};

pub(super) async fn show(service: Data<Service>, request: HttpRequest) -> HttpResponse {
    let asked = AuthorizationRequest::read(&Parameters::from_query(&request), &service);
    asked.map_or_else(refuse, |asked| {
        consent_page::consent(&Consent {
            scope: &asked.scope,
            chooses_account: asked.chooses_account,
            returns_to: &asked.return_address.redirect_uri,
            cuts_opener: asked.client.has(Fault::CutsOpener),
        })
    })
}

pub(super) async fn decide(service: Data<Service>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let asked = AuthorizationRequest::read(&Parameters::from_query(&request), &service);
    asked.map_or_else(refuse, |asked| answer(&service, asked, &Decision::read(&body)))
}

/// What the person pressed.
pub(super) enum Decision {
    Allow(Person),
    Deny,
}

impl Decision {
    pub(super) fn read(body: &[u8]) -> Self {
        let form = Parameters::from_form(body);
        let person = form.get("account").and_then(Person::find).unwrap_or_default();
        if form.get("decision") == Some("allow") { Self::Allow(person) } else { Self::Deny }
    }
}

fn refuse(refusal: Refusal) -> HttpResponse {
    match refusal {
        Refusal::Stays(why) => consent_page::problem(&why),
        Refusal::Returns(address, error, description) => address.refuse(error, description),
    }
}

fn answer(service: &Service, asked: AuthorizationRequest, decision: &Decision) -> HttpResponse {
    let AuthorizationRequest { client, return_address, scope, challenge, .. } = asked;
    let Decision::Allow(person) = *decision else {
        return return_address.refuse("access_denied", "the account's owner said no");
    };
    if client.has(Fault::NoCode) {
        return return_address.respond(&[]);
    }
    let has_ended = client.has(Fault::ExpiredCode);
    let grant = Grant { client_id: client.id, person: Some(person), scope };
    let redirect_uri = return_address.redirect_uri.clone();
    let code = service.codes.issue(NewCode { grant, redirect_uri, challenge, has_ended });
    return_address.respond(&[("code", &code)])
}
