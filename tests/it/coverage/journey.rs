//! One definition's way: integration, session, form, service, connection, call, renewal. Judges nothing.

use connect_ui::store::environment;
use reqwest::{Method, StatusCode};
use serde_json::{Map, Value, json};
use url::Url;

use super::recorder::Recorder;
use crate::support::{
    app::{Answer, TestApp},
    visitor::Visitor,
};

/// The names under which a state goes to a service and back.
const STATE_NAMES: [&str; 3] = ["state", "payload", "customField"];

/// Everything about one definition.
pub struct Journey<'a> {
    /// The application.
    pub app: &'a TestApp,
    /// All services.
    pub recorder: &'a Recorder,
    /// What the oracle wants done.
    pub plan: &'a Value,
}

impl Journey<'_> {
    /// Goes as far as it gets; answers what was seen.
    pub async fn go(&self) -> Value {
        let mut seen = Map::new();
        seen.insert("key".into(), self.key().into());
        self.recorder.begin(&self.plan["answers"]);
        self.walk(&mut seen).await;
        seen.insert("calls".into(), self.recorder.calls().into());
        Value::Object(seen)
    }

    async fn walk(&self, seen: &mut Map<String, Value>) -> Option<()> {
        self.integrate(seen).await?;
        self.recorder.phase("connect");
        self.connect(seen).await;
        let key = self.key();
        let list = self.app.get(&format!("/connections?integrationId={key}")).await.json();
        let id = list["connections"][0]["connection_id"].as_str()?.to_owned();
        let path = format!("/connections/{id}?provider_config_key={key}&refresh_token=true");
        self.recorder.phase("read");
        seen.insert("connection".into(), self.app.get(&path).await.json());
        self.recorder.phase("proxy");
        let answer = self.use_it(&id).await;
        seen.insert("proxied".into(), told(&answer));
        if self.plan["refresh"] == true {
            self.recorder.phase("refresh");
            let answer = self.app.get(&format!("{path}&force_refresh=true")).await;
            seen.insert("refreshed".into(), told(&answer));
        }
        Some(())
    }

    fn key(&self) -> &str {
        self.plan["key"].as_str().expect("a key")
    }

    async fn integrate(&self, seen: &mut Map<String, Value>) -> Option<()> {
        let mut body = self.plan["integration"].clone();
        body["provider"] = self.key().into();
        body["unique_key"] = self.key().into();
        let answer = self.app.post("/integrations", &body).await;
        let is_made = answer.status == StatusCode::OK;
        seen.insert("integrated".into(), told(&answer));
        is_made.then_some(())
    }

    async fn connect(&self, seen: &mut Map<String, Value>) -> Option<()> {
        let key = self.key();
        let defaults = json!({ key: self.plan["defaults"] });
        let body =
            json!({ "tags": {}, "allowed_integrations": [key], "integrations_config_defaults": defaults });
        let token = self.app.session(&body).await;
        let mut tab = Visitor::tab(self.app);
        let form = tab.open_link(&token).await;
        seen.insert(
            "form".into(),
            json!({ "status": form.status.as_u16(), "title": form.heading(), "fields": fields(&form) }),
        );
        let answer = self.send(&mut tab, &form).await?;
        let away = answer.attribute("a.button", "href").and_then(|to| Url::parse(&to).ok());
        let answer = if let Some(away) = away {
            seen.insert("consent".into(), away.as_str().into());
            tab.open(&self.back(&away)).await
        } else {
            answer
        };
        let page = tab.follow(answer).await;
        seen.insert("result".into(), shown(&page));
        self.install().await;
        Some(())
    }

    /// Sends the form as the page has it: its hidden fields, and the plan's values for the others.
    async fn send(&self, tab: &mut Visitor<'_>, form: &Answer) -> Option<Answer> {
        let action = form.attribute("form.form", "action").unwrap_or_default();
        let names = form.attributes("form.form input[type=hidden]", "name");
        let mut sent: Vec<(String, String)> = Vec::new();
        for name in names {
            let value = form.value(&name).unwrap_or_default();
            sent.push((name, value));
        }
        for (name, value) in self.plan["fields"].as_object().into_iter().flatten() {
            sent.push((name.clone(), value.as_str().unwrap_or_default().to_owned()));
        }
        let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (&**name, &**value)).collect();
        Some(
            tab.post(if action.is_empty() { tab.at.as_str().to_owned() } else { action }.as_str(), &sent)
                .await,
        )
    }

    /// The address at which the service sends the person back.
    fn back(&self, away: &Url) -> String {
        let mut pairs: Vec<(String, String)> = away.query_pairs().into_owned().collect();
        let fragment = away.fragment().and_then(|fragment| fragment.split_once('?'));
        pairs.extend(url::form_urlencoded::parse(fragment.unwrap_or_default().1.as_bytes()).into_owned());
        let named =
            |name: &str| pairs.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
        let given = ["redirect_uri", "redirectUri", "oauth_callback"].iter().find_map(|name| named(name));
        let given = given.and_then(|uri| Url::parse(&uri).ok());
        let in_given = given.iter().flat_map(Url::query_pairs).find(|(name, _)| name == "state");
        let in_given = in_given.map(|(_, state)| ("state", state.into_owned()));
        let state = STATE_NAMES.iter().find_map(|name| Some((*name, named(name)?))).or(in_given);
        let (name, state) = state.unwrap_or(("state", String::new()));
        let planned = self.plan["callback"]["path"].as_str().map(str::to_owned);
        let path = planned.or_else(|| given.map(|uri| uri.path().to_owned()));
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair(name, &state);
        for (name, value) in self.plan["callback"]["query"].as_object().into_iter().flatten() {
            query.append_pair(name, value.as_str().unwrap_or_default());
        }
        format!("{}?{}", path.unwrap_or_else(|| "/oauth/callback".into()), query.finish())
    }

    /// What some services tell once the person has installed something there.
    async fn install(&self) -> Option<()> {
        let hook = self.plan["webhook"].as_object()?;
        let environments = environment::list(&self.app.state.services.db).await.ok()?;
        let path = format!("/webhook/{}/{}", environments.first()?.id, self.key());
        let headers: Vec<(&str, &str)> =
            hook["headers"].as_object()?.iter().filter_map(|(n, v)| Some((&**n, v.as_str()?))).collect();
        self.app.send(Method::POST, &path, &headers, hook["body"].as_str().map(str::to_owned)).await;
        Some(())
    }

    async fn use_it(&self, id: &str) -> Answer {
        let call = &self.plan["proxy"];
        let authorization = format!("Bearer {}", self.app.key);
        let mut headers = vec![
            ("authorization", authorization.as_str()),
            ("provider-config-key", self.key()),
            ("connection-id", id),
            ("nango-proxy-x-caller", "ours"),
        ];
        headers.extend(call["base_url_override"].as_str().map(|url| ("base-url-override", url)));
        let body = call["body"].as_str().map(str::to_owned);
        if body.is_some() {
            headers.push(("content-type", "application/json"));
        }
        let method = if body.is_some() { Method::POST } else { Method::GET };
        let path = call["path"].as_str().unwrap_or("/");
        self.app.send(method, &format!("/proxy{path}"), &headers, body).await
    }
}

fn fields(form: &Answer) -> Vec<String> {
    let selector = "form.form input:not([type=hidden]), form.form select, form.form textarea";
    form.attributes(selector, "name")
}

fn shown(page: &Answer) -> Value {
    json!({
        "status": page.status.as_u16(),
        "title": page.heading(),
        "summary": page.texts("[data-summary], .field-error, [data-problem], .problem").join(" | "),
    })
}

fn told(answer: &Answer) -> Value {
    let text: String = answer.text.chars().take(2000).collect();
    json!({ "status": answer.status.as_u16(), "text": text })
}
