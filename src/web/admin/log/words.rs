//! Attempts and their steps in words.

use crate::{
    clock::Timestamp,
    store::connect_attempt::{AttemptRow, DeliveryLine, Outcome, StepRow},
    store::webhook_delivery::DeliveryState,
    trace::Code,
    web::{code_words, tr::Tr},
};

/// After this long without a step nobody is expected to go on: a session lives for thirty minutes.
const GIVEN_UP_MINUTES: i64 = 30;

/// What an attempt came to, for the eye.
pub struct Verdict {
    /// In words.
    pub words: &'static str,
    /// The chip's tone.
    pub tone: &'static str,
}

/// What an attempt came to.
#[must_use]
pub fn verdict(row: &AttemptRow, now: Timestamp) -> Verdict {
    let is_over = row.updated_at.plus_minutes(GIVEN_UP_MINUTES) < now;
    let (words, tone) = match row.outcome {
        Outcome::Connected => ("Connected", "good"),
        Outcome::Refused => ("Not connected", "bad"),
        Outcome::Open if is_over => ("Left", ""),
        Outcome::Open => ("Under way", ""),
    };
    Verdict { words, tone }
}

/// What went wrong, who can do something, and what.
pub struct Explained {
    /// The stable code.
    pub code: String,
    /// What it means.
    pub meaning: String,
    /// Who can do something.
    pub party: String,
    /// What they can do.
    pub remedy: String,
}

/// A code explained; one that this version does not know stands alone.
#[must_use]
pub fn explained(tr: &Tr, code: &str) -> Explained {
    let Some(known) = Code::parse(code) else {
        let nothing = String::new;
        return Explained { code: code.to_owned(), meaning: nothing(), party: nothing(), remedy: nothing() };
    };
    let (meaning, remedy) = code_words::keys(known);
    Explained {
        code: code.to_owned(),
        meaning: tr.text(meaning),
        party: tr.text(code_words::party(known.party())),
        remedy: tr.text(remedy),
    }
}

/// What happened, in words.
#[must_use]
pub fn step(row: &StepRow) -> &'static str {
    match row.kind.as_str() {
        "opened" if row.detail.as_deref() == Some("frame") => "Opened in your application",
        "opened" => "Opened on a page of its own",
        "picker_shown" => "Saw the integrations to choose from",
        "code_sent" => "Got a code by e-mail",
        "verified" => "Showed who they are",
        "not_verified" => "Typed a wrong code",
        "form_shown" => "Saw the form",
        "fields_refused" => "Sent the form, and fields were refused",
        "sent" => "Sent what the service asks for",
        "accepted" => "The service accepted it, or nothing had to be asked",
        "left" => "Left for the service",
        "came_back" => "Came back from the service",
        "token_received" => "The service gave its token",
        "lookup_failed" => "Something the service should add is missing",
        "connected" if row.detail.is_some() => "Connected; the service still has to approve",
        "connected" => "Connected",
        "refused" => "Came to nothing",
        "closed" => "Closed the page",
        "reported" => "Your page reported",
        "refresh_failed" => "The credentials were not renewed",
        _ => "Something that this version does not know",
    }
}

/// What else is known of a step.
#[must_use]
pub fn detail(row: &StepRow) -> String {
    let mut said = Vec::new();
    match (row.kind.as_str(), row.detail.as_deref()) {
        ("opened" | "connected", _) | (_, None) => {}
        ("fields_refused", Some(names)) => said.push(format!("Fields: {names}")),
        (_, Some(detail)) => said.push(detail.to_owned()),
    }
    if row.times > 1 {
        said.push(format!("{} times in a row", row.times));
    }
    said.join(" · ")
}

/// A webhook of the connection in words, and what is known beside that.
#[must_use]
pub fn delivery(line: &DeliveryLine) -> (&'static str, String) {
    let words = match line.state {
        DeliveryState::Delivered => "Your backend was told",
        DeliveryState::GivenUp => "Your backend could not be told",
        DeliveryState::Waiting => "Your backend is being told",
    };
    let mut said = Vec::new();
    if let Some(status) = line.last_status {
        said.push(format!("It answered {status}"));
    } else if let Some(error) = &line.last_error {
        said.push(error.clone());
    }
    if line.attempts > 1 {
        said.push(format!("{} attempts", line.attempts));
    }
    (words, said.join(" · "))
}

/// A moment with its seconds and thousandths, in UTC: the steps of one attempt are close together.
#[must_use]
pub fn exact(at: Timestamp) -> String {
    let when = at.date_time();
    format!("{:02}:{:02}:{:02}.{:03}", when.hour(), when.minute(), when.second(), when.millisecond())
}
