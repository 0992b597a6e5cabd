//! Each setting's text → its type; every problem is collected.

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use secrecy::{ExposeSecret, SecretString};

use super::{Problem, Problems, PublicUrl, RateLimit, ServeArguments, Settings, data_dir};
use crate::{
    clock::Random,
    mail::{MailSetting, Mailer},
    origin::{AllowedOrigins, Origin, OriginPattern},
    otlp::Tracing,
    outbound::{BaseUrlPolicy, CollectorProblem, OutboundPolicy},
    secret::{ApiKey, Keyring},
    store::DatabaseUrl,
};

/// Whoever waits longer for a server to stop kills it.
const LONGEST_DRAIN_DELAY: u64 = 60;

/// Checks all settings. `random` makes the key of a first local start.
pub fn settings(arguments: &ServeArguments, random: &Random) -> Result<Settings, Problems> {
    let mut reader = Reader { problems: Vec::new() };
    let settings = reader.read(arguments, random);
    match settings {
        Some(settings) if reader.problems.is_empty() => Ok(settings),
        _ => Err(Problems(reader.problems)),
    }
}

pub(super) struct Reader {
    pub(super) problems: Vec<Problem>,
}

impl Reader {
    fn read(&mut self, given: &ServeArguments, random: &Random) -> Option<Settings> {
        let listen = self.parse("CONNECT_UI_LISTEN", given.listen.as_deref(), "127.0.0.1:3003", parse_listen);
        let public_url = self.public_url(given, listen);
        let loopback = public_url.as_ref().is_some_and(PublicUrl::is_loopback_http);
        let data_dir = PathBuf::from(given.data_dir.as_deref().unwrap_or("data"));
        let database_url = self.database_url(given, &data_dir);
        let synced_commits = self.parse(
            "CONNECT_UI_SQLITE_SYNCHRONOUS",
            given.sqlite_synchronous.as_deref(),
            "normal",
            parse_synchronous,
        );
        let encryption_keys = self.encryption_keys(given, &data_dir, loopback, random);
        let default_origins = if loopback { "http://localhost:*,http://127.0.0.1:*" } else { "" };
        let allowed_origins = self.parse(
            "CONNECT_UI_ALLOWED_ORIGINS",
            given.allowed_origins.as_deref(),
            default_origins,
            parse_origins,
        );
        let trusted_proxies = self.parse(
            "CONNECT_UI_TRUSTED_PROXIES",
            given.trusted_proxies.as_deref(),
            "127.0.0.0/8,::1/128",
            parse_networks,
        );
        let outbound =
            self.parse("CONNECT_UI_OUTBOUND_ALLOW", given.outbound_allow.as_deref(), "", parse_outbound);
        let base_url_override =
            self.parse("CONNECT_UI_BASE_URL_OVERRIDE", given.base_url_override.as_deref(), "on", |text| {
                BaseUrlPolicy::parse(text).map_err(|allowed| allowed.to_string())
            });
        let rate_limit =
            self.parse("CONNECT_UI_RATE_LIMIT", given.rate_limit.as_deref(), "200", parse_rate_limit);
        let metrics_listen = self.metrics_listen(given);
        let tracing = self.tracing(given);
        let drain_delay =
            self.parse("CONNECT_UI_DRAIN_DELAY", given.drain_delay.as_deref(), "0", parse_drain_delay);
        let api_key =
            self.secret("CONNECT_UI_API_KEY", given.api_key.as_deref(), given.api_key_file.as_deref());
        let api_key = api_key.and_then(|key| self.api_key("CONNECT_UI_API_KEY", &key));
        let environment_keys = self.environment_keys(&given.environment_keys, api_key.as_ref());
        let account_key = self.secret(
            "CONNECT_UI_ACCOUNT_KEY",
            given.account_key.as_deref(),
            given.account_key_file.as_deref(),
        );
        let account_key = account_key.and_then(|key| self.api_key("CONNECT_UI_ACCOUNT_KEY", &key));
        let admin_password = self.secret(
            "CONNECT_UI_ADMIN_PASSWORD",
            given.admin_password.as_deref(),
            given.admin_password_file.as_deref(),
        );
        self.check_password(admin_password.as_ref());
        let mail = self.mail(given);
        Some(Settings {
            listen: listen?,
            public_url: public_url?,
            database_url: if synced_commits? { database_url?.with_synced_commits() } else { database_url? },
            encryption_keys: encryption_keys?,
            providers: list(given.providers.as_deref().unwrap_or_default()).map(PathBuf::from).collect(),
            api_key,
            environment_keys,
            account_key,
            admin_password,
            allowed_origins: allowed_origins?,
            trusted_proxies: trusted_proxies?,
            outbound: outbound?,
            base_url_override: base_url_override?,
            rate_limit: rate_limit?,
            drain_delay: drain_delay?,
            metrics_listen,
            tracing,
            mail,
            log: given.log.clone().unwrap_or_else(|| "info,actix_server=warn".to_owned()),
        })
    }

    fn metrics_listen(&mut self, given: &ServeArguments) -> Option<SocketAddr> {
        let text = given.metrics_listen.as_deref().filter(|text| !text.is_empty())?;
        self.parse("CONNECT_UI_METRICS_LISTEN", Some(text), "", parse_listen)
    }

    fn tracing(&mut self, given: &ServeArguments) -> Option<Tracing> {
        const ENDPOINT: &str = "OTEL_EXPORTER_OTLP_ENDPOINT";
        let text = given.otlp_endpoint.as_deref().filter(|text| !text.is_empty())?;
        let headers = SecretString::from(given.otlp_headers.clone().unwrap_or_default());
        let service = given.service_name.clone().unwrap_or_else(|| "connect-ui".to_owned());
        let made = match text.parse() {
            Ok(url) => Tracing::new(&url, &headers, service),
            Err(_) => Err(CollectorProblem::Url),
        };
        made.map_err(|problem| match problem {
            CollectorProblem::Headers => {
                self.problem("OTEL_EXPORTER_OTLP_HEADERS", None, problem.to_string());
            }
            _ => self.problem(ENDPOINT, Some(text), problem.to_string()),
        })
        .ok()
    }

    fn problem(&mut self, setting: &'static str, value: Option<&str>, allowed: impl Into<String>) {
        self.problems.push(Problem { setting, value: value.map(str::to_owned), allowed: allowed.into() });
    }

    fn parse<T>(
        &mut self,
        setting: &'static str,
        given: Option<&str>,
        default: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let text = given.unwrap_or(default);
        parse(text).map_err(|allowed| self.problem(setting, Some(text), allowed)).ok()
    }

    /// A secret from its variable or from the file that its `…_FILE` variable names.
    fn secret(
        &mut self,
        setting: &'static str,
        given: Option<&str>,
        file: Option<&str>,
    ) -> Option<SecretString> {
        if let Some(text) = given {
            return Some(SecretString::from(text.to_owned()));
        }
        let path = file?;
        match std::fs::read_to_string(path) {
            Ok(text) => Some(SecretString::from(text.trim_end_matches(['\r', '\n']).to_owned())),
            Err(error) => {
                self.problem(
                    setting,
                    None,
                    format!("the file {path:?} of {setting}_FILE cannot be read ({error})"),
                );
                None
            }
        }
    }

    fn public_url(&mut self, given: &ServeArguments, listen: Option<SocketAddr>) -> Option<PublicUrl> {
        let default = format!("http://localhost:{}", listen.map_or(3003, |address| address.port()));
        self.parse("CONNECT_UI_PUBLIC_URL", given.public_url.as_deref(), &default, parse_public_url)
    }

    fn database_url(&mut self, given: &ServeArguments, data_dir: &std::path::Path) -> Option<DatabaseUrl> {
        let secret =
            self.secret("DATABASE_URL", given.database_url.as_deref(), given.database_url_file.as_deref());
        let text = if let Some(secret) = secret {
            secret.expose_secret().to_owned()
        } else {
            if let Err(allowed) = data_dir::prepare(data_dir) {
                self.problem("CONNECT_UI_DATA_DIR", data_dir.to_str(), allowed);
                return None;
            }
            format!("sqlite://{}", data_dir.join("connect-ui.db").display())
        };
        text.parse().map_err(|allowed| self.problem("DATABASE_URL", None, format!("allowed: {allowed}"))).ok()
    }

    fn encryption_keys(
        &mut self,
        given: &ServeArguments,
        data_dir: &std::path::Path,
        loopback: bool,
        random: &Random,
    ) -> Option<SecretString> {
        const SETTING: &str = "CONNECT_UI_ENCRYPTION_KEYS";
        let configured =
            self.secret(SETTING, given.encryption_keys.as_deref(), given.encryption_keys_file.as_deref());
        let keys = match configured {
            Some(keys) => keys,
            None if loopback => {
                match data_dir::prepare(data_dir).and_then(|()| data_dir::key(data_dir, random)) {
                    Ok(keys) => keys,
                    Err(allowed) => {
                        self.problem(SETTING, None, allowed);
                        return None;
                    }
                }
            }
            None => {
                self.problem(
                    SETTING,
                    None,
                    "required where the public URL is not http on a loopback name: id:base64(32 bytes), \
                     for example main:$(openssl rand -base64 32)",
                );
                return None;
            }
        };
        match Keyring::parse(&keys) {
            Ok(_) => Some(keys),
            Err(problem) => {
                self.problem(SETTING, None, problem.to_string());
                None
            }
        }
    }

    fn api_key(&mut self, setting: &'static str, key: &SecretString) -> Option<ApiKey> {
        ApiKey::parse(key.expose_secret())
            .map_err(|allowed| self.problem(setting, None, allowed.to_string()))
            .ok()
    }

    /// Both or none: a server without a sender sends nothing.
    fn mail(&mut self, given: &ServeArguments) -> Option<Mailer> {
        const SERVER: &str = "CONNECT_UI_SMTP_URL";
        const SENDER: &str = "CONNECT_UI_MAIL_FROM";
        let url = self.secret(SERVER, given.smtp_url.as_deref(), given.smtp_url_file.as_deref());
        match (url, given.mail_from.as_deref()) {
            (None, None) => None,
            (None, Some(_)) => {
                self.problem(SERVER, None, format!("required with {SENDER}: {}", MailSetting::Server));
                None
            }
            (Some(_), None) => {
                self.problem(SENDER, None, format!("required with {SERVER}: {}", MailSetting::Sender));
                None
            }
            (Some(url), Some(from)) => match Mailer::new(url.expose_secret(), from) {
                Ok(mailer) => Some(mailer),
                Err(problem @ MailSetting::Server) => {
                    self.problem(SERVER, None, problem.to_string());
                    None
                }
                Err(problem @ MailSetting::Sender) => {
                    self.problem(SENDER, Some(from), problem.to_string());
                    None
                }
            },
        }
    }

    fn check_password(&mut self, password: Option<&SecretString>) {
        let too_short = |password: &SecretString| password.expose_secret().chars().count() < 12;
        if password.is_some_and(too_short) {
            self.problem("CONNECT_UI_ADMIN_PASSWORD", None, "at least 12 characters");
        }
    }
}

fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|entry| !entry.is_empty())
}

fn parse_listen(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "an address and a port, for example 127.0.0.1:3003 or [::]:3003".to_owned())
}

/// Over plain http browsers drop our cookies, and everybody on the way reads what is typed.
fn parse_public_url(text: &str) -> Result<PublicUrl, String> {
    let origin = Origin::parse(text).map_err(|problem| problem.to_string())?;
    if origin.is_http() && !origin.is_loopback() {
        return Err("an https origin; http only on a loopback name such as http://localhost:3003".to_owned());
    }
    Ok(PublicUrl::new(origin))
}

fn parse_origins(text: &str) -> Result<AllowedOrigins, String> {
    let patterns: Result<Vec<_>, _> = list(text).map(OriginPattern::parse).collect();
    patterns.map(AllowedOrigins::new).map_err(|problem| format!("a comma list, each {problem}"))
}

/// Whether each commit is synced.
fn parse_synchronous(text: &str) -> Result<bool, String> {
    match text {
        "normal" => Ok(false),
        "full" => Ok(true),
        _ => Err("normal or full".to_owned()),
    }
}

fn parse_networks(text: &str) -> Result<Vec<ipnet::IpNet>, String> {
    let one = |entry: &str| {
        entry.parse().or_else(|_| entry.parse().map(|address: std::net::IpAddr| ipnet::IpNet::from(address)))
    };
    let networks: Result<Vec<_>, _> = list(text).map(one).collect();
    networks.map_err(|_| "a comma list of addresses or CIDRs, for example 10.0.0.0/8".to_owned())
}

fn parse_outbound(text: &str) -> Result<OutboundPolicy, String> {
    OutboundPolicy::parse(text).map_err(|problem| problem.to_string())
}

fn parse_drain_delay(text: &str) -> Result<Duration, String> {
    let seconds = text.trim().parse().ok().filter(|seconds| *seconds <= LONGEST_DRAIN_DELAY);
    seconds
        .map(Duration::from_secs)
        .ok_or_else(|| format!("allowed: seconds, from 0 to {LONGEST_DRAIN_DELAY}"))
}

fn parse_rate_limit(text: &str) -> Result<RateLimit, String> {
    if text == "off" {
        return Ok(RateLimit::Off);
    }
    match text.parse() {
        Ok(limit) if limit > 0 => Ok(RateLimit::PerMinute(limit)),
        _ => Err("a whole number above 0, or off".to_owned()),
    }
}
