//! Every form agrees with what the reference shows, but for differences that we want and name here.

use connect_ui::provider::{AuthMode, Control, Field, FieldGroup, FieldRule, Form, FormContext, Pattern};
use serde_json::Value;

use super::reference;

/// Secrets that the reference shows in clear text; we never do.
const MASKED_BY_US: &[&str] = &[
    "anvil credentials.username",
    "bitdefender credentials.username",
    "clari-copilot params.API_PASSWORD",
    "datacandy params.access_key",
    "datacandy params.application_key",
    "datto-rmm-password-grant credentials.username",
    "e-conomic credentials.username",
    "easypost credentials.username",
    "elevio params.jwt",
    "gong credentials.username",
    "greenhouse-job-board params.boardToken",
    "greenhouse-onboarding credentials.username",
    "huntress credentials.username",
    "insightly credentials.username",
    "leapsome credentials.secret",
    "mindbody params.staffUserToken",
    "netsuite-client-credentials assertion_option.privateKey",
    "ninjaone-saas-backup params.resellerToken",
    "salesforce-jwt credentials.clientSecret",
    "sap-success-factors assertion_option.privateKey",
    "shipstation credentials.username",
    "tableau credentials.pat",
];

/// Keys and certificates: the reference has one line for them, which destroys what is pasted.
const IN_A_TEXT_AREA: &[&str] = &[
    "adp credentials.client_certificate",
    "adp credentials.client_private_key",
    "adp-lyric credentials.client_certificate",
    "adp-lyric credentials.client_private_key",
    "adp-workforce-now credentials.client_certificate",
    "adp-workforce-now credentials.client_private_key",
    "google-service-account credentials.privateKey",
    "microsoft-oauth2-cc-cert credentials.privateKey",
    "netsuite-client-credentials assertion_option.privateKey",
    "okta-cc credentials.client_private_key",
    "salesforce-jwt credentials.privateKey",
    "sap-success-factors assertion_option.privateKey",
    "snowflake-jwt credentials.privateKey",
];

#[test]
fn every_form_is_the_references_form() {
    let Some(catalog) = reference::catalog() else { return };
    let Some(path) = reference::data_file("form-expectations.json") else { return };
    let oracle: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut differences = Vec::new();
    let mut named = Vec::new();
    for (key, expected) in oracle["providers"].as_object().unwrap() {
        let provider = catalog.get(key).unwrap_or_else(|| panic!("{key} is missing"));
        let form = Form::build(provider, &FormContext::default());
        let mut differ = |what: String| differences.push(format!("{key}: {what}"));
        if form.no_input() != expected["no_input"].as_bool().unwrap() {
            differ(format!("no_input {}", form.no_input()));
        }
        if provider.auth_mode.as_str() != expected["auth_mode"] {
            differ(format!("auth_mode {}", provider.auth_mode));
        }
        let visible: Vec<&Field> = form.visible().collect();
        let expected_fields = expected["fields"].as_array().unwrap();
        let paths: Vec<String> = visible.iter().map(|field| field.path.to_string()).collect();
        let expected_paths: Vec<&str> =
            expected_fields.iter().map(|field| field["path"].as_str().unwrap()).collect();
        if paths != expected_paths {
            differ(format!("order {paths:?} instead of {expected_paths:?}"));
            continue;
        }
        for (field, expected) in visible.iter().zip(expected_fields) {
            for what in field_differences(&format!("{key} {}", field.path), field, expected, &mut named) {
                differ(format!("{}: {what}", field.path));
            }
        }
        hidden_differences(&form, expected, &mut differ);
    }
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
    named.sort();
    let mut expected: Vec<String> = MASKED_BY_US.iter().map(|name| format!("masked {name}")).collect();
    expected.extend(IN_A_TEXT_AREA.iter().map(|name| format!("text area {name}")));
    expected.sort();
    assert_eq!(named, expected, "every deliberate difference is named, and every named one exists");
}

fn field_differences(name: &str, field: &Field, expected: &Value, named: &mut Vec<String>) -> Vec<String> {
    let text = |key: &str| expected[key].as_str();
    let mut found = Vec::new();
    let mut same = |what: &str, same: bool, ours: &dyn std::fmt::Debug| {
        if !same {
            found.push(format!("{what} is {ours:?} instead of {}", expected[what]));
        }
    };
    let group = match field.path.group {
        FieldGroup::Credential => "credential",
        FieldGroup::Params => "config",
        FieldGroup::Assertion => "assertion_option",
    };
    same("kind", text("kind") == Some(group), &group);
    same("label", text("label") == Some(&field.label), &field.label);
    same("required", expected["required"] == field.required, &field.required);
    same("accepts_empty", expected["accepts_empty"] == field.accepts_empty, &field.accepts_empty);
    same("prefix", text("prefix") == field.prefix.as_deref(), &field.prefix);
    same("suffix", text("suffix") == field.suffix.as_deref(), &field.suffix);
    same("placeholder", text("placeholder") == Some(&field.placeholder), &field.placeholder);
    let default = field.default.as_deref().unwrap_or_default();
    same("default", text("default").unwrap_or_default() == default, &default);
    let page = field.documentation.as_ref().map(url::Url::as_str);
    same("doc_href", text("doc_href") == page, &page);
    same("has_description", expected["has_description"] == field.description.is_some(), &field.description);
    let options: Option<Vec<&str>> = match &field.control {
        Control::Select { options } => Some(options.iter().map(|option| &**option).collect()),
        _ => None,
    };
    let wanted: Option<Vec<&str>> = expected["options"]
        .as_array()
        .map(|options| options.iter().map(|option| option.as_str().unwrap()).collect());
    same("options", options == wanted, &options);
    let pattern = match &field.rule {
        FieldRule::Text { pattern, .. } => pattern.as_ref().map(Pattern::as_str),
        FieldRule::OneOf { .. } | FieldRule::Anything => None,
    };
    let is_broken = name == "freshteam credentials.apiKey";
    let wanted = text("pattern").filter(|_| expected["pattern_effective"] == true && !is_broken);
    same("pattern", pattern == wanted, &pattern);
    same("widget", (text("widget") == Some("select")) == options.is_some(), &field.control);
    match (expected["secret"].as_bool().unwrap(), field.secret) {
        (false, true) => named.push(format!("masked {name}")),
        (ours, theirs) => same("secret", ours == theirs, &field.secret),
    }
    if field.control == Control::TextArea {
        named.push(format!("text area {name}"));
    }
    found
}

fn hidden_differences(form: &Form, expected: &Value, differ: &mut impl FnMut(String)) {
    let mut hidden: Vec<(String, Option<&str>)> = form
        .fields
        .iter()
        .filter(|field| field.hidden)
        .map(|field| (field.path.to_string(), field.default.as_deref()))
        .collect();
    let mut wanted: Vec<(String, Option<&str>)> = expected["hidden_fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| (field["path"].as_str().unwrap().to_owned(), field["value"].as_str()))
        .collect();
    hidden.sort();
    wanted.sort();
    if hidden != wanted {
        differ(format!("hidden fields {hidden:?} instead of {wanted:?}"));
    }
}

/// The reference's library chooses the request by the names of the credentials and sends this one to the wrong
/// route; we go by the mode alone.
#[test]
fn ukg_pro_wfm_ropc_is_a_two_step_form_although_its_fields_are_named_as_for_client_credentials() {
    let Some(catalog) = reference::catalog() else { return };
    let provider = catalog.get("ukg-pro-wfm-ropc").unwrap();
    let form = Form::build(provider, &FormContext::default());
    let names: Vec<&str> = form.visible().map(|field| field.path.name.as_str()).collect();
    assert_eq!(provider.auth_mode, AuthMode::TwoStep);
    assert!(names.contains(&"client_id") && names.contains(&"client_secret"), "{names:?}");
}

/// The reference builds dead anchors (`#undefined`) where a field has no section.
#[test]
fn no_documentation_link_is_dead() {
    let Some(catalog) = reference::catalog() else { return };
    for provider in catalog.iter() {
        for field in Form::build(provider, &FormContext::default()).fields {
            let page = field.documentation.map(String::from).unwrap_or_default();
            assert!(!page.contains("undefined"), "{} {}", provider.key, field.path);
        }
    }
}

/// By the whole catalogue, not by the half that the oracle has.
#[test]
fn nothing_that_sounds_secret_stands_in_clear_text() {
    let Some(catalog) = reference::catalog() else { return };
    let secret = [
        "apple-business-manager assertion_option.privateKey",
        "netsuite-client-credentials assertion_option.privateKey",
        "sap-success-factors assertion_option.privateKey",
        "salesforce-jwt credentials.clientSecret",
        "leapsome credentials.secret",
        "setmore credentials.refreshToken",
        "clari-copilot params.API_PASSWORD",
        "mindbody params.staffUserToken",
        "ninjaone-saas-backup params.resellerToken",
        "nyne-ai params.apiKey",
        "sap-concur params.companyRequestToken",
    ];
    for name in secret {
        let (key, path) = name.split_once(' ').unwrap();
        let form = Form::build(catalog.get(key).unwrap(), &FormContext::default());
        let field = form.fields.iter().find(|field| field.path.to_string() == path).unwrap();
        assert!(field.secret && field.control != Control::Text, "{name}");
    }
}
