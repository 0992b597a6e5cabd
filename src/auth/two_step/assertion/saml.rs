//! Assertions in SAML 2.0, with an enveloped signature (XML Signature, RSA-SHA256, exclusive canonicalization).
//!
//! The document is written in its canonical form from the start: attributes in order, elements never self-closed,
//! namespaces where they are first used. So what is digested is what is written, but for the one declaration that
//! canonicalization drops.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::Making;
use crate::{
    auth::{
        ServiceContext,
        jws::SigningKey,
        problem::{DefinitionProblem, ExchangeProblem},
        two_step::xml,
    },
    clock::Timestamp,
};

/// How far clocks may differ.
const SKEW_MINUTES: i64 = 10;
const SAML: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
const DS: &str = "http://www.w3.org/2000/09/xmldsig#";
const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";

/// Signs one; the result is the document in base64.
pub fn make(
    cx: &ServiceContext<'_>,
    making: &Making<'_>,
    key: &SecretString,
) -> Result<SecretString, ExchangeProblem> {
    let bad_key = |_| ExchangeProblem::BadKey("private key");
    let key = SigningKey::parse(key).map_err(bad_key)?;
    let assertion = Assertion::fill(making, format!("_{}", cx.random.uuid()))?;
    let info =
        signed_info(&assertion.id, &STANDARD.encode(Sha256::digest(assertion.write("", Form::Canonical))));
    let signature = STANDARD.encode(key.sign_bytes(info.as_bytes()).map_err(bad_key)?);
    let signature = format!(
        "<ds:Signature xmlns:ds=\"{DS}\">{}<ds:SignatureValue>{signature}</ds:SignatureValue></ds:Signature>",
        // Inside its parent the namespace is declared already.
        info.replacen(&format!(" xmlns:ds=\"{DS}\""), "", 1)
    );
    Ok(STANDARD.encode(assertion.write(&signature, Form::Document)).into())
}

/// What is digested, and what is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Canonical,
    Document,
}

/// The values of an assertion, escaped.
struct Assertion {
    id: String,
    now: Timestamp,
    end: Timestamp,
    issuer: String,
    name: String,
    recipient: String,
    session: String,
    audiences: Vec<String>,
    attributes: Vec<(String, Attribute)>,
}

/// A value and its type in XML Schema.
struct Attribute {
    kind: &'static str,
    text: String,
}

impl Assertion {
    fn fill(making: &Making<'_>, id: String) -> Result<Self, DefinitionProblem> {
        let recipe = making.recipe;
        let filled = |template: Option<&String>, escape: fn(&str) -> String| match template {
            Some(template) => making.templates.text(template).map(|text| escape(text.expose_secret())),
            None => Ok(String::new()),
        };
        let text = |template| filled(template, xml::text);
        let attribute_text = |template| filled(template, xml::attribute);
        let audiences = match &recipe.audiences {
            Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            Some(Value::String(audience)) => vec![audience.clone()],
            _ => Vec::new(),
        };
        let attributes = making.templates.parameters(recipe.attributes.as_ref())?;
        Ok(Self {
            id,
            now: making.now,
            end: making.end(),
            issuer: text(recipe.issuer.as_ref())?,
            name: text(recipe.name_identifier.as_ref())?,
            recipient: attribute_text(recipe.recipient.as_ref())?,
            session: attribute_text(recipe.session_index.as_ref())?,
            audiences: audiences.iter().map(|audience| text(Some(audience))).collect::<Result<_, _>>()?,
            attributes: attributes.into_iter().map(attribute).collect(),
        })
    }

    fn write(&self, signature: &str, form: Form) -> String {
        let Self { id, issuer, .. } = self;
        let issued = self.now.to_z_iso();
        let parts = [self.subject(), self.conditions(), self.statement(), self.attributes(form)].concat();
        format!(
            "<saml:Assertion xmlns:saml=\"{SAML}\" ID=\"{id}\" IssueInstant=\"{issued}\" Version=\"2.0\">\
             <saml:Issuer>{issuer}</saml:Issuer>{signature}{parts}</saml:Assertion>"
        )
    }

    fn subject(&self) -> String {
        let Self { name, recipient, .. } = self;
        let end = self.end.to_z_iso();
        format!(
            "<saml:Subject><saml:NameID Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified\">{name}\
             </saml:NameID><saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\">\
             <saml:SubjectConfirmationData NotOnOrAfter=\"{end}\" Recipient=\"{recipient}\">\
             </saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>"
        )
    }

    fn conditions(&self) -> String {
        let (start, end) = (self.now.plus_minutes(-SKEW_MINUTES).to_z_iso(), self.end.to_z_iso());
        let audiences: String =
            self.audiences.iter().map(|name| format!("<saml:Audience>{name}</saml:Audience>")).collect();
        format!(
            "<saml:Conditions NotBefore=\"{start}\" NotOnOrAfter=\"{end}\"><saml:AudienceRestriction>{audiences}\
             </saml:AudienceRestriction></saml:Conditions>"
        )
    }

    fn statement(&self) -> String {
        let (issued, session) = (self.now.to_z_iso(), &self.session);
        format!(
            "<saml:AuthnStatement AuthnInstant=\"{issued}\" SessionIndex=\"{session}\"><saml:AuthnContext>\
             <saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport\
             </saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>"
        )
    }

    fn attributes(&self, form: Form) -> String {
        // The prefix stands in a value alone, so canonicalization does not see it used.
        let xs = match form {
            Form::Document => " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"",
            Form::Canonical => "",
        };
        let element = |(name, Attribute { kind, text }): &(String, Attribute)| {
            format!(
                "<saml:Attribute Name=\"{name}\"><saml:AttributeValue{xs} \
                 xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"xs:{kind}\">{text}\
                 </saml:AttributeValue></saml:Attribute>"
            )
        };
        let elements: String = self.attributes.iter().map(element).collect();
        format!("<saml:AttributeStatement>{elements}</saml:AttributeStatement>")
    }
}

fn attribute((name, value): (String, Value)) -> (String, Attribute) {
    let attribute = match value {
        Value::Bool(flag) => Attribute { kind: "boolean", text: flag.to_string() },
        Value::String(text) => Attribute { kind: "string", text: xml::text(&text) },
        other => Attribute { kind: "string", text: xml::text(&other.to_string()) },
    };
    (xml::attribute(&name), attribute)
}

fn signed_info(id: &str, digest: &str) -> String {
    format!(
        "<ds:SignedInfo xmlns:ds=\"{DS}\">\
         <ds:CanonicalizationMethod Algorithm=\"{EXCLUSIVE}\"></ds:CanonicalizationMethod>\
         <ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"></ds:SignatureMethod>\
         <ds:Reference URI=\"#{id}\"><ds:Transforms>\
         <ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"></ds:Transform>\
         <ds:Transform Algorithm=\"{EXCLUSIVE}\"></ds:Transform></ds:Transforms>\
         <ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>\
         <ds:DigestValue>{digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>"
    )
}
