//! The command line of Connect UI.

use std::process::ExitCode;

use clap::Parser;
use connect_ui::{
    app::{Ambient, App},
    clock::Random,
    config::{self, Arguments, Command, ProvidersCommand, Settings},
    demo,
    provider::{Catalog, CatalogSource},
    store::Db,
};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Some(Command::Providers { command: ProvidersCommand::Check { files } }) = &arguments.command {
        return check_providers(files);
    }
    let random = Random::system();
    let outcome = match arguments.command {
        Some(Command::Demo { faults }) => run(demo::command(arguments.settings, faults, random)),
        Some(Command::Migrate) => with_settings(&arguments, &random, migrate),
        _ => with_settings(&arguments, &random, serve),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{}", problem.to_string().trim_end());
            ExitCode::FAILURE
        }
    }
}

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn with_settings<F: Future<Output = Outcome>>(
    arguments: &Arguments,
    random: &Random,
    command: impl FnOnce(Settings) -> F,
) -> Outcome {
    let settings = config::settings(&arguments.settings, random)?;
    config::start_logging(&settings.log);
    run(command(settings))
}

fn run(command: impl Future<Output = Outcome>) -> Outcome {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(command)
}

async fn serve(settings: Settings) -> Outcome {
    if settings.allowed_origins.is_empty() {
        tracing::warn!(
            "CONNECT_UI_ALLOWED_ORIGINS is empty: until an environment allows origins in admin, no page can embed the UI"
        );
    }
    let public_url = settings.public_url.origin().to_string();
    let app = App::build(settings, Ambient::default()).await?;
    println!("Connect UI listens on {} as {public_url}", app.address);
    if let Some(link) = &app.setup_link {
        println!("Set up the first admin account, once, within 24 hours: {link}");
    }
    app.run().await?;
    Ok(())
}

async fn migrate(settings: Settings) -> Outcome {
    Db::open(&settings.database_url).await?.close().await;
    println!("The database's schema is up to date.");
    Ok(())
}

/// One line a finding, `file:line:column` first; fails when a provider cannot be used.
fn check_providers(files: &[std::path::PathBuf]) -> ExitCode {
    let sources = match files {
        [] => vec![CatalogSource::Bundled],
        files => files.iter().cloned().map(CatalogSource::Path).collect(),
    };
    match Catalog::load(&sources) {
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
        Ok(catalog) => {
            catalog.disabled().iter().for_each(|disabled| println!("error: {disabled}"));
            catalog.findings().iter().for_each(|finding| println!("warning: {finding}"));
            println!("{} providers, {} disabled", catalog.len(), catalog.disabled().len());
            if catalog.disabled().is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
    }
}
