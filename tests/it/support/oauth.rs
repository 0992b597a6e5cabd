//! The whole way to a service and back, as a browser goes it: our form, the service's consent page, our callback.
//!
//! [`connect`] goes all of it. Tests of one step use the steps.

use reqwest::{StatusCode, header::LOCATION};
use serde_json::json;
use url::Url;

use super::{
    app::{Answer, TestApp},
    visitor::Visitor,
};

/// What the person does at the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Allows the access.
    Allow,
    /// Does not.
    Deny,
}

/// Connects an integration of an OAuth mode, in a tab of its own; answers the connection's id.
pub async fn connect(app: &TestApp, key: &str) -> String {
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": [key] })).await;
    let mut tab = Visitor::tab(app);
    let form = tab.open_link(&token).await;
    let service = leave(&mut tab, &form).await;
    let back = consent(&service, Decision::Allow).await;
    let result = come_back(&mut tab, &back).await;
    assert_eq!(result.status, StatusCode::OK, "{}", result.text);
    newest(app, key).await
}

/// Presses the button of a form that leads to the service; answers the service's address. The cookie is kept.
pub async fn leave(visitor: &mut Visitor<'_>, form: &Answer) -> Url {
    let leaving = press(visitor, form).await;
    assert_eq!(leaving.status, StatusCode::OK, "{}", leaving.text);
    let address = leaving.attribute("a.button", "href").expect("the way to the service");
    Url::parse(&address).expect("an address")
}

/// Presses the button of a form that leads to the service, whatever comes of it.
pub async fn press(visitor: &mut Visitor<'_>, form: &Answer) -> Answer {
    let ticket = form.value("ticket").unwrap_or_else(|| panic!("no ticket: {}", form.text));
    let action = form.attribute("form.form", "action").unwrap_or_default();
    visitor.post(&action, &[("ticket", &ticket)]).await
}

/// Decides at the mock service's consent page; answers where it sends the browser.
pub async fn consent(service: &Url, decision: Decision) -> Url {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build();
    let decision = if decision == Decision::Allow { "allow" } else { "deny" };
    let request = client.expect("a client").post(service.clone()).form(&[("decision", decision)]);
    let answer = request.send().await.expect("the service answers");
    let location = answer.headers().get(LOCATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let Some(location) = location else { panic!("nobody returns: {}", answer.text().await.expect("a page")) };
    Url::parse(&location).expect("an address")
}

/// Comes back from the service, and goes where that leads.
pub async fn come_back(visitor: &mut Visitor<'_>, back: &Url) -> Answer {
    let answer = visitor.open(back.as_str()).await;
    visitor.follow(answer).await
}

/// The newest connection of an integration.
pub async fn newest(app: &TestApp, key: &str) -> String {
    let list = app.get(&format!("/connections?integrationId={key}")).await.json();
    list["connections"][0]["connection_id"].as_str().unwrap_or_else(|| panic!("none: {list}")).to_owned()
}
