//! What is sealed comes back as it was.

use super::*;

#[test]
fn every_credential_survives_its_seal() {
    for wire in [
        json!({ "type": "API_KEY", "apiKey": "k" }),
        json!({}),
        json!({ "type": "OAUTH2" }),
        json!({
            "type": "OAUTH2", "access_token": "a", "refresh_token": "r", "expires_at": "2026-01-01T00:00:00.000Z",
            "config_override": { "client_id": "i", "client_secret": "s" }, "raw": { "n": [1] },
        }),
        json!({
            "type": "OAUTH2_CC", "token": "t", "client_id": "i", "client_secret": "s", "client_certificate": "c",
            "client_private_key": "k", "expires_at": "2026-01-01T00:00:00.000Z", "raw": {},
        }),
        json!({ "type": "OAUTH1", "oauth_token": "t", "oauth_token_secret": "s", "raw": {} }),
        json!({
            "type": "APP", "access_token": "a", "expires_at": "2026-01-01T00:00:00.000Z", "jwtToken": "j",
            "raw": {},
        }),
        json!({
            "type": "TWO_STEP", "password": "p", "user": "u", "token": "t", "refresh_token": "r",
            "expires_at": "2026-01-01T00:00:00.000Z", "raw": { "t": "t" },
        }),
    ] {
        let credential = Credential::from_wire(&wire).unwrap();
        assert_eq!(credential.to_wire(), wire);
        assert_eq!(Credential::from_bytes(&credential.to_bytes()).unwrap().to_wire(), wire);
        let shown = format!("{credential:?}");
        assert!(!shown.contains("\"a\"") && !shown.contains("\"t\""), "{shown}");
    }
}

#[test]
fn a_configuration_holds_flags_lists_and_maps_beside_texts_and_shows_none() {
    let wire =
        json!({ "pending": true, "scopes": ["a", "b"], "sub": "secret-text", "user": { "x": "y" }, "n": 1 });
    let bytes = secrecy::SecretSlice::from(wire.to_string().into_bytes());
    let config = ConnectionConfig::from_bytes(&bytes).unwrap();
    assert_eq!(
        config.to_wire(),
        json!({ "n": 1, "pending": true, "scopes": ["a", "b"], "sub": "secret-text", "user": { "x": "y" } })
    );
    assert!(config.flag("pending") && !config.flag("sub"));
    assert_eq!(config.iter().count(), 1);
    assert!(!format!("{config:?}").contains("secret-text"));
}
