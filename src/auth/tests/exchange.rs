//! The exchange of a code: requests to the letter, and what the connection becomes.

use super::*;

fn token() -> Value {
    json!({ "access_token": "at", "refresh_token": "rt", "expires_in": 3600, "scope": "read write" })
}

fn definition(further: &str) -> String {
    format!(
        "auth_mode: OAUTH2
authorization_url: https://service.example/authorize
token_url: '{{service}}/token'
disable_pkce: true
{further}"
    )
}

#[tokio::test]
async fn the_plain_request_is_a_form_with_everything_in_the_body() {
    let bench = Bench::new("plain", &definition("")).await.answers(&token());
    let grant = bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(asked.line, "POST /token");
    assert_eq!(asked.header("accept"), Some("application/json"));
    assert_eq!(asked.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert!(asked.header("user-agent").unwrap().starts_with("connect-ui/"));
    assert_eq!(asked.header("authorization"), None);
    assert_eq!(
        asked.body,
        "grant_type=authorization_code&code=c0de&redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback\
         &client_id=id%3A1&client_secret=s%26cret"
    );
    assert_eq!(
        wire(&grant),
        json!({
            "type": "OAUTH2", "access_token": "at", "refresh_token": "rt",
            "expires_at": "2026-01-01T01:00:00.000Z", "raw": token(),
        })
    );
    assert_eq!(grant.granted_scopes.unwrap(), ["read", "write"]);
}

#[tokio::test]
async fn the_verifier_sent_is_that_of_the_challenge() {
    let text = definition("").replace("disable_pkce: true\n", "");
    let bench = Bench::new("pkce", &text).await.answers(&token());
    let departure = bench.depart().await.unwrap();
    let page = url::Url::parse(departure.url.expose_secret()).unwrap();
    let query: BTreeMap<String, String> = [("code".to_owned(), "c".to_owned())].into();
    let returning = Returning { subject: bench.subject(), pending: &departure.pending, query: &query };
    arrive(bench.cx(), returning).await.unwrap();
    let body = bench.service.last().body;
    let (_, verifier) =
        url::form_urlencoded::parse(body.as_bytes()).find(|(name, _)| name == "code_verifier").unwrap();
    let challenge = crate::auth::oauth2::challenge(&SecretString::from(verifier.into_owned()));
    assert!(page.query_pairs().any(|(name, value)| name == "code_challenge" && value == challenge));
}

#[tokio::test]
async fn the_client_proves_itself_as_the_definition_says() {
    let raw = "Basic aWQ6MTpzJmNyZXQ=";
    let encoded = "Basic aWQlM0ExOnMlMjZjcmV0";
    let in_body = "client_id=id%3A1&client_secret=s%26cret";
    for (settings, header, body) in [
        ("token_request_auth_method: basic", Some(raw), true),
        ("authorization_method: header", Some(encoded), false),
        ("authorization_method: header\ntoken_request_auth_method: basic", Some(encoded), false),
    ] {
        let bench = Bench::new("proof", &definition(settings)).await.answers(&token());
        bench.exchanged().await;
        let asked = bench.service.last();
        assert_eq!(asked.header("authorization"), header, "{settings}");
        assert_eq!(asked.body.contains(in_body), body, "{settings}");
    }
}

#[tokio::test]
async fn a_query_in_the_token_url_is_kept_and_json_is_json() {
    let text = definition(
        "body_format: json
token_params:
  grant_type: authorization_code
  expiring: 1
  resource: ${connectionConfig.resource} || fallback",
    )
    .replace("/token'", "/token?subscription-key=${connectionConfig.key}'");
    let bench = Bench::new("json", &text).await.with("key", "k&y").answers(&token());
    bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(asked.line, "POST /token?subscription-key=k%26y");
    assert_eq!(asked.header("content-type"), Some("application/json"));
    assert_eq!(
        asked.body,
        r#"{"grant_type":"authorization_code","code":"c0de","redirect_uri":"https://connect.example/oauth/callback","expiring":1,"resource":"fallback","client_id":"id:1","client_secret":"s&cret"}"#
    );
}

#[tokio::test]
async fn the_token_may_stand_elsewhere_and_its_map_is_the_new_root() {
    let text = definition("alternate_access_token_response_path: authed_user");
    let answer = json!({
        "ok": true,
        "authed_user": { "access_token": "user", "refresh_token": "user-r", "expires_in": 60, "scope": "a,b" },
    });
    let bench = Bench::new("elsewhere", &text).await.answers(&answer);
    let grant = bench.exchanged().await;
    assert_eq!(wire(&grant)["access_token"], "user");
    assert_eq!(wire(&grant)["refresh_token"], "user-r");
    assert_eq!(wire(&grant)["expires_at"], "2026-01-01T00:01:00.000Z");
    assert_eq!(wire(&grant)["raw"], answer);
    let bench = Bench::new("text", &text).await.answers(&json!({ "authed_user": "t" }));
    assert_eq!(wire(&bench.exchanged().await)["access_token"], "t");
}

#[tokio::test]
async fn a_forms_answer_is_read_too_and_its_end_may_be_a_date() {
    let bench = Bench::new("form", &definition("")).await;
    bench.service.answer(
        200,
        "application/x-www-form-urlencoded; charset=utf-8",
        "access_token=a%20b&expires_in=60",
    );
    assert_eq!(wire(&bench.exchanged().await)["access_token"], "a b");
    let answer = json!({ "access_token": "a", "expires_at": "2026-02-01T00:00:00Z", "expires_in": 5 });
    let bench = Bench::new("date", &definition("")).await.answers(&answer);
    assert_eq!(wire(&bench.exchanged().await)["expires_at"], "2026-02-01T00:00:00.000Z");
    let bench = Bench::new("never", &definition("")).await.answers(&json!({ "access_token": "a" }));
    assert_eq!(wire(&bench.exchanged().await).get("expires_at"), None);
}

#[tokio::test]
async fn values_come_from_the_answer_then_the_callback_then_the_session() {
    let text = definition(
        "redirect_uri_metadata: [shop, region]
token_response_metadata: [team.id, region, live, count, kept, filled]",
    );
    let answer = json!({
        "access_token": "a", "team": { "id": "T1" }, "region": "from-answer", "live": true, "count": 5,
        "kept": "from-answer", "filled": "from-answer",
    });
    let bench = Bench::new("values", &text).await.with("kept", "typed").with("filled", "").answers(&answer);
    let grant =
        bench.grant(&[("code", "c"), ("shop", "s1"), ("region", "from-callback"), ("other", "x")]).await;
    assert_eq!(
        values(&grant),
        json!({
            "team.id": "T1", "live": true, "shop": "s1", "region": "from-callback",
            "kept": "typed", "filled": "from-answer",
        })
    );
}

#[tokio::test]
async fn the_end_users_own_client_is_used_and_kept_apart() {
    let bench = Bench::new("override", &definition(""))
        .await
        .with("oauth_client_id_override", "mine")
        .with("oauth_client_secret_override", "my-secret")
        .with("oauth_refresh_token_override", "my-refresh")
        .with("oauth_scopes_override", "x, y")
        .answers(&token());
    assert!(bench.page().await.contains("client_id=mine"));
    let grant = bench.exchanged().await;
    assert!(bench.service.last().body.ends_with("client_id=mine&client_secret=my-secret"));
    let wire = wire(&grant);
    assert_eq!(wire["config_override"], json!({ "client_id": "mine", "client_secret": "my-secret" }));
    assert_eq!(
        (&wire["refresh_token"], &wire["raw"]["refresh_token"]),
        (&json!("my-refresh"), &json!("my-refresh"))
    );
    assert_eq!(values(&grant), json!({ "oauth_scopes_override": ["x", "y"], "overrideTokenRefresh": true }));

    let bench = bench.answers(&token());
    bench.renewed(&grant.credential).await.unwrap();
    assert_eq!(
        bench.service.last().body,
        "grant_type=refresh_token&refresh_token=my-refresh&client_id=mine&client_secret=my-secret"
    );
}

#[tokio::test]
async fn a_refusal_is_told_without_anything_secret() {
    let answer =
        json!({ "error": "invalid_grant", "error_description": "code c0de was used, client s&cret" });
    let bench = Bench::new("refused", &definition("")).await.answers_with(400, &answer);
    let problem = bench.arrive(&[("code", "c0de")]).await.unwrap_err();
    let text = problem.to_string();
    assert_eq!(text, "127.0.0.1 answered 400: invalid_grant: code […] was used, client […]");
    assert_eq!((problem.error_type(), problem.webhook_type()), ("unknown_err", "unknown"));
    let ReturnProblem::Exchange(problem) = problem else { panic!() };
    assert!(problem.is_revoked() && !problem.is_transient());
}

#[tokio::test]
async fn refusals_with_200_and_answers_without_sense_are_told_apart() {
    let bench = Bench::new("ok", &definition("")).await.answers(&json!({ "error": "bad_verification_code" }));
    let problem = bench.arrive(&[("code", "c")]).await.unwrap_err();
    assert_eq!(problem.to_string(), "127.0.0.1 answered 200: bad_verification_code");
    let bench = Bench::new("none", &definition("")).await.answers(&json!({ "token": "x" }));
    let problem = bench.arrive(&[("code", "c")]).await.unwrap_err();
    assert_eq!(problem.webhook_type(), "unable_to_parse_token_response");
    let bench = Bench::new("html", &definition("")).await;
    bench.service.answer(200, "text/html", "<p>hello</p>");
    let problem = bench.arrive(&[("code", "c")]).await.unwrap_err();
    assert_eq!(problem.webhook_type(), "unable_to_parse_token_response");
    assert_eq!(problem.to_string(), "the answer of 127.0.0.1 (200) cannot be read");
    let bench = Bench::new("down", &definition("")).await;
    bench.service.answer(503, "text/plain", "later");
    let ReturnProblem::Exchange(problem) = bench.arrive(&[("code", "c")]).await.unwrap_err() else {
        panic!()
    };
    assert!(problem.is_transient());
}

#[tokio::test]
async fn a_return_without_a_code_says_what_the_service_said() {
    let bench = Bench::new("denied", &definition("")).await;
    let said = [("error", "access_denied"), ("error_description", "no, thanks"), ("state", "st")];
    let problem = bench.arrive(&said).await.unwrap_err();
    assert_eq!(problem.to_string(), "error: access_denied; error_description: no, thanks");
    assert_eq!((problem.error_type(), problem.webhook_type()), ("callback_err", "invalid_callback"));
    let ReturnProblem::NoCode(error) = problem else { panic!() };
    assert!(error.is_denied());
    assert!(bench.service.asked().is_empty());
    let text = definition("authorization_code_param_in_callback: spapi_oauth_code");
    let bench = Bench::new("named", &text).await.answers(&token());
    bench.grant(&[("spapi_oauth_code", "c"), ("code", "other")]).await;
    assert!(bench.service.last().body.contains("code=c&"));
}

#[tokio::test]
async fn an_answer_of_another_issuer_never_reaches_the_token_endpoint() {
    let text = definition("issuer: https://service.example\nissuer_in_callback: true");
    let bench = Bench::new("issuer", &text).await;
    let wrong = [("code", "c"), ("iss", "https://evil.example")];
    assert_eq!(bench.arrive(&wrong).await.unwrap_err(), ReturnProblem::IssuerMismatch);
    assert_eq!(bench.arrive(&[("code", "c")]).await.unwrap_err(), ReturnProblem::IssuerMissing);
    assert!(bench.service.asked().is_empty());
    let bench = bench.answers(&token());
    bench.grant(&[("code", "c"), ("iss", "https://service.example")]).await;
}

#[tokio::test]
async fn what_was_kept_for_another_mode_is_refused() {
    let bench = Bench::new("other", &definition("")).await;
    let query = BTreeMap::new();
    let returning = Returning { subject: bench.subject(), pending: &Pending::Custom, query: &query };
    assert_eq!(arrive(bench.cx(), returning).await.unwrap_err(), ReturnProblem::Mismatch);
}

/// Whoever comes back writes the callback, and the client's secret goes to the token endpoint.
#[tokio::test]
async fn a_callback_leads_to_no_host_that_the_definition_does_not_know() {
    let text = "auth_mode: OAUTH2
authorization_url: https://service.example/authorize
token_url: http://127.0.0.1:${connectionConfig.place}/token || ${connectionConfig.server}/token
disable_pkce: true
redirect_uri_metadata: [server]
connection_config:
  place:
    type: string
    title: Place
    description: Where
    optional: true
    enum: ['{port}']";
    let service = Service::start().await;
    let own = service.origin();
    let port = own.rsplit(':').next().unwrap();
    for (server, leads) in
        [(own.as_str(), true), ("http://127.0.0.1:1", false), ("https://evil.example", false)]
    {
        let bench = Bench::new("callback-host", &text.replace("{port}", port)).await.with("place", "");
        service.answer(200, "application/json", &token().to_string());
        let arrived = bench.arrive(&[("code", "c"), ("server", server)]).await;
        assert_eq!(arrived.is_ok(), leads, "{server}");
    }
    assert_eq!(service.last().line, "POST /token");
}
