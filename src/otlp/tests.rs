//! What a collector is told.

use serde_json::Value;
use tracing_subscriber::{layer::SubscriberExt as _, registry};

use super::*;
use crate::clock::Timestamp;

const NOW: Timestamp = Timestamp(1_738_317_600_000);

#[test]
fn a_request_is_a_span_with_its_calls_below_it_and_other_spans_are_nobodys_business() {
    let spans = Arc::<Spans>::default();
    let layer = SpanLayer { spans: Arc::clone(&spans), clock: Clock::fixed(NOW), random: Random::seeded(1) };
    tracing::subscriber::with_default(registry().with(layer), || {
        let request = tracing::info_span!(
            "request",
            id = "r-1",
            route = tracing::field::Empty,
            method = "GET",
            status = tracing::field::Empty
        );
        request.in_scope(|| {
            tracing::info_span!("call", outcome = tracing::field::Empty).record("outcome", "timed_out");
            tracing::info_span!("secret", token = "canary").in_scope(|| {});
        });
        request.record("route", "/ui/{capability}/");
        request.record("status", 200_u16);
    });
    let (ended, lost) = spans.take();
    assert_eq!(lost, 0);
    let body = body::traces("acme", &ended);
    assert!(!body.contains("canary"), "{body}");
    let body: Value = serde_json::from_str(&body).unwrap();
    let told = body["resourceSpans"][0]["scopeSpans"][0]["spans"].as_array().unwrap();
    assert_eq!(told.len(), 2);
    let (call, request) = (&told[0], &told[1]);
    assert_eq!(request["name"], "GET /ui/{capability}/");
    assert_eq!((&request["kind"], &request["parentSpanId"]), (&2.into(), &Value::Null));
    assert_eq!(request["startTimeUnixNano"], "1738317600000000000");
    assert_eq!((&call["traceId"], &call["parentSpanId"]), (&request["traceId"], &request["spanId"]));
    assert_eq!(
        (&call["name"], &call["kind"], &call["status"]["code"]),
        (&"call".into(), &3.into(), &2.into())
    );
    assert!(request["status"].is_null());
    let status = request["attributes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["key"] == "http.response.status_code");
    assert_eq!(status.unwrap()["value"]["intValue"], "200");
}

#[test]
fn a_caller_that_names_its_span_finds_the_request_below_it() {
    let spans = Arc::<Spans>::default();
    let layer = SpanLayer { spans: Arc::clone(&spans), clock: Clock::fixed(NOW), random: Random::seeded(1) };
    tracing::subscriber::with_default(registry().with(layer), || {
        let named = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        tracing::info_span!("request", traceparent = Some(named))
            .in_scope(|| drop(tracing::info_span!("call")));
        drop(tracing::info_span!("request", traceparent = Some("nonsense")));
        drop(tracing::info_span!("request", traceparent = None::<&str>));
    });
    let body: Value = serde_json::from_str(&body::traces("acme", &spans.take().0)).unwrap();
    let told = body["resourceSpans"][0]["scopeSpans"][0]["spans"].as_array().unwrap();
    let (call, request) = (&told[0], &told[1]);
    for span in [call, request] {
        assert_eq!(span["traceId"], "0af7651916cd43dd8448eb211c80319c");
    }
    assert_eq!(
        (&request["parentSpanId"], &call["parentSpanId"]),
        (&"b7ad6b7169203331".into(), &request["spanId"])
    );
    assert!(request["attributes"].as_array().unwrap().iter().all(|one| one["key"] != "traceparent"));
    for alone in &told[2..] {
        assert!(alone["parentSpanId"].is_null() && alone["traceId"] != request["traceId"], "{alone}");
    }
}

#[tokio::test]
async fn a_collector_gets_what_has_ended_with_the_operators_headers() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint: Url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let taking = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut heard = Vec::new();
        while !heard.ends_with(b"]}]}") {
            let mut piece = [0; 4096];
            let count = stream.read(&mut piece).await.unwrap();
            assert!(count > 0, "the whole body comes");
            heard.extend_from_slice(&piece[..count]);
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await.unwrap();
        String::from_utf8(heard).unwrap()
    });
    let tracing = Tracing::new(&endpoint, &"x-key=a%20b".to_owned().into(), "acme".to_owned()).unwrap();
    let layer = tracing.layer(Clock::fixed(NOW), Random::seeded(1));
    tracing::subscriber::with_default(registry().with(layer), || drop(tracing::info_span!("request")));
    tracing.send().await;
    let heard = taking.await.unwrap();
    assert!(heard.starts_with("POST /v1/traces HTTP/1.1\r\n"), "{heard}");
    assert!(
        heard.contains("x-key: a b\r\n") && heard.contains("content-type: application/json\r\n"),
        "{heard}"
    );
    assert_eq!(tracing.spans.take().0.len(), 0);
}
