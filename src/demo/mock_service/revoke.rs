//! `POST /oauth/revoke` (RFC 7009): a token that is not known is as good as revoked.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Bytes, Data},
};

use super::{Service, client_authentication, parameters::Parameters, token_answer};

pub(super) async fn revoke(service: Data<Service>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let parameters = match Parameters::read(&request, &body) {
        Ok(parameters) => parameters,
        Err(description) => return token_answer::error("invalid_request", description),
    };
    let client = match client_authentication::client(&request, &parameters) {
        Ok(client) => client,
        Err(problem) => return token_answer::invalid_client(problem),
    };
    let Some(token) = parameters.get("token") else {
        return token_answer::error("invalid_request", "token is missing");
    };
    service.counts.revocation();
    service.tokens.revoke(&client, token);
    HttpResponse::Ok().finish()
}
