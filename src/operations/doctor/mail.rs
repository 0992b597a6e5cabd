//! Whether the SMTP server takes us.

use super::Finding;
use crate::mail::Mailer;

const CHECK: &str = "e-mail";

pub(super) async fn examine(mailer: Option<&Mailer>) -> Finding {
    let Some(mailer) = mailer else {
        return Finding::good(CHECK, "no SMTP server is set: hosted links cannot ask for a code by e-mail");
    };
    match mailer.greet().await {
        Ok(()) => Finding::good(CHECK, "the SMTP server takes our name and password"),
        Err(error) => Finding::problem(
            CHECK,
            error.to_string(),
            "Are host, port, user and password of CONNECT_UI_SMTP_URL right, and may this machine reach that port?",
        ),
    }
}
