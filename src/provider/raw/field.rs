//! The schema of one field.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// One field of `credentials`, `connection_config`, `integration_config` or `assertion_option`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawField {
    pub r#type: Option<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub doc_section: Option<String>,
    pub example: Option<String>,
    pub pattern: Option<String>,
    pub format: Option<String>,
    pub order: Option<i64>,
    pub prefix: Option<String>,
    pub suffix: Option<String>,
    pub r#enum: Option<Vec<String>>,
    pub optional: Option<bool>,
    pub automated: Option<bool>,
    pub hidden: Option<bool>,
    pub default_value: Option<String>,
    pub secret: Option<bool>,
    pub visible_when: Option<RawVisibleWhen>,
    pub warnings: Option<IndexMap<String, String>>,
}

/// On what a field of the owner's form depends.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawVisibleWhen {
    pub field: String,
    pub equals: String,
}
