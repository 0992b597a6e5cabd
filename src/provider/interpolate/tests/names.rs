//! Rows of provider-format.md §3.1 to §3.3: names, moments, fallbacks.

use serde_json::json;

use super::*;

fn values() -> Scope {
    scope(json!({
        "apiKey": "key-1",
        "accessToken": "token-1",
        "clientId": "id-1",
        "clientSecret": "secret-1",
        "refresh_token": "refresh-1",
        "empty": "",
        "count": 3,
        "flag": true,
        "nothing": null,
        "connectionConfig": { "subdomain": "acme", "empty": "", "installation.uuid": "u-1",
                              "accounts-server": "https://accounts.test" },
        "credentials": { "username": "ada", "password": "pw", "privateKey": { "id": "k-1" }, "raw": { "accountID": 7 } },
        "step2": { "token_endpoint": "https://step.test", "items": [{ "id": "i-1" }] },
        "assertionOption": { "key": "a-1" },
    }))
}

#[test]
fn both_interpolators_fill_every_form_of_name() {
    let table = [
        ("https://${connectionConfig.subdomain}.zendesk.com", "https://acme.zendesk.com"),
        ("${connectionConfig.installation.uuid}", "u-1"),
        ("${connectionConfig.accounts-server}/x", "https://accounts.test/x"),
        ("Bearer ${apiKey}", "Bearer key-1"),
        ("${credentials.username}:${credentials.password}", "ada:pw"),
        ("${credentials.privateKey.id}/${credentials.raw.accountID}", "k-1/7"),
        ("${accessToken} ${clientId}:${clientSecret} ${refresh_token}", "token-1 id-1:secret-1 refresh-1"),
        ("${assertionOption.key} ${step2.token_endpoint} ${step2.items.0.id}", "a-1 https://step.test i-1"),
        ("${empty}${count}", "3"),
        ("${random}", RANDOM),
        ("${random}${random}", &format!("{RANDOM}{RANDOM}")),
        ("no placeholder, $ {no} {} $${apiKey}", "no placeholder, $ {no} {} $key-1"),
        (
            "${unknown} ${connectionConfig.unknown} ${nothing} ${credentials}",
            "${unknown} ${connectionConfig.unknown} ${nothing} ${credentials}",
        ),
        ("${} ${apiKey", "${} ${apiKey"),
        ("${${apiKey}}", "${key-1}"),
        ("ü${apiKey}ü", "ükey-1ü"),
    ];
    check_table(flat_text, &values(), &table);
    check_table(path_text, &values(), &table);
}

#[test]
fn the_interpolators_differ_where_the_format_says_so() {
    check_table(
        flat_text,
        &values(),
        &[("${flag}", "true"), ("${endpoint}", "${endpoint}"), ("${empty} || b", " || b")],
    );
    check_table(
        path_text,
        &values(),
        &[("${flag}", "${flag}"), ("[${endpoint}]", "[]"), ("${empty} || b", "b")],
    );
}

#[test]
fn moments_are_written_in_the_tokens_of_dayjs() {
    let table = [
        ("${now}", "2024-03-09T07:05:03.042Z"),
        ("${now:YYYY-MM-DDTHH:mm:ss}", "2024-03-09T07:05:03"),
        ("${now:YYYYMMDDTHHmmss[Z]}", "20240309T070503Z"),
        ("${now:ddd, DD MMM YYYY HH:mm:ss ZZ}", "Sat, 09 Mar 2024 07:05:03 +0000"),
        ("${now:X} ${now:x}", "1709967903 1709967903042"),
        ("${now:YY M MMMM D dddd dd d}", "24 3 March 9 Saturday Sa 6"),
        ("${now:H h hh a A m s SSS Z Q k}", "7 7 07 am AM 5 3 042 +00:00 1 7"),
        ("${now:[YYYY] [at] HH}", "YYYY at 07"),
        ("${now+7:days:YYYY-MM-DD}", "2024-03-16"),
        ("${now+1:minutes:X}", "1709967963"),
        ("${now-1:month:YYYY-MM-DD} ${now+1:years:YYYY}", "2024-02-09 2025"),
        ("${now-2:hours}", "2024-03-09T05:05:03.042Z"),
        ("${now+1:fortnight:X} ${nowhere}", "${now+1:fortnight:X} ${nowhere}"),
    ];
    check_table(flat_text, &Scope::new(), &table);
    check_table(path_text, &Scope::new(), &table);
}

#[test]
fn a_month_later_stays_within_the_month() {
    let last_of_january = Timestamp::parse_rfc3339("2024-01-31T12:00:00Z").unwrap();
    let scope = Scope::new();
    let filled = flat("${now+1:months:YYYY-MM-DD}", Context::new(&scope, last_of_january, RANDOM));
    assert_eq!(filled.as_str(), "2024-02-29");
}

#[test]
fn a_fallback_takes_the_right_side_where_the_left_holds_nothing() {
    check_table(
        path_text,
        &values(),
        &[
            ("${connectionConfig.version} || 2025-05-05", "2025-05-05"),
            ("${connectionConfig.empty} || ${apiKey}", "key-1"),
            ("${apiKey} || ${clientId}", "key-1"),
            ("${connectionConfig.a}||${connectionConfig.b}", "${connectionConfig.b}"),
            ("${connectionConfig.a} || ${clientId} || third", "id-1"),
            ("${connectionConfig.a} || ", ""),
            ("${apiKey}${connectionConfig.a} || right", "key-1${connectionConfig.a}"),
        ],
    );
}

#[test]
fn a_required_parameter_passes_if_either_side_resolves() {
    let values = values();
    let resolved = |template| resolves(template, Context::new(&values, moment(), RANDOM));
    assert!(resolved("${connectionConfig.subdomain}"));
    assert!(resolved("${connectionConfig.empty}"), "an empty text is a value here");
    assert!(resolved("${connectionConfig.a} || fixed"));
    assert!(!resolved("${connectionConfig.a} || ${connectionConfig.b}"));
    assert!(!resolved("${connectionConfig.a}"));
}

#[test]
fn a_value_is_never_read_as_a_template() {
    let values = scope(json!({ "apiKey": "${clientSecret} || )} ${base64(", "clientSecret": "hidden" }));
    assert_eq!(flat_text("a ${apiKey}", &values), "a ${clientSecret} || )} ${base64(");
    assert_eq!(path_text("a ${apiKey} || b", &values), "a ${clientSecret} || )} ${base64(");
    assert!(!path_text("${base64(${apiKey})} ${apiKey}", &values).contains("hidden"));
}

#[test]
fn nothing_prints_a_value() {
    let values = scope(json!({ "apiKey": "canary", "credentials": { "password": "canary" } }));
    let context = Context::new(&values, moment(), RANDOM);
    assert!(!format!("{values:?} {context:?} {:?}", flat("${apiKey}${x}", context)).contains("canary"));
    assert!(format!("{values:?}").contains("password"), "names are no secrets");
}
