//! `/admin/security`: how well the doors are closed, looked at when the page is opened.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::{
    page::{Frame, Spot, draw},
    session::SignedIn,
    words,
};
use crate::{
    checks::{Finding, Verdict, keys, origins, posture},
    store::environment,
    web::{error::WebError, state::State},
};

#[derive(Template)]
#[template(path = "admin/security.html")]
struct SecurityPage {
    frame: Frame,
    at: String,
    summary: String,
    checks: Vec<Check>,
}

struct Check {
    name: &'static str,
    words: &'static str,
    tone: &'static str,
    icon: &'static str,
    says: String,
    why: &'static str,
    remedy: Option<String>,
}

/// The handler. Accounts, their passwords and second factors are judged beside them, under People.
pub async fn security(state: Data<State>, who: SignedIn) -> Result<HttpResponse, WebError> {
    let (services, now) = (&state.services, state.services.clock.now());
    let environments = environment::list(&services.db).await?;
    let mut findings = vec![keys::examine(&services.db, &services.keyring).await];
    findings.extend(state.doors.examine());
    let is_local = state.public_url.is_loopback_http();
    findings.push(origins::examine(&state.allowed_origins, is_local, &environments));
    findings.push(posture::api_keys(&services.db, &environments, now).await?);
    // What is worst stands first.
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.verdict));
    let open = findings.iter().filter(|finding| finding.verdict != Verdict::Good).count();
    let page = SecurityPage {
        frame: Frame::inside(&state, &who, Spot::Security),
        at: words::moment(now),
        summary: match open {
            0 => "Everything that can be checked from here is as it should be.".to_owned(),
            1 => "One thing is worth a look.".to_owned(),
            open => format!("{open} things are worth a look."),
        },
        checks: findings.into_iter().map(check).collect(),
    };
    draw(&state, StatusCode::OK, &page)
}

fn check(finding: Finding) -> Check {
    let (words, tone, icon) = match finding.verdict {
        Verdict::Good => ("Good", "good", "check"),
        Verdict::Warning => ("Look at it", "", "alert"),
        Verdict::Problem => ("Problem", "bad", "alert"),
    };
    let (name, why) = about(finding.check);
    Check { name, words, tone, icon, says: finding.says, why, remedy: finding.remedy }
}

/// The check's name and why it matters.
fn about(check: &'static str) -> (&'static str, &'static str) {
    match check {
        "encryption keys" => (
            "Encryption keys",
            "Credentials are stored encrypted. A key that is lost takes them with it; an old key that still opens them \
             has to be guarded as long.",
        ),
        "public address" => {
            ("Public address", "On plain http, whoever is on the way reads what people type.")
        }
        "cookies" => ("Cookies", "A cookie that travels unencrypted can be stolen, and the session with it."),
        "way to the database" => (
            "Way to the database",
            "Everything that this server stores takes this way, encrypted secrets included.",
        ),
        "metrics" => ("Metrics", "Numbers tell which services your users connect, and how often it fails."),
        "private networks" => (
            "Private networks",
            "People and services name addresses that this server then calls. Without this guard they could make it \
             call machines inside your network.",
        ),
        "allowed origins" => (
            "Allowed origins",
            "A page that embeds Connect UI sits in front of your users while they type. Only your own pages should.",
        ),
        "API keys" => ("API keys", "A key that nobody uses is one that nobody would miss if it were stolen."),
        other => (other, ""),
    }
}
