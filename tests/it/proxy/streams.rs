//! Large bodies pass in pieces, both ways.

use std::sync::Arc;

use actix_web::{HttpResponse, body::BodyStream, web::Bytes};
use futures_util::{StreamExt as _, stream};
use reqwest::Method;
use tokio::sync::Notify;

use super::service::{Caller, Service, app_at};

const KEYED: &str = "
keyed:
    display_name: Keyed
    auth_mode: API_KEY
    proxy: { base_url: '{origin}', headers: { x-api-key: '${apiKey}' } }
    credentials: { apiKey: { type: string, title: Key } }
";

#[actix_web::test]
async fn ten_megabytes_pass_both_ways() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    service.on("/echo", |asked, response| response.content_type("text/plain").body(asked.body.clone()));
    let caller = Caller::with_key(&app).await;
    let body: String = "0123456789abcdef".repeat(625_000);
    let answer = caller.call("POST", "/echo", &[("content-type", "text/plain")], Some(&body)).await;
    assert_eq!(answer.status, 200);
    assert!(answer.text == body, "what comes back is what was sent");
    assert_eq!(service.last().header("content-length"), body.len().to_string());
}

#[actix_web::test]
async fn the_first_piece_arrives_while_the_service_still_speaks() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    service.on("/events", |_, _| {
        let pieces = stream::unfold(0, |sent| async move {
            match sent {
                0 => Some((Ok::<_, std::io::Error>(Bytes::from_static(b"data: 1\n\n")), 1)),
                _ => std::future::pending().await,
            }
        });
        HttpResponse::Ok().content_type("text/event-stream").body(BodyStream::new(Box::pin(pieces)))
    });
    let caller = Caller::with_key(&app).await;
    let mut answer = caller.open(Method::GET, "/events", &[("accept-encoding", "gzip, br")]).await;
    let piece = answer.chunk().await.expect("a piece").expect("more than nothing");
    assert_eq!(piece, "data: 1\n\n");
}

#[actix_web::test]
async fn an_answer_that_breaks_off_is_not_told_as_whole() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    let breaks = Arc::new(Notify::new());
    let broken = Arc::clone(&breaks);
    service.on("/broken", move |_, _| {
        let begin = stream::iter([Ok(Bytes::from_static(b"begin"))]);
        let broken = Arc::clone(&broken);
        let end = stream::once(async move {
            broken.notified().await;
            Err(std::io::Error::other("gone"))
        });
        HttpResponse::Ok().body(BodyStream::new(Box::pin(begin.chain(end))))
    });
    let caller = Caller::with_key(&app).await;
    let mut answer = caller.open(Method::GET, "/broken", &[]).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.chunk().await.expect("a piece").expect("more than nothing"), "begin");
    breaks.notify_one();
    assert!(answer.chunk().await.is_err());
}

#[actix_web::test]
async fn an_endless_answer_ends_when_the_caller_goes() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    let (sender, receiver) = std::sync::mpsc::channel::<()>();
    let sender = std::sync::Mutex::new(Some(sender));
    service.on("/endless", move |_, _| {
        let held = sender.lock().expect("a lock").take();
        let pieces = stream::repeat_with(move || {
            let _ = &held;
            Ok::<_, std::io::Error>(Bytes::from(vec![0; 65_536]))
        });
        HttpResponse::Ok().body(BodyStream::new(pieces))
    });
    let caller = Caller::with_key(&app).await;
    let mut answer = caller.open(Method::GET, "/endless", &[]).await;
    let mut read = 0;
    while read < 4_000_000 {
        read += answer.chunk().await.expect("a piece").expect("more").len();
    }
    drop(answer);
    // The service's answer holds the sender: it is gone when the call to the service is.
    let gone = tokio::task::spawn_blocking(move || receiver.recv_timeout(std::time::Duration::from_secs(20)));
    assert_eq!(gone.await.expect("a thread"), Err(std::sync::mpsc::RecvTimeoutError::Disconnected));
}
