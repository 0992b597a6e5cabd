//! One request of a login: a recipe and its values in, an answer out.

use indexmap::IndexMap;
use secrecy::SecretString;
use serde_json::{Map, Value};
use url::form_urlencoded;

use super::{
    answer::{self, Answer},
    recipe::{BodyFormat, RequestRecipe},
    values::Values,
    xml,
};
use crate::{
    auth::{ServiceContext, problem::ExchangeProblem},
    outbound::{Method, OutboundRequest},
};

/// What a client says that reads JSON and settles for texts.
const ACCEPT: &str = "application/json, text/plain, */*";

/// Makes the request.
pub async fn call(
    cx: ServiceContext<'_>,
    recipe: RequestRecipe<'_>,
    format: BodyFormat,
    values: &Values,
) -> Result<Answer, ExchangeProblem> {
    let request = request(cx, recipe, format, values)?;
    let host = request.host;
    match cx.outbound.send(request.outbound).await {
        Ok(response) => answer::read(response, host, values.secrets()),
        Err(error) => Err(ExchangeProblem::NoAnswer { error, host }),
    }
}

/// A request, and the host it goes to.
pub struct Request {
    /// What is sent.
    pub outbound: OutboundRequest,
    /// To whom.
    pub host: String,
}

/// Builds the request.
pub fn request(
    cx: ServiceContext<'_>,
    recipe: RequestRecipe<'_>,
    format: BodyFormat,
    values: &Values,
) -> Result<Request, ExchangeProblem> {
    let templates = values.templates(&cx);
    let mut built = templates.url(recipe.url_key, recipe.url)?;
    let host = built.url.host_str().unwrap_or_default().to_owned();
    let method = recipe.method()?;
    let parameters = templates.parameters(recipe.parameters)?;
    let headers = templates.texts(recipe.headers)?;
    if format == BodyFormat::Query && !parameters.is_empty() {
        built.url.query_pairs_mut().extend_pairs(parameters.iter().map(|(name, value)| (name, text(value))));
    }
    let body = if method == Method::GET { None } else { body(format, parameters) };
    let mut outbound = OutboundRequest::new(method, built.url).with_definition_port(built.definition_port);
    outbound = outbound.with_header("accept", ACCEPT)?;
    if let Some((content_type, body)) = body {
        outbound = outbound.with_header("content-type", content_type)?.with_body(&body);
    }
    // The definition's own come last, so that they count.
    for (name, value) in &headers {
        outbound = outbound.with_secret_header(name, value)?;
    }
    Ok(Request { outbound, host })
}

fn body(format: BodyFormat, parameters: IndexMap<String, Value>) -> Option<(&'static str, SecretString)> {
    Some(match format {
        BodyFormat::Json => ("application/json", json(parameters)),
        BodyFormat::Form => ("application/x-www-form-urlencoded", form(&parameters)),
        BodyFormat::Xml => ("application/xml", xml::write(&parameters)),
        BodyFormat::Query => return None,
    })
}

fn json(parameters: IndexMap<String, Value>) -> SecretString {
    Value::Object(parameters.into_iter().collect::<Map<_, _>>()).to_string().into()
}

fn form(parameters: &IndexMap<String, Value>) -> SecretString {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(parameters.iter().map(|(name, value)| (name, text(value))));
    body.finish().into()
}

/// A parameter as text: texts as they are, everything else as JSON writes it.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
