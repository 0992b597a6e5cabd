//! What the template shows of chapters and calls.

use serde_json::Value;

use super::{
    field::{Field, fields, kind},
    prose::{Paragraph, paragraphs},
};
use crate::web::openapi::{
    chapters::CHAPTERS,
    operation::{Body, Content, Operation, Parameter, Place},
    refusals,
};

/// A chapter with its calls.
pub struct ChapterView {
    /// Its title.
    pub name: &'static str,
    /// Where it begins.
    pub anchor: String,
    /// What it is about.
    pub about: Vec<Paragraph>,
    /// The calls.
    pub calls: Vec<CallView>,
}

/// A call.
pub struct CallView {
    /// Where it stands.
    pub anchor: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The address.
    pub path: &'static str,
    /// A few words.
    pub summary: &'static str,
    /// Some sentences.
    pub about: Vec<Paragraph>,
    /// Who may call.
    pub needs: Vec<Paragraph>,
    /// What stands in address, query and headers.
    pub parameters: Vec<ParameterView>,
    /// The fields of the body.
    pub fields: Vec<Field>,
    /// Bodies that work.
    pub examples: Vec<Example>,
    /// The good answers.
    pub answers: Vec<AnswerView>,
    /// The refusals, by status.
    pub refusals: Vec<RefusalView>,
}

/// A parameter.
pub struct ParameterView {
    /// Its name, as it is written.
    pub name: String,
    /// Where it stands and what it may be.
    pub kind: String,
    /// What it is for.
    pub about: Vec<Paragraph>,
}

/// A piece of JSON with a title.
pub struct Example {
    /// What it shows.
    pub title: String,
    /// The JSON.
    pub json: String,
}

/// A good answer.
pub struct AnswerView {
    /// Its status, or nothing for whatever the service answered.
    pub status: String,
    /// What it means.
    pub about: Vec<Paragraph>,
    /// What it may look like.
    pub example: Option<String>,
}

/// A status with its codes.
pub struct RefusalView {
    /// The status.
    pub status: u16,
    /// The codes.
    pub codes: Vec<&'static str>,
}

/// All chapters.
pub fn chapters(operations: &[Operation], shapes: &Value) -> Vec<ChapterView> {
    CHAPTERS
        .iter()
        .map(|chapter| {
            let own = operations.iter().filter(|operation| operation.chapter == chapter.chapter);
            ChapterView {
                name: chapter.name,
                anchor: chapter.name.to_lowercase().replace(' ', "-"),
                about: paragraphs(chapter.about),
                calls: own.map(|operation| CallView::new(operation, shapes)).collect(),
            }
        })
        .collect()
}

impl CallView {
    /// Only what names it.
    pub fn brief(operation: &Operation) -> Self {
        Self {
            anchor: operation.id,
            method: operation.method,
            path: operation.path,
            summary: operation.summary,
            about: Vec::new(),
            needs: Vec::new(),
            parameters: Vec::new(),
            fields: Vec::new(),
            examples: Vec::new(),
            answers: Vec::new(),
            refusals: Vec::new(),
        }
    }

    fn new(operation: &Operation, shapes: &Value) -> Self {
        let body = operation.body.as_ref();
        Self {
            about: paragraphs(&operation.about),
            needs: paragraphs(&format!("Needs {}.", operation.caller.words())),
            parameters: operation
                .parameters
                .iter()
                .map(|parameter| parameter_view(parameter, shapes))
                .collect(),
            fields: body.map(|body| fields(&body.schema, shapes)).unwrap_or_default(),
            examples: body.map(examples).unwrap_or_default(),
            answers: operation.answers.iter().map(answer_view).collect(),
            refusals: refusal_views(operation),
            ..Self::brief(operation)
        }
    }
}

fn parameter_view(parameter: &Parameter, shapes: &Value) -> ParameterView {
    let place = match parameter.place {
        Place::Path => "in the path",
        Place::Query => "in the query",
        Place::Header => "header",
    };
    let name = if parameter.is_deep { format!("{}[…]", parameter.name) } else { parameter.name.to_owned() };
    let required = if parameter.required && parameter.place != Place::Path { ", required" } else { "" };
    ParameterView {
        name,
        kind: format!("{place}, {}{required}", kind(&parameter.schema, shapes)),
        about: paragraphs(parameter.about),
    }
}

fn examples(body: &Body) -> Vec<Example> {
    let one = |(title, json): &(&str, Value)| Example { title: format!("Send: {title}"), json: pretty(json) };
    body.examples.iter().map(one).collect()
}

fn pretty(json: &Value) -> String {
    serde_json::to_string_pretty(json).unwrap_or_default()
}

fn answer_view(answer: &super::super::operation::Answer) -> AnswerView {
    let example = match &answer.content {
        Content::Json(_, example) => Some(pretty(example)),
        Content::Empty | Content::Other(_) | Content::Passed => None,
    };
    let status = if answer.status == 0 { "any".to_owned() } else { answer.status.to_string() };
    AnswerView { status, about: paragraphs(answer.about), example }
}

fn refusal_views(operation: &Operation) -> Vec<RefusalView> {
    let mut all = refusals(operation);
    all.sort_unstable();
    all.chunk_by(|a, b| a.0 == b.0)
        .filter_map(|chunk| {
            let (status, _) = chunk.first()?;
            Some(RefusalView { status: *status, codes: chunk.iter().map(|(_, code)| *code).collect() })
        })
        .collect()
}
