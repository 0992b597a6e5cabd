//! URLs from templates: encoding, fallbacks, and values that try to leave their place.

use serde_json::json;

use super::*;

fn make(template: &str, config: serde_json::Value) -> Result<String, UrlError> {
    make_with(template, config, ValueEncoding::Component)
}

#[expect(clippy::needless_pass_by_value, reason = "a literal reads best as it is")]
fn make_with(template: &str, config: serde_json::Value, encoding: ValueEncoding) -> Result<String, UrlError> {
    let scope = scope(json!({ "connectionConfig": config }));
    make_url(template, Context::new(&scope, moment(), RANDOM), encoding).map(|built| built.url.to_string())
}

#[test]
fn values_are_encoded_for_the_part_in_which_they_stand() {
    let config = json!({ "sub": "acme", "path": "a/b c?d#e%20", "host": "acme.test:8443/base",
                         "url": "https://whole.test/base/", "region": "eu-1.x" });
    let table = [
        ("https://${connectionConfig.sub}.zendesk.com/x", "https://acme.zendesk.com/x"),
        ("https://${sub}.${connectionConfig.region}.aws.com", "https://acme.eu-1.x.aws.com/"),
        ("https://fixed.test/${connectionConfig.path}/z", "https://fixed.test/a%2Fb%20c%3Fd%23e%2520/z"),
        (
            "https://fixed.test/z?q=${connectionConfig.path}&r=1",
            "https://fixed.test/z?q=a%2Fb%20c%3Fd%23e%2520&r=1",
        ),
        ("https://${connectionConfig.host}/token", "https://acme.test:8443/base/token"),
        ("${connectionConfig.url}/token", "https://whole.test/base/token"),
        ("https://${connectionConfig.sub}.fixed.test:8443/${now:YYYY}", "https://acme.fixed.test:8443/2024"),
        ("https://fixed.test/${random}", &format!("https://fixed.test/{RANDOM}")),
    ];
    for (template, expected) in table {
        assert_eq!(make(template, config.clone()).as_deref(), Ok(expected), "template {template}");
    }
    let skipped = make_with("https://fixed.test/${path}/z", config, ValueEncoding::Path);
    assert_eq!(skipped.as_deref(), Ok("https://fixed.test/a/b%20c%3Fd%23e%20/z"), "slashes and escapes stay");
}

#[test]
fn fallbacks_treat_empty_values_as_missing() {
    let template = "https://${connectionConfig.hostname}/authorize || https://login.salesforce.com/authorize";
    let with = |config| make(template, config);
    assert_eq!(with(json!({ "hostname": "acme.my.test" })).as_deref(), Ok("https://acme.my.test/authorize"));
    assert_eq!(with(json!({ "hostname": "" })).as_deref(), Ok("https://login.salesforce.com/authorize"));
    assert_eq!(with(json!({})).as_deref(), Ok("https://login.salesforce.com/authorize"));
    let half = make(
        "https://${connectionConfig.a}.${connectionConfig.b}.com || https://x.test",
        json!({ "a": "a" }),
    );
    assert_eq!(
        half,
        Err(UrlError::Unresolved(vec!["connectionConfig.b".to_owned()])),
        "a half-filled left side wins"
    );
}

#[test]
fn a_missing_value_is_named() {
    let missing = make("https://${connectionConfig.sub}.x.test/${connectionConfig.id}", json!({ "id": "" }));
    let names = ["connectionConfig.sub", "connectionConfig.id"].map(str::to_owned).to_vec();
    assert_eq!(missing, Err(UrlError::Unresolved(names)));
}

#[test]
fn a_value_does_not_leave_the_host_it_stands_in() {
    let template = "https://${connectionConfig.sub}.zendesk.com/api";
    let attacks = [
        "evil.com/",
        "evil.com/#",
        "evil.com?",
        "evil.com#",
        "user@evil.com",
        "evil.com:443",
        "evil.com\\",
        "a b",
        "evil%2ecom%2f",
        "",
        ".",
        "a..b",
        ".a",
        "evil.com\u{2044}",
        "evil\u{3002}com",
        "\u{0}",
        "a\nb",
        "[::1]",
    ];
    for attack in attacks {
        let made = make(template, json!({ "sub": attack }));
        assert!(
            matches!(made, Err(UrlError::NotAHost(_) | UrlError::Unresolved(_))),
            "value {attack:?} made {made:?}"
        );
    }
}

#[test]
fn a_value_that_is_the_whole_authority_is_host_port_and_path_only() {
    let host = |value: &str| make("https://${connectionConfig.host}/api", json!({ "host": value }));
    assert_eq!(host("Acme.Test").as_deref(), Ok("https://acme.test/api"));
    assert_eq!(host("acme.test/base/").as_deref(), Ok("https://acme.test/base/api"));
    for attack in [
        "user@acme.test",
        "acme.test?x",
        "acme.test#x",
        "a cme",
        "/acme.test",
        "acme.test:port",
        "a\\b",
        "%61.test",
    ] {
        assert_eq!(
            host(attack),
            Err(UrlError::NotAHost("connectionConfig.host".to_owned())),
            "value {attack}"
        );
    }
    assert_eq!(host("acme.test/../x"), Err(UrlError::DotSegment));
}

#[test]
fn a_value_that_is_a_whole_url_holds_nothing_else() {
    let url = |value: &str| make("${connectionConfig.url}/token", json!({ "url": value }));
    assert_eq!(url("https://acme.test:8443/v1").as_deref(), Ok("https://acme.test:8443/v1/token"));
    for attack in [
        "acme.test",
        "ftp://acme.test",
        "javascript:1",
        "https://u:p@acme.test",
        "https://a.test?x=",
        "https://a.test#",
    ] {
        assert_eq!(url(attack), Err(UrlError::NotAUrl("connectionConfig.url".to_owned())), "value {attack}");
    }
}

#[test]
fn a_value_does_not_climb_out_of_its_path() {
    for attack in ["..", ".", "a/../..", "%2e%2E", ".%2e/x"] {
        let made = make_with(
            "https://x.test/tenant/${connectionConfig.id}/me",
            json!({ "id": attack }),
            ValueEncoding::Path,
        );
        assert_eq!(made, Err(UrlError::DotSegment), "value {attack}");
    }
}

#[test]
fn only_the_definition_writes_a_port_of_its_own() {
    let scope = scope(json!({ "connectionConfig": { "host": "a.test:8443", "port": "8443", "sub": "a" } }));
    let port = |template| {
        let built = make_url(template, Context::new(&scope, moment(), RANDOM), ValueEncoding::Path).unwrap();
        built.definition_port
    };
    assert_eq!(port("https://${connectionConfig.sub}.x.test:8443/a"), Some(8443));
    assert_eq!(port("https://x.test:9000"), Some(9000));
    assert_eq!(port("https://${connectionConfig.host}/a"), None);
    assert_eq!(port("https://x.test:${connectionConfig.port}/a"), None);
}

#[test]
fn the_base_url_is_chosen_by_the_first_value_it_names() {
    let template = "https://${connectionConfig.subdomain}-${connectionConfig.region}.a.test || https://b-${connectionConfig.region}.test";
    let choose = |template, config| {
        let scope = scope(json!({ "connectionConfig": config }));
        choose_base_url(template, Context::new(&scope, moment(), RANDOM)).to_owned()
    };
    assert!(
        choose(template, json!({ "subdomain": "s" })).ends_with(".a.test"),
        "the second name is not asked for"
    );
    assert!(choose(template, json!({ "subdomain": "", "region": "r" })).starts_with("https://b-"));
    assert!(choose(template, json!({})).starts_with("https://b-"));
    assert_eq!(
        choose("https://a.test || https://b.test", json!({})),
        "https://a.test || https://b.test",
        "no placeholder, no choice"
    );
}

proptest::proptest! {
    #[test]
    fn whatever_the_value_the_url_keeps_its_shape(value in proptest::prop_oneof![".*", "[a-z./@:?#%\\\\&=-]{1,12}"]) {
        let config = json!({ "v": value });
        if let Ok(url) = make("https://${connectionConfig.v}.zendesk.com/fixed", config.clone()) {
            proptest::prop_assert!(url.starts_with("https://") && url.ends_with(".zendesk.com/fixed"), "{}", url);
        }
        if let Ok(url) = make("https://x.test/a/${connectionConfig.v}/z?q=${connectionConfig.v}&r=1", config.clone()) {
            let url: ::url::Url = url.parse().unwrap();
            proptest::prop_assert_eq!(url.path_segments().unwrap().count(), 3);
            proptest::prop_assert_eq!(url.query_pairs().count(), 2);
            proptest::prop_assert_eq!(url.query_pairs().next().unwrap().1, value.as_str());
        }
        if let Ok(url) = make_with("https://x.test/a/${connectionConfig.v}/z?r=1", config, ValueEncoding::Path) {
            let url: ::url::Url = url.parse().unwrap();
            proptest::prop_assert!(url.path().starts_with("/a/") && url.path().ends_with("/z"), "{}", url);
            proptest::prop_assert_eq!(url.query(), Some("r=1"));
            proptest::prop_assert_eq!(url.host_str(), Some("x.test"));
        }
    }
}
