//! OAuth 1.0a: three legs, and signatures that are right and wrong.

use super::*;
use crate::demo::mock_service::oauth1::{SignatureMethod, base_string};

/// A client as it signs.
struct Signer<'a> {
    client_id: &'a str,
    client_secret: &'a str,
    method: &'a str,
    token: (&'a str, &'a str),
    timestamp: i64,
    nonce: &'a str,
}

const SIGNER: Signer<'static> = Signer {
    client_id: "demo-app",
    client_secret: "demo-secret",
    method: "HMAC-SHA1",
    token: ("", ""),
    timestamp: 1_738_317_600,
    nonce: "n1",
};

impl Signer<'_> {
    /// The value of `Authorization`, for a request without query and body.
    fn header(&self, method: &str, path: &str, others: &[(&str, &str)]) -> (&'static str, String) {
        let timestamp = self.timestamp.to_string();
        let mut parameters = vec![
            ("oauth_consumer_key", self.client_id),
            ("oauth_signature_method", self.method),
            ("oauth_timestamp", &timestamp),
            ("oauth_nonce", self.nonce),
            ("oauth_version", "1.0"),
        ];
        if !self.token.0.is_empty() {
            parameters.push(("oauth_token", self.token.0));
        }
        parameters.extend(others);
        let base = base_string(method, &format!("{ISSUER}{path}"), parameters.iter().copied());
        let signing = SignatureMethod::parse(self.method).unwrap_or(SignatureMethod::HmacSha1);
        let signature = signing.sign(&base, self.client_secret, self.token.1);
        parameters.push(("oauth_signature", &signature));
        let encode = |text| form_urlencoded::byte_serialize(str::as_bytes(text)).collect::<String>();
        let parts: Vec<String> =
            parameters.iter().map(|(name, value)| format!("{name}=\"{}\"", encode(value))).collect();
        ("authorization", format!("OAuth realm=\"mock\", {}", parts.join(", ")))
    }
}

fn pair(answer: &Answer) -> (String, String) {
    assert_eq!(answer.status, 200, "{}", answer.text);
    let read = |name: &str| {
        let mut pairs = form_urlencoded::parse(answer.text.as_bytes());
        pairs.find(|(key, _)| key == name).unwrap().1.into_owned()
    };
    (read("oauth_token"), read("oauth_token_secret"))
}

async fn begin(bench: &Bench, signer: &Signer<'_>, callback: &str) -> Answer {
    let path = "/oauth1/request_token";
    let header = signer.header("POST", path, &[("oauth_callback", callback)]);
    bench.send(TestRequest::post().uri(path).insert_header(header)).await
}

async fn finish(bench: &Bench, token: (&str, &str), verifier: &str) -> Answer {
    let path = "/oauth1/access_token";
    let header =
        Signer { token, nonce: verifier, ..SIGNER }.header("POST", path, &[("oauth_verifier", verifier)]);
    bench.send(TestRequest::post().uri(path).insert_header(header)).await
}

#[actix_web::test]
async fn three_legs_lead_to_a_token_that_signs_for_the_account() {
    let bench = Bench::new();
    let begun = begin(&bench, &SIGNER, "http://localhost:3003/oauth/callback?state=s1").await;
    assert!(begun.text.contains("oauth_callback_confirmed=true"));
    let (token, secret) = pair(&begun);
    let page = format!("/oauth1/authorize?oauth_token={token}");
    assert!(bench.get(&page).await.text.contains("Alice Baker"));
    let early = finish(&bench, (&token, &secret), "early").await;
    assert_eq!((early.status.as_u16(), early.text.as_str()), (401, "oauth_problem=permission_unknown"));

    let begun =
        begin(&bench, &Signer { nonce: "n2", ..SIGNER }, "http://localhost:3003/oauth/callback?state=s1")
            .await;
    let (token, secret) = pair(&begun);
    let returned = bench.decide(&format!("/oauth1/authorize?oauth_token={token}"), "allow").await;
    assert_eq!(returned.get("state").unwrap(), "s1");
    assert_eq!(returned.get("oauth_token").unwrap(), token);
    let verifier = returned.get("oauth_verifier").unwrap();
    let (lasting, lasting_secret) = pair(&finish(&bench, (&token, &secret), &verifier).await);
    assert_eq!(finish(&bench, (&token, &secret), &verifier).await.status, 401, "once");

    let signer = Signer { token: (&lasting, &lasting_secret), nonce: "n3", ..SIGNER };
    let me = bench
        .send(TestRequest::get().uri("/api/me").insert_header(signer.header("GET", "/api/me", &[])))
        .await;
    assert_eq!(me.json()["name"], "Alice Baker");
    let signer = Signer { token: (&lasting, "guessed"), nonce: "n4", ..SIGNER };
    let me = bench
        .send(TestRequest::get().uri("/api/me").insert_header(signer.header("GET", "/api/me", &[])))
        .await;
    assert_eq!(me.status, 401);
}

#[actix_web::test]
async fn only_a_fresh_and_right_signature_begins_anything() {
    let bench = Bench::new();
    let cases = [
        (Signer { client_secret: "guessed", ..SIGNER }, "signature_invalid"),
        (Signer { client_id: "nobody", ..SIGNER }, "consumer_key_unknown"),
        (Signer { method: "MD5", ..SIGNER }, "signature_method_rejected"),
        (Signer { timestamp: SIGNER.timestamp - 301, ..SIGNER }, "timestamp_refused"),
        (Signer { timestamp: SIGNER.timestamp + 301, ..SIGNER }, "timestamp_refused"),
    ];
    for (signer, problem) in cases {
        let answer = begin(&bench, &signer, CALLBACK).await;
        assert_eq!((answer.status.as_u16(), answer.text), (401, format!("oauth_problem={problem}")));
    }
    assert_eq!(begin(&bench, &SIGNER, CALLBACK).await.status, 200);
    assert_eq!(begin(&bench, &SIGNER, CALLBACK).await.text, "oauth_problem=nonce_used");
    let answer = begin(&bench, &Signer { nonce: "n2", ..SIGNER }, "https://evil.example/").await;
    assert_eq!(answer.text, "oauth_problem=callback_not_registered");
    let plaintext = Signer { method: "PLAINTEXT", ..SIGNER };
    assert_eq!(begin(&bench, &plaintext, CALLBACK).await.status, 200);
}

#[actix_web::test]
async fn a_no_names_the_token_that_was_refused() {
    let bench = Bench::new();
    let (token, secret) = pair(&begin(&bench, &SIGNER, CALLBACK).await);
    let returned = bench.decide(&format!("/oauth1/authorize?oauth_token={token}"), "deny").await;
    assert_eq!(returned.get("denied").unwrap(), token);
    assert_eq!(finish(&bench, (&token, &secret), "v").await.status, 401);
    assert_eq!(bench.get(&format!("/oauth1/authorize?oauth_token={token}")).await.status, 400);

    let signer = Signer { client_id: "denied", nonce: "n2", ..SIGNER };
    let (token, _) = pair(&begin(&bench, &signer, CALLBACK).await);
    let answer = bench.get(&format!("/oauth1/authorize?oauth_token={token}")).await;
    assert_eq!(answer.header("location"), format!("{CALLBACK}?denied={token}"));
}
