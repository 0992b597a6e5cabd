//! An end user's browser: it keeps the cookie, resolves addresses, says where the answer goes and follows nothing.

use reqwest::{Method, StatusCode};
use scraper::{Html, Selector};
use url::Url;

use super::app::{Answer, TestApp};

/// What a browser does with the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A tab.
    Document,
    /// A frame of a host application.
    Iframe,
}

/// A browser at an application.
pub struct Visitor<'a> {
    /// The application.
    pub app: &'a TestApp,
    /// What it does with answers.
    pub destination: Destination,
    /// `Sec-Fetch-Site` of what it posts.
    pub site: &'static str,
    /// The page that led here.
    pub referer: Option<&'static str>,
    /// Its languages.
    pub language: &'static str,
    /// The cookies it keeps, `name=value; name=value`.
    pub cookie: String,
    /// The address of its page.
    pub at: Url,
}

impl<'a> Visitor<'a> {
    /// A tab of its own.
    pub fn tab(app: &'a TestApp) -> Self {
        let at = Url::parse(&app.url).expect("an address");
        Self {
            app,
            destination: Destination::Document,
            site: "same-origin",
            referer: None,
            language: "en",
            cookie: String::new(),
            at,
        }
    }

    /// A frame in a host application.
    pub fn frame(app: &'a TestApp) -> Self {
        Self { destination: Destination::Iframe, ..Self::tab(app) }
    }

    /// Opens an address, relative to the page it is on; a redirect is not followed.
    pub async fn open(&mut self, address: &str) -> Answer {
        self.go(Method::GET, address, None).await
    }

    /// Goes where an answer leads, until it leads nowhere.
    pub async fn follow(&mut self, mut answer: Answer) -> Answer {
        while answer.status == StatusCode::SEE_OTHER {
            let location = answer.header("location").to_owned();
            answer = self.open(&location).await;
        }
        answer
    }

    /// Opens a hosted link, and what it leads to.
    pub async fn open_link(&mut self, token: &str) -> Answer {
        let answer = self.open(&format!("/?session_token={token}")).await;
        self.follow(answer).await
    }

    /// Hands a token over as the shell does, and goes where that leads.
    pub async fn hand_over(&mut self, token: &str, parent: &str) -> Answer {
        let fields = [("session_token", token), ("parent_origin", parent)];
        let answer = self.post("/ui", &fields).await;
        self.follow(answer).await
    }

    /// Sends a form to an address; a redirect is not followed.
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.go(Method::POST, address, Some(body)).await
    }

    /// Sends the form of the page it is on.
    pub async fn submit(&mut self, fields: &[(&str, &str)]) -> Answer {
        let address = self.at.to_string();
        self.post(&address, fields).await
    }

    /// Sends a body as it is.
    pub async fn send(&mut self, content_type: &str, body: String) -> Answer {
        let address = self.at.clone();
        self.request(Method::POST, &address, Some((content_type, body))).await
    }

    async fn go(&mut self, method: Method, address: &str, body: Option<String>) -> Answer {
        let address = self.at.join(address).expect("an address");
        let is_page = method == Method::GET;
        let body = body.map(|body| ("application/x-www-form-urlencoded", body));
        let answer = self.request(method, &address, body).await;
        if is_page {
            self.at = address;
        }
        answer
    }

    async fn request(&mut self, method: Method, address: &Url, body: Option<(&str, String)>) -> Answer {
        let path = &address[url::Position::BeforePath..url::Position::AfterQuery];
        let destination = match self.destination {
            Destination::Document => "document",
            Destination::Iframe => "iframe",
        };
        let mut headers = vec![
            ("sec-fetch-dest", destination),
            ("sec-fetch-mode", "navigate"),
            ("accept-language", self.language),
        ];
        if method != Method::GET {
            headers.push(("sec-fetch-site", self.site));
        }
        if !self.cookie.is_empty() {
            headers.push(("cookie", self.cookie.as_str()));
        }
        headers.extend(self.referer.map(|referer| ("referer", referer)));
        if let Some((content_type, _)) = &body {
            headers.push(("content-type", content_type));
        }
        let answer = self.app.send(method, path, &headers, body.map(|(_, body)| body)).await;
        self.keep_cookies(&answer);
        answer
    }

    /// Keeps what an answer sets, in place of what has the same name; drops what it ends.
    fn keep_cookies(&mut self, answer: &Answer) {
        for set in answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()) {
            let pair = set.split(';').next().unwrap_or_default();
            let name = format!("{}=", pair.split('=').next().unwrap_or_default());
            let mut kept: Vec<&str> = self.cookie.split("; ").collect();
            kept.retain(|kept| !kept.is_empty() && !kept.starts_with(&name));
            if !set.contains("Max-Age=0") {
                kept.push(pair);
            }
            self.cookie = kept.join("; ");
        }
    }
}

/// The visible parts of a page.
impl Answer {
    /// The text of everything that a selector finds, blanks as one.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text);
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector)
            .map(|found| found.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// The first text that a selector finds; empty where there is none.
    pub fn text_of(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_default()
    }

    /// An attribute of what a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text);
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).filter_map(|found| found.attr(name).map(str::to_owned)).collect()
    }

    /// An attribute of the first thing that a selector finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.attributes(selector, name).into_iter().next()
    }

    /// What a field holds.
    pub fn value(&self, field: &str) -> Option<String> {
        let input = self.attribute(&format!("input[name='{field}']"), "value");
        input.or_else(|| self.texts(&format!("select[name='{field}'] option[selected]")).into_iter().next())
    }

    /// The page's heading.
    pub fn heading(&self) -> String {
        self.text_of("#title")
    }

    /// The heading that says what a page is, behind a status.
    pub fn says(&self) -> (u16, String) {
        (self.status.as_u16(), self.heading())
    }

    /// A directive of the page's policy.
    pub fn policy(&self, directive: &str) -> String {
        let policy = self.header("content-security-policy");
        let found = policy.split(';').map(str::trim).find_map(|part| part.strip_prefix(directive));
        found.unwrap_or_default().trim().to_owned()
    }
}
