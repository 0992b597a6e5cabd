//! Every look-up by the name that definitions call it by. What can be said as data is data: whom to ask, what of the
//! answer is kept. An unknown name is no look-up.

use serde_json::Value;

use super::{
    Account, LookupProblem, Values, has, held,
    question::{Host, Question},
    reading::{Choice, OfSeveral, Reading},
    told::Message,
};
use crate::{auth::ConnectionConfig, provider::Provider};

/// One look-up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lookup {
    /// The name in `post_connection_script`.
    pub script: &'static str,
    /// The values that it finds.
    pub gives: &'static [&'static str],
    /// Those of them without which nobody can call the API, although the definition's own templates do not name them.
    pub essential: &'static [&'static str],
    /// How.
    pub way: Way,
}

/// How values are found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    /// By one question to the service.
    Ask(Question, Reading),
    /// In what the connection has already.
    Held(fn(&Account<'_>) -> Result<Values, LookupProblem>),
    /// Among the sites of an Atlassian account.
    Site,
    /// Nothing is found: the service is told that the account is connected.
    Tell(Message),
    /// Nothing is found: values that only consent needed are not kept.
    Forget(&'static [&'static str]),
}

impl Lookup {
    /// The look-up of a provider.
    pub fn of(provider: &Provider) -> Option<&'static Self> {
        let script = provider.post_connection_script.as_deref()?;
        TABLE.iter().find(|lookup| lookup.script == script)
    }

    /// Whether everything is there already.
    pub fn knows_all(&self, account: &Account<'_>) -> bool {
        !self.gives.is_empty() && self.gives.iter().all(|name| account.has(name))
    }

    /// Whether a value is missing that calls depend on.
    pub fn is_due(&self, provider: &Provider, config: &ConnectionConfig) -> bool {
        let mut missing = self.gives.iter().filter(|name| !has(config, name));
        missing.any(|name| self.essential.contains(name) || is_needed(provider, config, name))
    }
}

/// Whether a template of the definition's calls has nothing to put in place of this value.
fn is_needed(provider: &Provider, config: &ConnectionConfig, name: &str) -> bool {
    let proxy = &provider.proxy;
    let query = proxy.query.values().filter_map(Value::as_str);
    let headers = proxy.headers.values().map(String::as_str);
    let mut templates = proxy.base_url.as_deref().into_iter().chain(headers).chain(query);
    let placeholder = format!("${{connectionConfig.{name}}}");
    let lacks = |side: &str| {
        let names = side.split("${connectionConfig.").skip(1).filter_map(|rest| rest.split('}').next());
        names.into_iter().any(|name| !has(config, name))
    };
    templates.any(|template| template.contains(&placeholder) && template.split("||").all(lacks))
}

const fn ask(
    script: &'static str,
    gives: &'static [&'static str],
    question: Question,
    reading: Reading,
) -> Lookup {
    Lookup { script, gives, essential: &[], way: Way::Ask(question, reading) }
}

const fn held(
    script: &'static str,
    gives: &'static [&'static str],
    read: fn(&Account<'_>) -> Result<Values, LookupProblem>,
) -> Lookup {
    Lookup { script, gives, essential: &[], way: Way::Held(read) }
}

const fn site(script: &'static str) -> Lookup {
    let gives = &["cloudId", "baseUrl", "accountId"];
    Lookup { script, gives, essential: &["cloudId"], way: Way::Site }
}

const fn side_effect(script: &'static str, way: Way) -> Lookup {
    Lookup { script, gives: &[], essential: &[], way }
}

/// Of a list, the only one that counts.
const fn only(
    list: &'static str,
    counts: fn(&Value) -> bool,
    choice: &'static str,
    fields: &'static [(&'static str, &'static str)],
) -> Reading {
    Reading::OneOf(Choice { list, counts, of_several: OfSeveral::Unknown(choice), fields, keeps_list: None })
}

const API: Host = Host::Api(&[]);

const fn every(_: &Value) -> bool {
    true
}

const TABLE: &[Lookup] = &[
    // Calls depend on these.
    ask(
        "mailchimpPostConnection",
        &["dc"],
        Question { scheme: "OAuth", ..Question::get(Host::Tokens, "/oauth2/metadata") },
        Reading::Fields(&[("/dc", "dc")]),
    ),
    ask(
        "basecampPostConnection",
        &["accountId"],
        Question::get(Host::Tokens, "/authorization.json"),
        Reading::OneOf(Choice {
            list: "/accounts",
            counts: |account| account["product"] == "bc3",
            of_several: OfSeveral::Unknown("accountId"),
            fields: &[("/id", "accountId")],
            keeps_list: Some("accounts"),
        }),
    ),
    ask(
        "workablePostConnection",
        &["subdomain"],
        Question::get(Host::Api(&[("subdomain", "www")]), "/spi/v3/accounts"),
        only("/accounts", every, "subdomain", &[("/subdomain", "subdomain")]),
    ),
    ask(
        "sophosCentralPostConnection",
        &["tenantId", "dataRegion"],
        Question::get(Host::Api(&[("dataRegion", "https://api.central.sophos.com")]), "/whoami/v1"),
        Reading::Fields(&[("/id", "tenantId"), ("/apiHosts/dataRegion", "dataRegion")]),
    ),
    ask(
        "sage200PostConnection",
        &["company_id", "site_id"],
        Question::get(API, "/accounts/v1/sites"),
        Reading::OneOf(Choice {
            list: "",
            counts: every,
            of_several: OfSeveral::First,
            fields: &[("/company_id", "company_id"), ("/site_id", "site_id")],
            keeps_list: None,
        }),
    ),
    ask(
        "procorePostConnection",
        &["companyId"],
        Question::get(API, "/rest/v1.0/companies"),
        only("", |company| company["is_active"] != false, "companyId", &[("/id", "companyId")]),
    ),
    held("adobeUmapiPostConnection", &["clientId"], held::adobe),
    held("zohoPostConnection", &["extension"], held::zoho),
    site("jiraPostConnection"),
    site("atlassianGovernmentCloudPostConnection"),
    site("atlassianServicAccountPostConnection"),
    Lookup {
        essential: &["baseUri", "accountId"],
        ..ask(
            "docusignPostConnection",
            &["baseUri", "accountId"],
            Question::get(Host::Tokens, "/oauth/userinfo"),
            Reading::OneOf(Choice {
                list: "/accounts",
                counts: every,
                of_several: OfSeveral::Preferred(|account| account["is_default"] == true),
                fields: &[("/base_uri", "baseUri"), ("/account_id", "accountId")],
                keeps_list: None,
            }),
        )
    },
    // What backends like to know.
    ask(
        "xeroPostConnection",
        &["tenant_id"],
        Question::get(API, "/connections"),
        only("", every, "tenant_id", &[("/tenantId", "tenant_id")]),
    ),
    ask(
        "hubspotPostConnection",
        &["portalId"],
        Question::get(API, "/account-info/v3/details"),
        Reading::Fields(&[("/portalId", "portalId")]),
    ),
    ask(
        "calendlyPostConnection",
        &["organizationId"],
        Question::get(API, "/users/me"),
        Reading::Fields(&[("/resource/current_organization", "organizationId")]),
    ),
    ask(
        "linearPostConnection",
        &["organizationId"],
        Question::graphql("{ organization { id } }"),
        Reading::Fields(&[("/data/organization/id", "organizationId")]),
    ),
    ask(
        "attioPostConnection",
        &["workspace_id"],
        Question::get(API, "/v2/self"),
        Reading::Fields(&[("/workspace_id", "workspace_id")]),
    ),
    ask(
        "jobberPostConnection",
        &["accountId"],
        Question {
            headers: &[("x-jobber-graphql-version", "2025-01-20")],
            ..Question::graphql("{ account { id } }")
        },
        Reading::Fields(&[("/data/account/id", "accountId")]),
    ),
    ask(
        "gustoPostConnection",
        &["companyUuid"],
        Question::get(API, "/v1/token_info"),
        Reading::Fields(&[("/resource/uuid", "companyUuid")]),
    ),
    held("sellsyPostConnection", &["corpid"], held::sellsy),
    held("highlevelPostConnection", &["companyId", "locationId"], held::highlevel),
    held("snowflakePostConnection", &["username"], held::snowflake),
    held("microsoftTeamsPostConnection", &["tenantId"], held::microsoft_tenant),
    // What is done, and nothing found.
    side_effect("bullhornPostConnection", Way::Forget(&["username", "password"])),
    side_effect("sentryOauthPostConnection", Way::Tell(Message::SENTRY)),
    side_effect("ripplingShopAppPostConnection", Way::Tell(Message::RIPPLING)),
];
