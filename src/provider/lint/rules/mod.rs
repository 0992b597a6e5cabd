//! All rules: those that loading answers for, and one file for each of the others.

mod anchor_broken;
mod available;
mod category_unknown;
mod dead_key;
mod decoration_mismatch;
mod default_mismatch;
mod enum_with_rule;
mod example_masked;
mod example_mismatch;
mod field_twice;
mod flow_incomplete;
mod hidden_without_value;
mod hint_field;
mod host_unanchored;
mod key_unplaced;
mod loading;
mod name_twice;
mod pagination_incomplete;
mod pattern_unanchored;
mod placeholder_unresolved;
mod plain_http;
mod preset_needed;
mod refresh_grant;
mod retry_pattern;
mod secret_in_clear;
mod secret_in_config;
mod unused_field;
mod value_problem;
mod verification_missing;
mod words_missing;

use super::rule::Rule;

pub(super) use loading::{
    ALLOW_WITHOUT_EFFECT, DUPLICATE_KEY, MISSING_KEY, PATTERN_UNUSABLE, UNKNOWN_KEY, UNREADABLE, UNUSABLE,
};

/// The table of rules, the gravest first.
pub const RULES: &[Rule] = &[
    UNREADABLE,
    UNUSABLE,
    DUPLICATE_KEY,
    flow_incomplete::RULE,
    host_unanchored::RULE,
    secret_in_clear::RULE,
    placeholder_unresolved::RULE,
    default_mismatch::RULE,
    UNKNOWN_KEY,
    MISSING_KEY,
    PATTERN_UNUSABLE,
    ALLOW_WITHOUT_EFFECT,
    dead_key::RULE,
    unused_field::RULE,
    key_unplaced::RULE,
    verification_missing::RULE,
    secret_in_config::RULE,
    pattern_unanchored::RULE,
    example_mismatch::RULE,
    decoration_mismatch::RULE,
    anchor_broken::RULE,
    words_missing::RULE,
    hidden_without_value::RULE,
    enum_with_rule::RULE,
    field_twice::RULE,
    hint_field::RULE,
    pagination_incomplete::RULE,
    retry_pattern::RULE,
    plain_http::RULE,
    category_unknown::RULE,
    name_twice::RULE,
    refresh_grant::RULE,
    preset_needed::RULE,
    example_masked::RULE,
];
