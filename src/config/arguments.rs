//! The command line: commands and, for each setting, a flag and an environment variable.

use clap::{Args, Parser, Subcommand};

/// A self-hosted page on which the end users of your product connect their accounts at other services.
#[derive(Parser)]
#[command(name = "connect-ui", version)]
pub struct Arguments {
    /// What to do; `serve` where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The settings.
    #[command(flatten)]
    pub settings: ServeArguments,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Run the server (default).
    Serve,
    /// Run the server on a throw-away database, with a mock service and a host application.
    Demo {
        /// Also offer services that fail on purpose.
        #[arg(long)]
        faults: bool,
    },
    /// Ask the server that runs with the same settings whether it is well; exits with 1 where it is not.
    Health,
    /// Bring the database's schema up to date and end. On SQLite a copy of the file is made first.
    Migrate {
        /// Only say what would be done.
        #[arg(long)]
        dry_run: bool,
    },
    /// Copy a SQLite database to a file, while the server runs; for PostgreSQL, say how its own tool does that.
    Backup {
        /// The file; it must not exist.
        path: std::path::PathBuf,
    },
    /// Encrypt anew, with the first of the encryption keys, what the others encrypted, while the server runs. Can be
    /// ended at any time and started again.
    Rekey,
    /// Look at everything an installation depends on, and say what to do. Exits with 0 when all is good, 1 for
    /// warnings, 2 for problems.
    Doctor {
        /// How the findings are written.
        #[arg(long, value_enum, default_value_t)]
        format: DoctorFormat,
    },
    /// Take over what another installation holds.
    Import {
        /// From where.
        #[command(subcommand)]
        source: ImportSource,
    },
    /// Work with theme files.
    Theme {
        /// What to do with them.
        #[command(subcommand)]
        command: ThemeCommand,
    },
    /// Work with provider definitions.
    Providers {
        /// What to do with them.
        #[command(subcommand)]
        command: ProvidersCommand,
    },
}

/// Where an import comes from.
#[derive(Subcommand)]
pub enum ImportSource {
    /// A Nango server, through its public API: integrations with their credentials, connections with their tokens. What
    /// is here already is left as it is, so it can be ended at any time and started again.
    Nango(NangoArguments),
}

/// A Nango server, and what is taken from it.
#[derive(Args)]
pub struct NangoArguments {
    /// Its address, for example `https://nango.example.com`
    #[arg(long)]
    pub url: url::Url,
    /// The secret key of the environment that is taken over
    #[arg(long, env = "NANGO_SECRET_KEY", hide_env_values = true)]
    pub key: secrecy::SecretString,
    /// The environment here that gets it all
    #[arg(long, default_value = "dev")]
    pub environment: String,
    /// Only say what would come
    #[arg(long)]
    pub dry_run: bool,
}

/// What can be done with theme files.
#[derive(Subcommand)]
pub enum ThemeCommand {
    /// Say what is wrong with a theme file and which of its colours do not read. Exits with 0 where all is well, 1
    /// where pairs do not read, 2 for errors.
    Check {
        /// The file.
        file: std::path::PathBuf,
        /// How it is said.
        #[arg(long, value_enum, default_value_t)]
        format: ThemeFormat,
    },
}

/// How `theme check` writes.
#[derive(Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ThemeFormat {
    /// One line each.
    #[default]
    Text,
    /// One JSON object.
    Json,
}

/// What can be done with provider definitions.
#[derive(Subcommand)]
pub enum ProvidersCommand {
    /// Say what is wrong with provider files, a remark a line. Exits with 0 for notes at most, 1 for warnings, 2 for
    /// errors.
    Check {
        /// Files or folders; ours where none is named.
        files: Vec<std::path::PathBuf>,
        /// How the remarks are written.
        #[arg(long, value_enum, default_value_t)]
        format: CheckFormat,
        /// The least severity that is reported and counts for the exit status: note, warning or error.
        #[arg(long, default_value = "note", value_parser = ["note", "warning", "error"])]
        severity: String,
    },
    /// Draw the form of a provider as the end user meets it.
    Show {
        /// The provider's key.
        key: String,
        /// Files or folders with further definitions, beside ours.
        files: Vec<std::path::PathBuf>,
    },
    /// List the keys, modes and names of all providers.
    List {
        /// Files or folders with further definitions, beside ours.
        files: Vec<std::path::PathBuf>,
    },
}

/// How `doctor` writes its findings.
#[derive(Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum DoctorFormat {
    /// A line each, the remedy below.
    #[default]
    Text,
    /// One JSON object.
    Json,
}

/// How `providers check` writes its remarks.
#[derive(Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum CheckFormat {
    /// One line each.
    #[default]
    Text,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
}

macro_rules! settings {
    ($($(#[$doc:meta])* $field:ident: $variable:literal;)+) => {
        /// Settings as they were given; checked in [`super::settings`].
        #[derive(Args, Default)]
        pub struct ServeArguments {
            $(
                $(#[$doc])*
                #[arg(long, env = $variable, global = true, hide_env_values = true)]
                pub $field: Option<String>,
            )+
            /// Keys of environments by name.
            #[arg(skip = super::environment_keys::variables())]
            pub environment_keys: Vec<super::environment_keys::KeyVariable>,
        }
    };
}

settings! {
    /// Address to listen on
    listen: "CONNECT_UI_LISTEN";
    /// The one origin under which browsers and backends reach the server, without a path; https but on a loopback name
    public_url: "CONNECT_UI_PUBLIC_URL";
    /// Folder of the database and the key when they are local
    data_dir: "CONNECT_UI_DATA_DIR";
    /// sqlite://… or postgres://…
    database_url: "DATABASE_URL";
    /// File that holds the database's address
    database_url_file: "DATABASE_URL_FILE";
    /// When SQLite syncs to the disk: normal (at checkpoints) or full (at each commit)
    sqlite_synchronous: "CONNECT_UI_SQLITE_SYNCHRONOUS";
    /// Encryption keys: id:base64(32 bytes), commas between; the first encrypts
    encryption_keys: "CONNECT_UI_ENCRYPTION_KEYS";
    /// File that holds the encryption keys
    encryption_keys_file: "CONNECT_UI_ENCRYPTION_KEYS_FILE";
    /// Further provider files or folders, commas between
    providers: "CONNECT_UI_PROVIDERS";
    /// UUID accepted as an API key of the environment dev
    api_key: "CONNECT_UI_API_KEY";
    /// File that holds the API key
    api_key_file: "CONNECT_UI_API_KEY_FILE";
    /// UUID that may make and delete environments and their keys
    account_key: "CONNECT_UI_ACCOUNT_KEY";
    /// File that holds the account key
    account_key_file: "CONNECT_UI_ACCOUNT_KEY_FILE";
    /// Password of the first admin account
    admin_password: "CONNECT_UI_ADMIN_PASSWORD";
    /// File that holds the first admin's password
    admin_password_file: "CONNECT_UI_ADMIN_PASSWORD_FILE";
    /// Origins that may frame the UI, commas between
    allowed_origins: "CONNECT_UI_ALLOWED_ORIGINS";
    /// Proxies (CIDR) whose X-Forwarded-For is believed, commas between
    trusted_proxies: "CONNECT_UI_TRUSTED_PROXIES";
    /// Private hosts and CIDRs that outbound calls may reach, commas between
    outbound_allow: "CONNECT_UI_OUTBOUND_ALLOW";
    /// Base URLs that proxied calls may name: on, off, or !host,!host for all but these
    base_url_override: "CONNECT_UI_BASE_URL_OVERRIDE";
    /// Requests a minute for each session and address, or off
    rate_limit: "CONNECT_UI_RATE_LIMIT";
    /// Seconds for which a stopping server still serves while /ready says 503, for load balancers that look seldom
    drain_delay: "CONNECT_UI_DRAIN_DELAY";
    /// SMTP server for codes by e-mail, with TLS: smtps://…, or smtp://… that ends with tls=required
    smtp_url: "CONNECT_UI_SMTP_URL";
    /// File that holds the SMTP server's address
    smtp_url_file: "CONNECT_UI_SMTP_URL_FILE";
    /// Sender of e-mails, for example Acme <connect@acme.com>
    mail_from: "CONNECT_UI_MAIL_FROM";
    /// Address on which Prometheus may ask for /metrics, for example 127.0.0.1:9464; nobody may where it is not set
    metrics_listen: "CONNECT_UI_METRICS_LISTEN";
    /// OpenTelemetry collector that takes spans by OTLP over HTTP in JSON: its http or https address
    otlp_endpoint: "OTEL_EXPORTER_OTLP_ENDPOINT";
    /// Headers for the collector: name=value, commas between
    otlp_headers: "OTEL_EXPORTER_OTLP_HEADERS";
    /// Our name at the collector
    service_name: "OTEL_SERVICE_NAME";
    /// Log filter
    log: "CONNECT_UI_LOG";
}
