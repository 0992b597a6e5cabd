//! What each service is asked and what it answers, after its own documentation.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::*;

/// A look-up that goes well.
pub(super) struct Case {
    pub script: &'static str,
    /// More of the definition.
    pub definition: &'static str,
    /// The connection's values before.
    pub before: Value,
    pub credential: Value,
    /// The service's answers, in turn.
    pub answers: Vec<Value>,
    /// What it was asked: line and `authorization`.
    pub asked: Vec<(&'static str, &'static str)>,
    /// What the connection's values gain.
    pub found: Value,
}

impl Default for Case {
    fn default() -> Self {
        Self {
            script: "",
            definition: "token_url: '{service}/oauth/token'\nproxy:\n  base_url: '{service}/api/'",
            before: json!({}),
            credential: json!({ "type": "OAUTH2", "access_token": "t", "raw": {} }),
            answers: Vec::new(),
            asked: Vec::new(),
            found: json!({}),
        }
    }
}

fn jwt(claims: &Value) -> String {
    format!("e30.{}.sig", URL_SAFE_NO_PAD.encode(claims.to_string()))
}

pub(super) fn holding(token: &str, raw: &Value) -> Value {
    json!({ "type": "OAUTH2", "access_token": token, "raw": raw })
}

#[expect(clippy::too_many_lines, reason = "a table: a service after the other")]
pub(super) fn cases() -> Vec<Case> {
    let client = json!({
        "type": "OAUTH2_CC", "token": "t", "client_id": "cid", "client_secret": "s", "raw": {},
    });
    let case = Case::default;
    vec![
        Case {
            script: "mailchimpPostConnection",
            answers: vec![json!({ "dc": "us21", "role": "owner", "api_endpoint": "https://us21.api" })],
            asked: vec![("GET /oauth2/metadata", "OAuth t")],
            found: json!({ "dc": "us21" }),
            ..case()
        },
        Case {
            script: "basecampPostConnection",
            answers: vec![json!({ "identity": { "id": 1 }, "accounts": [
                { "product": "bcx", "id": 11, "name": "Classic" },
                { "product": "bc3", "id": 99, "name": "Acme" },
            ] })],
            asked: vec![("GET /authorization.json", "Bearer t")],
            found: json!({
                "accountId": "99", "accounts": [{ "product": "bc3", "id": 99, "name": "Acme" }],
            }),
            ..case()
        },
        Case {
            script: "workablePostConnection",
            definition: "proxy:\n  base_url: '{service}/${connectionConfig.subdomain}'",
            credential: json!({ "type": "API_KEY", "apiKey": "k" }),
            answers: vec![json!({ "accounts": [{ "id": "a1", "name": "Acme", "subdomain": "acme" }] })],
            asked: vec![("GET /www/spi/v3/accounts", "Bearer k")],
            found: json!({ "subdomain": "acme" }),
            ..case()
        },
        Case {
            script: "sophosCentralPostConnection",
            credential: client.clone(),
            answers: vec![json!({ "id": "57ca9a6b", "idType": "tenant", "apiHosts": {
                "global": "https://api.central.example", "dataRegion": "https://api-eu01.central.example",
            } })],
            asked: vec![("GET /api/whoami/v1", "Bearer t")],
            found: json!({ "tenantId": "57ca9a6b", "dataRegion": "https://api-eu01.central.example" }),
            ..case()
        },
        Case {
            script: "sage200PostConnection",
            definition: "proxy:\n  base_url: '{service}/uk/${connectionConfig.edition}'",
            before: json!({ "edition": "sage200extra" }),
            answers: vec![json!([
                { "company_id": 1, "site_id": "s-1", "company_name": "Acme" },
                { "company_id": 2, "site_id": "s-1", "company_name": "Acme test" },
            ])],
            asked: vec![("GET /uk/sage200extra/accounts/v1/sites", "Bearer t")],
            found: json!({ "company_id": "1", "site_id": "s-1" }),
            ..case()
        },
        Case {
            script: "procorePostConnection",
            answers: vec![json!([
                { "id": 4, "name": "Old", "is_active": false }, { "id": 5, "name": "Acme", "is_active": true },
            ])],
            asked: vec![("GET /api/rest/v1.0/companies", "Bearer t")],
            found: json!({ "companyId": "5" }),
            ..case()
        },
        Case {
            script: "adobeUmapiPostConnection",
            credential: client.clone(),
            found: json!({ "clientId": "cid" }),
            ..case()
        },
        Case {
            script: "zohoPostConnection",
            before: json!({ "api_domain": "https://www.zohoapis.com.au" }),
            found: json!({ "extension": "com.au" }),
            ..case()
        },
        Case {
            script: "jiraPostConnection",
            answers: vec![
                json!([
                    { "id": "c-1", "url": "https://acme.atlassian.net", "name": "acme", "scopes": [] },
                    { "id": "c-1", "url": "https://acme.atlassian.net", "name": "acme", "scopes": [] },
                ]),
                json!({ "accountId": "5b10", "emailAddress": "a@acme.example" }),
            ],
            asked: vec![
                ("GET /api/oauth/token/accessible-resources", "Bearer t"),
                ("GET /api/ex/jira/c-1/rest/api/3/myself", "Bearer t"),
            ],
            found: json!({
                "cloudId": "c-1", "baseUrl": "https://acme.atlassian.net", "accountId": "5b10",
            }),
            ..case()
        },
        Case {
            script: "atlassianGovernmentCloudPostConnection",
            before: json!({ "subdomain": "Beta" }),
            answers: vec![json!([
                { "id": "c-1", "url": "https://acme.atlassian.net" },
                { "id": "c-2", "url": "https://beta.atlassian.net" },
            ])],
            asked: vec![
                ("GET /api/oauth/token/accessible-resources", "Bearer t"),
                ("GET /api/ex/jira/c-2/rest/api/3/myself", "Bearer t"),
                ("GET /api/ex/confluence/c-2/wiki/rest/api/user/current", "Bearer t"),
            ],
            found: json!({ "cloudId": "c-2", "baseUrl": "https://beta.atlassian.net" }),
            ..case()
        },
        Case {
            script: "atlassianServicAccountPostConnection",
            before: json!({ "cloudId": "c-9" }),
            credential: json!({ "type": "BASIC", "username": "u", "password": "p" }),
            answers: vec![
                json!({ "baseUrl": "https://acme.atlassian.net", "version": "1001" }),
                json!({ "accountId": "712020" }),
            ],
            asked: vec![
                ("GET /api/ex/jira/c-9/rest/api/3/serverInfo", "Basic dTpw"),
                ("GET /api/ex/jira/c-9/rest/api/3/myself", "Basic dTpw"),
            ],
            found: json!({ "baseUrl": "https://acme.atlassian.net", "accountId": "712020" }),
            ..case()
        },
        Case {
            script: "docusignPostConnection",
            answers: vec![json!({ "sub": "u", "accounts": [
                { "account_id": "a-1", "is_default": false, "base_uri": "https://na4.docusign.net" },
                { "account_id": "a-2", "is_default": true, "base_uri": "https://eu.docusign.net" },
            ] })],
            asked: vec![("GET /oauth/userinfo", "Bearer t")],
            found: json!({ "baseUri": "https://eu.docusign.net", "accountId": "a-2" }),
            ..case()
        },
        Case {
            script: "xeroPostConnection",
            answers: vec![json!([{ "id": "x", "tenantId": "t-1", "tenantType": "ORGANISATION" }])],
            asked: vec![("GET /api/connections", "Bearer t")],
            found: json!({ "tenant_id": "t-1" }),
            ..case()
        },
        Case {
            script: "hubspotPostConnection",
            answers: vec![json!({ "portalId": 62515, "timeZone": "Europe/Berlin" })],
            asked: vec![("GET /api/account-info/v3/details", "Bearer t")],
            found: json!({ "portalId": "62515" }),
            ..case()
        },
        Case {
            script: "calendlyPostConnection",
            answers: vec![json!({ "resource": { "current_organization": "https://api.calendly.com/o/A" } })],
            asked: vec![("GET /api/users/me", "Bearer t")],
            found: json!({ "organizationId": "https://api.calendly.com/o/A" }),
            ..case()
        },
        Case {
            script: "linearPostConnection",
            answers: vec![json!({ "data": { "organization": { "id": "o-1" } } })],
            asked: vec![("POST /api/graphql", "Bearer t")],
            found: json!({ "organizationId": "o-1" }),
            ..case()
        },
        Case {
            script: "attioPostConnection",
            answers: vec![json!({ "active": true, "workspace_id": "w-1" })],
            asked: vec![("GET /api/v2/self", "Bearer t")],
            found: json!({ "workspace_id": "w-1" }),
            ..case()
        },
        Case {
            script: "jobberPostConnection",
            answers: vec![json!({ "data": { "account": { "id": "MQ==" } } })],
            asked: vec![("POST /api/graphql", "Bearer t")],
            found: json!({ "accountId": "MQ==" }),
            ..case()
        },
        Case {
            script: "gustoPostConnection",
            answers: vec![json!({ "scope": "x", "resource": { "type": "Company", "uuid": "u-1" } })],
            asked: vec![("GET /api/v1/token_info", "Bearer t")],
            found: json!({ "companyUuid": "u-1" }),
            ..case()
        },
        Case {
            script: "sellsyPostConnection",
            credential: holding(&jwt(&json!({ "corpid": 12 })), &json!({})),
            found: json!({ "corpid": "12" }),
            ..case()
        },
        Case {
            script: "microsoftTeamsPostConnection",
            credential: holding(&jwt(&json!({ "tid": "t-1" })), &json!({})),
            found: json!({ "tenantId": "t-1" }),
            ..case()
        },
        Case {
            script: "highlevelPostConnection",
            credential: holding("t", &json!({ "companyId": "c-1", "userType": "Company" })),
            found: json!({ "companyId": "c-1" }),
            ..case()
        },
        Case {
            script: "snowflakePostConnection",
            credential: holding("t", &json!({ "username": "user1" })),
            found: json!({ "username": "user1" }),
            ..case()
        },
        Case {
            script: "sentryOauthPostConnection",
            definition: "token_url: '{service}/installations/${connectionConfig.installation.uuid}/authorizations/'",
            before: json!({ "installation.uuid": "i-1" }),
            answers: vec![json!({})],
            asked: vec![("PUT /installations/i-1/", "Bearer t")],
            ..case()
        },
        Case {
            script: "ripplingShopAppPostConnection",
            answers: vec![json!({})],
            asked: vec![("POST /api/platform/api/mark_app_installed", "Bearer t")],
            ..case()
        },
        Case { script: "unheardOf", ..case() },
    ]
}
