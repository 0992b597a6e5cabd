//! The letter with the code, in the visitor's language.

use std::time::Duration;

use super::page::Chrome;
use crate::{
    mail::{EmailAddress, Letter, Mailer},
    session::verify::EmailCode,
};

/// How long the page waits for the mail server; behind it the letter goes on by itself.
const WAITING: Duration = Duration::from_secs(5);

/// Says for which application, that somebody asked, and what to do.
#[must_use]
pub fn letter(chrome: &Chrome, to: EmailAddress, code: &EmailCode, host: &str) -> Letter {
    let arguments =
        [("app", (&chrome.app_name).into()), ("code", code.reveal().into()), ("host", host.into())];
    let subject = chrome.tr.text_with("mail-code-subject", &arguments);
    Letter { to, subject, text: chrome.tr.text_with("mail-code-text", &arguments) }
}

/// Sends a letter; false when it is known that it was not sent.
pub async fn send(mailer: &Mailer, letter: Letter) -> bool {
    let mailer = mailer.clone();
    let sending = tokio::spawn(async move {
        let sent = mailer.send(letter).await;
        if let Err(error) = &sent {
            tracing::error!(%error, "a code was not sent");
        }
        sent.is_ok()
    });
    match tokio::time::timeout(WAITING, sending).await {
        Ok(sent) => sent.unwrap_or(false),
        Err(_) => true,
    }
}
