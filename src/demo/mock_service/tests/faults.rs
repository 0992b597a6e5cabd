//! Every fault of the table, one after the other.

use std::collections::BTreeSet;

use super::*;
use crate::demo::mock_service::faults::Fault;

#[test]
fn every_fault_stands_in_the_table_under_its_client_id() {
    let table = include_str!("../faults.rs");
    let ids: BTreeSet<&str> = Fault::BY_CLIENT_ID.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids.len(), 15);
    for id in ids {
        assert!(table.contains(&format!("//! | `{id}` | ")), "{id}");
    }
}

#[actix_web::test]
async fn denied_returns_an_error_before_anyone_is_asked() {
    let bench = Bench::new();
    let answer = bench.get(&consent_address("denied", &[])).await;
    let returned = Returned(Url::parse(answer.header("location")).unwrap());
    assert_eq!(returned.get("error").unwrap(), "access_denied");
    assert_eq!(bench.allow("denied").await.get("error").unwrap(), "access_denied");
}

#[actix_web::test]
async fn a_wrong_redirect_uri_ends_at_the_service() {
    let bench = Bench::new();
    let page = bench.get(&consent_address("wrong-redirect", &[])).await;
    assert_eq!((page.status.as_u16(), page.header("location")), (400, ""));
    assert!(page.text.contains(CALLBACK));
}

#[actix_web::test]
async fn the_way_back_lacks_or_twists_what_it_should_bring() {
    let bench = Bench::new();
    let returned = bench.allow("missing-iss").await;
    assert!(returned.get("code").is_some() && returned.get("iss").is_none());
    let returned = bench.allow("wrong-iss").await;
    assert!(returned.get("code").is_some());
    assert_ne!(returned.get("iss").unwrap(), ISSUER);
    let returned = bench.allow("no-code").await;
    assert_eq!(returned.get("state").unwrap(), "st&te");
    assert!(returned.get("code").is_none() && returned.get("error").is_none());
    let page = bench.post(&consent_address("form-post", &[]), &[("decision", "allow")]).await;
    assert!(page.text.contains("name=\"code\"") && page.text.contains("method=\"post\""));
    let page = bench.get(&consent_address("cuts-opener", &[])).await;
    assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
}

#[actix_web::test]
async fn the_token_endpoint_fails_in_its_ways() {
    let bench = Bench::new();
    let outcome = async |client_id: &str| {
        let code = bench.allow(client_id).await.get("code").unwrap();
        bench.redeem(client_id, &code).await
    };
    assert_eq!(outcome("expired-code").await.refusal(), (400, "invalid_grant".to_owned()));
    let broken = outcome("bad-json").await;
    assert_eq!((broken.status.as_u16(), broken.header("content-type")), (200, "application/json"));
    assert!(serde_json::from_str::<Value>(&broken.text).is_err());
    let broken = outcome("server-error").await;
    assert_eq!((broken.status.as_u16(), broken.header("content-type")), (500, "text/html"));
    assert_eq!(outcome("slow").await.status, 200);
}

#[actix_web::test]
async fn tokens_end_early_or_are_never_renewed() {
    let bench = Bench::new();
    let short = bench.tokens("short-lived").await;
    assert_eq!(short["expires_in"], 5);
    assert_eq!(bench.me(&short["access_token"]).await.status, 200);
    bench.clock.advance_millis(5000);
    assert_eq!(bench.me(&short["access_token"]).await.status, 401);
    assert_eq!(bench.refresh("short-lived", &short["refresh_token"]).await.status, 200);

    let failing = bench.tokens("failing-refresh").await;
    let refused = bench.refresh("failing-refresh", &failing["refresh_token"]).await;
    assert_eq!(refused.refusal(), (400, "invalid_grant".to_owned()));
    assert_eq!(bench.me(&failing["access_token"]).await.status, 200);

    let revoked = bench.tokens("revoked").await;
    assert_eq!(bench.me(&revoked["access_token"]).await.status, 401);
    let refused = bench.refresh("revoked", &revoked["refresh_token"]).await;
    assert_eq!(refused.refusal(), (400, "invalid_grant".to_owned()));

    let rotating = bench.tokens("rotating-refresh").await;
    assert_eq!(rotating["expires_in"], 60);
    let next = bench.refresh("rotating-refresh", &rotating["refresh_token"]).await.json();
    assert_eq!(bench.refresh("rotating-refresh", &rotating["refresh_token"]).await.status, 400);
    assert_eq!(bench.refresh("rotating-refresh", &next["refresh_token"]).await.status, 400);
}
