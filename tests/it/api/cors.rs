//! Who may read answers from other origins.

use reqwest::Method;

use crate::support::app::spawn_app;

#[actix_web::test]
async fn protocol_routes_answer_preflights_and_pages_say_nothing() {
    let app = spawn_app().await;
    let asked = [("origin", "https://app.acme.example"), ("access-control-request-method", "POST")];
    let answer = app.send(Method::OPTIONS, "/api-auth/api-key/x", &asked, None).await;
    assert_eq!(answer.status, 204);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("access-control-allow-methods"), "GET,HEAD,PUT,PATCH,POST,DELETE");
    assert_eq!(answer.header("access-control-max-age"), "600");
    assert_eq!(answer.header("access-control-allow-credentials"), "");
    let answer = app.send(Method::OPTIONS, "/connect/telemetry", &asked, None).await;
    assert_eq!((answer.status.as_u16(), answer.header("access-control-max-age")), (204, "36000"));
    assert_eq!(answer.header("access-control-allow-origin"), app.url);
    assert!(answer.header("vary").to_lowercase().contains("origin"));
    for path in ["/", "/ui/x/", "/admin", "/oauth/callback", "/api/v1/connect-ui-settings"] {
        for method in [Method::GET, Method::OPTIONS] {
            let answer = app.send(method, path, &asked, None).await;
            assert_eq!(answer.header("access-control-allow-origin"), "", "{path}");
            assert_eq!(answer.header("access-control-allow-methods"), "", "{path}");
        }
    }
}
