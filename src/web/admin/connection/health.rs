//! A connection's health in words: never by colour alone.

use crate::store::connection::overview::Health;

/// Health for the eye and for a reader.
#[derive(Clone, Copy, Debug)]
pub struct HealthWords {
    /// Its name in addresses.
    pub name: &'static str,
    /// In words.
    pub words: &'static str,
    /// The chip's tone.
    pub tone: &'static str,
    /// The chip's icon.
    pub icon: &'static str,
    /// What it means and what to do; empty where nothing is to be done.
    pub meaning: &'static str,
}

/// The words.
#[must_use]
pub const fn words(health: Health) -> HealthWords {
    let (words, tone, icon, meaning) = match health {
        Health::Healthy => ("Working", "good", "check", ""),
        Health::Waiting => (
            "Waits for your backend",
            "",
            "clock",
            "Nobody can use it before your backend has exchanged its code; it is deleted unless that happens in time.",
        ),
        Health::Reconnect => (
            "Needs reconnecting",
            "bad",
            "alert",
            "The credentials have ended and cannot be renewed. The person who connected it connects once more, by a \
             reconnect link.",
        ),
        Health::Failed => (
            "Refresh failed",
            "bad",
            "alert",
            "The service gave no new credentials. It is tried again when your backend reads the connection, on four \
             days at most.",
        ),
        Health::Reported => (
            "Reports a problem",
            "bad",
            "alert",
            "The credentials hold, and something else went wrong: it is named below.",
        ),
        Health::Expiring => (
            "Ends within a day",
            "",
            "clock",
            "The credentials end soon. They are renewed where the service allows it.",
        ),
    };
    HealthWords { name: health.as_str(), words, tone, icon, meaning }
}
