//! Calls to small servers on this machine: redirects, limits, what is sent.

use super::{
    server::{Answer, Server},
    *,
};

#[tokio::test]
async fn a_call_says_who_we_are_and_sends_what_it_was_given() {
    let server = Server::answering("201 Created", "x-answer: 1\r\n", r#"{"a":1}"#).await;
    let request = OutboundRequest::new(Method::POST, server.url("/me?x=1").parse().unwrap());
    let request = with_credentials(request).with_body(&SecretString::from("body"));
    let response = client(LOOPBACK, &[]).send(request).await.unwrap();

    assert_eq!(response.status, StatusCode::CREATED);
    assert_eq!(response.headers["x-answer"], "1");
    assert_eq!(response.json::<serde_json::Value>().unwrap()["a"], 1);
    assert!(!response.left_origin);
    let seen = &server.requests()[0];
    for expected in
        ["post /me?x=1 http/1.1", "authorization: canary", "user-agent: connect-ui/", "\r\n\r\nbody"]
    {
        assert!(seen.contains(expected), "{expected} in {seen}");
    }
    assert!(!seen.contains("accept-encoding"), "what comes is not decompressed");
}

#[tokio::test]
async fn the_definitions_user_agent_wins() {
    let server = Server::answering("200 OK", "", "").await;
    let request = get(&server.url("/")).with_header("user-agent", "App (a@b.test)").unwrap();
    client(LOOPBACK, &[]).send(request).await.unwrap();
    assert!(server.requests()[0].contains("user-agent: app (a@b.test)"));
}

#[tokio::test]
async fn a_redirect_within_the_origin_keeps_everything() {
    let server = Server::redirecting("307 Temporary Redirect", "/again").await;
    let request = with_credentials(OutboundRequest::new(Method::POST, server.url("/").parse().unwrap()));
    let error = client(LOOPBACK, &[]).send(request.with_body(&SecretString::from("body"))).await.unwrap_err();

    assert_eq!(error, OutboundError::TooManyRedirects);
    let seen = server.requests();
    assert_eq!(seen.len(), 4, "the call and three redirects");
    assert!(seen[3].starts_with("post /again") && seen[3].contains("canary") && seen[3].ends_with("body"));
}

#[tokio::test]
async fn another_origin_gets_no_credentials() {
    let other = Server::answering("200 OK", "", "elsewhere").await;
    let server = Server::redirecting("302 Found", &other.url("/landing")).await;
    let request =
        with_credentials(OutboundRequest::new(Method::POST, server.url("/?key=canary").parse().unwrap()));
    let response =
        client(LOOPBACK, &[]).send(request.with_body(&SecretString::from("canary"))).await.unwrap();

    assert!(response.left_origin, "the caller must know that this answer proves nothing");
    let seen = &other.requests()[0];
    assert!(seen.starts_with("get /landing") && seen.contains("accept: application/json"), "{seen}");
    assert!(!seen.contains("canary"), "{seen}");
}

#[tokio::test]
async fn a_body_is_never_taken_to_another_origin() {
    let other = Server::answering("200 OK", "", "").await;
    let server = Server::redirecting("308 Permanent Redirect", &other.url("/")).await;
    let request = OutboundRequest::new(Method::POST, server.url("/").parse().unwrap());
    let error = client(LOOPBACK, &[]).send(request.with_body(&SecretString::from("body"))).await.unwrap_err();
    assert_eq!(error, OutboundError::Forbidden(ForbiddenReason::BodyToOtherOrigin));
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn a_redirect_into_the_private_network_is_refused() {
    for (location, names) in [
        ("http://169.254.169.254/latest/meta-data/", &[][..]),
        ("https://169.254.169.254/", &[]),
        ("https://inside.test/", &[("inside.test", &["10.0.0.1"][..])]),
        ("//[fd00::1]/", &[]),
    ] {
        let server = Server::redirecting("302 Found", location).await;
        let error = client(LOOPBACK, names).send(get(&server.url("/"))).await.unwrap_err();
        assert!(
            matches!(error, OutboundError::Forbidden(ForbiddenReason::Address(_))),
            "{location}: {error:?}"
        );
    }
}

#[tokio::test]
async fn a_large_body_is_not_read() {
    let announced = Server::answering("200 OK", "", &"x".repeat(10_000_000)).await;
    let endless = Server::start(Answer::Endless).await;
    for server in [announced, endless] {
        let error = client(LOOPBACK, &[]).send(get(&server.url("/"))).await.unwrap_err();
        assert_eq!(error, OutboundError::TooLarge);
    }
}

#[tokio::test]
async fn a_body_of_exactly_the_limit_is_read() {
    let server = Server::answering("200 OK", "", "12345678").await;
    let read = async |body_bytes| {
        let limits = Limits { body_bytes, ..Limits::default() };
        client_with(LOOPBACK, &[], limits)
            .send(get(&server.url("/")))
            .await
            .map(|response| response.body().len())
    };
    assert_eq!(read(8).await, Ok(8));
    assert_eq!(read(7).await, Err(OutboundError::TooLarge));
}

#[tokio::test]
async fn a_body_that_never_ends_runs_into_the_time_limit() {
    let server = Server::start(Answer::Silent).await;
    let limits = Limits { total: Duration::from_millis(50), ..Limits::default() };
    let error = client_with(LOOPBACK, &[], limits).send(get(&server.url("/"))).await.unwrap_err();
    assert_eq!(error, OutboundError::TimedOut);
}

#[tokio::test]
async fn a_full_house_answers_busy_and_a_finished_call_makes_room() {
    let silent = Server::start(Answer::Silent).await;
    let server = Server::answering("200 OK", "", "").await;
    let limits = Limits {
        total: Duration::from_millis(300),
        concurrent_per_host: 1,
        wait: Duration::ZERO,
        ..Limits::default()
    };
    let client = client_with(LOOPBACK, &[], limits);
    let (first, second) =
        tokio::join!(client.send(get(&silent.url("/"))), client.send(get(&server.url("/"))));
    assert_eq!(first.unwrap_err(), OutboundError::TimedOut);
    assert_eq!(second.unwrap_err(), OutboundError::Busy);
    assert!(client.send(get(&server.url("/"))).await.is_ok());
}

#[tokio::test]
async fn a_call_waits_for_its_turn() {
    let server = Server::answering("200 OK", "", "").await;
    let limits = Limits { concurrent: 1, ..Limits::default() };
    let client = client_with(LOOPBACK, &[], limits);
    let (first, second) =
        tokio::join!(client.send(get(&server.url("/"))), client.send(get(&server.url("/"))));
    assert!(first.is_ok() && second.is_ok());
}

#[tokio::test]
async fn an_unreachable_host_and_one_without_tls_are_told_apart() {
    let server = Server::answering("200 OK", "", "").await;
    let client = client(LOOPBACK, &[]);
    let plain = client.send(get(&server.url("/").replace("http:", "https:"))).await.unwrap_err();
    assert_eq!(plain, OutboundError::Tls);

    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let nobody = client.send(get(&format!("http://{closed}/"))).await.unwrap_err();
    assert_eq!(nobody, OutboundError::Unreachable);
}

#[tokio::test]
async fn nothing_prints_a_secret() {
    let server = Server::answering("200 OK", "", "canary").await;
    let request =
        with_credentials(get(&server.url("/canary?key=canary"))).with_body(&SecretString::from("canary"));
    let shown = format!("{request:?}");
    let response = client(LOOPBACK, &[]).send(request).await.unwrap();
    assert!(!format!("{shown} {response:?}").contains("canary"));
}

#[test]
fn a_header_that_cannot_be_sent_is_named_without_its_value() {
    let error =
        get("https://a.test").with_secret_header("x-key", &SecretString::from("se\ncret")).unwrap_err();
    assert_eq!(error, RequestError::HeaderValue("x-key".to_owned()));
    assert!(get("https://a.test").with_header("x key", "").is_err());
}
