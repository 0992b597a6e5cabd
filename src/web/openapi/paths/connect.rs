//! The addresses at which a browser makes a connection.

use serde_json::{Value, json};

use crate::web::{
    api::input::{
        credentials::{ApiKeyCredentials, BasicCredentials, ClientCredentials},
        issue::{Fault, Issues},
        signed::{AwsBody, BillBody, JwtBody, SignatureBody, TbaBody},
        two_step::TwoStepBody,
    },
    openapi::{
        caller::{Caller, Refusal},
        operation::{Chapter, Operation, Reader},
        schema::{about, map_of, object, open_object, shape, sized, text},
    },
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [
        api_key(),
        basic(),
        unauthenticated(),
        client_credentials(),
        two_step(),
        outbound(),
        tba(),
        jwt(),
        bill(),
        signature(),
        aws(),
    ];
    all.into_iter().map(|operation| operation.of(Chapter::Connecting)).collect()
}

fn some() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

fn connecting(path: &'static str, id: &'static str, summary: &'static str, words: &str) -> Operation {
    let about = format!(
        "{words}\n\nThe credentials are tried at the service before anything is stored. Your backend hears of the new \
         connection by webhook; with the session's `completion` set to `exchange`, the answer has a code for it instead."
    );
    Operation::new("POST", path, id, summary)
        .about(about)
        .by(Caller::QueryToken)
        .integration_key("providerConfigKey")
        .query(
            "connect_session_token",
            "The token of the session",
            text(),
            "nango_connect_session_3f0c9a5be1d27c4486f0b1a29d5e8c7730c4a1f2b6d9e8f7a1b2c3d4e5f60718".into(),
        )
        .deep_query(
            "params?",
            "What the provider's `connection_config` asks for, such as `params[subdomain]=acme`",
            map_of(&text()),
            json!({}),
        )
        .answers(
            200,
            "Connected",
            shape("Connected"),
            json!({ "connectionId": "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f", "providerConfigKey": "github-prod" }),
        )
        .refuse(&[
            (400, "invalid_auth_mode"),
            (400, "integration_not_allowed"),
            (400, "connection_test_failed"),
            (404, "unknown_connection"),
            (404, "unknown_provider_config"),
            (404, "unknown_provider_template"),
        ])
}

fn with_body(operation: Operation, schema: Value, reader: Reader, example: Value) -> Operation {
    operation.body(schema, reader, vec![("credentials", example)])
}

fn api_key() -> Operation {
    let path = "/api-auth/api-key/{providerConfigKey}";
    with_body(
        connecting(path, "connectApiKey", "Connect with an API key", "For providers of the mode `API_KEY`."),
        object([("apiKey", sized(1, 1024))]),
        |body| ApiKeyCredentials::read(body).map(drop),
        json!({ "apiKey": "demo-1234" }),
    )
}

fn basic() -> Operation {
    let path = "/api-auth/basic/{providerConfigKey}";
    with_body(
        connecting(
            path,
            "connectBasic",
            "Connect with user name and password",
            "For the mode `BASIC`. Both may be empty.",
        ),
        object([("username", sized(0, 1024)), ("password", sized(0, 1024))]),
        |body| BasicCredentials::read(body).map(drop),
        json!({ "username": "alice", "password": "secret" }),
    )
}

fn unauthenticated() -> Operation {
    let path = "/auth/unauthenticated/{providerConfigKey}";
    connecting(path, "connectUnauthenticated", "Connect without credentials", "For the mode `NONE`.")
        .no_body()
}

fn client_credentials() -> Operation {
    let path = "/oauth2/auth/{providerConfigKey}";
    let body = open_object([
        ("client_id", some()),
        ("client_secret?", text()),
        ("client_certificate?", text()),
        ("client_private_key?", text()),
    ]);
    let missing: Refusal = (400, "missing_client_secret");
    with_body(
        connecting(
            path,
            "connectClientCredentials",
            "Connect with an OAuth client",
            "For the mode `OAUTH2_CC`. One of `client_secret` and `client_private_key` is needed. An integration that is not \
             there is 400 here, as the protocol has it.",
        ),
        body,
        |body| ClientCredentials::read(body).map(drop).map_err(|name| Issues::from(Fault::no_variant().at([name]))),
        json!({ "client_id": "acme", "client_secret": "b9c1d2e3f4" }),
    )
    .refuse(&[
        missing,
        (400, "missing_client_id"),
        (400, "client_credentials_fetch_error"),
        (400, "unknown_provider_config"),
    ])
}

fn two_step() -> Operation {
    let path = "/auth/two-step/{providerConfigKey}";
    let scalar = json!({ "type": ["string", "number", "boolean", "null"] });
    let body = json!({
        "type": "object",
        "properties": { "type": text(), "assertionOption": map_of(&scalar) },
        "additionalProperties": scalar,
    });
    with_body(
        connecting(
            path,
            "connectTwoStep",
            "Connect by logging in",
            "For the mode `TWO_STEP`: the fields that the provider's `credentials` names.",
        ),
        about(body, "Fields by name; `type` says nothing"),
        |body| TwoStepBody::read(body).map(drop),
        json!({ "type": "TWO_STEP", "username": "alice", "password": "secret" }),
    )
    .refuse(&[
        (400, "missing_token_url"),
        (400, "invalid_two_step_credentials"),
        (400, "two_step_credentials_fetch_error"),
    ])
}

fn outbound() -> Operation {
    let path = "/auth/oauth-outbound/{providerConfigKey}";
    connecting(
        path,
        "connectOutbound",
        "Prepare a connection that the service finishes",
        "For services that send their token by webhook once somebody has installed the app there. A body is ignored.",
    )
}

fn tba() -> Operation {
    let body = object([
        ("token_id", some()),
        ("token_secret", some()),
        ("oauth_client_id_override?", text()),
        ("oauth_client_secret_override?", text()),
    ]);
    with_body(
        connecting(
            "/auth/tba/{providerConfigKey}",
            "connectTba",
            "Connect with a token pair",
            "For the mode `TBA` (NetSuite).",
        ),
        body,
        |body| TbaBody::read(body).map(drop),
        json!({ "token_id": "7f3a", "token_secret": "9c1b" }),
    )
}

fn jwt() -> Operation {
    with_body(
        connecting("/auth/jwt/{providerConfigKey}", "connectJwt", "Connect with a signing key", "For the mode `JWT`: the fields that the provider's `credentials` names."),
        open_object([("type?", text())]),
        |body| JwtBody::read(body).map(drop),
        json!({ "type": "JWT", "privateKey": "-----BEGIN PRIVATE KEY-----…", "privateKeyId": "k-1", "issuerId": "i-1" }),
    )
    .refuse(&[(400, "failed_to_generate")])
}

fn bill() -> Operation {
    let body = object([
        ("username", some()),
        ("password", some()),
        ("organization_id", some()),
        ("dev_key", some()),
    ]);
    with_body(
        connecting("/auth/bill/{providerConfigKey}", "connectBill", "Connect BILL", "For the mode `BILL`."),
        body,
        |body| BillBody::read(body).map(drop),
        json!({ "username": "alice@acme.example", "password": "secret", "organization_id": "008", "dev_key": "01ABC" }),
    )
}

fn signature() -> Operation {
    with_body(
        connecting(
            "/auth/signature/{providerConfigKey}",
            "connectSignature",
            "Connect with a signature",
            "For the mode `SIGNATURE`.",
        ),
        object([("username", some()), ("password", some()), ("type", some())]),
        |body| SignatureBody::read(body).map(drop),
        json!({ "type": "SIGNATURE", "username": "alice", "password": "secret" }),
    )
    .refuse(&[(400, "signature_token_generation_error")])
}

fn aws() -> Operation {
    with_body(
        connecting(
            "/auth/aws-sigv4/{providerConfigKey}",
            "connectAws",
            "Connect an AWS role",
            "For the mode `AWS_SIGV4`.",
        ),
        object([("role_arn", some()), ("region?", text())]),
        |body| AwsBody::read(body).map(drop),
        json!({ "role_arn": "arn:aws:iam::123456789012:role/connect", "region": "eu-central-1" }),
    )
    .refuse(&[
        (400, "missing_aws_sigv4_region"),
        (400, "missing_aws_sigv4_config"),
        (400, "missing_aws_sigv4_service"),
        (400, "missing_aws_sigv4_sts_endpoint"),
        (400, "missing_aws_sigv4_builtin_credentials"),
        (400, "invalid_aws_sigv4_config"),
        (502, "aws_sigv4_sts_request_failed"),
    ])
}
