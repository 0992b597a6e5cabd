//! Which fields hold secrets or keys although their definition does not say so.
//!
//! By words, not by a list of providers: definitions change daily, and a secret in clear text is worse than a masked
//! identifier.

use super::schema::FieldSchema;

/// Names that end so are identifiers, whatever their titles say.
const IDENTIFIERS: &[&str] = &[
    "id",
    "ids",
    "identifier",
    "domain",
    "subdomain",
    "url",
    "uri",
    "host",
    "hostname",
    "endpoint",
    "thumbprint",
    "fingerprint",
    "type",
    "algorithm",
    "scope",
    "scopes",
    "region",
    "expiry",
];
/// Titles that end so name something that is not secret itself.
const NOT_THE_SECRET: &[&str] = &["name", "username", "email", "header"];
/// Words that mean a secret.
const SECRETS: &[&str] =
    &["secret", "secrets", "password", "passwd", "passphrase", "passcode", "token", "tokens", "jwt"];
/// Words that make a following "key" a secret one (a "project key" or a "consumer key" is none).
const KEYS: &[&str] = &[
    "api",
    "app",
    "application",
    "access",
    "private",
    "secret",
    "signing",
    "encryption",
    "auth",
    "service",
    "developer",
    "dev",
    "subscription",
    "admin",
    "master",
    "shared",
    "account",
    "license",
];

/// Whether name or title say that the value is a secret.
pub(super) fn sounds_secret(name: &str, title: Option<&str>) -> bool {
    let name = words(name);
    if ends_in(&name, IDENTIFIERS) {
        return false;
    }
    let title = words(without_parentheses(title.unwrap_or_default()));
    let title_counts = !ends_in(&title, IDENTIFIERS) && !ends_in(&title, NOT_THE_SECRET);
    says_secret(&name) || (title_counts && says_secret(&title))
}

/// Whether a title speaks of a password that people choose and managers keep.
pub(super) fn says_password(title: &str) -> bool {
    words(title).iter().any(|word| word == "password")
}

/// Whether the value has several lines: a key or a certificate.
pub(super) fn is_multi_line(schema: &FieldSchema) -> bool {
    let shown = schema.title.as_deref().unwrap_or(schema.name.as_str());
    let words = words(without_parentheses(shown));
    let is_certificate = ends_in(&words, &["certificate", "pem"]);
    shows_pem(schema) || is_certificate || words.ends_with(&["private".to_owned(), "key".to_owned()])
}

/// Whether the value is a private key.
pub(super) fn is_private_key(schema: &FieldSchema) -> bool {
    let begins = |text: &str| text.contains("PRIVATE KEY-----");
    schema.example.as_deref().is_some_and(begins)
        || schema.pattern.as_ref().is_some_and(|pattern| begins(pattern.as_str()))
}

fn shows_pem(schema: &FieldSchema) -> bool {
    let begins = |text: &str| text.contains("-----BEGIN");
    schema.example.as_deref().is_some_and(begins)
        || schema.pattern.as_ref().is_some_and(|pattern| begins(pattern.as_str()))
}

fn says_secret(words: &[String]) -> bool {
    let has_secret = words.iter().any(|word| SECRETS.contains(&word.as_str()));
    let is_key =
        words.windows(2).last().is_some_and(|pair| pair[1] == "key" && KEYS.contains(&pair[0].as_str()));
    has_secret || is_key || words == ["key"]
}

fn ends_in(words: &[String], endings: &[&str]) -> bool {
    words.last().is_some_and(|last| endings.contains(&last.as_str()))
}

fn without_parentheses(text: &str) -> &str {
    text.split('(').next().unwrap_or(text)
}

/// `API_PASSWORD`, `apiPassword` and `API password` are the same words.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut previous = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next_is_small = characters.peek().is_some_and(|next| next.is_lowercase());
        let begins = !previous.is_alphanumeric()
            || (character.is_uppercase()
                && (previous.is_lowercase() || (previous.is_uppercase() && next_is_small)));
        if character.is_alphanumeric() {
            match words.last_mut().filter(|_| !begins) {
                Some(word) => word.extend(character.to_lowercase()),
                None => words.push(character.to_lowercase().collect()),
            }
        }
        previous = character;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_in_every_spelling() {
        assert_eq!(words("API_PASSWORD"), ["api", "password"]);
        assert_eq!(words("apiPassword"), ["api", "password"]);
        assert_eq!(words("OAuth APIKey 2.0"), ["o", "auth", "api", "key", "2", "0"]);
    }

    #[test]
    fn secrets_are_told_from_identifiers() {
        for (name, title) in
            [("username", "API Key"), ("companyRequestToken", ""), ("pin", "Private Key (JWK)")]
        {
            assert!(sounds_secret(name, Some(title)), "{name} {title}");
        }
        for (name, title) in [
            ("client_id", "API Key"),
            ("username", "Access Key ID"),
            ("tokenDomain", ""),
            ("projectKey", "Project Key"),
        ] {
            assert!(!sounds_secret(name, Some(title)), "{name} {title}");
        }
    }
}
