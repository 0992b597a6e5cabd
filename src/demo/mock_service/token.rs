//! `POST /oauth/token`: a code, a refresh token or the client itself for an access token.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Bytes, Data},
};

use super::{
    Service,
    client::Client,
    client_authentication,
    codes::{CodeProblem, Presented},
    parameters::Parameters,
    token_answer,
    tokens::Grant,
};

pub(super) async fn token(service: Data<Service>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let parameters = match Parameters::read(&request, &body) {
        Ok(parameters) => parameters,
        Err(description) => return token_answer::error("invalid_request", description),
    };
    let client = match client_authentication::client(&request, &parameters) {
        Ok(client) => client,
        Err(problem) => return token_answer::invalid_client(problem),
    };
    service.counts.token(parameters.get("grant_type").unwrap_or_default());
    if let Some(instead) = token_answer::fault(&service, &client).await {
        return instead;
    }
    match parameters.get("grant_type") {
        Some("authorization_code") => of_code(&service, &client, &parameters),
        Some("refresh_token") => of_refresh_token(&service, &client, &parameters),
        Some("client_credentials") => of_client(&service, &client, &parameters),
        Some(_) => token_answer::error("unsupported_grant_type", "this grant type is not known here"),
        None => token_answer::error("invalid_request", "grant_type is missing"),
    }
}

fn of_code(service: &Service, client: &Client, parameters: &Parameters) -> HttpResponse {
    let Some(code) = parameters.get("code") else {
        return token_answer::error("invalid_request", "code is missing");
    };
    let presented = Presented {
        code,
        client_id: &client.id,
        redirect_uri: parameters.get("redirect_uri"),
        verifier: parameters.get("code_verifier"),
    };
    let family = service.tokens.new_family();
    match service.codes.redeem(&presented, family) {
        Ok(grant) => token_answer::tokens(&service.tokens.issue(client, &grant, family)),
        Err(CodeProblem::Wrong(description)) => token_answer::error("invalid_grant", description),
        Err(CodeProblem::Used(earlier)) => {
            service.tokens.end(earlier);
            token_answer::error("invalid_grant", "the code was used before: its tokens have ended")
        }
    }
}

fn of_refresh_token(service: &Service, client: &Client, parameters: &Parameters) -> HttpResponse {
    let Some(token) = parameters.get("refresh_token") else {
        return token_answer::error("invalid_request", "refresh_token is missing");
    };
    match service.tokens.refresh(client, token) {
        Ok(issued) => token_answer::tokens(&issued),
        Err(description) => token_answer::error("invalid_grant", description),
    }
}

fn of_client(service: &Service, client: &Client, parameters: &Parameters) -> HttpResponse {
    if !client.is_confidential {
        return token_answer::error("unauthorized_client", "a client without a secret cannot act for itself");
    }
    let scope = parameters.get("scope").unwrap_or_default().to_owned();
    let grant = Grant { client_id: client.id.clone(), person: None, scope };
    let family = service.tokens.new_family();
    token_answer::tokens(&service.tokens.issue(client, &grant, family))
}
