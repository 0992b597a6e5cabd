//! A new account's name and password, checked. Length is the only rule (NIST SP 800-63B).

use secrecy::{ExposeSecret, SecretString};

const MAX_NAME: usize = 64;
const MIN_PASSWORD: usize = 12;
/// Hashing takes longer with length only marginally, but nothing should be without a bound.
const MAX_PASSWORD: usize = 256;

/// What an account is made of.
#[derive(Debug)]
pub struct NewAccount {
    pub(super) name: String,
    pub(super) password: SecretString,
}

/// What is wrong with name and password, in words for whom they belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewAccountProblems {
    /// About the name.
    pub name: Option<&'static str>,
    /// About the password.
    pub password: Option<&'static str>,
}

impl NewAccount {
    /// Checks both at once.
    pub fn parse(name: &str, password: SecretString) -> Result<Self, NewAccountProblems> {
        let name = name.trim();
        let problems =
            NewAccountProblems { name: name_problem(name), password: password_problem(&password, name) };
        if problems == NewAccountProblems::default() {
            Ok(Self { name: name.to_owned(), password })
        } else {
            Err(problems)
        }
    }
}

/// A new password for an account that has a name already.
#[derive(Debug)]
pub struct NewPassword(pub(super) SecretString);

impl NewPassword {
    /// Checks it as that of a new account is checked; the error is in words for whom it belongs to.
    pub fn parse(password: SecretString, name: &str) -> Result<Self, &'static str> {
        match password_problem(&password, name) {
            Some(problem) => Err(problem),
            None => Ok(Self(password)),
        }
    }
}

fn name_problem(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        Some("Enter the name that you will sign in with")
    } else if name.chars().count() > MAX_NAME {
        Some("Enter a name of at most 64 characters")
    } else if name.chars().any(char::is_control) {
        Some("Enter a name without line breaks or other control characters")
    } else {
        None
    }
}

fn password_problem(password: &SecretString, name: &str) -> Option<&'static str> {
    let text = password.expose_secret();
    let length = text.chars().count();
    if length < MIN_PASSWORD {
        Some("Choose a password of at least 12 characters; a few words in a row work well")
    } else if length > MAX_PASSWORD {
        Some("Choose a password of at most 256 characters")
    } else if text.chars().all(|c| text.starts_with(c)) || text.to_lowercase() == name.to_lowercase() {
        Some("This password is too easy to guess; a few words in a row work well")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_length_and_the_obvious_count() {
        let problem = |password: &str| {
            NewAccount::parse("alice", SecretString::from(password)).err().and_then(|found| found.password)
        };
        assert!(problem("elevenchars").is_some());
        assert!(problem("twelve chars").is_none());
        assert!(problem("aaaaaaaaaaaaaaa").is_some());
        assert!(NewAccount::parse(" ", SecretString::from("twelve chars")).is_err());
    }
}
