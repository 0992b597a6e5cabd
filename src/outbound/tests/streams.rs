//! Calls whose bodies pass through: the same guard, kept connections, no second look-up of what was checked.

use std::net::{IpAddr, Ipv4Addr};

use bytes::Bytes;
use futures_util::StreamExt as _;

use super::{
    server::{Answer, Server},
    *,
};

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const PRIVATE: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1));

fn call(url: &str) -> StreamRequest {
    StreamRequest {
        method: Method::GET,
        url: url.parse().unwrap(),
        headers: HeaderMap::new(),
        body: RequestBody::Empty,
        definition_port: None,
        certificate: None,
        keeps_headers: false,
    }
}

fn rebinding(look_up_again: Duration) -> OutboundClient {
    let limits = Limits { look_up_again, ..Limits::default() };
    let policy = OutboundPolicy::parse("127.0.0.1/32").unwrap();
    OutboundClient::with_limits(policy, Resolver::changing([HERE, PRIVATE]), limits).unwrap()
}

#[tokio::test]
async fn a_name_that_is_private_at_the_second_look_up_is_not_called_then() {
    let server = Server::answering("200 OK", "", "ok").await;
    let url = format!("http://api.rebinding.test:{}/", server.port);
    let client = rebinding(Duration::ZERO);
    assert_eq!(client.stream(call(&url)).await.unwrap().status, StatusCode::OK);
    let error = client.stream(call(&url)).await.unwrap_err();
    let private = ForbiddenReason::Address(AddressKind::Private);
    assert_eq!(error, StreamError::Call(OutboundError::Forbidden(private)));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn the_address_that_was_checked_is_the_one_that_is_called() {
    let server = Server::answering("200 OK", "", "ok").await;
    let url = format!("http://api.rebinding.test:{}/", server.port);
    let client = rebinding(Duration::from_mins(1));
    for _ in 0..3 {
        assert_eq!(client.stream(call(&url)).await.unwrap().status, StatusCode::OK);
    }
}

#[tokio::test]
async fn an_endless_body_is_read_as_far_as_somebody_wants() {
    let server = Server::start(Answer::Endless).await;
    let answer = client("127.0.0.1/32", &[]).stream(call(&server.url("/"))).await.unwrap();
    let (beginning, mut body) = answer.body.begin(100_000).await;
    assert!(beginning.len() >= 100_000);
    let mut read = 0;
    while read < 2_000_000 {
        read += body.next().await.unwrap().unwrap().len();
    }
}

#[tokio::test]
async fn what_falls_silent_is_given_up() {
    let server = Server::start(Answer::Silent).await;
    let limits = Limits { idle: Duration::from_millis(50), ..Limits::default() };
    let client = client_with("127.0.0.1/32", &[], limits);
    let answer = client.stream(call(&server.url("/"))).await;
    let error = match answer {
        Ok(mut answer) => answer.body.next().await.unwrap().unwrap_err(),
        Err(StreamError::Call(error)) => error,
        Err(error) => panic!("{error}"),
    };
    assert_eq!(error, OutboundError::TimedOut);
}

#[tokio::test]
async fn a_redirect_takes_headers_to_another_origin_only_where_the_caller_says_so() {
    let other = Server::answering("200 OK", "", "elsewhere").await;
    let server = Server::redirecting("302 Found", &other.url("/landing")).await;
    for (keeps_headers, told) in [(false, false), (true, true)] {
        let mut request = StreamRequest { keeps_headers, ..call(&server.url("/")) };
        request.headers.insert("authorization", HeaderValue::from_static("canary"));
        assert_eq!(client("127.0.0.1/32", &[]).stream(request).await.unwrap().status, StatusCode::OK);
        assert_eq!(other.requests().pop().unwrap().contains("canary"), told);
    }
}

#[tokio::test]
async fn a_body_goes_again_within_the_origin_and_one_that_has_passed_cannot() {
    let server = Server::redirecting("307 Temporary Redirect", "/again").await;
    let whole = RequestBody::Whole(Bytes::from_static(b"body"));
    let request = StreamRequest { method: Method::POST, body: whole, ..call(&server.url("/")) };
    let error = client("127.0.0.1/32", &[]).stream(request).await.unwrap_err();
    assert_eq!(error, StreamError::Call(OutboundError::TooManyRedirects));
    assert!(server.requests()[3].ends_with("body"));

    let stream = Box::pin(futures_util::stream::iter([Ok(Bytes::from_static(b"body"))]));
    let body = RequestBody::Passing(PassingBody { length: Some(4), stream });
    let request = StreamRequest { method: Method::POST, body, ..call(&server.url("/")) };
    let error = client("127.0.0.1/32", &[]).stream(request).await.unwrap_err();
    assert_eq!(error, StreamError::BodyHasPassed);
    assert!(server.requests()[4].ends_with("body"));
}
