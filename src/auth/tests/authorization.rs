//! The consent address, to the letter.

use super::*;

const PLAIN: &str = "auth_mode: OAUTH2
authorization_url: https://service.example/oauth/authorize
token_url: https://service.example/oauth/token";

#[tokio::test]
async fn parameters_stand_in_the_protocols_order_and_encoding() {
    let bench = Bench::new("plain", PLAIN).await;
    assert_eq!(
        bench.page().await,
        "https://service.example/oauth/authorize?response_type=code&client_id=id%3A1\
         &redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback&scope=read+write&state=st\
         &code_challenge=CHALLENGE&code_challenge_method=S256"
    );
}

#[tokio::test]
async fn the_definition_adds_and_overwrites_in_place_and_the_session_wins() {
    let bench = Bench::new(
        "params",
        "auth_mode: OAUTH2
authorization_url: https://${connectionConfig.shop}.service.example/authorize?tenant=1#top
token_url: https://service.example/token
disable_pkce: true
scope_separator: ','
authorization_params:
  response_type: code
  prompt: consent
  scope: fixed
  force: true
  audience: api.${connectionConfig.shop}.example
  access_type: offline",
    )
    .await
    .with("shop", "acme")
    .with_param("prompt", "login")
    .with_param("access_type", "undefined")
    .with_param("extra", "a b&c")
    .with_param("state", "forged")
    .with_param("redirect_uri", "https://evil.example");
    assert_eq!(
        bench.page().await,
        "https://acme.service.example/authorize?tenant=1&response_type=code&client_id=id%3A1\
         &redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback&scope=fixed&state=st\
         &prompt=login&force=true&audience=api.acme.example&extra=a+b%26c"
    );
}

#[tokio::test]
async fn a_scope_without_encoding_comes_last_as_it_is() {
    let bench = Bench::new(
        "raw-scope",
        "auth_mode: OAUTH2
authorization_url: https://service.example/authorize
token_url: https://service.example/token
disable_pkce: true
scope_separator: +
authorization_url_skip_encode: [scopes]",
    )
    .await;
    assert_eq!(
        bench.page().await,
        "https://service.example/authorize?response_type=code&client_id=id%3A1\
         &redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback&state=st&scope=read+write"
    );
}

#[tokio::test]
async fn fragment_replacements_and_empty_parameters_follow_their_rules() {
    let fragment = Bench::new(
        "fragment",
        "auth_mode: OAUTH2
authorization_url: https://service.example/admin/
token_url: https://service.example/token
disable_pkce: true
authorization_url_fragment: /oauth/authorize
authorization_url_replacements:
  response_type=: responseType=
  state=: customField=",
    )
    .await;
    assert_eq!(
        fragment.page().await,
        "https://service.example/admin/#/oauth/authorize?responseType=code&client_id=id%3A1\
         &redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback&scope=read+write&customField=st"
    );
    let empty = Bench::new(
        "empty",
        "auth_mode: OAUTH2
authorization_url: https://service.example/authorize
token_url: https://service.example/token
disable_pkce: true
authorization_url_skip_empty: true",
    )
    .await
    .with_owner(IntegrationCredential::Client(AuthMode::OAuth2, client("")));
    assert_eq!(
        empty.page().await,
        "https://service.example/authorize?response_type=code&client_id=id%3A1\
         &redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback&state=st"
    );
}

#[tokio::test]
async fn an_empty_scope_is_sent_and_slack_takes_scopes_of_the_user() {
    let mut bench = Bench::new(
        "slack",
        "auth_mode: OAUTH2
authorization_url: https://slack.example/authorize
token_url: https://slack.example/token
disable_pkce: true
scope_separator: ','",
    )
    .await
    .with_owner(IntegrationCredential::Client(AuthMode::OAuth2, client("")));
    bench.user_scopes = vec!["chat:write".into(), "users:read".into()];
    assert_eq!(
        bench.page().await,
        "https://slack.example/authorize?response_type=code&client_id=id%3A1\
         &redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback&scope=&state=st\
         &user_scope=chat%3Awrite%2Cusers%3Aread"
    );
}

#[tokio::test]
async fn what_is_missing_is_named_before_anybody_leaves() {
    let definition = "auth_mode: OAUTH2
authorization_url: https://${connectionConfig.domain}.service.example/authorize
token_url: https://service.example/token
token_params:
  resource: ${connectionConfig.resource}";
    let bench = Bench::new("missing", definition).await;
    let problem = bench.depart().await.unwrap_err();
    assert_eq!(
        (problem.error_type(), problem.to_string().as_str()),
        ("url_param_err", "no value for resource")
    );
    let bench = Bench::new("missing", definition).await.with("resource", "r");
    assert_eq!(bench.depart().await.unwrap_err().to_string(), "no value for domain");

    let mut bench = Bench::new("plain", PLAIN).await;
    bench.owner = None;
    assert_eq!(bench.depart().await.unwrap_err().error_type(), "provider_config_err");

    let grant = format!("{PLAIN}\ntoken_params:\n  grant_type: password");
    let bench = Bench::new("password", &grant).await;
    assert_eq!(bench.depart().await.unwrap_err().error_type(), "grant_type_err");

    let key = Bench::new("key", "auth_mode: API_KEY").await;
    assert_eq!(key.depart().await.unwrap_err().error_type(), "auth_mode_err");
}

#[tokio::test]
async fn an_mcp_definition_cannot_touch_what_binds_the_flow() {
    let mut bench = Bench::new(
        "mcp-static",
        "auth_mode: MCP_OAUTH2
client_registration: cimd
disable_pkce: true
authorization_url: https://mcp.example/authorize
token_url: https://mcp.example/token
authorization_params:
  response_type: token
  state: fixed
  scope: all
  resource: https://mcp.example/mcp",
    )
    .await
    .with_param("prompt", "none");
    bench.owner = None;
    bench.metadata_url = Some("https://connect.example/client.json".into());
    assert_eq!(
        bench.page().await,
        "https://mcp.example/authorize?response_type=code\
         &client_id=https%3A%2F%2Fconnect.example%2Fclient.json\
         &redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback&scope=&state=st\
         &resource=https%3A%2F%2Fmcp.example%2Fmcp&code_challenge=CHALLENGE&code_challenge_method=S256"
    );
}
