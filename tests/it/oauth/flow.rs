//! One person's way to a service and back, by hand: start, consent's address, return.

use std::collections::BTreeMap;

use reqwest::{Method, StatusCode};
use url::Url;

use crate::support::app::{Answer, TestApp};

/// Somebody who is on the way.
pub struct Away<'a> {
    app: &'a TestApp,
    cookie: String,
    /// The service's address.
    pub url: Url,
}

/// Starts by the interstitial's button; `more` is added to the query.
pub async fn leave<'a>(app: &'a TestApp, key: &str, token: &str, more: &str) -> Away<'a> {
    let answer = try_to_leave(app, key, token, more).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let url =
        answer.attributes("a[href], meta[http-equiv]", "href").into_iter().find(|url| url.contains("://"));
    let url = Url::parse(&url.expect("a way on")).expect("an address");
    let cookie = answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
    Away { app, cookie, url }
}

/// The same where nobody can leave.
pub async fn try_to_leave(app: &TestApp, key: &str, token: &str, more: &str) -> Answer {
    let path = format!("/oauth/connect/{key}?connect_session_token={token}{more}");
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
    app.send(Method::POST, &path, &headers, Some(String::new())).await
}

impl Away<'_> {
    /// The parameters of the service's address.
    pub fn query(&self) -> BTreeMap<String, String> {
        self.url.query_pairs().into_owned().collect()
    }

    /// Comes back at an address of ours with these parameters.
    pub async fn comes_back(&self, path: &str, query: &[(&str, &str)]) -> Answer {
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let headers = [("cookie", self.cookie.as_str())];
        self.app.send(Method::GET, &format!("{path}?{query}"), &headers, None).await
    }

    /// The page that says what came of it.
    pub async fn result(&self, answer: &Answer) -> Answer {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let headers = [("cookie", self.cookie.as_str())];
        self.app.send(Method::GET, answer.header("location"), &headers, None).await
    }
}
