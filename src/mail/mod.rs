//! Letters to end users, over the SMTP server of whoever runs this.
//!
//! Owns the connection to that server. Must not know what letters say, nor why they are sent. The server is the
//! operator's own and may be anywhere, so it is not asked through `outbound`.

use std::time::Duration;

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};

/// Longer nobody waits for one letter.
const LONGEST: Duration = Duration::from_secs(20);
const SERVER: &str = "smtps://user:password@smtp.example.com or smtp://…:587?tls=required; without TLS only on a loopback name";
const SENDER: &str = "an address such as Acme <connect@acme.com>";

/// A way to send letters. Cannot be printed: its address may hold a password.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// What is wrong with a setting; the text says what is allowed and holds nothing of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailSetting {
    /// The server's address.
    #[error("{SERVER}")]
    Server,
    /// The sender's address.
    #[error("{SENDER}")]
    Sender,
}

/// An e-mail address that a letter can be sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress(Address);

impl EmailAddress {
    /// Reads an address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// The address as others may see it: `a•••@acme.com`.
    #[must_use]
    pub fn masked(&self) -> String {
        let first = self.0.user().chars().next().map(String::from).unwrap_or_default();
        format!("{first}•••@{}", self.0.domain())
    }
}

/// A letter in plain text. Cannot be printed: it may hold a code.
pub struct Letter {
    /// Who gets it.
    pub to: EmailAddress,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

/// Why a letter was not sent; holds nothing of it.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// It cannot be written.
    #[error("the letter cannot be written: {0}")]
    Letter(#[from] lettre::error::Error),
    /// The server did not take it.
    #[error("the SMTP server did not take a letter: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

impl Mailer {
    /// A way to the server of an address, for letters of this sender.
    pub fn new(url: &str, from: &str) -> Result<Self, MailSetting> {
        let address = url::Url::parse(url).map_err(|_| MailSetting::Server)?;
        let host = address.host_str().unwrap_or_default();
        let is_here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let is_safe = address.scheme() == "smtps"
            || address.query_pairs().any(|(name, value)| name == "tls" && value == "required");
        if !is_here && !is_safe {
            return Err(MailSetting::Server);
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| MailSetting::Server)?;
        let from = from.parse().map_err(|_| MailSetting::Sender)?;
        Ok(Self { transport: builder.timeout(Some(LONGEST)).build(), from })
    }

    /// Connects and signs in, and sends nothing.
    pub async fn greet(&self) -> Result<(), MailError> {
        self.transport.test_connection().await?;
        Ok(())
    }

    /// Sends a letter, or says why not.
    pub async fn send(&self, letter: Letter) -> Result<(), MailError> {
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, letter.to.0))
            .subject(letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text)?;
        self.transport.send(message).await?;
        Ok(())
    }
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mailer(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_codes_go_over_tls_or_stay_on_this_machine() {
        let sender = "Acme <connect@acme.example>";
        for url in [
            "smtps://u:p@smtp.example.com",
            "smtp://smtp.example.com:587?tls=required",
            "smtp://localhost:1025",
        ] {
            assert!(Mailer::new(url, sender).is_ok(), "{url}");
        }
        for url in ["smtp://smtp.example.com", "smtp://smtp.example.com?tls=opportunistic", "https://x", ""] {
            assert_eq!(Mailer::new(url, sender).err(), Some(MailSetting::Server), "{url}");
        }
        assert_eq!(Mailer::new("smtp://localhost", "nobody").err(), Some(MailSetting::Sender));
    }

    #[test]
    fn an_address_is_shown_by_its_first_letter_and_its_domain() {
        let masked = EmailAddress::parse("alice@acme.example").map(|address| address.masked());
        assert_eq!(masked.as_deref(), Some("a•••@acme.example"));
        assert_eq!(EmailAddress::parse("alice"), None);
    }
}
