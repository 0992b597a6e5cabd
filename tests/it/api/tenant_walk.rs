//! Every call of the OpenAPI document with the ids of another environment: as if they did not exist.
//!
//! A call whose parameters are not known here fails the walk: no new call is forgotten.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::app::{Answer, TestApp, spawn_apps};
use connect_ui::webhook::{self, Breakers};

/// Calls that belong to no environment, and why.
const OPEN: &[(&str, &str)] = &[
    ("/oauth/callback", "known by a state that only one browser has"),
    ("/oauth/callback/{integration}", "the same"),
    ("/app-auth/connect", "the same"),
    ("/oauth/client-metadata/{environment}/{key}", "a service reads it, without a key"),
    ("/webhook/{environment}/{key}", "a service sends to it, without a key"),
    ("/environments", "the account key's, which has every environment"),
    ("/environments/{id}", "the same"),
    ("/environment/api-keys", "the same"),
    ("/connect/exchange", "oauth/exchange.rs tries another environment's code"),
    ("/connect/verify", "pages/verify.rs tries another environment's challenge"),
];

/// What an environment has: its ids by the names that parameters have.
#[derive(Debug)]
struct Ids {
    integration: String,
    connection: String,
    end_user: String,
    delivery: String,
    environment: String,
    theme: String,
    organization: String,
    link: String,
}

impl Ids {
    /// The id that a parameter or a key of a body asks for; `None` for what names nothing.
    fn of(&self, name: &str) -> Option<&str> {
        match name {
            "uniqueKey"
            | "providerConfigKey"
            | "provider_config_key"
            | "integration_id"
            | "integrationId"
            | "Provider-Config-Key" => Some(&self.integration),
            "connectionId" | "connection_id" | "Connection-Id" => Some(&self.connection),
            "endUserId" | "end_user_id" | "tags" => Some(&self.end_user),
            "endUserOrganizationId" => Some(&self.organization),
            "id" => Some(&self.delivery),
            "env" => Some(&self.environment),
            "theme" => Some(&self.theme),
            "linkId" => Some(&self.link),
            _ => None,
        }
    }

    fn all(&self) -> [&String; 8] {
        let Self { integration, connection, end_user, delivery, environment, theme, organization, link } =
            self;
        [integration, connection, end_user, delivery, environment, theme, organization, link]
    }

    /// The text without any of them, and without what every answer has of its own: what is left must not depend on whose
    /// they are.
    fn struck_from(&self, text: &str) -> String {
        let own = regex::Regex::new("Reference: [0-9a-f]+").unwrap();
        let long = self.all().into_iter().filter(|id| id.len() > 3);
        long.fold(own.replace_all(text, "…").into_owned(), |text, id| text.replace(id.as_str(), "…"))
    }
}

/// Parameters that name nothing of anybody.
fn is_nobodys(name: &str) -> bool {
    matches!(
        name,
        "provider"
            | "include"
            | "search"
            | "limit"
            | "page"
            | "cursor"
            | "state"
            | "params"
            | "refresh_token"
            | "force_refresh"
            | "refresh_github_app_jwt_token"
            | "ws_client_id"
            | "endpoint"
            | "Retries"
            | "Retry-On"
            | "Base-Url-Override"
            | "Decompress"
            | "Forward-Headers-On-Redirect"
            | "name"
            | "variant"
            | "connect_session_token"
    )
}

/// An environment in which there is something of everything.
async fn furnished(app: &TestApp) -> Ids {
    app.integration("demo-postbox", "it-of-b").await;
    let hook = json!({ "primary_url": "http://127.0.0.1:9/hook" });
    let set = app.call(&app.key, Method::PATCH, "/api/v1/environments/webhook?env=dev", Some(&hook)).await;
    assert_eq!(set.status, 200, "{}", set.text);
    let query = "env=dev&theme=theme-of-b";
    let blank = app.get(&format!("/api/v1/theme?{query}")).await.json();
    let draft = json!({ "theme": { "radius": 4 }, "version": blank["data"]["version"] });
    let drafted =
        app.call(&app.key, Method::PUT, &format!("/api/v1/theme/draft?{query}"), Some(&draft)).await;
    assert_eq!(drafted.status, 200, "{}", drafted.text);
    let person = json!({ "end_user": { "id": "person-of-b" }, "organization": { "id": "company-of-b" } });
    let token = app.session(&person).await;
    let path = format!("/api-auth/api-key/it-of-b?connect_session_token={token}");
    let made = app.submit(&path, &json!({ "apiKey": "demo-1" })).await;
    assert_eq!(made.status, 200, "{}", made.text);
    webhook::work(&app.state.services, &Breakers::default()).await.unwrap();
    let deliveries = app.get("/webhook-deliveries").await.json();
    let text = |value: &Value| value.as_str().expect("an id").to_owned();
    let link = app.post("/connect-links", &json!({ "end_user": { "id": "person-of-b" } })).await.json();
    Ids {
        integration: "it-of-b".to_owned(),
        connection: text(&made.json()["connectionId"]),
        end_user: "person-of-b".to_owned(),
        delivery: text(&deliveries["data"][0]["id"]),
        environment: "dev".to_owned(),
        theme: "theme-of-b".to_owned(),
        organization: "company-of-b".to_owned(),
        link: text(&link["data"]["id"]),
    }
}

/// Ids of the same form that exist nowhere.
fn nowhere(like: &Ids) -> Ids {
    let other = |id: &str| id.chars().map(|digit| if digit == '1' { '2' } else { digit }).rev().collect();
    Ids {
        integration: "it-of-x".to_owned(),
        connection: "00000000-0000-4000-8000-000000000000".to_owned(),
        end_user: "person-of-x".to_owned(),
        delivery: if like.delivery.contains('-') {
            "00000000-0000-4000-8000-000000000001".to_owned()
        } else {
            other(&like.delivery)
        },
        environment: "nul".to_owned(),
        theme: "theme-of-x".to_owned(),
        organization: "company-of-x".to_owned(),
        link: "00000000-0000-4000-8000-000000000002".to_owned(),
    }
}

/// A request.
#[derive(PartialEq, Eq)]
struct Sent {
    method: Method,
    address: String,
    headers: Vec<(String, String)>,
    body: Option<String>,
}

impl Sent {
    async fn answer(&self, app: &TestApp) -> Answer {
        let headers: Vec<_> =
            self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let address = self.address.trim_end_matches('?');
        app.send(self.method.clone(), address, &headers, self.body.clone()).await
    }
}

/// One described call.
struct Call<'d> {
    method: Method,
    path: &'d str,
    operation: &'d Value,
}

fn calls(document: &Value) -> Vec<Call<'_>> {
    let paths = document["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, operations)| {
            operations.as_object().expect("operations").iter().filter_map(move |(name, operation)| {
                let method = Method::from_bytes(name.to_ascii_uppercase().as_bytes()).ok()?;
                operation.get("responses")?;
                Some(Call { method, path, operation })
            })
        })
        .filter(|call| !OPEN.iter().any(|(path, _)| *path == call.path))
        .collect()
}

impl Call<'_> {
    /// The call with these ids, by the other environment's backend or, where that is asked, with its session.
    fn with(&self, key: &str, session: &str, ids: &Ids) -> Sent {
        let mut path = self.path.to_owned();
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let mut headers = vec![("authorization".to_owned(), format!("Bearer {}", self.bearer(key, session)))];
        for parameter in self.operation["parameters"].as_array().into_iter().flatten() {
            let (name, place) = (parameter["name"].as_str().unwrap(), parameter["in"].as_str().unwrap());
            let id = ids.of(name);
            assert!(id.is_some() || is_nobodys(name), "{} {}: whose is {name}?", self.method, self.path);
            match (place, name, id) {
                ("path", ..) => path = path.replace(&format!("{{{name}}}"), id.unwrap_or("demo-postbox")),
                ("query", "connect_session_token", _) => drop(query.append_pair(name, session)),
                ("query", "tags", Some(id)) => drop(query.append_pair("tags[end_user_id]", id)),
                ("query", _, Some(id)) => drop(query.append_pair(name, id)),
                ("header", _, Some(id)) => headers.push((name.to_ascii_lowercase(), id.to_owned())),
                _ => {}
            }
        }
        let body = self.body(ids).map(|body| body.to_string());
        if body.is_some() {
            headers.push(("content-type".to_owned(), "application/json".to_owned()));
        }
        Sent { method: self.method.clone(), address: format!("{path}?{}", query.finish()), headers, body }
    }

    fn bearer<'k>(&self, key: &'k str, session: &'k str) -> &'k str {
        let security = self.operation["security"].as_array();
        let by_session = security.is_some_and(|all| all.len() == 1 && all[0].get("sessionToken").is_some());
        if by_session { session } else { key }
    }

    /// The document's own example, with the ids in it.
    fn body(&self, ids: &Ids) -> Option<Value> {
        let content = self.operation["requestBody"]["content"].as_object()?;
        let examples = content.values().find_map(|kind| kind["examples"].as_object())?;
        let mut body = examples.values().next()?["value"].clone();
        place(&mut body, ids);
        if self.path == "/connect/sessions" {
            body["allowed_integrations"] = json!([ids.integration]);
            body["connect_ui"] = json!({ "theme": ids.theme });
        }
        if self.path == "/connect-links" {
            body["allowed_integrations"] = json!([ids.integration]);
        }
        Some(body)
    }
}

fn place(body: &mut Value, ids: &Ids) {
    let Some(object) = body.as_object_mut() else { return };
    for (key, value) in object {
        match ids.of(key) {
            Some(id) if value.is_string() => *value = json!(id),
            _ => place(value, ids),
        }
    }
}

/// Everything that the owner sees.
async fn seen_by_owner(app: &TestApp, ids: &Ids) -> Vec<Value> {
    let connection = format!("/connections/{}?provider_config_key={}", ids.connection, ids.integration);
    let paths = [
        connection.as_str(),
        "/connections",
        "/integrations/it-of-b?include=credentials",
        "/integrations",
        "/webhook-deliveries",
        "/environment-variables",
        "/api/v1/connect-ui-settings?env=dev",
        "/api/v1/environments/webhook?env=dev",
        "/api/v1/theme?env=dev&theme=theme-of-b",
        "/connect-links",
    ];
    let mut seen = Vec::new();
    for path in paths {
        let answer = app.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        let mut json = answer.json();
        // When its owner last read it is noted behind the answer.
        json.as_object_mut().and_then(|object| object.remove("last_fetched_at"));
        seen.push(json);
    }
    seen
}

#[actix_web::test]
async fn every_call_with_another_environment_s_ids_answers_as_if_they_did_not_exist() {
    for app in spawn_apps().await {
        let theirs = furnished(&app).await;
        let none = nowhere(&theirs);
        let (_, key) = app.environment("prod", &["environment:*"]).await;
        let before = seen_by_owner(&app, &theirs).await;
        let document = app.get("/openapi.json").await.json();
        let calls = calls(&document);
        assert!(calls.len() > 50, "only {} calls are described", calls.len());
        for call in calls {
            let name = format!("{} {}", call.method, call.path);
            let own = app.call(&key, Method::POST, "/connect/sessions", Some(&json!({ "tags": {} }))).await;
            let session = own.json()["data"]["token"].as_str().unwrap().to_owned();
            let with = |ids| call.with(&key, &session, ids);
            let there = with(&none).answer(&app).await;
            let found = theirs.all().into_iter().find(|id| id.len() > 3 && there.text.contains(id.as_str()));
            assert_eq!(found, None, "{name}: {}", there.text);
            if with(&none) != with(&theirs) {
                let here = with(&theirs).answer(&app).await;
                let shown = |answer: &Answer, ids: &Ids| (answer.status, ids.struck_from(&answer.text));
                assert_eq!(shown(&here, &theirs), shown(&there, &none), "{name}");
            }
        }
        assert_eq!(seen_by_owner(&app, &theirs).await, before);
    }
}
