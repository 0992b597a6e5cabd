//! The pages that a person sees at the mock service. They work without scripts; the only script posts a form by itself.

use std::fmt::Write as _;

use actix_web::{HttpResponse, HttpResponseBuilder, http::header};
use url::Url;

use super::person::Person;

const PAGE: &str = include_str!("../../../static/demo/service.html");
const STYLE: &str = include_str!("../../../static/demo/service.css");

/// What a person is asked.
pub(super) struct Consent<'a> {
    /// Separated by blanks.
    pub(super) scope: &'a str,
    pub(super) chooses_account: bool,
    pub(super) returns_to: &'a str,
    pub(super) cuts_opener: bool,
}

/// Who may do what with whose account; two buttons.
pub(super) fn consent(asked: &Consent<'_>) -> HttpResponse {
    let body = format!(
        "<h1>Acme would like to use your account</h1>\n<form method=\"post\">\n{}\n{}\n\
         <p class=\"actions\"><button class=\"main\" name=\"decision\" value=\"allow\">Allow</button>\n\
         <button name=\"decision\" value=\"deny\">Deny</button></p>\n</form>\n\
         <p class=\"quiet\">Either way you return to {}.</p>",
        accounts(asked.chooses_account),
        scopes(asked.scope),
        escape(&host(asked.returns_to)),
    );
    let mut response = HttpResponse::Ok();
    if asked.cuts_opener {
        response.insert_header(("cross-origin-opener-policy", "same-origin"));
    }
    page(response, "Allow Acme?", &body)
}

/// The end of the way: nobody returns from here.
pub(super) fn problem(why: &str) -> HttpResponse {
    let body = format!(
        "<h1>This request cannot be answered</h1>\n<p role=\"alert\">{}</p>\n\
         <p class=\"quiet\">You can close this window. The application's developers can change this.</p>",
        escape(why)
    );
    page(HttpResponse::BadRequest(), "This request cannot be answered", &body)
}

/// The answer as a form (OAuth 2.0 Form Post Response Mode).
pub(super) fn form_post(to: &str, pairs: &[(&str, &str)]) -> HttpResponse {
    let mut inputs = String::new();
    for (name, value) in pairs {
        let _ =
            writeln!(inputs, "<input type=\"hidden\" name=\"{}\" value=\"{}\">", escape(name), escape(value));
    }
    let body = format!(
        "<h1>Back to {}</h1>\n<form method=\"post\" action=\"{}\">\n{inputs}\
         <p class=\"actions\"><button class=\"main\">Continue</button></p>\n</form>\n\
         <script>document.forms[0].submit()</script>",
        escape(&host(to)),
        escape(to),
    );
    page(HttpResponse::Ok(), "Going back", &body)
}

pub(super) async fn style() -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(STYLE)
}

fn page(mut response: HttpResponseBuilder, title: &str, body: &str) -> HttpResponse {
    response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        // As with real services: a consent page in a frame could be clicked by mistake (RFC 9700 §4.16).
        .insert_header((header::X_FRAME_OPTIONS, "DENY"))
        .insert_header((header::REFERRER_POLICY, "no-referrer"))
        .body(PAGE.replace("{{title}}", title).replace("{{body}}", body))
}

fn accounts(chooses: bool) -> String {
    if !chooses {
        let person = Person::default();
        return format!("<p>Signed in as <strong>{}</strong> ({})</p>", person.name(), person.email());
    }
    let mut choices = String::from("<fieldset><legend>Account</legend>\n");
    for person in Person::ALL {
        let checked = if person == Person::default() { " checked" } else { "" };
        let (id, name, email) = (person.id(), person.name(), person.email());
        let _ = writeln!(
            choices,
            "<label><input type=\"radio\" name=\"account\" value=\"{id}\"{checked}> \
             <strong>{name}</strong> ({email})</label>"
        );
    }
    choices + "</fieldset>"
}

fn scopes(scope: &str) -> String {
    let mut rows = String::new();
    for one in scope.split([' ', ',']).filter(|one| !one.is_empty()) {
        let _ = write!(rows, "<li><code>{}</code></li>", escape(one));
    }
    if rows.is_empty() {
        "<p>It asks for nothing in particular: it will see your name.</p>".to_owned()
    } else {
        format!("<p>It asks for:</p>\n<ul>{rows}</ul>")
    }
}

fn host(address: &str) -> String {
    let url = Url::parse(address).ok();
    url.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_else(|| address.to_owned())
}

fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
