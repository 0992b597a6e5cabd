//! Beginnings of keys that everybody mixes up. Only such as one service alone uses, and never a reason to refuse: a
//! service may well take what another one has issued.

use super::{HintMessage, ValueHint, ValueRule};
use crate::provider::{field::FieldPath, key::ProviderKey, pattern::Pattern};

/// How a key begins, whose it is, and how keys of that service's definitions begin.
const BEGINNINGS: &[(&str, &str, &[&str])] = &[
    ("sk-ant-", "Anthropic", &["anthropic", "claude"]),
    ("sk-proj-", "OpenAI", &["openai", "azure-openai"]),
    ("ghp_", "GitHub", &["github"]),
    ("gho_", "GitHub", &["github"]),
    ("ghu_", "GitHub", &["github"]),
    ("ghs_", "GitHub", &["github"]),
    ("github_pat_", "GitHub", &["github"]),
    ("glpat-", "GitLab", &["gitlab"]),
    ("xoxb-", "Slack", &["slack"]),
    ("xoxp-", "Slack", &["slack"]),
    ("xapp-", "Slack", &["slack"]),
    ("SG.", "SendGrid", &["sendgrid", "twilio"]),
    ("pat-na1-", "HubSpot", &["hubspot"]),
    ("pat-eu1-", "HubSpot", &["hubspot"]),
    ("shpat_", "Shopify", &["shopify"]),
    ("shpss_", "Shopify", &["shopify"]),
    ("ntn_", "Notion", &["notion"]),
    ("lin_api_", "Linear", &["linear"]),
    ("dop_v1_", "DigitalOcean", &["digitalocean", "digital-ocean"]),
    ("npm_", "npm", &["npm"]),
    ("hf_", "Hugging Face", &["hugging", "huggingface"]),
    ("AKIA", "Amazon Web Services", &["aws", "amazon"]),
    ("AIza", "Google", &["google", "youtube", "gemini", "firebase"]),
    (
        "ATATT3",
        "Atlassian",
        &["atlassian", "jira", "confluence", "trello", "bitbucket", "statuspage", "opsgenie"],
    ),
];
/// A header as it is sent, with its name or its scheme.
const HEADER: &str = r"^(?i:authorization\s*:|x-[a-z-]+\s*:|bearer\s+\S|basic\s+\S)";
/// A line of a settings file.
const ASSIGNMENT: &str = r"^(?:export\s+)?[A-Z][A-Z0-9_]{2,}\s*=\s*\S";

/// The rules for one field of a provider.
pub(super) fn rules(key: &ProviderKey, field: &FieldPath) -> Vec<ValueRule> {
    let pasted = [(HEADER, HintMessage::WholeHeader), (ASSIGNMENT, HintMessage::Assignment)];
    let pasted = pasted.into_iter().filter_map(|(pattern, message)| {
        let hint = ValueHint { message, name: None, may_be_meant: true };
        Some(ValueRule::new(field, "", Some(Pattern::parse(pattern).ok()?), hint))
    });
    let foreign = BEGINNINGS.iter().filter(|(_, _, own)| !own.iter().any(|own| key.as_str().contains(own)));
    let foreign = foreign.map(|(beginning, service, _)| {
        let name = Some(Box::from(*service));
        let hint = ValueHint { message: HintMessage::OtherService, name, may_be_meant: true };
        ValueRule::new(field, beginning, None, hint)
    });
    pasted.chain(foreign).collect()
}
