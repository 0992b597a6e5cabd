//! The routes of the modes whose credential is made of what was typed (wire-protocol.md §4.7).

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, ServiceConfig, post},
};

use super::{
    ApiError, at,
    connect::connect,
    input::signed::{AwsBody, BillBody, JwtBody, SignatureBody, TbaBody},
    query_start::QueryStart,
    request::{JsonBody, invalid_body},
};
use crate::{
    auth::{
        SignedMode, TypedMode,
        problem::{DefinitionProblem, ExchangeProblem, MissingOwner},
    },
    web::{error::WebError, state::State},
};

/// The addresses.
pub fn configure(config: &mut ServiceConfig) {
    config
        .service(at("/auth/tba/{key}").route(post().to(tba)))
        .service(at("/auth/jwt/{key}").route(post().to(jwt)))
        .service(at("/auth/bill/{key}").route(post().to(bill)))
        .service(at("/auth/signature/{key}").route(post().to(signature)))
        .service(at("/auth/aws-sigv4/{key}").route(post().to(aws_sigv4)));
}

type Answer = Result<HttpResponse, WebError>;

async fn tba(state: Data<State>, caller: QueryStart, body: JsonBody) -> Answer {
    let read = TbaBody::read(body.tree()).map_err(invalid_body)?;
    connect(&state, &caller, TypedMode::Signed(SignedMode::Tba), read.0).await
}

async fn jwt(state: Data<State>, caller: QueryStart, body: JsonBody) -> Answer {
    let read = JwtBody::read(body.tree()).map_err(invalid_body)?;
    connect(&state, &caller, TypedMode::Signed(SignedMode::Jwt), read.0).await
}

async fn bill(state: Data<State>, caller: QueryStart, body: JsonBody) -> Answer {
    let read = BillBody::read(body.tree()).map_err(invalid_body)?;
    connect(&state, &caller, TypedMode::Signed(SignedMode::Bill), read.0).await
}

async fn signature(state: Data<State>, caller: QueryStart, body: JsonBody) -> Answer {
    let read = SignatureBody::read(body.tree()).map_err(invalid_body)?;
    connect(&state, &caller, TypedMode::Signed(SignedMode::Signature), read.0).await
}

async fn aws_sigv4(state: Data<State>, caller: QueryStart, body: JsonBody) -> Answer {
    let read = AwsBody::read(body.tree()).map_err(invalid_body)?;
    connect(&state, &caller, TypedMode::Signed(SignedMode::AwsSigV4), read.0).await
}

/// Why no credential was made. Where the reference hangs or answers 200 or 500, this is 400 (§13).
#[must_use]
pub fn failure(mode: SignedMode, problem: &ExchangeProblem) -> ApiError {
    let message = format!("No credential could be made of these values: {problem}");
    match mode {
        SignedMode::Jwt => ApiError::legacy("failed_to_generate", message),
        SignedMode::Signature => ApiError::legacy("signature_token_generation_error", message),
        SignedMode::Tba | SignedMode::Bill => ApiError::bad_request("connection_test_failed", message),
        SignedMode::AwsSigV4 => role(problem, message),
    }
}

/// Why a role was not assumed: what was sent, what the owner left out, or what the token service says.
fn role(problem: &ExchangeProblem, message: String) -> ApiError {
    let code = match problem {
        ExchangeProblem::Definition(DefinitionProblem::Unresolved(_)) => "missing_aws_sigv4_region",
        ExchangeProblem::BadValue(_) => "invalid_body",
        ExchangeProblem::Owner(MissingOwner::Value("integration_config")) => "missing_aws_sigv4_config",
        ExchangeProblem::Owner(MissingOwner::Value("service")) => "missing_aws_sigv4_service",
        ExchangeProblem::Owner(MissingOwner::Value("stsEndpointUrl")) => "missing_aws_sigv4_sts_endpoint",
        ExchangeProblem::Owner(MissingOwner::Value("awsAccessKeyId" | "awsSecretAccessKey")) => {
            "missing_aws_sigv4_builtin_credentials"
        }
        ExchangeProblem::Owner(_) => "invalid_aws_sigv4_config",
        _ => {
            let error = ApiError::legacy("aws_sigv4_sts_request_failed", message);
            return ApiError { status: StatusCode::BAD_GATEWAY, ..error };
        }
    };
    ApiError::bad_request(code, message)
}
