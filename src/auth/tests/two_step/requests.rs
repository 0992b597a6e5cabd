//! What is sent: every body format, headers, addresses, further steps.

use super::*;

fn posting(format: &str) -> String {
    definition(&format!(
        "token_url: '{{service}}/${{connectionConfig.tenant}}/login?v=1'
{format}token_params:
  user: ${{credentials.username}}
  secret:
    value: ${{credentials.password}}
  tenant: ${{connectionConfig.tenant}}
  code: ${{credentials.code}}
  short: ${{username}}
  remember: true
{TOKEN}"
    ))
}

async fn sent(definition: &str) -> super::service::Asked {
    let bench = Bench::new("two", definition)
        .await
        .with("tenant", "a/b")
        .answers(&json!({ "access_token": "t", "expires_in": 3600 }));
    logged_in(&bench, ada()).await.unwrap();
    bench.service.last()
}

#[tokio::test]
async fn parameters_are_written_as_the_definition_says_and_json_otherwise() {
    let json = r#"{"user":"ada","secret":{"value":"s3&cret"},"tenant":"a/b","code":"","short":"ada","remember":true}"#;
    for format in ["", "body_format: json\n"] {
        let asked = sent(&posting(format)).await;
        assert_eq!((asked.line.as_str(), asked.body.as_str()), ("POST /a%2Fb/login?v=1", json));
        assert_eq!(asked.header("content-type"), Some("application/json"));
    }
    let asked = sent(&posting("body_format: form\n")).await;
    assert_eq!(asked.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(
        asked.body,
        "user=ada&secret=%7B%22value%22%3A%22s3%26cret%22%7D&tenant=a%2Fb&code=&short=ada&remember=true"
    );
    let asked = sent(&posting("body_format: xml\n")).await;
    assert_eq!(asked.header("content-type"), Some("application/xml"));
    assert_eq!(
        asked.body,
        "<user>ada</user><secret><value>s3&amp;cret</value></secret><tenant>a/b</tenant><code></code>\
         <short>ada</short><remember>true</remember>"
    );
    let asked = sent(&posting("body_format: query\n")).await;
    assert_eq!(asked.body, "");
    assert!(asked.line.starts_with("POST /a%2Fb/login?v=1&user=ada&secret="), "{}", asked.line);
}

#[tokio::test]
async fn an_envelope_of_soap_is_written_with_its_attributes() {
    let text = definition(&format!(
        "token_url: '{{service}}/soap'
body_format: xml
token_headers:
  content-type: text/xml
  soapaction: login
token_params:
  s:Envelope:
    $xmlns:s: http://schemas.xmlsoap.org/soap/envelope/
    s:Body:
      login:
        $user: ${{credentials.username}}
        password: ${{credentials.password}}
{TOKEN}"
    ));
    let bench = Bench::new("soap", &text).await.answers(&json!({ "access_token": "t" }));
    logged_in(&bench, login(&[("username", "a\"<b"), ("password", "<x>")])).await.unwrap();
    let asked = bench.service.last();
    assert_eq!((asked.header("content-type"), asked.header("soapaction")), (Some("text/xml"), Some("login")));
    assert_eq!(
        asked.body,
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><login user=\"a&quot;&lt;b\">\
         <password>&lt;x&gt;</password></login></s:Body></s:Envelope>"
    );
}

#[tokio::test]
async fn headers_share_their_moment_and_random_id_and_a_get_has_no_body() {
    let text = definition(&format!(
        "token_url: '{{service}}/login?secret=${{credentials.password}}'
token_request_method: GET
token_headers:
  x-id: ${{random}}
  x-again: ${{random}}
  x-date: ${{now:YYYY-MM-DDTHH:mm:ss}}
  authorization: Basic ${{base64(${{credentials.username}}:${{credentials.password}})}}
{TOKEN}"
    ));
    let bench = Bench::new("get", &text).await.answers(&json!({ "access_token": "t" }));
    logged_in(&bench, ada()).await.unwrap();
    let asked = bench.service.last();
    assert_eq!((asked.line.as_str(), asked.body.as_str()), ("GET /login?secret=s3%26cret", ""));
    assert_eq!(asked.header("x-date"), Some("2026-01-01T00:00:00"));
    assert_eq!(asked.header("authorization"), Some("Basic YWRhOnMzJmNyZXQ="));
    assert_eq!(asked.header("x-id").map(str::len), Some(36));
    assert_eq!(asked.header("x-id"), asked.header("x-again"));
    assert_eq!(asked.header("content-type"), None);
}

#[tokio::test]
async fn what_was_typed_is_never_read_as_a_template() {
    let bench = Bench::new("two", &posting(""))
        .await
        .with("tenant", "${credentials.password}")
        .answers(&json!({ "access_token": "t" }));
    logged_in(&bench, login(&[("username", "${connectionConfig.tenant}"), ("password", "p")])).await.unwrap();
    let asked = bench.service.last();
    assert!(asked.body.starts_with(r#"{"user":"${connectionConfig.tenant}","#), "{}", asked.body);
    assert!(asked.body.contains(r#""tenant":"${credentials.password}""#), "{}", asked.body);
}

#[tokio::test]
async fn further_steps_use_the_answers_before_them_and_every_answer_may_belong_to_the_connection() {
    let text = definition(
        "token_url: '{service}/find'
token_request_method: GET
body_format: form
token_response_metadata: [endpoint, region.name]
additional_steps:
  - token_url: '${step1.endpoint}/config'
    token_request_method: GET
  - token_url: '${step1.endpoint}/in/${step2.path}'
    body_format: json
    token_headers:
      authorization: Bearer ${step1.ticket}
    token_params:
      user: ${credentials.username}
      region: ${step1.region.name}
token_response:
  token: session.id",
    );
    let bench = Bench::new("steps", &text).await;
    let endpoint = bench.service.origin();
    let bench = bench
        .answers(&json!({ "endpoint": endpoint, "ticket": "tick", "region": { "name": "eu" } }))
        .answers(&json!({ "path": "a/b" }))
        .answers(&json!({ "session": { "id": 4711 } }));
    let grant = logged_in(&bench, ada()).await.unwrap();
    let asked = bench.service.asked();
    assert_eq!(asked[1].line, "GET /config");
    assert_eq!(asked[2].line, "POST /in/a%2Fb");
    assert_eq!(asked[2].header("authorization"), Some("Bearer tick"));
    assert_eq!(asked[2].body, "user=ada&region=eu");
    assert_eq!(wire(&grant)["token"], "4711");
    assert_eq!(values(&grant), json!({ "endpoint": endpoint, "region.name": "eu" }));
}

#[tokio::test]
async fn the_owners_values_stand_before_what_was_typed_and_are_not_kept_with_it() {
    let text = definition(&format!(
        "integration_config:
  appKey:
    type: string
    title: App key
    secret: true
token_url: '{{service}}/login'
token_headers:
  x-app: ${{credentials.appKey}}
{TOKEN}"
    ));
    let bench = Bench::new("owned", &text)
        .await
        .with_custom("appKey", "of-the-owner")
        .answers(&json!({ "access_token": "t" }));
    let typed = login(&[("username", "ada"), ("password", "p"), ("appKey", "forged")]);
    let grant = logged_in(&bench, typed).await.unwrap();
    assert_eq!(bench.service.last().header("x-app"), Some("of-the-owner"));
    assert_eq!(wire(&grant).get("appKey"), None);
}

#[tokio::test]
async fn what_the_definition_needs_and_nobody_gave_is_named_and_nothing_is_sent() {
    let bench = Bench::new("two", &posting("")).await.with("tenant", "t");
    let problem = logged_in(&bench, login(&[("username", "ada")])).await.unwrap_err();
    assert_eq!(problem.to_string(), "no value for password");
    let text = definition("token_response:\n  token: t");
    let bench = Bench::new("none", &text).await;
    let problem = logged_in(&bench, ada()).await.unwrap_err();
    assert_eq!(problem.to_string(), "the provider's definition has no token_url");
    assert!(bench.service.asked().is_empty());
}
