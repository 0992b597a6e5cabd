//! What the form shows before anything was typed.

use connect_ui::store::environment::{self, ConnectUiChange};
use serde_json::{Value, json};

use crate::support::{
    app::{NOW, Options, TestApp, spawn_app, spawn_app_with, spawn_apps},
    sqlite,
    visitor::Visitor,
};

const SERVICES: &str = "
test-cloud:
  display_name: Cloud
  auth_mode: AWS_SIGV4
  docs: https://docs.example/cloud
  proxy:
    base_url: https://cloud.example
  aws_sigv4:
    service: s3
    sts_mode: builtin
test-documented:
  display_name: Documented
  auth_mode: API_KEY
  docs: https://docs.example/api
  docs_connect: https://docs.example/connect
  proxy:
    base_url: https://api.example
  credentials:
    apiKey:
      type: string
      title: API key
      doc_section: '#api-key'
";

async fn who(app: &TestApp, session: &Value) -> String {
    let token = app.session(session).await;
    let page = Visitor::tab(app).open_link(&token).await;
    assert_eq!(page.status, 200, "{}", page.heading());
    page.text_of(".who")
}

async fn rename(app: &TestApp, app_name: &str) {
    let db = &app.state.services.db;
    let row = environment::list(db).await.unwrap().remove(0);
    let change = ConnectUiChange {
        id: row.id,
        app_name: Some(app_name.to_owned()),
        allowed_origins: row.allowed_origins,
        connect_ui_settings: row.connect_ui_settings,
        version: row.version,
        at: NOW,
    };
    db.write(move |tx| Box::pin(async move { environment::update_connect_ui(tx, &change).await }))
        .await
        .unwrap();
}

#[actix_web::test]
async fn the_form_says_to_whom_and_as_whom() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    let host = app.url.trim_start_matches("http://");
    let unnamed = who(&app, &json!({ "tags": {} })).await;
    assert_eq!(unnamed, format!("You are connecting Postbox to {host} as an unnamed user."));
    rename(&app, "Acme <b>").await;
    for (session, wanted) in [
        (json!({ "tags": { "end_user_email": "a@x.example" } }), "Acme <b> as a@x.example."),
        (json!({ "tags": { "end_user_display_name": "Alice", "end_user_id": "7" } }), "Acme <b> as Alice."),
        (json!({ "tags": { "end_user_id": "7" } }), "Acme <b> as 7."),
        (json!({ "end_user": { "id": "8", "email": "b@x.example" } }), "Acme <b> as b@x.example."),
        (
            json!({ "tags": { "end_user_email": "a@x.example" }, "connect_ui": { "app_name": "Rocket" } }),
            "Rocket as a@x.example.",
        ),
    ] {
        let text = who(&app, &session).await;
        assert_eq!(text, format!("You are connecting Postbox to {wanted}"));
    }
}

#[actix_web::test]
async fn what_the_session_presets_is_not_asked_and_wins() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "helpdesk").await;
        let token = app
            .session(&json!({ "tags": {}, "integrations_config_defaults": {
                "helpdesk": { "connection_config": { "subdomain": "globex" } },
            }}))
            .await;
        let mut tab = Visitor::tab(&app);
        let form = tab.open_link(&token).await;
        assert_eq!(form.attributes(".form input:not([type=hidden])", "name"), ["credentials.apiKey"]);
        assert!(!form.text.contains("globex"));
        let fields = [("credentials.apiKey", "demo-1"), ("params.subdomain", "acme")];
        let answer = tab.submit(&fields).await;
        assert_eq!(tab.follow(answer).await.heading(), "Helpdesk is connected");
        let list = app.get("/connections").await.json();
        let id = list["connections"][0]["connection_id"].as_str().unwrap();
        let read = app.get(&format!("/connections/{id}?provider_config_key=helpdesk")).await.json();
        assert_eq!(read["connection_config"], json!({ "subdomain": "globex" }));
    }
}

#[actix_web::test]
async fn hidden_fields_are_sent_and_optional_ones_may_stay_empty() {
    let app = spawn_app().await;
    app.integration("demo-storefront", "storefront").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut tab = Visitor::tab(&app);
    let form = tab.open_link(&token).await;
    let names = form.attributes(".form input:not([type=hidden])", "name");
    assert_eq!(names.len(), 2, "{names:?}");
    assert_eq!(form.texts(".optional"), ["optional"]);
    let fields = [("credentials.apiKey", "demo-1"), ("params.channel", "mine"), ("other", "x")];
    let answer = tab.submit(&fields).await;
    tab.follow(answer).await;
    let list = app.get("/connections").await.json();
    let id = list["connections"][0]["connection_id"].as_str().unwrap();
    let read = app.get(&format!("/connections/{id}?provider_config_key=storefront")).await.json();
    assert_eq!(read["connection_config"]["channel"], "connect-ui", "{read}");
    assert!(!read.to_string().contains("mine"), "{read}");
}

#[actix_web::test]
async fn documentation_links_are_the_definitions_or_the_sessions_own() {
    let options = Options { definitions: Some(SERVICES), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    app.integration("test-documented", "it").await;
    let own = json!({ "it": { "docs_connect": "https://help.acme.example/it" } });
    for (session, guide, at_field) in [
        (json!({ "tags": {} }), "https://docs.example/connect", "https://docs.example/connect#api-key"),
        (
            json!({ "tags": {}, "overrides": own }),
            "https://help.acme.example/it",
            "https://help.acme.example/it",
        ),
    ] {
        let form = Visitor::tab(&app).open_link(&app.session(&session).await).await;
        assert_eq!(form.attribute("a.docs", "href").as_deref(), Some(at_field));
        assert_eq!(form.attribute(".foot-links a", "href").as_deref(), Some(guide));
        assert!(form.attributes("a[target=_blank]", "rel").iter().all(|rel| rel == "noopener"));
    }
}

#[actix_web::test]
async fn who_has_connected_before_is_told() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "postbox").await;
        let alice = json!({ "end_user": { "id": "alice" } });
        let notice = "You have connected Postbox before. Connecting again adds another account.";
        let mut tab = Visitor::tab(&app);
        let form = tab.open_link(&app.session(&alice).await).await;
        assert!(!form.text_of("main").contains(notice));
        tab.submit(&[("credentials.apiKey", "demo-1")]).await;
        let form = Visitor::tab(&app).open_link(&app.session(&alice).await).await;
        assert!(form.text_of("main").contains(notice), "{}", form.text_of("main"));
        let bob = app.session(&json!({ "end_user": { "id": "bob" } })).await;
        let form = Visitor::tab(&app).open_link(&bob).await;
        assert!(!form.text_of("main").contains(notice));
    }
}

#[actix_web::test]
async fn the_external_id_stays_the_same_until_it_is_used() {
    let options = Options { definitions: Some(SERVICES), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    app.integration("test-cloud", "cloud").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut tab = Visitor::tab(&app);
    let form = tab.open_link(&token).await;
    let shown = form.value("params.external_id").expect("an id to copy");
    assert_eq!(shown.len(), 36);
    let again = tab.submit(&[("params.external_id", &shown)]).await;
    assert_eq!(again.status, 422);
    assert_eq!(again.value("params.external_id"), Some(shown.clone()));
    let forged = tab.submit(&[("params.external_id", "\"><script>")]).await;
    let fresh = forged.value("params.external_id").unwrap();
    assert!(fresh.len() == 36 && fresh != shown, "{fresh}");
    let preset = json!({ "cloud": { "connection_config": { "external_id": shown } } });
    let token = app.session(&json!({ "tags": {}, "integrations_config_defaults": preset })).await;
    let form = Visitor::tab(&app).open_link(&token).await;
    assert_eq!(form.value("params.external_id"), Some(shown));
}

#[actix_web::test]
async fn the_form_speaks_the_readers_language() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    let token = app.session(&json!({ "tags": {} })).await;
    for (asked, languages, heading, lang) in [
        ("", "de-AT,de;q=0.9,en;q=0.8", "Ihr Konto bei Postbox verbinden", "de"),
        ("", "tlh,en;q=0.8", "Connect your Postbox account", "en"),
        ("&lang=de", "en", "Ihr Konto bei Postbox verbinden", "de"),
        ("&lang=en", "de", "Connect your Postbox account", "en"),
        ("&lang=xx", "de", "Ihr Konto bei Postbox verbinden", "de"),
    ] {
        let mut tab = Visitor { language: languages, ..Visitor::tab(&app) };
        let answer = tab.open(&format!("/?session_token={token}{asked}")).await;
        let form = tab.follow(answer).await;
        assert_eq!(form.heading(), heading, "{asked} {languages}");
        assert_eq!(form.attribute("html", "lang").as_deref(), Some(lang));
        let wrong = tab.submit(&[]).await;
        let title = if lang == "de" { "Fehler: " } else { "Error: " };
        assert_eq!(wrong.text_of("title"), format!("{title}{heading}"));
    }
}
