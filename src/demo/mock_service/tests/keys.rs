//! API keys, passwords, subdomains, and what the service says about itself.

use super::*;

async fn status(path: &str, header: (&'static str, &str)) -> u16 {
    Bench::new().send(TestRequest::get().uri(path).insert_header(header)).await.status.as_u16()
}

#[actix_web::test]
async fn each_kind_of_credential_is_accepted_and_refused() {
    assert_eq!(status("/api/me", ("authorization", "Bearer demo-1")).await, 200);
    assert_eq!(status("/api/me", ("authorization", "Bearer wrong")).await, 401);
    assert_eq!(status("/api/me", ("x-api-key", "demo-forbidden")).await, 403);
    assert_eq!(status("/api/me", ("x-api-key", "demo-broken")).await, 500);
    assert_eq!(status("/api/me", ("authorization", &basic("alice", "demo-1"))).await, 200);
    assert_eq!(status("/api/me", ("authorization", &basic("", "demo-1"))).await, 401);
    assert_eq!(status("/api/me", ("accept", "*/*")).await, 401);
}

#[actix_web::test]
async fn only_known_sites_and_regions_answer() {
    assert_eq!(status("/sites/acme/api/me", ("x-api-key", "demo-1")).await, 200);
    assert_eq!(status("/sites/nobody/api/me", ("x-api-key", "demo-1")).await, 404);
    assert_eq!(status("/sites/nobody/oauth/authorize", ("accept", "*/*")).await, 404);
    assert_eq!(status("/regions/eu/api/me", ("x-api-key", "demo-1")).await, 200);
    assert_eq!(status("/public/holidays", ("accept", "*/*")).await, 200);
}

#[actix_web::test]
async fn the_metadata_names_its_endpoints_and_promises_iss() {
    let metadata = Bench::new().get("/.well-known/oauth-authorization-server").await.json();
    assert_eq!(metadata["issuer"], ISSUER);
    assert_eq!(metadata["token_endpoint"], format!("{ISSUER}/oauth/token"));
    assert_eq!(metadata["authorization_response_iss_parameter_supported"], true);
    assert_eq!(metadata["code_challenge_methods_supported"], serde_json::json!(["S256"]));
}
