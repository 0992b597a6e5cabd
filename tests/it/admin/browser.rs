//! An admin's browser: it keeps the cookie, sends fetch metadata and follows nothing.

use reqwest::{Method, StatusCode};

use crate::support::app::{Answer, Options, TestApp, spawn_app_with};
use crate::support::sqlite;

pub const PASSWORD: &str = "correct horse battery";

/// A browser at an application.
pub struct Browser {
    pub app: TestApp,
    pub cookie: String,
}

impl Browser {
    /// Signed out, before the set-up.
    pub async fn new() -> Self {
        Self { app: spawn_app_with(sqlite(), Options::default()).await, cookie: String::new() }
    }

    /// Signed in as `alice`.
    pub async fn signed_in() -> Self {
        let mut browser = Self::new().await;
        let link = browser.setup_path();
        let answer = browser.post(&link, &[("name", "alice"), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        browser
    }

    pub fn setup_path(&self) -> String {
        let link = self.app.setup_link.as_ref().unwrap();
        link[link.find("/admin").unwrap()..].to_owned()
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let cookie = self.cookie.clone();
        let answer = self.app.send(Method::GET, path, &[("cookie", &cookie)], None).await;
        self.keep(answer)
    }

    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.post_from(path, form, "same-origin").await
    }

    pub async fn post_from(&mut self, path: &str, form: &[(&str, &str)], site: &str) -> Answer {
        let cookie = self.cookie.clone();
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let headers = [
            ("cookie", cookie.as_str()),
            ("sec-fetch-site", site),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        let answer = self.app.send(Method::POST, path, &headers, Some(body)).await;
        self.keep(answer)
    }

    fn keep(&mut self, answer: Answer) -> Answer {
        if let Some(pair) = answer.header("set-cookie").split(';').next().filter(|pair| !pair.is_empty()) {
            pair.clone_into(&mut self.cookie);
        }
        answer
    }
}
