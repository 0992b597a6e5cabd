//! The end of a grant.

use super::{
    renew::{Revoked, revoke},
    *,
};

#[tokio::test]
async fn both_tokens_are_ended_where_the_definition_names_an_endpoint() {
    let text = "auth_mode: OAUTH2
authorization_url: https://service.example/authorize
token_url: https://service.example/token
authorization_method: header
revocation_url: '{service}/revoke'";
    let bench = Bench::new("revoke", text).await;
    bench.service.answer(200, "text/plain", "");
    bench.service.answer(400, "application/json", r#"{"error":"unsupported_token_type"}"#);
    let revoked = revoke(bench.cx(), &bench.subject(), &old_token(&json!({}))).await.unwrap();
    assert_eq!(revoked, Revoked { access_token: false, refresh_token: true });
    let asked = bench.service.asked();
    assert_eq!(asked[0].body, "token=r-old&token_type_hint=refresh_token");
    assert_eq!(asked[1].body, "token=old&token_type_hint=access_token");
    assert_eq!(asked[0].header("authorization"), Some("Basic aWQlM0ExOnMlMjZjcmV0"));

    let none = Bench::new("none", "auth_mode: OAUTH2\ntoken_url: https://a.example").await;
    let problem = revoke(none.cx(), &none.subject(), &old_token(&json!({}))).await.unwrap_err();
    assert_eq!(problem, ExchangeProblem::NotOffered);
}
