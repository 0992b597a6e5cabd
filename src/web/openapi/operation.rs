//! One call of the protocol as readers meet it: who may make it, what goes in, what comes out, what is refused.
//!
//! Owns the description's form and what every call of a kind has in common. Must not know any route.

use serde_json::Value;

use super::{
    caller::{Caller, Refusal},
    schema::{shape, text},
};
use crate::web::api::input::issue::Issues;

/// What a body's reader makes of a body, without what it read.
pub type Reader = fn(Option<&Value>) -> Result<(), Issues>;

/// The chapters of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// Connect sessions.
    Sessions,
    /// Integrations and providers.
    Integrations,
    /// Creating a connection from a browser.
    Connecting,
    /// Connections.
    Connections,
    /// Calls to services.
    Proxy,
    /// Webhooks.
    Webhooks,
    /// Environments and their settings.
    Settings,
    /// The way to a service and back.
    OAuth,
    /// What runs the server asks.
    Server,
    /// What is not here.
    Unbuilt,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the address.
    Path,
    /// Behind the question mark.
    Query,
    /// Among the headers.
    Header,
}

/// One parameter.
#[derive(Debug)]
pub struct Parameter {
    /// Where it stands.
    pub place: Place,
    /// Its name.
    pub name: &'static str,
    /// Whether a call without it is refused.
    pub required: bool,
    /// What it is for.
    pub about: &'static str,
    /// Its form.
    pub schema: Value,
    /// One that works.
    pub example: Value,
    /// Whether its members are written as `name[member]`.
    pub is_deep: bool,
}

/// What is sent.
#[derive(Debug)]
pub struct Body {
    /// Its form.
    pub schema: Value,
    /// Bodies that are accepted, each with a name.
    pub examples: Vec<(&'static str, Value)>,
    /// The handler's own reader, which the examples must please.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests hold the examples to it"))]
    pub reader: Reader,
    /// Whether a call without it is refused.
    pub required: bool,
}

/// A good answer.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// What it means.
    pub about: &'static str,
    /// Its content.
    pub content: Content,
}

/// What an answer holds.
#[derive(Debug)]
pub enum Content {
    /// Nothing.
    Empty,
    /// JSON of this form, such as this.
    Json(Value, Value),
    /// A page, or another text that is no JSON.
    Other(&'static str),
    /// Whatever the service sent.
    Passed,
}

/// One call.
#[derive(Debug)]
pub struct Operation {
    /// The HTTP method.
    pub method: &'static str,
    /// The address, with `{names}`.
    pub path: &'static str,
    /// The name that generated clients give it.
    pub id: &'static str,
    /// Where it belongs.
    pub chapter: Chapter,
    /// A few words.
    pub summary: &'static str,
    /// Some sentences.
    pub about: String,
    /// Who may call.
    pub caller: Caller,
    /// What stands in address, query and headers.
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub body: Option<Body>,
    /// The good answers.
    pub answers: Vec<Answer>,
    /// The refusals.
    pub refusals: Vec<Refusal>,
}

impl Operation {
    /// A call that everybody may make and that answers nothing yet.
    pub fn new(method: &'static str, path: &'static str, id: &'static str, summary: &'static str) -> Self {
        Self {
            method,
            path,
            id,
            chapter: Chapter::Server,
            summary,
            about: String::new(),
            caller: Caller::Anybody,
            parameters: Vec::new(),
            body: None,
            answers: Vec::new(),
            refusals: Vec::new(),
        }
    }

    /// Puts it into a chapter.
    pub const fn of(mut self, chapter: Chapter) -> Self {
        self.chapter = chapter;
        self
    }

    /// Says more.
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = about.into();
        self
    }

    /// Says who may call; how others are turned away follows from it.
    pub fn by(mut self, caller: Caller) -> Self {
        self.caller = caller;
        self.refuse(&caller.refusals())
    }

    /// Adds a part of the address.
    pub fn path(mut self, name: &'static str, about: &'static str, schema: Value, example: Value) -> Self {
        let place = Place::Path;
        self.parameters.push(Parameter {
            place,
            name,
            required: true,
            about,
            schema,
            example,
            is_deep: false,
        });
        self
    }

    /// Adds a query parameter; a name that ends in `?` may be missing.
    pub fn query(mut self, name: &'static str, about: &'static str, schema: Value, example: Value) -> Self {
        self.push(Place::Query, name, about, schema, example);
        self.refuse(&[(400, "invalid_query_params")])
    }

    /// Adds a query parameter of the form `name[member]`.
    pub fn deep_query(
        mut self,
        name: &'static str,
        about: &'static str,
        schema: Value,
        example: Value,
    ) -> Self {
        self.push(Place::Query, name, about, schema, example);
        if let Some(parameter) = self.parameters.last_mut() {
            parameter.is_deep = true;
        }
        self.refuse(&[(400, "invalid_query_params")])
    }

    /// Adds a header; a name that ends in `?` may be missing.
    pub fn header(mut self, name: &'static str, about: &'static str, schema: Value, example: Value) -> Self {
        self.push(Place::Header, name, about, schema, example);
        self.refuse(&[(400, "invalid_headers")])
    }

    fn push(&mut self, place: Place, name: &'static str, about: &'static str, schema: Value, example: Value) {
        let plain = name.strip_suffix('?');
        let (required, name) = (plain.is_none(), plain.unwrap_or(name));
        self.parameters.push(Parameter { place, name, required, about, schema, example, is_deep: false });
    }

    /// Takes no query at all.
    pub fn no_query(self) -> Self {
        self.refuse(&[(400, "invalid_query_params")])
    }

    /// Takes a JSON body, which this reader reads.
    pub fn body(mut self, schema: Value, reader: Reader, examples: Vec<(&'static str, Value)>) -> Self {
        self.body = Some(Body { schema, examples, reader, required: true });
        self.refuse(&[(400, "invalid_json"), (400, "invalid_body"), (413, "payload_too_large")])
    }

    /// Takes an empty JSON body or none.
    pub fn no_body(mut self) -> Self {
        let reader: Reader = |body| crate::web::api::input::credentials::Nothing::read(body).map(drop);
        let schema = super::schema::object([]);
        self.body = Some(Body { schema, examples: Vec::new(), reader, required: false });
        self.refuse(&[(400, "invalid_json"), (400, "invalid_body"), (413, "payload_too_large")])
    }

    /// Answers with JSON.
    pub fn answers(mut self, status: u16, about: &'static str, schema: Value, example: Value) -> Self {
        self.answers.push(Answer { status, about, content: Content::Json(schema, example) });
        self
    }

    /// Answers without JSON.
    pub fn answers_with(mut self, status: u16, about: &'static str, content: Content) -> Self {
        self.answers.push(Answer { status, about, content });
        self
    }

    /// Adds refusals.
    pub fn refuse(mut self, refusals: &[Refusal]) -> Self {
        for refusal in refusals {
            if !self.refusals.contains(refusal) {
                self.refusals.push(*refusal);
            }
        }
        self
    }

    /// The key of an integration as a part of the address.
    pub fn integration_key(self, name: &'static str) -> Self {
        self.path(name, "The key of the integration", shape("IntegrationKey"), "github-prod".into())
            .refuse(&[(400, "invalid_uri_params")])
    }

    /// The id of a connection as a part of the address.
    pub fn connection_id(self) -> Self {
        let example = "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f";
        self.path("connectionId", "The id of the connection", text(), example.into())
            .refuse(&[(400, "invalid_uri_params")])
    }
}
