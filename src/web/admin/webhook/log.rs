//! The log of deliveries in words: what happened, who can do something.

use crate::{
    store::webhook_delivery::{DeliveryRow, DeliveryState},
    web::admin::words,
};

/// A line of the log.
pub struct Line {
    /// When it happened.
    pub at: String,
    /// What is told.
    pub event: String,
    /// Of which connection.
    pub connection: String,
    /// To where.
    pub url: String,
    /// How it stands.
    pub state: &'static str,
    /// The same for the eye.
    pub tone: &'static str,
    /// What is known beside that.
    pub detail: String,
    /// The address that sends it again.
    pub replay_url: String,
}

impl Line {
    /// A delivery in words.
    #[must_use]
    pub fn of(row: DeliveryRow) -> Self {
        let (state, tone) = match row.state {
            DeliveryState::Waiting if row.attempts == 0 => ("On its way", ""),
            DeliveryState::Waiting => ("Tried again", ""),
            DeliveryState::Delivered => ("Delivered", "good"),
            DeliveryState::GivenUp => ("Given up", "bad"),
        };
        Self {
            at: words::moment(row.created_at),
            event: event(&row.body),
            connection: row.connection_id.clone().unwrap_or_default(),
            detail: detail(&row),
            replay_url: format!("{}/{}/replay", super::PATH, row.id),
            url: row.url,
            state,
            tone,
        }
    }
}

fn event(body: &str) -> String {
    let told: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let success = told["success"] == true;
    match told["operation"].as_str() {
        Some("creation") if success => "Connected".to_owned(),
        Some("creation") => "Not connected".to_owned(),
        Some("override") => "Connected anew".to_owned(),
        Some("refresh") if success => "Renewed again".to_owned(),
        Some("refresh") => "Not renewed".to_owned(),
        other => other.unwrap_or_default().to_owned(),
    }
}

fn detail(row: &DeliveryRow) -> String {
    let mut said = Vec::new();
    if row.attempts > 1 {
        said.push(format!("{} attempts", row.attempts));
    }
    match (row.last_error.as_deref(), row.last_status) {
        (Some("refused"), Some(status)) => said.push(format!("your backend answered {status}")),
        (Some(code), _) => said.push(reason(code).to_owned()),
        (None, _) => {}
    }
    if row.state == DeliveryState::Waiting && row.attempts > 0 {
        said.push(format!("next {}", words::moment(row.next_attempt_at)));
    }
    said.join(" · ")
}

fn reason(code: &str) -> &str {
    match code {
        "timed_out" => "your backend did not answer in time",
        "unreachable_host" => "your backend could not be reached",
        "unresolved_host" => "there is no server with this address",
        "tls_failed" => "your backend has no certificate that can be trusted",
        "forbidden_target" => "this server may not call the address: see CONNECT_UI_OUTBOUND_ALLOW",
        "too_busy" => "too many calls were under way",
        "answer_too_large" => "your backend answered with more than 1 MB",
        "no_signing_key" => "the signing key cannot be opened: see CONNECT_UI_ENCRYPTION_KEYS",
        other => other,
    }
}
