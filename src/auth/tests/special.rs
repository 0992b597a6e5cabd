//! The services with a check of their own: what they are asked, and which of their answers accept.

use super::*;
use check::{CheckFailure, Checked};

const IDENTITY: &str =
    "<GetCallerIdentityResponse><Arn>arn:aws:iam::1:user/x</Arn></GetCallerIdentityResponse>";
const SOAP_ERROR: &str =
    "<E><B><r><errorMessage>105: Authentication Credentials failed</errorMessage></r></B></E>";
const PAGE: &str = "<!DOCTYPE html><html><body><p>Sign in</p></body></html>";

struct Case {
    script: &'static str,
    mode: &'static str,
    asked: &'static str,
    accepts: &'static [(u16, &'static str)],
    refuses: &'static [(u16, &'static str)],
}

const CASES: &[Case] = &[
    Case {
        script: "apolloCredentialsVerification",
        mode: "API_KEY",
        asked: "GET /v1/auth/health",
        accepts: &[(200, r#"{"healthy":true,"is_logged_in":true}"#)],
        refuses: &[(200, r#"{"healthy":true,"is_logged_in":false}"#), (401, "{}")],
    },
    Case {
        script: "azureDevopsCredentialsVerification",
        mode: "BASIC",
        asked: "GET /_apis/projects?api-version=7.1&$top=1",
        accepts: &[(200, r#"{"count":1}"#)],
        refuses: &[(203, PAGE), (401, "")],
    },
    Case {
        script: "awsIamCredentialsVerification",
        mode: "BASIC",
        asked: "POST /sts",
        accepts: &[(200, IDENTITY)],
        refuses: &[(403, "<E><Error><Code>InvalidClientTokenId</Code></Error></E>")],
    },
    Case {
        script: "bitdefenderCredentialsVerification",
        mode: "BASIC",
        asked: "POST /v1.0/jsonrpc/general",
        accepts: &[(200, r#"{"id":"1","result":{"enabledApis":[]}}"#)],
        refuses: &[(200, r#"{"id":"1","error":{"code":-32600}}"#), (401, "")],
    },
    Case {
        script: "cdwCredentialsVerification",
        mode: "API_KEY",
        asked: "POST /order",
        accepts: &[(400, r#"{"message":"no lines"}"#)],
        refuses: &[(401, "{}"), (403, "{}")],
    },
    Case {
        script: "expensifyCredentialsVerification",
        mode: "BASIC",
        asked: "POST /ExpensifyIntegrations",
        accepts: &[(200, r#"{"responseCode":200,"policyList":[]}"#)],
        refuses: &[(200, r#"{"responseCode":401,"responseMessage":"Authentication error"}"#)],
    },
    Case {
        script: "lastpassCredentialsVerification",
        mode: "BASIC",
        asked: "POST /enterpriseapi.php",
        accepts: &[(200, r#"{"total":1,"count":1,"Users":{}}"#)],
        refuses: &[(200, r#"{"status":"FAIL","error":"Authorization Error"}"#)],
    },
    Case {
        script: "pushpayChmsV1CredentialsVerification",
        mode: "BASIC",
        asked: "GET /api.php?srv=api_status",
        accepts: &[(200, "<ccb_api><response><daily_limit>10000</daily_limit></response></ccb_api>")],
        refuses: &[(
            200,
            "<ccb_api><response><errors><error number=\"002\">Invalid username</error></errors></response></ccb_api>",
        )],
    },
    Case {
        script: "vantageApparelCredentialsVerification",
        mode: "BASIC",
        asked: "POST /OrderStatusService.svc",
        accepts: &[(200, "<E><B><r><StatusArray><Status/></StatusArray></r></B></E>")],
        refuses: &[(200, SOAP_ERROR), (500, "<E><B><Fault><faultstring>no</faultstring></Fault></B></E>")],
    },
    Case {
        script: "skioCredentialsVerification",
        mode: "API_KEY",
        asked: "POST /v1/graphql",
        accepts: &[(200, r#"{"data":{"Subscriptions":[]}}"#)],
        refuses: &[(200, r#"{"errors":[{"message":"access-denied"}]}"#)],
    },
    Case {
        script: "snipeItCredentialsVerification",
        mode: "API_KEY",
        asked: "GET /v1/hardware?limit=1",
        accepts: &[(200, r#"{"total":0,"rows":[]}"#)],
        refuses: &[(200, r#"{"status":"error","messages":"no"}"#), (401, r#"{"error":"Unauthorized."}"#)],
    },
];

fn credential(mode: &str) -> Credential {
    let wire = match mode {
        "API_KEY" => json!({ "type": "API_KEY", "apiKey": "k${apiKey}" }),
        _ => json!({ "type": "BASIC", "username": "<u&\"", "password": "p${credentials.username}" }),
    };
    Credential::from_wire(&wire).unwrap()
}

async fn bench(case: &Case) -> Bench {
    let definition = format!(
        "auth_mode: {}\ntoken_url: '{{service}}/sts'\ncredentials_verification_script: {}\n\
         proxy:\n  base_url: '{{service}}/'",
        case.mode, case.script,
    );
    Bench::new("special", &definition).await
}

async fn checked(bench: &Bench, case: &Case) -> Result<Checked, CheckFailure> {
    check::check(bench.cx(), &bench.provider, &credential(case.mode), &bench.config).await
}

#[tokio::test]
async fn each_accepts_and_refuses_as_its_service_means_it() {
    for case in CASES {
        let bench = bench(case).await;
        for (status, body) in case.accepts {
            bench.service.answer(*status, "text/plain", body);
            assert_eq!(checked(&bench, case).await, Ok(Checked::Accepted), "{} {body}", case.script);
            assert_eq!(bench.service.last().line, case.asked);
        }
        for (status, body) in case.refuses {
            bench.service.answer(*status, "text/plain", body);
            let refused = checked(&bench, case).await;
            assert!(matches!(refused, Err(CheckFailure::Refused { .. })), "{}: {refused:?}", case.script);
        }
    }
}

#[tokio::test]
async fn a_page_or_an_outage_speaks_neither_for_nor_against_a_credential() {
    for case in CASES {
        let bench = bench(case).await;
        for (status, body) in [(503, "{}"), (429, ""), (502, PAGE)] {
            bench.service.answer(status, "text/html", body);
            let unclear = checked(&bench, case).await;
            assert!(
                matches!(unclear, Err(CheckFailure::Unclear { .. })),
                "{} {status}: {unclear:?}",
                case.script
            );
        }
        // Azure's sign-in page and an accepted CDW order aside, a page with 200 is no answer of an API.
        if !case.script.starts_with("azure") && !case.script.starts_with("cdw") {
            bench.service.answer(200, "text/html", PAGE);
            let unclear = checked(&bench, case).await;
            assert!(matches!(unclear, Err(CheckFailure::Unclear { .. })), "{}: {unclear:?}", case.script);
        }
    }
}

#[tokio::test]
async fn what_was_typed_is_sent_as_it_was_typed() {
    let sent = async |script: &str| {
        let case = CASES.iter().find(|case| case.script.starts_with(script)).unwrap();
        let bench = bench(case).await;
        drop(checked(&bench, case).await);
        bench.service.last().body
    };
    let lastpass: Value = serde_json::from_str(&sent("lastpass").await).unwrap();
    assert_eq!(
        (&lastpass["cid"], &lastpass["provhash"]),
        (&json!("<u&\""), &json!("p${credentials.username}"))
    );
    let expensify = sent("expensify").await;
    let job = url::form_urlencoded::parse(expensify.as_bytes()).next().unwrap().1.into_owned();
    let job: Value = serde_json::from_str(&job).unwrap();
    assert_eq!(job["credentials"]["partnerUserID"], "<u&\"");
    let soap = sent("vantage").await;
    assert!(
        soap.contains("<os:id>&lt;u&amp;\"</os:id><os:password>p${credentials.username}</os:password>"),
        "{soap}"
    );
}

#[tokio::test]
async fn an_unknown_name_is_no_check() {
    let text =
        "auth_mode: API_KEY\ncredentials_verification_script: somethingElse\nproxy:\n  base_url: '{service}'";
    let bench = Bench::new("special", text).await;
    assert!(!check::is_declared(&bench.provider));
    let checked = check::check(bench.cx(), &bench.provider, &credential("API_KEY"), &bench.config).await;
    assert_eq!(checked, Ok(Checked::NotDeclared));
}
