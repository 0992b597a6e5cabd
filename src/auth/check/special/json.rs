//! Services that refuse inside a JSON answer.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::auth::{
    Credential,
    check::{
        CheckFailure, Checked, template,
        trial::{Answer, Trial},
    },
};

/// Answers everybody, and says whether the key is known.
pub async fn apollo(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let answer = trial.call(&template::get(trial.provider, "/v1/auth/health")).await?;
    accepted_if(&answer, |body| body["is_logged_in"] == true)
}

/// JSON-RPC: a result, or an error.
pub async fn bitdefender(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let data = json!({ "jsonrpc": "2.0", "id": "1", "method": "getApiKeyDetails", "params": {} });
    let call = template::post(trial.provider, "/v1.0/jsonrpc/general", "application/json");
    let answer = trial.call_with(&call, SecretString::from(data.to_string())).await?;
    accepted_if(&answer, |body| body.get("result").is_some() && body.get("error").is_none())
}

/// One address for everything; the credentials go in the job's description, the outcome comes as `responseCode`.
pub async fn expensify(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let Credential::Basic { username, password } = trial.credential else {
        return Err(CheckFailure::NoRequest);
    };
    let job = json!({
        "type": "get",
        "credentials": {
            "partnerUserID": username.expose_secret(),
            "partnerUserSecret": password.expose_secret(),
        },
        "inputSettings": { "type": "policyList" },
    });
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("requestJobDescription", &job.to_string())
        .finish();
    let content_type = "application/x-www-form-urlencoded";
    let call = template::post(trial.provider, "/ExpensifyIntegrations", content_type);
    let answer = trial.call_with(&call, SecretString::from(form)).await?;
    accepted_if(&answer, |body| body["responseCode"] == 200)
}

/// Number and hash go in the body; a refusal is a 200 with a status of its own.
pub async fn lastpass(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let Credential::Basic { username, password } = trial.credential else {
        return Err(CheckFailure::NoRequest);
    };
    let data = json!({
        "cid": username.expose_secret(),
        "provhash": password.expose_secret(),
        "cmd": "getuserdata",
        "data": { "pagesize": 1 },
    });
    let call = template::post(trial.provider, "/enterpriseapi.php", "application/json");
    let answer = trial.call_with(&call, SecretString::from(data.to_string())).await?;
    accepted_if(&answer, |body| {
        let has_failed = body["status"].as_str().is_some_and(|status| status.eq_ignore_ascii_case("fail"));
        body.is_object() && !has_failed && body.get("error").is_none()
    })
}

/// A refusal is a 200 with a status of its own, or the sign-in page.
pub async fn snipe_it(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let answer = trial.call(&template::get(trial.provider, "/v1/hardware?limit=1")).await?;
    accepted_if(&answer, |body| body.is_object() && body["status"] != "error" && body.get("error").is_none())
}

/// The status first, then the body. What is no JSON at all is no refusal either.
pub(super) fn accepted_if(
    answer: &Answer,
    accepts: impl FnOnce(&Value) -> bool,
) -> Result<Checked, CheckFailure> {
    answer.by_status()?;
    if accepts(&answer.json()?) { Ok(Checked::Accepted) } else { Err(answer.refused()) }
}
