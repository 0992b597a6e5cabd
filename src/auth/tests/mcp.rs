//! MCP: registration, discovery, and a server that must say who it is.

use super::*;
use crate::auth::mcp::{DiscoveryProblem, client_metadata_document, register_client};

const GENERIC: &str = "auth_mode: MCP_OAUTH2_GENERIC
connection_config:
  mcp_server_url:
    type: string
    title: Server
    description: Server";

fn server(origin: &str, further: &Value) -> Value {
    let mut metadata = json!({
        "issuer": format!("{origin}/as"),
        "authorization_endpoint": format!("{origin}/authorize?x=1"),
        "token_endpoint": format!("{origin}/token"),
        "registration_endpoint": format!("{origin}/register"),
        "revocation_endpoint": format!("{origin}/revoke"),
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": ["everything"],
        "authorization_response_iss_parameter_supported": true,
    });
    for (name, value) in further.as_object().unwrap() {
        metadata[name] = value.clone();
    }
    metadata
}

async fn bench(further: &Value) -> Bench {
    let bench = Bench::new("generic", GENERIC).await;
    let origin = bench.service.origin();
    let resource = json!({
        "resource": format!("{origin}/mcp"),
        "authorization_servers": [format!("{origin}/as")],
        "scopes_supported": ["read", "write"],
    });
    bench
        .with("mcp_server_url", &format!("{origin}/mcp"))
        .answers(&resource)
        .answers(&server(&origin, further))
}

#[tokio::test]
async fn the_server_is_found_registered_with_and_connected_to() {
    let mut bench = bench(&json!({})).await.answers_with(201, &json!({ "client_id": "dyn" }));
    let origin = bench.service.origin();
    let departure = bench.depart().await.unwrap();
    let asked = bench.service.asked();
    let lines: Vec<&str> = asked.iter().map(|asked| asked.line.as_str()).collect();
    assert_eq!(
        lines,
        [
            "GET /.well-known/oauth-protected-resource/mcp",
            "GET /.well-known/oauth-authorization-server/as",
            "POST /register",
        ]
    );
    assert_eq!(
        asked[2].body,
        r#"{"redirect_uris":["https://connect.example/oauth/callback"],"token_endpoint_auth_method":"none","client_name":"Acme","grant_types":["authorization_code","refresh_token"],"response_types":["code"]}"#
    );
    let page = departure.url.expose_secret().to_owned();
    assert!(page.starts_with(&format!(
        "{origin}/authorize?x=1&response_type=code&client_id=dyn\
         &redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback&scope=read+write&state=st&code_challenge="
    )), "{page}");
    assert!(page.contains("&code_challenge_method=S256&resource=http%3A%2F%2F127.0.0.1%3A"));

    let pending = Pending::from_bytes(&departure.pending.to_bytes()).unwrap();
    let returned = |query: &[(&str, String)]| -> BTreeMap<String, String> {
        query.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
    };
    for (query, problem) in [
        (returned(&[("code", "c".into())]), ReturnProblem::IssuerMissing),
        (returned(&[("code", "c".into()), ("iss", format!("{origin}/as/"))]), ReturnProblem::IssuerMismatch),
    ] {
        let returning = Returning { subject: bench.subject(), pending: &pending, query: &query };
        assert_eq!(arrive(bench.cx(), returning).await.unwrap_err(), problem);
    }
    let bench_answer = json!({ "access_token": "at", "refresh_token": "rt", "expires_in": 60 });
    bench.service.answer(200, "application/json", &bench_answer.to_string());
    let query = returned(&[("code", "c0de".into()), ("iss", format!("{origin}/as"))]);
    let returning = Returning { subject: bench.subject(), pending: &pending, query: &query };
    let Arrival::Connected(grant) = arrive(bench.cx(), returning).await.unwrap() else { panic!() };
    let body = bench.service.last().body;
    assert!(body.starts_with("grant_type=authorization_code&code=c0de&redirect_uri="));
    assert!(body.contains("&client_id=dyn&resource=http") && !body.contains("client_secret"), "{body}");
    assert_eq!(wire(&grant)["type"], "OAUTH2");
    assert_eq!(values(&grant)["oauth_client_information"], json!({ "client_id": "dyn" }));

    bench.config = grant.connection_config.clone();
    let bench = bench.answers(&json!({ "access_token": "at2" }));
    let renewed = bench.renewed(&grant.credential).await.unwrap();
    let asked = bench.service.last();
    assert_eq!(asked.line, "POST /token");
    assert!(asked.body.starts_with("grant_type=refresh_token&refresh_token=rt&client_id=dyn&resource="));
    assert_eq!(
        (&wire(&renewed)["access_token"], &wire(&renewed)["refresh_token"]),
        (&json!("at2"), &json!("rt"))
    );

    bench.service.answer(200, "text/plain", "");
    bench.service.answer(200, "text/plain", "");
    let revoked = renew::revoke(bench.cx(), &bench.subject(), &renewed.credential).await.unwrap();
    assert!(revoked.access_token && revoked.refresh_token);
    assert_eq!(bench.service.last().body, "token=at2&token_type_hint=access_token&client_id=dyn");
}

#[tokio::test]
async fn a_metadata_document_saves_the_registration() {
    let mut bench = bench(&json!({ "client_id_metadata_document_supported": true })).await;
    bench.metadata_url = Some("https://connect.example/oauth/client-metadata/e/k".into());
    let page = bench.depart().await.unwrap().url.expose_secret().to_owned();
    assert!(page.contains("client_id=https%3A%2F%2Fconnect.example%2Foauth%2Fclient-metadata%2Fe%2Fk"));
    assert_eq!(bench.service.asked().len(), 2);
    let document =
        client_metadata_document("https://a/c", "Acme", "https://a", Some("https://a/l.png"), CALLBACK);
    assert_eq!(
        document,
        json!({
            "client_id": "https://a/c", "client_name": "Acme", "client_uri": "https://a",
            "redirect_uris": [CALLBACK], "grant_types": ["authorization_code", "refresh_token"],
            "response_types": ["code"], "token_endpoint_auth_method": "none", "logo_uri": "https://a/l.png",
        })
    );
}

#[tokio::test]
async fn an_owner_may_accept_servers_that_do_not_name_themselves() {
    let further = json!({ "authorization_response_iss_parameter_supported": false });
    let strict = bench(&further).await.answers(&json!({ "client_id": "dyn" }));
    assert_eq!(strict.arrive(&[("code", "c")]).await.unwrap_err(), ReturnProblem::IssuerMissing);
    let lenient = bench(&further)
        .await
        .with_custom("allow_missing_issuer", "true")
        .answers(&json!({ "client_id": "dyn" }))
        .answers(&json!({ "access_token": "a" }));
    lenient.grant(&[("code", "c")]).await;
}

#[tokio::test]
async fn a_server_that_speaks_for_another_is_refused() {
    let bad = |problem: DepartureProblem| match problem {
        DepartureProblem::Discovery(DiscoveryProblem::BadMetadata { reason, .. }) => reason,
        other => panic!("{other:?}"),
    };
    let other = bench(&json!({ "issuer": "https://other.example" })).await;
    assert_eq!(bad(other.depart().await.unwrap_err()), "issuer is another server");
    let inner = bench(&json!({ "token_endpoint": "http://10.0.0.1/token" })).await;
    assert_eq!(bad(inner.depart().await.unwrap_err()), "an endpoint cannot be used");
    let script = bench(&json!({ "authorization_endpoint": "javascript:alert(1)" })).await;
    assert_eq!(bad(script.depart().await.unwrap_err()), "an endpoint cannot be used");
    let plain = bench(&json!({ "code_challenge_methods_supported": ["plain"] })).await;
    assert_eq!(bad(plain.depart().await.unwrap_err()), "PKCE with S256 is not supported");
    let closed = bench(&json!({ "registration_endpoint": null })).await;
    let problem = closed.depart().await.unwrap_err();
    assert!(matches!(problem, DepartureProblem::Discovery(DiscoveryProblem::NoRegistration(_))));
    let none = Bench::new("generic", GENERIC).await;
    assert_eq!(none.depart().await.unwrap_err().error_type(), "url_param_err");
    let address = none.service.origin();
    let none = none.with("mcp_server_url", &address);
    let problem = none.depart().await.unwrap_err();
    assert!(matches!(problem, DepartureProblem::Discovery(DiscoveryProblem::NoMetadata(_))));
}

#[tokio::test]
async fn a_new_integration_registers_by_its_definition() {
    let bench = Bench::new(
        "dynamic",
        "auth_mode: MCP_OAUTH2
client_registration: dynamic
authorization_url: https://mcp.example/authorize
token_url: https://mcp.example/token
registration_url: '{service}/register'
default_scopes: [a, b]
registration_params:
  grant_types: [authorization_code]
  software_id: dropped",
    )
    .await
    .answers_with(201, &json!({ "client_id": "dyn", "client_secret": "sec" }));
    let introduction = bench.subject().introduction;
    let client = register_client(bench.cx(), &bench.provider, introduction, CALLBACK).await.unwrap();
    assert_eq!((client.client_id.as_str(), client.scopes.join(" ").as_str()), ("dyn", "a b"));
    assert_eq!(client.client_secret.expose_secret(), "sec");
    assert_eq!(
        bench.service.last().body,
        r#"{"redirect_uris":["https://connect.example/oauth/callback"],"token_endpoint_auth_method":"none","client_name":"Acme","grant_types":["authorization_code"]}"#
    );
}
