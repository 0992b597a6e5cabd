//! The functions, against vectors of openssl and of AWS's documentation. The keys were made for these tests.

use serde_json::json;

use super::*;

const RSA_PKCS8: &str = include_str!("keys/rsa-pkcs8.pem");
const RSA_PKCS1: &str = include_str!("keys/rsa-pkcs1.pem");
const RSA_PUBLIC: &str = include_str!("keys/rsa-public.pem");
const EC_PKCS8: &str = include_str!("keys/ec-pkcs8.pem");
const EC_SEC1: &str = include_str!("keys/ec-sec1.pem");
const ED25519: &str = include_str!("keys/ed25519.pem");

fn values() -> Scope {
    scope(json!({
        "credentials": { "username": "ada", "password": "pw", "multi": "a\nb", "comma": "x,y", "key": ED25519 },
        "abc": "abc",
    }))
}

#[test]
fn digests_and_encodings() {
    let table = [
        ("Basic ${base64(${credentials.username}:${credentials.password})}", "Basic YWRhOnB3"),
        ("${base64(${credentials.multi})}", "YQpi"),
        ("${sha256Hex(${abc})}", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("${sha256Base64(${abc})}", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
        ("${sha256Base64()}", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        ("${hmacSha1Hex(a,b\nc, ${credentials.password})}", "c754372cd466553814f03aa9bafffb00434a965c"),
        (
            "${base64(${credentials.username}:${hmacSha1Hex(a,b\nc, ${credentials.password})})}",
            "YWRhOmM3NTQzNzJjZDQ2NjU1MzgxNGYwM2FhOWJhZmZmYjAwNDM0YTk2NWM=",
        ),
        (
            "${sha256Hex(${base64(${credentials.username}:${credentials.password})})}",
            "0078102dc748a5e9cc4c87ec2096cbb269d6e66a5c62f72c13699de7ba534e32",
        ),
        (
            "${ed25519Sign(message, ${credentials.key})}",
            "zxFRYJg+7j9PcU9JXfd24kJQVV8mPU5CExh/aiE7sjaTjpwYR28HbQbYI2cPsRoOB3UkDjvcAmzGMWdSojMQAA==",
        ),
    ];
    check_table(flat_text, &values(), &table);
    check_table(path_text, &values(), &table);
}

#[test]
fn a_call_that_cannot_be_made_stands_as_it_is_and_counts_as_unresolved() {
    let table = [
        ("${base64(${unknown})}", "${base64(${unknown})}"),
        ("${ed25519Sign(${unknown}, ${credentials.key})}", "${ed25519Sign(${unknown}, ${credentials.key})}"),
        ("${ed25519Sign(message, no key)}", "${ed25519Sign(message, no key)}"),
        ("${hmacSha1Hex(no comma)}", "${hmacSha1Hex(no comma)}"),
        ("${base64(two\nlines)}", "${base64(two\nlines)}"),
        ("${base64(no end ${abc}", "${base64(no end abc"),
        ("${md5(${abc})}", "${md5(abc)}"),
    ];
    check_table(flat_text, &values(), &table);
    check_table(path_text, &values(), &table);
    let values = values();
    let context = Context::new(&values, moment(), RANDOM);
    assert_eq!(flat(table[0].0, context).unresolved(), [table[0].0]);
}

#[test]
fn deep_nesting_ends() {
    let deep = "${base64(".repeat(10_000);
    assert_eq!(flat_text(&deep, &values()), deep);
}

#[test]
fn fingerprints_of_every_key_format_are_those_of_openssl() {
    let rsa = "SHA256:AOUWtuXrAR5PnTTB+NzKvZXMellvtHxMTZORueIhEbM=";
    let ec = "SHA256:HTftn1wbfWXj0NUgbE92olDWt9L5MsDGiPBQIMxu+iQ=";
    let ed25519 = "SHA256:1w6SPsSLPOENQVLkCkJeFHo/PGMCGj32t2kU7iJX2Ig=";
    let on_one_line = RSA_PKCS8.trim().replace('\n', "\\n");
    let keys = [
        (RSA_PKCS8, rsa),
        (RSA_PKCS1, rsa),
        (RSA_PUBLIC, rsa),
        (&on_one_line, rsa),
        (EC_PKCS8, ec),
        (EC_SEC1, ec),
        (ED25519, ed25519),
        ("-----BEGIN NONSENSE-----", "${fingerprint(${key})}"),
    ];
    for (pem, expected) in keys {
        let values = scope(json!({ "key": pem }));
        assert_eq!(flat_text("${fingerprint(${key})}", &values), expected);
        assert!(path_text("${fingerprint(${key})}", &values).starts_with("${fingerprint("), "flat only");
    }
}

/// The worked example of "Signing AWS requests": IAM's `ListUsers`, 2015-08-30T12:36:00Z.
#[test]
fn the_aws_signature_is_that_of_the_documentation() {
    let values = scope(json!({
        "credentials": { "username": "AKIDEXAMPLE", "password": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
        "connectionConfig": { "region": "us-east-1" },
    }));
    let facts = RequestFacts {
        method: "GET".to_owned(),
        path: "/".to_owned(),
        content_type: "application/x-www-form-urlencoded; charset=utf-8".to_owned(),
        url_canonical_params: "Action=ListUsers&Version=2010-05-08".to_owned().into(),
        ..RequestFacts::default()
    };
    let now = Timestamp::parse_rfc3339("2015-08-30T12:36:00Z").unwrap();
    let context = Context::new(&values, now, RANDOM).with_facts(&facts);
    let keys = "${credentials.username}, ${credentials.password}, ${connectionConfig.region}, iam";
    let expected = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, \
                    SignedHeaders=content-type;host;x-amz-date, \
                    Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";
    assert_eq!(path(&format!("${{awsSigV4({keys})}}"), context).as_str(), expected);
    assert_eq!(path(&format!("${{awsSigV4({keys}, iam.amazonaws.com)}}"), context).as_str(), expected);
    let other = path(&format!("${{awsSigV4({keys}, iam.eu.amazonaws.com)}}"), context);
    assert_ne!(other.as_str(), expected, "the host is signed");
}
