//! AWS's own published values: the Signature Version 4 test suite, and the examples of its documentation.

use super::*;

const SUITE: Timestamp = Timestamp(1_440_938_160_000); // 2015-08-30T12:36:00Z
const S3: Timestamp = Timestamp(1_369_353_600_000); // 2013-05-24T00:00:00Z
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// A request of the suite, whose headers are its own and the date.
fn suite(method: &str, url: &str, headers: &[(&str, &str)], body: &[u8]) -> String {
    let url = Url::parse(url).unwrap();
    let signed: Vec<(&str, &str)> =
        headers.iter().copied().chain([("x-amz-date", "20150830T123600Z")]).collect();
    let hash = hex::encode(Sha256::digest(body));
    let (canonical, names) = canonical(method, &url, &path(&url, "s3"), &signed, &hash);
    let scope = SigV4Scope { access_key_id: "AKIDEXAMPLE", region: "us-east-1", service: "service" };
    let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    let value = sigv4_authorization(&scope, secret, &canonical, &names, SUITE).unwrap();
    value.rsplit_once("Signature=").unwrap().1.to_owned()
}

#[test]
fn the_suites_requests_have_the_suites_signatures() {
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let blanks = [("my-header1", "  value1"), ("my-header2", " \"a   b   c\"")];
    for (method, url, headers, body, signature) in [
        ("GET", "/", &[][..], "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        (
            "GET",
            "/?Param2=value2&Param1=value1",
            &[],
            "",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        ),
        (
            "GET",
            "/?Param1=value1",
            &[],
            "",
            "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
        ),
        ("GET", "/ሴ", &[], "", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
        (
            "GET",
            "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
            &[],
            "",
            "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
        ),
        ("GET", "/", &blanks, "", "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
        ("POST", "/", &[], "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        (
            "POST",
            "/",
            &form,
            "Param1=value1",
            "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
        ),
    ] {
        let found = suite(method, &format!("https://example.amazonaws.com{url}"), headers, body.as_bytes());
        assert_eq!(found, signature, "{method} {url}");
    }
}

/// A request of the S3 documentation, signed as our requests are.
fn s3(method: &str, url: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<(String, String)> {
    let keys = AwsKeys {
        access_key_id: "AKIAIOSFODNN7EXAMPLE".into(),
        secret_access_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".into(),
        session_token: None,
    };
    let url = Url::parse(url).unwrap();
    let headers: Vec<(String, SecretString)> =
        headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
    let request = Outgoing { method, url: &url, headers: &headers, payload: Payload::Bytes(body) };
    let signed = sign(&keys, "us-east-1", "s3", request, S3);
    signed.into_iter().map(|(name, value)| (name, value.expose_secret().to_owned())).collect()
}

#[test]
fn the_examples_of_s3_have_its_documentations_signatures() {
    let bucket = "https://examplebucket.s3.amazonaws.com";
    let put = [("date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")];
    for (method, url, headers, body, signature) in [
        (
            "GET",
            "/test.txt",
            &[("range", "bytes=0-9")][..],
            "",
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        ),
        (
            "PUT",
            "/test$file.text",
            &put,
            "Welcome to Amazon S3.",
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
        ),
        ("GET", "/?lifecycle", &[], "", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        (
            "GET",
            "/?max-keys=2&prefix=J",
            &[],
            "",
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
        ),
    ] {
        let signed = s3(method, &format!("{bucket}{url}"), headers, body.as_bytes());
        let authorization = &signed.last().unwrap().1;
        assert!(
            authorization.ends_with(&format!("Signature={signature}")),
            "{method} {url}: {authorization}"
        );
    }
    let signed = s3("GET", &format!("{bucket}/test.txt"), &[("range", "bytes=0-9")], b"");
    assert_eq!(signed[0], ("x-amz-content-sha256".into(), EMPTY.into()));
    assert_eq!(signed[1], ("x-amz-date".into(), "20130524T000000Z".into()));
    assert_eq!(
        signed[2].1.split(", ").nth(1),
        Some("SignedHeaders=host;range;x-amz-content-sha256;x-amz-date")
    );
}

#[test]
fn a_session_token_is_signed_and_old_signatures_are_replaced() {
    let keys = AwsKeys {
        access_key_id: "ASIA".into(),
        secret_access_key: "s".into(),
        session_token: Some("t0ken".into()),
    };
    let url = Url::parse("https://lambda.eu-central-1.amazonaws.com/2015-03-31/functions/a%20b").unwrap();
    let headers = [
        ("authorization".to_owned(), SecretString::from("Bearer x")),
        ("user-agent".to_owned(), SecretString::from("u")),
        ("x-amz-date".to_owned(), SecretString::from("20000101T000000Z")),
    ];
    let request = Outgoing { method: "GET", url: &url, headers: &headers, payload: Payload::Unsigned };
    let signed = sign(&keys, "eu-central-1", "lambda", request, SUITE);
    let names: Vec<&str> = signed.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["x-amz-content-sha256", "x-amz-date", "x-amz-security-token", "authorization"]);
    assert_eq!(signed[0].1.expose_secret(), "UNSIGNED-PAYLOAD");
    let authorization = signed[3].1.expose_secret();
    assert!(
        authorization
            .starts_with("AWS4-HMAC-SHA256 Credential=ASIA/20150830/eu-central-1/lambda/aws4_request")
    );
    assert!(
        authorization.contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,")
    );
    assert_eq!(path(&url, "lambda"), "/2015-03-31/functions/a%2520b");
}
