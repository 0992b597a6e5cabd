//! The command line of Connect UI.

use std::{
    cell::Cell,
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;
use connect_ui::{
    app::{self, Ambient, App},
    clock::Random,
    config::{
        self, Arguments, CheckFormat, Command, DoctorFormat, ImportSource, ProvidersCommand, Settings,
        ThemeCommand, ThemeFormat,
    },
    demo,
    operations::{self, Outcome},
    provider::{self, Catalog, CatalogSource, lint},
    theme,
};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Some(Command::Providers { command }) = &arguments.command {
        return providers(command);
    }
    if let Some(Command::Theme { command: ThemeCommand::Check { file, format } }) = &arguments.command {
        return check_theme(file, *format);
    }
    if let Some(Command::Health) = &arguments.command {
        return match app::health(arguments.settings.listen.as_deref()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => {
                eprintln!("{problem}");
                ExitCode::FAILURE
            }
        };
    }
    let random = Random::system();
    let outcome = match arguments.command {
        Some(Command::Demo { faults }) => run(demo::command(arguments.settings, faults, random)),
        Some(Command::Migrate { dry_run }) => {
            with_settings(&arguments, &random, |settings| operations::migrate(settings, dry_run))
        }
        Some(Command::Doctor { format }) => return doctor(&arguments, &random, format),
        Some(Command::Backup { ref path }) => {
            with_settings(&arguments, &random, |settings| operations::backup(settings, path.clone()))
        }
        Some(Command::Import { source: ImportSource::Nango(ref source) }) => {
            with_settings(&arguments, &random, |settings| operations::import_nango(settings, source))
        }
        Some(Command::Rekey) => {
            with_settings(&arguments, &random, |settings| operations::rekey(settings, random.clone()))
        }
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

/// The only one of these whose exit status says more than yes or no.
fn doctor(arguments: &Arguments, random: &Random, format: DoctorFormat) -> ExitCode {
    let status = Cell::new(2);
    let examined = with_settings(arguments, random, |settings| async {
        status.set(operations::doctor(settings, format).await);
        Ok(())
    });
    if let Err(problem) = examined {
        eprintln!("{}", problem.to_string().trim_end());
    }
    ExitCode::from(status.get())
}

fn with_settings<F: Future<Output = Outcome>>(
    arguments: &Arguments,
    random: &Random,
    command: impl FnOnce(Settings) -> F,
) -> Outcome {
    let settings = config::settings(&arguments.settings, random)?;
    config::start_logging(&settings, random);
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

/// What is said of provider files; nothing here needs settings or a database.
fn providers(command: &ProvidersCommand) -> ExitCode {
    match command {
        ProvidersCommand::Check { files, format, severity } => check(files, *format, severity),
        ProvidersCommand::Show { key, files } => with_catalogue(files, |catalog| {
            let provider = catalog.get(key).ok_or_else(|| unknown(catalog, key))?;
            Ok(provider::show(provider))
        }),
        ProvidersCommand::List { files } => with_catalogue(files, |catalog| Ok(provider::list(catalog))),
    }
}

fn check(files: &[PathBuf], format: CheckFormat, severity: &str) -> ExitCode {
    let sources = match files {
        [] => vec![CatalogSource::Bundled],
        files => paths(files),
    };
    let report = lint::check(&sources).at_least(severity.parse().unwrap_or(lint::Severity::Note));
    let text = match format {
        CheckFormat::Text => lint::text(&report),
        CheckFormat::Json => format!("{:#}\n", lint::json(&report)),
        CheckFormat::Sarif => format!("{:#}\n", lint::sarif(&report)),
    };
    written(&text, ExitCode::from(report.exit_status()))
}

fn check_theme(file: &Path, format: ThemeFormat) -> ExitCode {
    let name = file.display().to_string();
    let report = match std::fs::read_to_string(file) {
        Ok(text) => theme::check::check(&text),
        Err(error) => {
            eprintln!("{name}: {error}");
            return ExitCode::from(2);
        }
    };
    let text = match format {
        ThemeFormat::Text => report.text(&name),
        ThemeFormat::Json => format!("{:#}\n", report.json(&name)),
    };
    written(&text, ExitCode::from(report.exit_status()))
}

fn with_catalogue(files: &[PathBuf], text: impl FnOnce(&Catalog) -> Result<String, String>) -> ExitCode {
    let sources: Vec<_> = std::iter::once(CatalogSource::Bundled).chain(paths(files)).collect();
    let catalog = Catalog::load(&sources).map_err(|problem| problem.to_string());
    match catalog.and_then(|catalog| text(&catalog)) {
        Ok(text) => written(&text, ExitCode::SUCCESS),
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn paths(files: &[PathBuf]) -> Vec<CatalogSource> {
    files.iter().cloned().map(CatalogSource::Path).collect()
}

fn unknown(catalog: &Catalog, key: &str) -> String {
    let alike: Vec<&str> =
        catalog.search(key).into_iter().take(5).map(|provider| provider.key.as_str()).collect();
    match alike.as_slice() {
        [] => format!("no provider has the key {key}; `connect-ui providers list` names all"),
        alike => format!("no provider has the key {key}; perhaps {}", alike.join(", ")),
    }
}

/// A reader that has seen enough, such as `head`, is no failure.
fn written(text: &str, status: ExitCode) -> ExitCode {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => status,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => status,
        Err(_) => ExitCode::FAILURE,
    }
}
