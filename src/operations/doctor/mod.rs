//! `doctor`: looks at everything an installation depends on, from where it runs, and says what to do.
//!
//! It changes nothing, and may run beside the server.

mod clock;
mod database;
mod mail;
mod public_url;
mod replicas;

pub use crate::checks::{Finding, Verdict, exit_status};

use crate::{
    checks::{self, keys, origins},
    clock::Clock,
    config::{DoctorFormat, Settings},
    secret::Keyring,
    store::environment,
};

/// The command; answers the exit status.
pub async fn command(settings: Settings, format: DoctorFormat) -> u8 {
    let findings = examine(&settings, &Clock::System).await;
    match format {
        DoctorFormat::Text => print!("{}", checks::text(&findings)),
        DoctorFormat::Json => println!("{:#}", checks::json(&findings)),
    }
    exit_status(&findings)
}

/// Everything that was found.
pub async fn examine(settings: &Settings, clock: &Clock) -> Vec<Finding> {
    let mut findings = Vec::new();
    let db = database::examine(&settings.database_url, &mut findings).await;
    let mut environments = Vec::new();
    if let Some(db) = &db {
        environments = environment::list(db).await.unwrap_or_default();
        if let Some(keyring) = keyring(settings) {
            findings.push(keys::examine(db, &keyring).await);
        }
    }
    let visitor = public_url::Visitor::new(settings);
    let date = public_url::examine(&visitor, settings, db.as_ref(), &mut findings).await;
    clock::examine(clock, date, db.as_ref(), &mut findings).await;
    public_url::callbacks(&visitor, settings, &environments, &mut findings).await;
    let is_local = settings.public_url.is_loopback_http();
    findings.push(origins::examine(&settings.allowed_origins, is_local, &environments));
    findings.push(mail::examine(settings.mail.as_ref()).await);
    if let Some(db) = &db {
        findings.push(replicas::examine(&settings.database_url, db).await);
        db.close().await;
    }
    findings
}

/// The keys, which the settings have checked already.
fn keyring(settings: &Settings) -> Option<Keyring> {
    Keyring::parse(&settings.encryption_keys).ok()
}
