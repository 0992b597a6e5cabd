//! The reference catalogue, whose faults are known by name, and our own definitions, which have none.

use std::collections::BTreeSet;

use connect_ui::provider::CatalogSource;
use connect_ui::provider::lint::{self, Severity};

use super::super::reference;

/// Rule, and every provider or path that it must name; `…` where there are more that nobody listed.
const KNOWN: &[(&str, &[&str])] = &[
    ("pattern-unusable", &["freshteam.credentials.apiKey.pattern"]),
    (
        "pattern-unanchored",
        &[
            "aws-sigv4.integration_config.stsEndpointUrl.pattern",
            "bitdefender.connection_config.ACCESS_URL.pattern",
            "cisco-duo-admin.connection_config.hostname.pattern",
            "cisco-duo-admin.credentials.password.pattern",
            "cisco-duo-admin.credentials.username.pattern",
            "elevio.credentials.apiKey.pattern",
            "freepik.credentials.apiKey.pattern",
            "freshsales.credentials.apiKey.pattern",
            "gamma.credentials.apiKey.pattern",
            "incident-io.credentials.apiKey.pattern",
            "lemlist.credentials.password.pattern",
            "malwarebytes.connection_config.accountId.pattern",
            "ocean-io.credentials.apiKey.pattern",
            "private-api-generic.integration_config.baseUrl.pattern",
            "private-api-generic.integration_config.valueTemplate.pattern",
            "xai.credentials.apiKey.pattern",
        ],
    ),
    (
        "dead-key",
        &[
            "airtable.auth",
            "asana.auth",
            "attio.auth",
            "aws.auth",
            "bing-webmasters.refresh_token_params",
            "bullhorn.refresh_token_response_metadata",
            "canva.proxy.verification",
            "certn-partner.proxy.verification",
            "docuware.additional_steps.0.body_format",
            "docuware.additional_steps.1.body_format",
            "glean.credentials.apiKey.order",
            "grammarly.proxy.verification",
            "hubspot.connection_configuration",
            "jira.connection_configuration",
            "nable-ncentral.proxy.verification",
            "passportal.proxy.verification",
            "salesforce-cc.token_expires_in_ms",
            "salesforce-cdp.additional_steps.0.body_format",
            "sellercloud.additional_steps.0.body_format",
            "squareup.decode_url",
            "thomson-reuters-legal-tracker-tr-account.token_headers",
            "thomson-reuters-legal-tracker.token_headers",
            "transporeon-carrier-oauth2-cc.proxy.verification",
            "ukg-pro-cc.token_headers",
            "veeva-vault-oauth.additional_steps.0.body_format",
        ],
    ),
    (
        "unused-field",
        &[
            "glean.connection_config.actAs",
            "klicktipp.credentials.apiKey",
            "paycor-sandbox.connection_config.tenantId",
            "paycor.connection_config.tenantId",
            "private-api-generic.credentials.apiKey",
            "salesforce-jwt.credentials.clientSecret",
            "sap-concur.connection_config.companyRequestToken",
            "sap-concur.connection_config.companyUUID",
        ],
    ),
    ("placeholder-unresolved", &["aws.proxy.base_url", "certn-partner.proxy.headers.authorization"]),
    ("flow-incomplete", &["certn-partner.token_url"]),
    ("pagination-incomplete", &["whoop.proxy.paginate"]),
    ("retry-pattern", &["google.proxy.retry.in_body.value"]),
    ("plain-http", &["next-cloud-ocs.docs"]),
    ("field-twice", &["nyne-ai.connection_config.apiKey"]),
    ("credential-unplaced", &["klicktipp.proxy"]),
    (
        "hidden-without-value",
        &[
            "gem.connection_config.appSecret",
            "okta-cc.connection_config.subdomain",
            "servicenow-oauth2-cc.connection_config.subdomain",
            "servicenow.connection_config.subdomain",
            "stitch-mcp.connection_config.project_id",
        ],
    ),
    (
        "example-mismatch",
        &[
            "atlassian-service-account-api-token.connection_config.cloudId.example",
            "aws-scim.credentials.apiKey.example",
            "crisp.credentials.password.example",
            "elevio.credentials.apiKey.example",
            "google-service-account.credentials.privateKey.example",
            "greenhouse-assessment.connection_config.baseUrl.example",
            "microsoft-oauth2-cc-cert.credentials.clientId.example",
            "mindbody.connection_config.siteId.example",
            "open-hands.credentials.apiKey.example",
            "pennylane-company-api.credentials.apiKey.example",
            "snowflake-jwt.credentials.privateKey.example",
            "thrivecart-api-key.credentials.apiKey.example",
            "twenty-crm-self-hosted.connection_config.domain.example",
        ],
    ),
];

/// Providers whose decoration does not match their templates; aliases share their target's.
const DECORATED: &[&str] = &[
    "adyen",
    "atlassian-government-cloud",
    "atlassian-service-account-oauth2",
    "bamboohr-basic",
    "insightly",
    "jira",
    "marketo",
    "pushpay-chms-v2",
    "sap-odata-oauth2-cc",
    "snipe-it",
    "veeva-vault",
    "veeva-vault-oauth",
    "workday-oauth",
];

#[test]
fn what_is_known_to_be_wrong_in_the_reference_catalogue_is_found_and_no_more() {
    let Some(path) = reference::data_file("providers.yaml") else { return };
    let report = lint::check(&[CatalogSource::Path(path)]);
    assert_eq!(report.providers, 981);
    let of = |rule: &str| -> BTreeSet<String> {
        let remarks = report.remarks.iter().filter(|remark| remark.rule.name == rule);
        remarks.map(|remark| format!("{}.{}", remark.provider, remark.path)).collect()
    };
    for (rule, expected) in KNOWN {
        assert_eq!(of(rule), expected.iter().map(|path| (*path).to_owned()).collect(), "{rule}");
    }
    let decorated = of("decoration-mismatch");
    let providers: BTreeSet<&str> = decorated.iter().filter_map(|path| path.split('.').next()).collect();
    assert_eq!(providers, DECORATED.iter().copied().collect());
    // 92 keys, 32 passwords, one signed token and the one token-based mode are stored untried.
    assert_eq!(of("verification-missing").len(), 126);
    assert_eq!(of("example-masked").len(), 135);
    assert_eq!(of("enum-with-rule").len(), 10);
    assert_eq!(of("host-unanchored").len(), 37, "36 without a pattern, one with an open one");
    assert!(of("secret-in-clear").contains("ashby.credentials.username"));
    assert!(of("refresh-grant").contains("ahrefs.token_params.grant_type"));
    assert!(of("preset-needed").contains("google-ads.connection_config.developer_token"));
    for quiet in
        ["unusable", "unknown-key", "missing-key", "name-twice", "category-unknown", "default-mismatch"]
    {
        assert_eq!(of(quiet), BTreeSet::new(), "{quiet}");
    }
}

#[test]
fn our_own_definitions_give_no_reason_for_a_warning() {
    let report = lint::check(&[CatalogSource::Bundled]).at_least(Severity::Warning);
    assert_eq!(lint::text(&report).lines().count(), 1, "{}", lint::text(&report));
    assert_eq!(report.exit_status(), 0);
}
