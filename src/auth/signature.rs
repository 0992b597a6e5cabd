//! `SIGNATURE`: a text that user name and password sign (WSSE, provider-format.md §2.9). No service is asked for it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use secrecy::{ExposeSecret as _, SecretString};
use sha1::{Digest as _, Sha1};
use zeroize::Zeroizing;

use super::{
    Credential, Grant, ServiceContext, SignatureToken, Subject,
    problem::{DefinitionProblem, ExchangeProblem},
};

/// How long a text holds where the definition does not say, in milliseconds.
const LIFETIME: u64 = 300_000;

/// Signs a text; the same way at first and ever after.
pub(super) fn grant(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    username: &SecretString,
    password: &SecretString,
) -> Result<Grant, ExchangeProblem> {
    let definition = subject.provider.definition().map_err(|_| DefinitionProblem::Unreadable)?;
    let protocol = definition.signature.as_ref().and_then(|signature| signature.protocol.as_deref());
    if protocol != Some("WSSE") {
        return Err(DefinitionProblem::Unknown("signature.protocol").into());
    }
    if !stands_in_quotes(username.expose_secret()) {
        return Err(ExchangeProblem::BadValue("username"));
    }
    let (now, nonce) = (cx.clock.now(), cx.random.hex::<16>());
    let lifetime = definition.token.and_then(|token| token.expires_in_ms).unwrap_or(LIFETIME);
    let token = SignatureToken {
        token: wsse(username.expose_secret(), password.expose_secret(), &nonce, &now.to_z_iso()),
        username: username.clone(),
        password: password.clone(),
        expires_at: Some(now.plus_millis(i64::try_from(lifetime).unwrap_or(i64::MAX))),
    };
    Ok(Grant {
        credential: Credential::Signature(token),
        connection_config: subject.connection_config.clone(),
        granted_scopes: None,
    })
}

/// The digest is the base64 of the *hexadecimal* SHA-1: so the services of this mode want it, other than WSSE's authors.
fn wsse(username: &str, password: &str, nonce: &str, created: &str) -> SecretString {
    let signed = Zeroizing::new(format!("{nonce}{created}{password}"));
    let digest = STANDARD.encode(hex::encode(Sha1::digest(signed.as_bytes())));
    SecretString::from(format!(
        "UsernameToken Username=\"{username}\", PasswordDigest=\"{digest}\", Nonce=\"{nonce}\", \
         Created=\"{created}\""
    ))
}

fn stands_in_quotes(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(|c| c == '"' || c == '\\' || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_that_of_an_independent_reckoning() {
        // printf '%s' "$nonce$created$secret" | sha1sum | cut -c1-40 | tr -d '\n' | base64
        let text =
            wsse("customer001", "customersecret", "d36e316282959a9ed4c89851497a717f", "2014-03-20T12:51:45Z");
        assert_eq!(
            text.expose_secret(),
            "UsernameToken Username=\"customer001\", \
             PasswordDigest=\"YWQyNWE5Y2JkOTY2ZTU1ODg2M2QzNzVhNDZlZGQwZjg5YjZlZTk4Yw==\", \
             Nonce=\"d36e316282959a9ed4c89851497a717f\", Created=\"2014-03-20T12:51:45Z\""
        );
    }
}
