//! Keys that the operator gives to environments by name: `NANGO_SECRET_KEY_<NAME>` (wire-protocol.md §1.1).

use secrecy::{ExposeSecret, SecretString};

use super::{Problem, read::Reader};
use crate::secret::ApiKey;

const PREFIX: &str = "NANGO_SECRET_KEY_";
const SETTING: &str = "NANGO_SECRET_KEY_<ENVIRONMENT>";

/// A variable of the process with a key in it.
#[derive(Clone, Debug)]
pub struct KeyVariable {
    /// Its whole name.
    pub name: String,
    /// Its value.
    pub value: SecretString,
}

/// A key of an environment.
#[derive(Clone, Debug)]
pub struct EnvironmentKey {
    /// The variable that gave it.
    pub variable: String,
    /// The environment's name: what stands behind the prefix, in small letters.
    pub environment: String,
    /// The key.
    pub key: ApiKey,
}

/// The variables of this process that give keys, by name.
pub(super) fn variables() -> Vec<KeyVariable> {
    let text = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
        let name = name.into_string().ok().filter(|name| name.starts_with(PREFIX))?;
        Some(KeyVariable { name, value: SecretString::from(value.into_string().ok()?) })
    };
    let mut all: Vec<_> = std::env::vars_os().filter_map(text).collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

impl Reader {
    /// Each a key of its own: the same for two environments would open only one of them.
    pub(super) fn environment_keys(
        &mut self,
        variables: &[KeyVariable],
        other: Option<&ApiKey>,
    ) -> Vec<EnvironmentKey> {
        let mut keys: Vec<EnvironmentKey> = Vec::new();
        for variable in variables {
            let environment = variable.name.trim_start_matches(PREFIX).to_ascii_lowercase();
            let named =
                environment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
            let refused = match ApiKey::parse(variable.value.expose_secret()) {
                Err(allowed) => allowed.to_string(),
                Ok(_) if environment.is_empty() || !named => {
                    "letters, digits, - and _ behind the prefix".to_owned()
                }
                Ok(key) if is_taken(&key, &keys, other) => "a key that no other environment has".to_owned(),
                Ok(key) => {
                    keys.push(EnvironmentKey { variable: variable.name.clone(), environment, key });
                    continue;
                }
            };
            self.problems.push(Problem {
                setting: SETTING,
                value: Some(variable.name.clone()),
                allowed: refused,
            });
        }
        keys
    }
}

fn is_taken(key: &ApiKey, keys: &[EnvironmentKey], other: Option<&ApiKey>) -> bool {
    keys.iter().map(|one| &one.key).chain(other).any(|one| one.fingerprint() == key.fingerprint())
}
