//! The consent page and the way back.

use super::*;

#[actix_web::test]
async fn the_page_says_whose_account_and_which_scopes_and_needs_no_script() {
    let page = Bench::new().get(&consent_address("demo-app", &[])).await;
    assert_eq!(page.status, 200);
    for text in
        ["make-believe service", "Alice Baker", "events:read", "profile", ">Allow<", ">Deny<", "localhost"]
    {
        assert!(page.text.contains(text), "{text} is missing: {}", page.text);
    }
    assert!(!page.text.contains("<script"));
    assert_eq!(page.header("x-frame-options"), "DENY");
    assert_eq!(page.header("cross-origin-opener-policy"), "");
}

#[actix_web::test]
async fn nothing_of_the_request_becomes_markup() {
    let page = Bench::new().get(&consent_address("demo-app", &[("scope", "<b>x</b>")])).await;
    assert!(page.text.contains("&lt;b&gt;x&lt;/b&gt;"), "{}", page.text);
}

#[actix_web::test]
async fn yes_returns_a_code_with_state_and_issuer_and_no_returns_an_error() {
    let bench = Bench::new();
    let yes = bench.allow("demo-app").await;
    assert!(yes.get("code").is_some_and(|code| !code.is_empty()));
    assert_eq!((yes.get("state").unwrap().as_str(), yes.get("iss").unwrap().as_str()), ("st&te", ISSUER));
    assert!(yes.0.as_str().starts_with(CALLBACK));
    let no = bench.decide(&consent_address("demo-app", &[]), "deny").await;
    assert_eq!(no.get("error").unwrap(), "access_denied");
    assert_eq!((no.get("state").unwrap().as_str(), no.get("iss").unwrap().as_str()), ("st&te", ISSUER));
    assert_eq!(no.get("code"), None);
}

#[actix_web::test]
async fn a_stranger_or_a_strange_address_is_told_here_and_nobody_is_sent_away() {
    let bench = Bench::new();
    let evil = ("redirect_uri", "https://evil.example/oauth/callback");
    for address in [
        consent_address("nobody", &[]),
        consent_address("demo-app", &[evil]),
        consent_address("demo-app", &[("redirect_uri", "")]),
    ] {
        for answer in [bench.get(&address).await, bench.post(&address, &[("decision", "allow")]).await] {
            assert_eq!(answer.status, 400, "{address}");
            assert_eq!(answer.header("location"), "");
        }
    }
}

#[actix_web::test]
async fn what_the_request_lacks_returns_as_an_error() {
    let bench = Bench::new();
    let cases = [
        (("response_type", "token"), "unsupported_response_type"),
        (("code_challenge", ""), "invalid_request"),
        (("code_challenge", "short"), "invalid_request"),
        (("code_challenge_method", "plain"), "invalid_request"),
        (("code_challenge_method", ""), "invalid_request"),
        (("response_mode", "fragment"), "invalid_request"),
        (("prompt", "none"), "login_required"),
    ];
    for (other, error) in cases {
        let answer = bench.get(&consent_address("demo-app", &[other])).await;
        assert_eq!(answer.status, 303, "{other:?}");
        let returned = Returned(Url::parse(answer.header("location")).unwrap());
        assert_eq!(returned.get("error").unwrap(), error, "{other:?}");
        assert_eq!(returned.get("state").unwrap(), "st&te");
    }
    let without = [("code_challenge", ""), ("code_challenge_method", "")];
    assert_eq!(bench.get(&consent_address("no-pkce", &without)).await.status, 200);
}

#[actix_web::test]
async fn a_form_brings_the_answer_back_where_that_was_asked_for() {
    let bench = Bench::new();
    let address = consent_address("demo-app", &[("response_mode", "form_post")]);
    let page = bench.post(&address, &[("decision", "allow")]).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains(&format!("action=\"{CALLBACK}\"")), "{}", page.text);
    for name in ["code", "state", "iss"] {
        assert!(page.text.contains(&format!("name=\"{name}\"")), "{name}");
    }
    assert!(page.text.contains("value=\"st&amp;te\""));
    assert!(page.text.contains("<button"), "without scripts a person posts it");
}

#[actix_web::test]
async fn another_account_can_be_chosen_where_the_client_asks_for_the_choice() {
    let bench = Bench::new();
    let address = consent_address("demo-app", &[("prompt", "consent select_account")]);
    assert!(bench.get(&address).await.text.contains("Bob Miller"));
    let answer = bench.post(&address, &[("decision", "allow"), ("account", "2")]).await;
    let code = Returned(Url::parse(answer.header("location")).unwrap()).get("code").unwrap();
    let tokens = bench.redeem("demo-app", &code).await.json();
    let me = bench.me(&tokens["access_token"]).await.json();
    assert_eq!((&me["id"], &me["name"]), (&serde_json::json!(2), &serde_json::json!("Bob Miller")));
}
