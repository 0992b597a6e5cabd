//! `migrate`: the schema is brought up to date, or it is said what that would change.

use super::Outcome;
use crate::{
    config::Settings,
    store::{
        backup,
        schema::{self, SchemaStatus, Step},
    },
};

/// Brings the schema up to date; on a dry run, says what is missing.
pub async fn migrate(settings: Settings, dry_run: bool) -> Outcome {
    let url = &settings.database_url;
    if dry_run {
        let status = schema::status(url).await?;
        status.must_not_be_newer()?;
        println!("{}", plan(&status, backup::sqlite_file(url).is_some()));
        return Ok(());
    }
    let migrated = schema::migrate(url).await?;
    if let Some(path) = &migrated.backup {
        println!("The database was copied to {} before its schema was changed.", path.display());
    }
    if !migrated.applied.is_empty() {
        println!("Applied: {}.", names(&migrated.applied));
    }
    println!("The database's schema is up to date.");
    Ok(())
}

fn plan(status: &SchemaStatus, is_sqlite: bool) -> String {
    if status.pending.is_empty() {
        return "The database's schema is up to date. Nothing would be changed.".to_owned();
    }
    let steps = names(&status.pending);
    match (status.is_empty(), is_sqlite) {
        (true, _) => format!("The database is empty. Would be applied: {steps}."),
        (false, true) => {
            format!("Would be applied: {steps}. The database file would be copied beside itself before.")
        }
        (false, false) => format!("Would be applied: {steps}. Back the database up with pg_dump before."),
    }
}

fn names(steps: &[Step]) -> String {
    let name = |step: &Step| format!("{:04} {}", step.number, step.name);
    steps.iter().map(name).collect::<Vec<_>>().join(", ")
}
