//! Who opened a hosted link (security.md C4): by a code in a mail, by the application's word, and nobody else.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use url::Url;

use crate::support::{
    app::{Answer, Options, TestApp, spawn_app_with, spawn_apps_with},
    smtp::Sink,
    sqlite,
    visitor::Visitor,
};

const HOST: &str = "https://app.acme.example";
const MINUTE: i64 = 60_000;
const FIRST: &str = "First we need to know that it is you";

async fn ready(sink: &Sink) -> Vec<TestApp> {
    let options =
        || Options { allowed_origins: vec![HOST.into()], mail: Some(sink.mailer()), ..Options::default() };
    let apps = spawn_apps_with(options).await;
    for app in &apps {
        app.integration("demo-postbox", "it").await;
    }
    apps
}

async fn session(app: &TestApp, ui: Value) -> String {
    let tags = json!({ "end_user_id": "u-1", "end_user_email": "alice@acme.example" });
    app.session(&json!({ "tags": tags, "allowed_integrations": ["it"], "connect_ui": ui })).await
}

async fn by_mail(app: &TestApp) -> String {
    session(app, json!({ "verify": "email_code", "app_name": "Acme" })).await
}

async fn by_app(app: &TestApp) -> String {
    let url = format!("{HOST}/verify?from=connect");
    session(app, json!({ "verify": "app", "verify_url": url, "completion": "exchange" })).await
}

/// Presses the button that sends a code; the page that comes of it.
async fn send(tab: &mut Visitor<'_>) -> Answer {
    let answer = tab.post("verify-code", &[]).await;
    if answer.status != StatusCode::SEE_OTHER {
        return answer;
    }
    tab.follow(answer).await
}

async fn enter(tab: &mut Visitor<'_>, code: &str) -> Answer {
    let answer = tab.post("verify", &[("code", code)]).await;
    tab.follow(answer).await
}

fn other_than(code: &str, by: u32) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + by) % 1_000_000)
}

#[actix_web::test]
async fn the_code_in_the_mail_opens_the_form() {
    let sink = Sink::start().await;
    for app in ready(&sink).await {
        let token = by_mail(&app).await;
        let mut tab = Visitor::tab(&app);
        let before = sink.letters().len();
        let page = tab.open_link(&token).await;
        assert_eq!(page.says(), (200, "Is it you?".into()));
        assert!(page.text_of("main").contains("a•••@acme.example"));
        assert!(!page.text.contains("alice"), "who only has the link does not learn whose it is");
        assert_eq!(sink.letters().len(), before, "whoever only looks at a link causes no mail");

        let page = send(&mut tab).await;
        assert!(page.text_of("main").contains("We have sent a code to a•••@acme.example"), "{}", page.text);
        let letter = sink.letters().pop().expect("a letter");
        for part in ["To: alice@acme.example", "From: Acme <connect@acme.example>", "a link from Acme"] {
            assert!(letter.contains(part), "{part}: {letter}");
        }
        let wrong = enter(&mut tab, &other_than(&sink.code(), 1)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text_of("#code-problem").contains("not the code"), "{}", wrong.text);
        assert!(enter(&mut tab, "x").await.text_of("#code-problem").contains("six digits"));

        let spaced = format!(" {} {} ", &sink.code()[..3], &sink.code()[3..]);
        let form = enter(&mut tab, &spaced).await;
        assert_eq!(form.says(), (200, "Connect your Postbox account".into()));
        let answer = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
        assert_eq!(tab.follow(answer).await.heading(), "Postbox is connected");
        let again = tab.open_link(&token).await;
        assert_eq!(again.heading(), "Connect your Postbox account", "once is enough in one browser");
    }
}

#[actix_web::test]
async fn a_code_is_of_no_use_to_who_guesses_repeats_or_borrows_it() {
    let sink = Sink::start().await;
    for app in ready(&sink).await {
        let token = by_mail(&app).await;
        let (mut alice, mut mallory) = (Visitor::tab(&app), Visitor::tab(&app));
        alice.open_link(&token).await;
        mallory.open_link(&token).await;
        let page = alice.at.to_string();

        // Guessed: five tries, then not even the right one.
        send(&mut mallory).await;
        let code = sink.code();
        for by in 1..=4 {
            assert_eq!(enter(&mut mallory, &other_than(&code, by)).await.status, 422);
        }
        let last = enter(&mut mallory, &other_than(&code, 5)).await;
        assert!(last.text_of("[role=alert]").contains("not valid any more"), "{}", last.text);
        assert!(enter(&mut mallory, &code).await.text_of("[role=alert]").contains("not valid any more"));

        // Borrowed: it is for the browser that asked, and so is what it opens.
        send(&mut alice).await;
        let code = sink.code();
        assert_eq!(enter(&mut mallory, &code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(enter(&mut alice, &code).await.heading(), "Connect your Postbox account");
        let form = alice.at.to_string();
        assert_eq!(mallory.open(&form).await.status, StatusCode::FORBIDDEN);
        mallory.at = Url::parse(&page).unwrap();
        mallory.open_link(&token).await;
        assert_eq!(mallory.open("integrations/it").await.says(), (403, FIRST.into()));

        // Repeated: once, and not in another session of the same person.
        alice.at = Url::parse(&page).unwrap();
        assert_eq!(enter(&mut alice, &code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        alice.open_link(&by_mail(&app).await).await;
        assert_eq!(enter(&mut alice, &code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let asked = alice.at.clone();
        assert_eq!(alice.open("integrations/it").await.says(), (403, FIRST.into()));
        alice.at = asked;

        // Late.
        send(&mut alice).await;
        app.clock.advance_millis(10 * MINUTE);
        assert_eq!(enter(&mut alice, &sink.code()).await.status, StatusCode::UNPROCESSABLE_ENTITY);

        // Asked for without end: each session sends five.
        let before = sink.letters().len();
        for _ in 0..4 {
            send(&mut alice).await;
        }
        let no_more = send(&mut alice).await;
        assert_eq!(no_more.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(sink.letters().len() - before, 4);
        let elsewhere = Visitor { site: "cross-site", at: alice.at.clone(), ..Visitor::tab(&app) };
        let mut elsewhere = Visitor { cookie: alice.cookie.clone(), ..elsewhere };
        assert_eq!(elsewhere.post("verify-code", &[]).await.status, StatusCode::FORBIDDEN);
    }
}

#[actix_web::test]
async fn nothing_of_the_session_opens_before_and_by_no_other_door() {
    let sink = Sink::start().await;
    for app in ready(&sink).await {
        app.oauth_integration("demo-agenda", "oauth", "demo-app").await;
        let token = by_mail(&app).await;
        let mut tab = Visitor::tab(&app);
        tab.open_link(&token).await;
        for path in ["./", "integrations/it", "done/x", "flows/x?integration=it"] {
            let at = tab.at.clone();
            assert_eq!(tab.open(path).await.says(), (403, FIRST.into()), "{path}");
            tab.at = at;
        }
        for path in
            ["integrations/it", "integrations/it/start", "close", "extend", "flows/x/cancel?integration=it"]
        {
            let answer = tab.post(path, &[("credentials.apiKey", "demo-1"), ("ticket", "x")]).await;
            assert_eq!(answer.says(), (403, FIRST.into()), "{path}");
        }
        let frame = Visitor::frame(&app).hand_over(&token, HOST).await;
        assert_eq!(frame.says(), (403, FIRST.into()));
        let mut framed = Visitor { referer: Some(HOST), ..Visitor::frame(&app) };
        assert_eq!(framed.open(&format!("/?session_token={token}")).await.says(), (403, FIRST.into()));
        let popup = format!("/oauth/connect/oauth?connect_session_token={token}");
        let mut opener = Visitor { referer: Some(HOST), ..Visitor::tab(&app) };
        assert_eq!(opener.open(&popup).await.says(), (403, FIRST.into()));
        assert_eq!(opener.post(&popup, &[]).await.says(), (403, FIRST.into()));
        let door = format!("/api-auth/api-key/it?connect_session_token={token}");
        let door = app.submit(&door, &json!({ "apiKey": "demo-1" })).await;
        assert_eq!(door.refusal(), (403, "verification_required".into()));
        let shown = app.call(&token, Method::GET, "/connect/session", None).await;
        assert_eq!(shown.refusal(), (403, "verification_required".into()));
        assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
    }
}

/// Opens a link whose session asks the application; answers the challenge.
async fn to_the_app(tab: &mut Visitor<'_>, token: &str) -> String {
    let to_page = tab.open(&format!("/?session_token={token}")).await;
    let page = to_page.header("location").to_owned();
    let away = tab.open(&page).await;
    let url = Url::parse(away.header("location")).expect("the application's address");
    assert_eq!((url.origin().ascii_serialization().as_str(), url.path()), (HOST, "/verify"));
    assert_eq!(away.header("referrer-policy"), "no-referrer", "the page's address stays here");
    let query: std::collections::HashMap<_, _> = url.query_pairs().into_owned().collect();
    assert_eq!(query["from"], "connect");
    query["challenge"].clone()
}

async fn says(app: &TestApp, challenge: &str, person: &str) -> Answer {
    app.post("/connect/verify", &json!({ "challenge": challenge, "end_user_id": person })).await
}

async fn return_url(app: &TestApp, challenge: &str) -> String {
    let answer = says(app, challenge, "u-1").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()["data"]["return_url"].as_str().expect("an address").to_owned()
}

#[actix_web::test]
async fn the_application_s_word_opens_the_form_and_the_code_goes_back_with_the_person() {
    let sink = Sink::start().await;
    for app in ready(&sink).await {
        let mut tab = Visitor::tab(&app);
        let challenge = to_the_app(&mut tab, &by_app(&app).await).await;
        let back = return_url(&app, &challenge).await;
        let answer = tab.open(&back).await;
        let form = tab.follow(answer).await;
        assert_eq!(form.says(), (200, "Connect your Postbox account".into()));
        let answer = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
        let done = tab.follow(answer).await;
        assert_eq!(done.heading(), "Postbox is connected");
        assert_eq!(done.header("referrer-policy"), "no-referrer");
        let home = Url::parse(&done.attribute("a.button", "href").expect("the way back")).unwrap();
        assert!(home.as_str().starts_with(&format!("{HOST}/verify?from=connect&exchangeCode=")), "{home}");
        let query: std::collections::HashMap<_, _> = home.query_pairs().into_owned().collect();
        let answer = app.post("/connect/exchange", &json!({ "code": query["exchangeCode"] })).await;
        assert_eq!(answer.json()["data"]["connection_id"], query["connectionId"]);
    }
}

#[actix_web::test]
async fn a_challenge_and_its_answer_are_for_one_browser_one_person_and_once() {
    let sink = Sink::start().await;
    for app in ready(&sink).await {
        // A link sent to a victim: the application knows that somebody else is signed in.
        let token = by_app(&app).await;
        let (mut tab, mut victim) = (Visitor::tab(&app), Visitor::tab(&app));
        let challenge = to_the_app(&mut victim, &token).await;
        assert_eq!(says(&app, &challenge, "victim").await.refusal(), (403, "end_user_mismatch".into()));

        // An answer that is forwarded: it is for the browser that brought the challenge.
        let challenge = to_the_app(&mut tab, &token).await;
        let (_, other) = app.environment("prod", &["environment:*"]).await;
        let body = json!({ "challenge": challenge, "end_user_id": "u-1" });
        let elsewhere = app.call(&other, Method::POST, "/connect/verify", Some(&body)).await;
        assert_eq!(elsewhere.refusal(), (404, "unknown_challenge".into()));
        let back = return_url(&app, &challenge).await;
        let refused = (403, "This confirmation is not valid here".to_owned());
        assert_eq!(victim.open(&back).await.says(), refused);
        assert_eq!(Visitor::tab(&app).open(&back).await.says(), refused);

        // Repeated, both ways.
        assert_eq!(says(&app, &challenge, "u-1").await.refusal(), (404, "unknown_challenge".into()));
        assert_eq!(tab.open(&back).await.status, StatusCode::SEE_OTHER);
        assert_eq!(tab.open(&back).await.says(), refused);

        // Late, and replaced by a newer one.
        let old = to_the_app(&mut victim, &token).await;
        let new = to_the_app(&mut victim, &token).await;
        assert_eq!(says(&app, &old, "u-1").await.refusal(), (404, "unknown_challenge".into()));
        app.clock.advance_millis(10 * MINUTE);
        assert_eq!(says(&app, &new, "u-1").await.refusal(), (410, "challenge_expired".into()));
        let challenge = to_the_app(&mut victim, &token).await;
        let back = return_url(&app, &challenge).await;
        app.clock.advance_millis(10 * MINUTE);
        assert_eq!(victim.open(&back).await.says(), refused);
    }
}

#[actix_web::test]
async fn a_session_says_at_once_what_its_question_lacks() {
    let options = Options { allowed_origins: vec![HOST.into()], ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    let url = format!("{HOST}/verify");
    let alice = json!({ "end_user_id": "u-1", "end_user_email": "alice@acme.example" });
    for (tags, ui, path, words) in [
        (&alice, json!({ "verify": "email_code" }), "verify", "CONNECT_UI_SMTP_URL"),
        (&alice, json!({ "verify": "sms" }), "verify", "email_code"),
        (&alice, json!({ "verify": "app" }), "verify_url", "string"),
        (
            &alice,
            json!({ "verify": "app", "verify_url": "https://evil.example/" }),
            "verify_url",
            "allowed origins",
        ),
        (&alice, json!({ "verify": "app", "verify_url": "javascript:1" }), "verify_url", "http"),
        (&json!({}), json!({ "verify": "app", "verify_url": url }), "verify", "end_user.id"),
    ] {
        let answer = app.post("/connect/sessions", &json!({ "tags": tags, "connect_ui": ui })).await;
        assert_eq!(answer.refusal(), (400, "invalid_body".into()), "{ui}");
        let issue = answer.json()["error"]["errors"][0].clone();
        assert_eq!(issue["path"], json!(["connect_ui", path]), "{ui}");
        assert!(issue["message"].as_str().unwrap_or_default().contains(words), "{issue}");
    }
    let sink = Sink::start().await;
    let options = Options { mail: Some(sink.mailer()), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    let nobody = json!({ "tags": {}, "connect_ui": { "verify": "email_code" } });
    assert_eq!(app.post("/connect/sessions", &nobody).await.refusal().0, 400);
}
