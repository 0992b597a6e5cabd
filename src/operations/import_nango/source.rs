//! The other server: its public API, read page by page, as fast as it lets us.

use std::time::Duration;

use secrecy::SecretString;
use serde_json::Value;
use url::Url;

use crate::{
    clock::Clock,
    outbound::{
        HeaderMap, Limits, Method, OutboundClient, OutboundError, OutboundPolicy, OutboundRequest,
        OutboundResponse, RequestError, Resolver, StatusCode,
    },
    secret::bearer,
};

/// Lists may carry much metadata.
const LARGEST: usize = 64 * 1024 * 1024;
/// It may refresh a token before it answers.
const LONGEST: Duration = Duration::from_mins(1);
/// How often a call is tried that was refused for now.
const TRIES: u32 = 8;
/// Longer nobody waits for a server's leave.
const LONGEST_WAIT: Duration = Duration::from_mins(5);

/// A Nango server and the key of one of its environments.
pub struct Source {
    outbound: OutboundClient,
    base: Url,
    authorization: SecretString,
}

/// An answer that is none of the expected ones is told with this.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// It could not be asked.
    #[error("{address} cannot be asked: {problem}. Is --url right, and does the server run?")]
    Unreachable {
        /// What was asked.
        address: String,
        /// What went wrong.
        problem: OutboundError,
    },
    /// It refused the key, or the key may not do that.
    #[error(
        "{address} refused the key with {status}: {message}. The key needs the scopes integrations:list, \
        integrations:read_credentials, connections:list and connections:read_credentials"
    )]
    Refused {
        /// What was asked.
        address: String,
        /// The status.
        status: StatusCode,
        /// What it says.
        message: String,
    },
    /// It answered with something else.
    #[error("{address} answered with {status}: {message}. Run the import again to go on where it ended")]
    Unexpected {
        /// What was asked.
        address: String,
        /// The status.
        status: StatusCode,
        /// What it says.
        message: String,
    },
    /// The key cannot stand in a header.
    #[error("--key cannot be sent: {0}")]
    Key(#[from] RequestError),
    /// The client cannot be made.
    #[error("the outbound client cannot be built: {0}")]
    Client(OutboundError),
}

/// One thing that the server has or has not for us.
#[derive(Debug)]
pub enum Answer {
    /// It.
    Found(Value),
    /// It says why not.
    Refused(String),
}

impl Source {
    /// A server at this address.
    pub fn new(policy: &OutboundPolicy, base: &Url, key: &SecretString) -> Result<Self, SourceError> {
        let limits = Limits { total: LONGEST, body_bytes: LARGEST, ..Limits::default() };
        let outbound = OutboundClient::with_limits(policy.clone(), Resolver::System, limits);
        Ok(Self {
            outbound: outbound.map_err(SourceError::Client)?,
            base: base.clone(),
            authorization: bearer(key),
        })
    }

    /// Reads what must be there: anything but success ends the import.
    pub(super) async fn read(
        &self,
        clock: &Clock,
        path: &[&str],
        query: &[(&str, &str)],
    ) -> Result<Value, SourceError> {
        let (address, response) = self.get(clock, path, query).await?;
        match response.status {
            StatusCode::OK => response.json().map_err(|_| SourceError::Unexpected {
                address,
                status: response.status,
                message: "no JSON".to_owned(),
            }),
            status => Err(refusal(address, status, message(&response))),
        }
    }

    /// Reads one thing of many, which may be refused for reasons of its own.
    pub(super) async fn read_one(
        &self,
        clock: &Clock,
        path: &[&str],
        query: &[(&str, &str)],
    ) -> Result<Answer, SourceError> {
        let (address, response) = self.get(clock, path, query).await?;
        match response.status {
            StatusCode::OK => match response.json() {
                Ok(value) => Ok(Answer::Found(value)),
                Err(_) => Ok(Answer::Refused("its answer is no JSON".to_owned())),
            },
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                Err(refusal(address, response.status, message(&response)))
            }
            status => Ok(Answer::Refused(format!("{} ({status})", message(&response)))),
        }
    }

    /// Asks again what was refused for now, when the server says, and otherwise ever more slowly.
    async fn get(
        &self,
        clock: &Clock,
        path: &[&str],
        query: &[(&str, &str)],
    ) -> Result<(String, OutboundResponse), SourceError> {
        let url = self.url(path, query);
        let address = format!("{}{}", url.origin().ascii_serialization(), url.path());
        let mut tries = 0;
        loop {
            tries += 1;
            let request = OutboundRequest::new(Method::GET, url.clone())
                .with_secret_header("authorization", &self.authorization)?
                .with_header("accept", "application/json")?;
            let answer = self.outbound.send(request).await;
            let wait = match &answer {
                Ok(response) if is_for_now(response.status) => {
                    asked_wait(&response.headers, clock).unwrap_or_else(|| backoff(tries))
                }
                Err(problem) if is_passing(problem) => backoff(tries),
                Ok(_) | Err(_) => Duration::ZERO,
            };
            if wait.is_zero() || tries == TRIES {
                let unreachable = |problem| SourceError::Unreachable { address: address.clone(), problem };
                return answer.map_err(unreachable).map(|response| (address, response));
            }
            clock.sleep(wait).await;
        }
    }

    fn url(&self, path: &[&str], query: &[(&str, &str)]) -> Url {
        let mut url = self.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }
}

fn is_for_now(status: StatusCode) -> bool {
    matches!(status.as_u16(), 429 | 502 | 503 | 504)
}

const fn is_passing(problem: &OutboundError) -> bool {
    matches!(problem, OutboundError::TimedOut)
}

/// Seconds (RFC 9110 §10.2.3), or the protocol's own header (§0.7).
fn asked_wait(headers: &HeaderMap, clock: &Clock) -> Option<Duration> {
    let number = |name| headers.get(name)?.to_str().ok()?.trim().parse::<u64>().ok();
    let after = number("retry-after").or_else(|| {
        let now = u64::try_from(clock.now().0 / 1000).ok()?;
        Some(number("x-ratelimit-reset")?.saturating_sub(now))
    })?;
    Some(Duration::from_secs(after.max(1)).min(LONGEST_WAIT))
}

/// 1, 2, 4 … seconds.
fn backoff(tries: u32) -> Duration {
    Duration::from_secs(1 << (tries - 1).min(6))
}

fn refusal(address: String, status: StatusCode, message: String) -> SourceError {
    if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
        SourceError::Refused { address, status, message }
    } else {
        SourceError::Unexpected { address, status, message }
    }
}

/// What an error envelope says; nothing else of the body, which may hold secrets.
fn message(response: &OutboundResponse) -> String {
    let body: Value = response.json().unwrap_or_default();
    let error = &body["error"];
    let text = error["message"].as_str().or_else(|| error["code"].as_str()).unwrap_or("no reason is given");
    text.chars().take(200).collect()
}
