//! How authenticated calls are built, tried again, paged and verified.

use serde::{Deserialize, Serialize};

use super::{Parameters, Texts};

/// The `proxy` map.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawProxy {
    pub base_url: Option<String>,
    pub headers: Option<Texts>,
    pub query: Option<Parameters>,
    pub body: Option<Parameters>,
    pub connection_config: Option<Parameters>,
    pub decompress: Option<bool>,
    pub forward_headers_on_redirect: Option<bool>,
    pub retry: Option<RawRetry>,
    pub paginate: Option<RawPaginate>,
    pub verification: Option<RawVerification>,
}

/// When a call is tried again.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawRetry {
    pub after: Option<Vec<String>>,
    pub at: Option<Vec<String>>,
    pub remaining: Option<String>,
    pub error_code: Option<Vec<String>>,
    pub in_body: Option<RawInBody>,
}

/// A time to wait for that stands in a body.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawInBody {
    pub path: Option<String>,
    pub strategy: Option<String>,
    pub value: Option<String>,
}

/// How lists are paged.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawPaginate {
    pub r#type: Option<String>,
    pub cursor_name_in_request: Option<String>,
    pub cursor_path_in_response: Option<String>,
    pub limit_name_in_request: Option<String>,
    pub link_path_in_response_body: Option<String>,
    pub link_rel_in_response_header: Option<String>,
    pub offset_name_in_request: Option<String>,
    pub offset_start_value: Option<i64>,
    pub offset_calculation_method: Option<String>,
    pub response_path: Option<String>,
}

/// The call that tries credentials.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawVerification {
    pub method: Option<String>,
    pub endpoints: Option<Vec<String>>,
    pub base_url_override: Option<String>,
    pub headers: Option<Texts>,
    pub data: Option<Parameters>,
}
