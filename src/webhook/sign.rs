//! The headers by which a receiver knows who sent a webhook: the protocol's two (wire-protocol.md §6.4), and those of the
//! Standard Webhooks specification beside them, which also sign id and time.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::{clock::Timestamp, id::WebhookId, secret::SigningKey};

/// The keys that sign now: while one is being replaced, both.
#[derive(Clone, Debug)]
pub struct SigningKeys {
    /// The one that receivers should use.
    pub current: SigningKey,
    /// The one before, until its time is over.
    pub previous: Option<SigningKey>,
}

/// Names and values of all signature headers.
#[must_use]
pub fn headers(keys: &SigningKeys, id: &WebhookId, at: Timestamp, body: &str) -> [(&'static str, String); 5] {
    let body = body.as_bytes();
    let seconds = at.0.div_euclid(1000).to_string();
    let standard = |key: &SigningKey| {
        let signed = [id.as_str().as_bytes(), b".", seconds.as_bytes(), b".", body];
        format!("v1,{}", STANDARD.encode(key.hmac_sha256(&signed)))
    };
    // The older headers have room for one signature: a receiver that still has the old key refuses, and gets the
    // webhook again after it was given the new one.
    let signatures: Vec<String> =
        std::iter::once(&keys.current).chain(&keys.previous).map(standard).collect();
    [
        ("x-nango-hmac-sha256", hex::encode(keys.current.hmac_sha256(&[body]))),
        ("x-nango-signature", hex::encode(keys.current.sha256_with(body))),
        ("webhook-id", id.as_str().to_owned()),
        ("webhook-signature", signatures.join(" ")),
        ("webhook-timestamp", seconds),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = r#"{"authMode":"API_KEY","connectionId":"c-1","environment":"dev","from":"nango","operation":"creation","provider":"acme","providerConfigKey":"acme","success":true,"tags":{},"type":"auth"}"#;

    fn key(text: &str) -> SigningKey {
        SigningKey::from_bytes(text.as_bytes().to_vec().into())
    }

    fn value<'h>(headers: &'h [(&'static str, String)], name: &str) -> &'h str {
        &headers.iter().find(|(own, _)| *own == name).unwrap().1
    }

    #[test]
    fn both_signatures_are_those_of_the_protocol_s_test_vector() {
        let keys = SigningKeys { current: key("11111111-1111-4111-8111-111111111111"), previous: None };
        let headers = headers(&keys, &WebhookId::from_stored("w".into()), Timestamp(0), BODY);
        assert_eq!(
            value(&headers, "x-nango-hmac-sha256"),
            "55a8330678d2d3fef774873fe7a051cf47f571d3fcfac9f004e76f9a02b9fda5"
        );
        assert_eq!(
            value(&headers, "x-nango-signature"),
            "ad784e09b458da6313f7d2b22c5835b418e8321e8002e329bb5b745ad5c6ec09"
        );
    }

    #[test]
    fn while_a_key_is_replaced_both_keys_sign() {
        let id = WebhookId::from_stored("msg_1".into());
        let of = |current, previous| {
            let keys = SigningKeys { current, previous };
            value(&headers(&keys, &id, Timestamp(1_674_087_231_000), "{}"), "webhook-signature").to_owned()
        };
        let (old, new) = (of(key("old"), None), of(key("new"), None));
        assert_eq!(of(key("new"), Some(key("old"))), format!("{new} {old}"));
    }

    #[test]
    fn the_standard_signature_is_the_one_of_its_specification() {
        // The example of the Standard Webhooks specification; its secret is the base64 text after `whsec_`.
        let secret = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let keys = SigningKeys { current: SigningKey::from_bytes(secret.into()), previous: None };
        let id = WebhookId::from_stored("msg_p5jXN8AQM9LWM0D4loKWxJek".into());
        let headers = headers(&keys, &id, Timestamp(1_614_265_330_000), r#"{"test": 2432232314}"#);
        assert_eq!(value(&headers, "webhook-signature"), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
