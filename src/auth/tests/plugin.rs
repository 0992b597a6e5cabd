//! Plugins.

use super::*;

const DEFINITION: &str = "auth_mode: INSTALL_PLUGIN
auth_type: BASIC
redirect_uri_metadata: [website_id]";

#[tokio::test]
async fn the_owners_credential_and_the_installations_values_make_the_connection() {
    let bench = Bench::new("plugin", DEFINITION)
        .await
        .with_custom("app_link", "https://app.example/install?plugin=1")
        .with_custom("username", "u")
        .with_custom("password", "p");
    assert_eq!(bench.page().await, "https://app.example/install?plugin=1&payload=st");
    let grant = bench.grant(&[("payload", "st"), ("website_id", "w1")]).await;
    assert_eq!(wire(&grant), json!({ "type": "BASIC", "username": "u", "password": "p" }));
    assert_eq!(values(&grant), json!({ "website_id": "w1" }));
    let bench = Bench::new("plugin", DEFINITION).await.with_custom("app_link", "javascript:alert(1)");
    assert_eq!(bench.depart().await.unwrap_err().error_type(), "url_param_err");
}
