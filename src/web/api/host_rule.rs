//! The rule of hosts at the JSON door (security.md G2): a value decides to whom credentials are sent, so it must fit.

use super::input::issue::Fault;
use crate::provider::{Problem, Provider};

/// What is wrong with a value that stands in the authority part of the provider's addresses.
#[must_use]
pub fn fault(provider: &Provider, name: &str, value: &str) -> Option<Fault> {
    provider.host_problem(name, value).map(|problem| Fault::custom(message(&problem)))
}

fn message(problem: &Problem) -> String {
    match problem {
        Problem::HostLabel { example: Some(example) } => {
            format!("Must be the part of a host name that the service gave, such as {example}")
        }
        Problem::Authority => "Must be a host name, maybe with a port and a path".to_owned(),
        Problem::Port => "Must be a port number".to_owned(),
        Problem::Uri => "Must be an http or https address without user, query and fragment".to_owned(),
        _ => "Must be a part of a host name: letters, digits, hyphens and dots".to_owned(),
    }
}
