//! Signed assertions: JWTs of every family, SAML, and their renewal.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ring::signature::{ECDSA_P256_SHA256_FIXED, RSA_PSS_2048_8192_SHA256, UnparsedPublicKey};
use sha2::{Digest as _, Sha256};

use super::{super::client_credentials::verified, *};

const EC_PEM: &str = include_str!("../../../provider/interpolate/tests/keys/ec-pkcs8.pem");

fn asserting(assertion: &str) -> String {
    definition(&format!(
        "assertion_option:
  privateKey:
    type: string
    title: Key
token_url: '{{service}}/login'
body_format: form
token_params:
  assertion: ${{credentials.assertion}}
{TOKEN}{assertion}"
    ))
}

fn jwt(algorithm: &str, key: &str) -> String {
    asserting(&format!(
        "assertion:
  type: jwt
  key: ${{{key}}}
  lifetimeInSeconds: 300
  header:
    alg: {algorithm}
    kid: ${{credentials.username}}
  payload:
    iss: ${{credentials.username}}
    aud: https://${{connectionConfig.host}}/token
    jti: ${{random}}"
    ))
}

/// Logs in with a key; answers what was sent as the assertion.
async fn assertion(bench: &Bench, key: &str) -> String {
    bench.service.answer(200, "application/json", r#"{"access_token":"t","expires_in":60}"#);
    let mut typed = login(&[("username", "ada"), ("password", "p")]);
    typed.assertion_option = secrets(&[("privateKey", key)]);
    logged_in(bench, typed).await.unwrap();
    sent(bench)
}

fn sent(bench: &Bench) -> String {
    let body = bench.service.last().body;
    let mut pairs = url::form_urlencoded::parse(body.as_bytes());
    pairs.find(|(name, _)| name == "assertion").unwrap().1.into_owned()
}

#[tokio::test]
async fn a_jwt_claims_what_the_definition_says_for_as_long_as_it_says() {
    let bench = Bench::new("rs", &jwt("RS256", "assertionOption.privateKey")).await.with("host", "h.example");
    let escaped = RSA_PEM.replace('\n', "\\n");
    let encoded = STANDARD.encode(RSA_PEM);
    let bare: String = RSA_PEM.lines().filter(|line| !line.starts_with("-----")).collect();
    let sap = STANDARD.encode(format!("{bare}###CN=ada"));
    for key in [RSA_PEM, &escaped, &encoded, &bare, &sap] {
        let (header, claims) = verified(&assertion(&bench, key).await);
        assert_eq!(header, json!({ "alg": "RS256", "kid": "ada" }));
        assert_eq!((&claims["iss"], &claims["aud"]), (&json!("ada"), &json!("https://h.example/token")));
        assert_eq!(claims["iat"], json!(NOW.0 / 1000));
        assert_eq!(claims["exp"], json!(NOW.0 / 1000 + 300));
        assert_eq!(claims["jti"].as_str().unwrap().len(), 36);
    }
}

#[tokio::test]
async fn other_families_sign_with_the_algorithm_of_the_header() {
    let bench = Bench::new("ps", &jwt("PS256", "assertionOption.privateKey")).await.with("host", "h");
    let token = assertion(&bench, RSA_PEM).await;
    let jwk: Value = serde_json::from_str(include_str!("../throwaway_key.jwk.json")).unwrap();
    let decode = |text: &str| base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(text).unwrap();
    let public = ring::rsa::PublicKeyComponents { n: decode(jwk["n"].as_str().unwrap()), e: decode("AQAB") };
    let (signed, signature) = token.rsplit_once('.').unwrap();
    public.verify(&RSA_PSS_2048_8192_SHA256, signed.as_bytes(), &decode(signature)).unwrap();

    let bench = Bench::new("es", &jwt("ES256", "assertionOption.privateKey")).await.with("host", "h");
    let token = assertion(&bench, EC_PEM).await;
    let (signed, signature) = token.rsplit_once('.').unwrap();
    // The public point ends the key's own structure.
    let der: String = EC_PEM.lines().filter(|line| !line.starts_with("-----")).collect();
    let der = STANDARD.decode(der).unwrap();
    let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &der[der.len() - 65..]);
    public.verify(signed.as_bytes(), &decode(signature)).unwrap();
}

#[tokio::test]
async fn a_renewal_makes_a_new_assertion_with_the_key_that_was_kept() {
    let bench = Bench::new("rs", &jwt("RS256", "assertionOption.privateKey")).await.with("host", "h");
    bench.service.answer(200, "application/json", r#"{"access_token":"t","expires_in":60}"#);
    let mut typed = login(&[("username", "ada")]);
    typed.assertion_option = secrets(&[("privateKey", RSA_PEM)]);
    let grant = logged_in(&bench, typed).await.unwrap();
    let first = sent(&bench);
    assert_eq!(wire(&grant)["assertion"], json!(first));
    assert!(!wire(&grant).to_string().contains("PRIVATE KEY"), "the key is told to nobody");

    bench.clock.advance_millis(86_400_000);
    bench.service.answer(200, "application/json", r#"{"access_token":"t2","expires_in":60}"#);
    let sealed = Credential::from_bytes(&grant.credential.to_bytes()).unwrap();
    bench.renewed(&sealed).await.unwrap();
    let (_, claims) = verified(&sent(&bench));
    assert_eq!(claims["iat"], json!(NOW.0 / 1000 + 86_400));
    assert_ne!(sent(&bench), first);

    // Where the key was never kept, the old assertion is shown for as long as the service takes it.
    bench.service.answer(200, "application/json", r#"{"access_token":"t3"}"#);
    let imported = Credential::from_wire(&wire(&grant)).unwrap();
    bench.renewed(&imported).await.unwrap();
    assert_eq!(sent(&bench), first);
}

#[tokio::test]
async fn a_key_that_cannot_be_read_is_named_and_nothing_is_sent() {
    let bench = Bench::new("rs", &jwt("RS256", "assertionOption.privateKey")).await.with("host", "h");
    let mut typed = ada();
    typed.assertion_option = secrets(&[("privateKey", "no key")]);
    assert_eq!(logged_in(&bench, typed).await.unwrap_err(), ExchangeProblem::BadKey("private key"));
    let problem = logged_in(&bench, ada()).await.unwrap_err();
    assert_eq!(problem.to_string(), "no value for privateKey");
    assert!(bench.service.asked().is_empty());
}

const SAML: &str = "assertion:
  type: saml
  key: ${assertionOption.privateKey}
  issuer: www.issuer.example
  lifetimeInSeconds: '600'
  audiences: www.audience.example
  recipient: https://${connectionConfig.host}/token?a=1&b=2
  nameIdentifier: ${credentials.username}
  sessionIndex: ${random}
  attributes:
    api_key: ${credentials.password}
    use_username: true
    external_user: false";

/// The text of an element, tags and all.
fn element<'t>(text: &'t str, name: &str) -> &'t str {
    let start = text.find(&format!("<{name}>")).or_else(|| text.find(&format!("<{name} "))).unwrap();
    let end = format!("</{name}>");
    &text[start..text.find(&end).unwrap() + end.len()]
}

#[tokio::test]
async fn a_saml_assertion_is_digested_and_signed_in_its_canonical_form() {
    let bench = Bench::new("saml", &asserting(SAML)).await.with("host", "h.example");
    bench.service.answer(200, "application/json", r#"{"access_token":"t"}"#);
    let mut typed = login(&[("username", "a<d>a & \"b\""), ("password", "k>1")]);
    typed.assertion_option = secrets(&[("privateKey", RSA_PEM)]);
    logged_in(&bench, typed).await.unwrap();
    let text = String::from_utf8(STANDARD.decode(sent(&bench)).unwrap()).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let find = |name: &str| document.descendants().find(|node| node.has_tag_name(name)).unwrap();
    let said = |name: &str| find(name).text().unwrap_or_default().to_owned();
    assert_eq!((said("Issuer"), said("NameID")), ("www.issuer.example".into(), "a<d>a & \"b\"".into()));
    assert_eq!(said("Audience"), "www.audience.example");
    let data = find("SubjectConfirmationData");
    assert_eq!(data.attribute("Recipient"), Some("https://h.example/token?a=1&b=2"));
    assert_eq!(data.attribute("NotOnOrAfter"), Some("2026-01-01T00:10:00.000Z"));
    let attributes: Vec<(Option<&str>, Option<&str>)> = document
        .descendants()
        .filter(|node| node.has_tag_name("AttributeValue"))
        .map(|node| (node.parent_element().unwrap().attribute("Name"), node.text()))
        .collect();
    let expected = [("api_key", "k>1"), ("use_username", "true"), ("external_user", "false")];
    assert_eq!(attributes, expected.map(|(name, value)| (Some(name), Some(value))));
    assert_eq!(find("Signature").prev_sibling_element().unwrap().tag_name().name(), "Issuer");

    // Enveloped: the signature is taken out, and the prefix that only values use is not canonical.
    let signature = element(&text, "ds:Signature");
    let canonical = text.replace(signature, "").replace(" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"", "");
    assert_eq!(said("DigestValue"), STANDARD.encode(Sha256::digest(canonical)));
    let info = element(&text, "ds:SignedInfo");
    let info = info.replacen(
        "<ds:SignedInfo>",
        "<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">",
        1,
    );
    let jwk: Value = serde_json::from_str(include_str!("../throwaway_key.jwk.json")).unwrap();
    let decode = |text: &str| base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(text).unwrap();
    let public = ring::rsa::PublicKeyComponents { n: decode(jwk["n"].as_str().unwrap()), e: decode("AQAB") };
    let signature = STANDARD.decode(said("SignatureValue")).unwrap();
    public.verify(&ring::signature::RSA_PKCS1_2048_8192_SHA256, info.as_bytes(), &signature).unwrap();
    assert_eq!(
        find("Reference").attribute("URI"),
        document.root_element().attribute("ID").map(|id| format!("#{id}")).as_deref()
    );
}

#[tokio::test]
async fn a_login_may_show_a_jwt_that_its_own_key_signs() {
    let text = definition(&format!(
        "token_url: '{{service}}/login'
body_format: form
token_params:
  assertion: ${{token}}
signature:
  protocol: RSA
token:
  signing_key: ${{credentials.password}}
  expires_in_ms: 300000
  header:
    alg: RS256
    typ: JWT
  payload:
    iss: ${{credentials.username}}
{TOKEN}"
    ));
    let bench = Bench::new("signed", &text).await.answers(&json!({ "access_token": "t" }));
    let grant = logged_in(&bench, login(&[("username", "ada"), ("password", RSA_PEM)])).await.unwrap();
    let (header, claims) = verified(&sent(&bench));
    assert_eq!((&header["alg"], &claims["iss"]), (&json!("RS256"), &json!("ada")));
    assert_eq!(wire(&grant)["token"], "t");
}
