//! Services that refuse inside an XML answer.

use roxmltree::Document;
use secrecy::{ExposeSecret as _, SecretString};

use crate::auth::{
    Credential,
    check::{
        CheckFailure, Checked, template,
        trial::{Answer, Trial},
    },
};

const ORDER_STATUS: &str = "http://www.promostandards.org/WSDL/OrderStatusService/1.0.0/";

/// The one call that every API user may make; errors stand in a list of their own.
pub async fn pushpay_chms(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let answer = trial.call(&template::get(trial.provider, "/api.php?srv=api_status")).await?;
    answer.by_status()?;
    accepted_unless(&answer, &["error"])
}

/// `PromoStandards`, SOAP: which states orders can have is told to every customer.
pub async fn vantage_apparel(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let Credential::Basic { username, password } = trial.credential else {
        return Err(CheckFailure::NoRequest);
    };
    let envelope = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:os=\"{ORDER_STATUS}\">\
         <soap:Body><os:GetOrderStatusTypesRequest><os:wsVersion>1.0.0</os:wsVersion>\
         <os:id>{}</os:id><os:password>{}</os:password>\
         </os:GetOrderStatusTypesRequest></soap:Body></soap:Envelope>",
        escape(username.expose_secret()),
        escape(password.expose_secret()),
    );
    let mut call = template::post(trial.provider, "/OrderStatusService.svc", "text/xml; charset=utf-8");
    call.headers.push(("soapaction".to_owned(), "\"getOrderStatusTypes\"".to_owned()));
    call.default_basic = false;
    let answer = trial.call_with(&call, SecretString::from(envelope)).await?;
    match answer.status() {
        // Nothing stands there any more: that does not speak against the password.
        404 => return Ok(Checked::NotDeclared),
        // SOAP 1.1 tells faults with 500; the body says what it is about.
        500 => {}
        _ => answer.by_status()?,
    }
    accepted_unless(&answer, &["errorMessage", "ErrorMessage", "Fault"])
}

/// Whether an answer has none of these elements with something in them. What is no XML at all is no refusal either.
fn accepted_unless(answer: &Answer, errors: &[&str]) -> Result<Checked, CheckFailure> {
    let text = answer.text();
    let document = Document::parse(&text).map_err(|_| answer.unclear())?;
    let is_error = |node: roxmltree::Node<'_, '_>| {
        errors.contains(&node.tag_name().name())
            && node
                .descendants()
                .any(|inner| inner.is_text() && !inner.text().unwrap_or_default().trim().is_empty())
    };
    let refused = document.descendants().any(is_error);
    // A page for people is well-formed at times.
    let is_page = document.root_element().tag_name().name().eq_ignore_ascii_case("html");
    match (is_page, refused) {
        (true, _) => Err(answer.unclear()),
        (false, true) => Err(answer.refused()),
        (false, false) => Ok(Checked::Accepted),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
