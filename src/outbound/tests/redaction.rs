//! What people may see of a provider's error.

use super::*;

fn shown(body: &str) -> String {
    redact(body.as_bytes(), &[])
}

#[test]
fn sentences_stay_and_tokens_and_addresses_go() {
    let table = [
        (
            r#"{"error":"invalid_grant","error_description":"The API key is not valid."}"#,
            r#"{"error":"invalid_grant","error_description":"The API key is not valid."}"#,
        ),
        ("Invalid token sk_live_4eC39HqLyjWDarjtT1zdp7dc", "Invalid token […]"),
        (r#"{"token":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-123_x"}"#, r#"{"token":"[…]"}"#),
        ("no user ada@example.com here", "no user […] here"),
        ("Authorization: Bearer abcDef1", "Authorization: Bearer […]"),
        ("Basic authentication failed", "Basic authentication failed"),
        ("see https://x.test/?key=a1b2c3d4e5f6a7 now", "see https://x.test/?key=[…] now"),
        ("call +49.30.1234567", "call […]"),
        ("request 2f1d6b4e-8f0a-4c55-9d7e-0a1b2c3d4e5f", "request […]"),
        ("two\n  lines\u{0}\tof text", "two lines of text"),
        ("401 Unauthorized", "401 Unauthorized"),
        ("", ""),
    ];
    for (body, expected) in table {
        assert_eq!(shown(body), expected);
    }
}

#[test]
fn what_was_sent_is_masked_however_harmless_it_looks() {
    let sent = SecretString::from("horse staple");
    assert_eq!(redact(b"bad password: horse staple!", &[&sent]), "bad password: […]!");
}

#[test]
fn a_long_body_is_cut_and_odd_bytes_do_no_harm() {
    let long = "word ".repeat(100_000);
    assert!(shown(&long).chars().count() <= 301);
    assert!(redact(&[0xff, 0xfe, b'a'], &[]).ends_with('a'));
}
