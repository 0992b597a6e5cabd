//! The Connect UI settings of an environment.

use reqwest::Method;
use serde_json::json;

use crate::support::app::spawn_apps;

#[actix_web::test]
async fn colours_are_set_and_read_and_bad_ones_named() {
    for app in spawn_apps().await {
        let path = "/api/v1/connect-ui-settings?env=dev";
        let settings = |light: &str| {
            json!({ "theme": { "light": { "primary": light }, "dark": { "primary": "teal" } },
                "defaultTheme": "dark", "showWatermark": false })
        };
        let stored = app.call(&app.key, Method::PUT, path, Some(&settings("#ff5500"))).await;
        assert_eq!(stored.json(), json!({ "data": settings("#ff5500") }));
        assert_eq!(app.get(path).await.json(), json!({ "data": settings("#ff5500") }));
        let refused = app.call(&app.key, Method::PUT, path, Some(&settings("var(--x)"))).await;
        assert_eq!(refused.refusal(), (400, "invalid_body".into()));
        assert_eq!(refused.json()["error"]["errors"][0]["path"], json!(["theme", "light", "primary"]));
        assert_eq!(
            app.get("/api/v1/connect-ui-settings").await.refusal(),
            (400, "invalid_query_params".into())
        );
    }
}
