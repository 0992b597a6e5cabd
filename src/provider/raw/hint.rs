//! Hints of our own: what a value or an answer says about a mistake.

use serde::{Deserialize, Serialize};

/// Both tables.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are explained in docs/writing-providers.md")]
pub struct RawHints {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<RawValueHint>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusals: Option<Vec<RawRefusalHint>>,
}

/// What a value says before it is sent anywhere.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are explained in docs/writing-providers.md")]
pub struct RawValueHint {
    pub field: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_with: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matches: Option<String>,
    pub message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub may_be_meant: Option<bool>,
}

/// What a refusal says.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are explained in docs/writing-providers.md")]
pub struct RawRefusalHint {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Vec<u16>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matches: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    pub message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
