//! A domain form → what its page shows.

use std::collections::BTreeMap;

use super::hint_words;
use super::page::{self, Affixes, Control, ExternalId, PasswordKind, RepairNotice};
use crate::{
    auth::{check::CheckFailure, problem::ExchangeProblem},
    connection::ObtainError,
    outbound::OutboundError,
    provider::{self, Autocomplete, FieldPath, Form, Problem, Rejected, Repair},
};

/// What is shown in a form beside its definition.
#[derive(Default)]
pub struct Filled {
    /// What the visible fields that are not secret hold.
    pub kept: BTreeMap<FieldPath, String>,
    /// What is wrong with them.
    pub problems: Vec<(FieldPath, Problem)>,
    /// What was put right.
    pub repairs: Vec<(FieldPath, Repair)>,
    /// Whether the form was sent before, so that its secrets have to be typed again.
    pub sent: bool,
}

impl From<Rejected> for Filled {
    fn from(rejected: Rejected) -> Self {
        Self { kept: rejected.kept, problems: rejected.problems, repairs: rejected.repairs, sent: true }
    }
}

/// The visible fields, in order.
#[must_use]
pub fn fields(form: &Form, filled: &Filled) -> Vec<page::Field> {
    form.visible().map(|field| view(field, filled)).collect()
}

fn view(field: &provider::Field, filled: &Filled) -> page::Field {
    let problem = filled.problems.iter().find(|(path, _)| *path == field.path).map(|(_, problem)| problem);
    let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    page::Field {
        name: field.path.to_string(),
        label: field.label.to_string(),
        required: field.required,
        description: text(&field.description),
        untranslated: field.untranslated,
        documentation_url: field.documentation.as_ref().map(ToString::to_string),
        affixes: Affixes { prefix: text(&field.prefix), suffix: text(&field.suffix) },
        control: control(field, filled),
        problem: problem.map(|problem| problem_view(problem, field)),
        enter_again: field.secret && filled.sent && problem.is_none(),
    }
}

fn control(field: &provider::Field, filled: &Filled) -> Control {
    let placeholder = Some(field.placeholder.to_string()).filter(|text| !text.is_empty());
    let value = || filled.kept.get(&field.path).cloned().unwrap_or_else(|| initial(field, filled.sent));
    match &field.control {
        provider::Control::Text => Control::Text {
            value: value(),
            placeholder,
            username: field.autocomplete == Autocomplete::Username,
        },
        provider::Control::Password => Control::Password {
            placeholder,
            kind: match field.autocomplete {
                Autocomplete::CurrentPassword => PasswordKind::Account,
                _ => PasswordKind::Secret,
            },
        },
        provider::Control::TextArea => Control::TextArea { placeholder },
        provider::Control::Select { options } => {
            Control::Select { options: options.iter().map(ToString::to_string).collect(), value: value() }
        }
    }
}

/// What a field holds before anything was typed; afterwards an empty field is meant to be empty.
fn initial(field: &provider::Field, sent: bool) -> String {
    match (&field.default, &field.control) {
        _ if sent => String::new(),
        (Some(default), _) => default.to_string(),
        (None, provider::Control::Select { options }) if field.required => {
            options.first().map_or_else(String::new, ToString::to_string)
        }
        _ => String::new(),
    }
}

fn problem_view(problem: &Problem, field: &provider::Field) -> page::Problem {
    let example = || field.example.as_deref().map(str::to_owned).filter(|_| !field.secret);
    match problem {
        Problem::Missing => page::Problem::Missing,
        Problem::NotAnOption => page::Problem::NotAnOption,
        Problem::Pattern { .. } => page::Problem::Pattern { example: example() },
        Problem::Hostname => {
            page::Problem::Hostname { example: example().unwrap_or_else(|| "acme.example.com".to_owned()) }
        }
        Problem::Uri => page::Problem::Uri,
        Problem::Uuid => page::Problem::Uuid,
        Problem::Email => page::Problem::Email,
        Problem::HostLabel { example } => {
            page::Problem::HostLabel { example: label_example(example.as_deref(), field) }
        }
        Problem::Authority => {
            page::Problem::Authority { example: example().unwrap_or_else(|| "acme.example.com".to_owned()) }
        }
        Problem::Port => page::Problem::Pattern { example: Some("443".to_owned()) },
        Problem::Hint(hint) => page::Problem::Hint {
            key: hint_words::key(hint.message),
            name: hint.name.as_deref().unwrap_or_default().to_owned(),
            confirm: hint
                .may_be_meant
                .then(|| (provider::Form::confirmation(&field.path), hint.message.as_str().to_owned())),
        },
        Problem::TooLong { max } => page::Problem::TooLong { max: *max },
    }
}

/// The right part and the whole address it is from: `acme` and `acme.zendesk.com`.
fn label_example(example: Option<&str>, field: &provider::Field) -> Option<(String, String)> {
    let example = example?;
    let suffix = field.suffix.as_deref()?;
    Some((example.to_owned(), format!("{example}{suffix}")))
}

/// What was put right, in the form's words. A secret's new value is not shown.
#[must_use]
pub fn repairs(form: &Form, filled: &Filled) -> Vec<RepairNotice> {
    let notice = |(path, repair): &(FieldPath, Repair)| {
        let field = form.fields.iter().find(|field| field.path == *path)?;
        let value = filled.kept.get(path).cloned().unwrap_or_default();
        let repair = match repair {
            Repair::UrlToSubdomain | Repair::UrlToHost => page::Repair::UrlToSubdomain { value },
            Repair::TrimmedBlanks => page::Repair::TrimmedBlanks,
            Repair::RemovedZeroWidth => page::Repair::RemovedZeroWidth,
            Repair::RemovedHeaderPrefix { .. } => page::Repair::RemovedBearerPrefix,
            Repair::PemLineBreaks => page::Repair::PemLineBreaks,
        };
        Some(RepairNotice { label: field.label.to_string(), repair })
    };
    filled.repairs.iter().filter_map(notice).collect()
}

/// The External ID box, with the id that was shown before.
#[must_use]
pub fn external_id(
    form: &Form,
    shown_before: Option<String>,
    new_id: impl FnOnce() -> String,
) -> Option<ExternalId> {
    let external_id = form.external_id.as_ref()?;
    let value = match &external_id.preset {
        Some(preset) => preset.to_string(),
        None => shown_before.unwrap_or_else(new_id),
    };
    Some(ExternalId { name: Form::EXTERNAL_ID.to_owned(), value })
}

/// Why nothing was connected, as the page says it.
#[must_use]
pub fn failure(error: &ObtainError, form: &Form) -> page::CheckFailure {
    match error {
        ObtainError::Check(failure) => of_check(failure, form),
        ObtainError::Token(problem) | ObtainError::Signed(_, problem) => of_token(problem, form),
        ObtainError::Login(problem) => of_login(problem, form),
        ObtainError::NoClient => page::CheckFailure::Refused { field: field(form, "client_id") },
        ObtainError::Sealed(_) => page::CheckFailure::NotStored,
    }
}

fn of_check(failure: &CheckFailure, form: &Form) -> page::CheckFailure {
    match failure {
        CheckFailure::Refused { hint: Some(hint), .. } => page::CheckFailure::Hinted {
            key: hint_words::key(hint.message),
            name: hint.name.as_deref().unwrap_or_default().to_owned(),
            field: hint.field.as_ref().and_then(|path| shown(form, path)),
        },
        CheckFailure::Refused { status: 403, .. } => page::CheckFailure::Denied,
        CheckFailure::Refused { status: 401, .. } => page::CheckFailure::Refused { field: only_secret(form) },
        CheckFailure::Refused { status, .. } | CheckFailure::Unclear { status, .. } => {
            page::CheckFailure::Status(*status)
        }
        CheckFailure::NoAnswer { error, host } => no_answer(*error, host.clone().unwrap_or_default()),
        CheckFailure::NoRequest => page::CheckFailure::NoAddress,
    }
}

/// A token endpoint refuses a client with 400 as well (RFC 6749 §5.2).
fn of_token(problem: &ExchangeProblem, form: &Form) -> page::CheckFailure {
    match problem {
        ExchangeProblem::Refused(refusal) if refusal.status == 429 || refusal.status >= 500 => {
            page::CheckFailure::Status(refusal.status)
        }
        ExchangeProblem::Refused(_) => page::CheckFailure::Refused { field: None },
        ExchangeProblem::BadKey("client_private_key") => {
            page::CheckFailure::Refused { field: field(form, "client_private_key") }
        }
        ExchangeProblem::BadKey("private key") => page::CheckFailure::Refused { field: only_secret(form) },
        ExchangeProblem::BadValue(name) => page::CheckFailure::Refused { field: field(form, name) },
        ExchangeProblem::BadKey(_) | ExchangeProblem::Header(_) => {
            page::CheckFailure::Refused { field: field(form, "client_certificate") }
        }
        ExchangeProblem::Unreadable { status, .. } => page::CheckFailure::Status(*status),
        ExchangeProblem::NoToken { .. } => page::CheckFailure::Status(200),
        ExchangeProblem::NoAnswer { error, host } => no_answer(*error, host.clone()),
        ExchangeProblem::Owner(_) => page::CheckFailure::NotSetUp,
        ExchangeProblem::Definition(_) | ExchangeProblem::NotOffered => page::CheckFailure::NoAddress,
    }
}

/// A login is refused in as many ways as there are services; an answer without a token is a refusal as well.
fn of_login(problem: &ExchangeProblem, form: &Form) -> page::CheckFailure {
    match problem {
        ExchangeProblem::Refused(refusal) => match refusal.status {
            200..=299 | 400 | 401 | 403 | 422 => page::CheckFailure::Refused { field: only_secret(form) },
            status => page::CheckFailure::Status(status),
        },
        ExchangeProblem::NoToken { .. } => page::CheckFailure::NoToken,
        ExchangeProblem::BadKey(_) => {
            page::CheckFailure::Refused { field: field(form, "privateKey").or_else(|| only_secret(form)) }
        }
        ExchangeProblem::Header(_) => page::CheckFailure::Refused { field: None },
        ExchangeProblem::NoAnswer {
            error: OutboundError::TooLarge | OutboundError::TooManyRedirects,
            ..
        } => page::CheckFailure::Unusable,
        other => of_token(other, form),
    }
}

/// A visible field by its path.
fn shown(form: &Form, path: &FieldPath) -> Option<(String, String)> {
    let found = form.visible().find(|field| field.path == *path)?;
    Some((found.path.to_string(), found.label.to_string()))
}

/// A visible field by its name.
fn field(form: &Form, name: &str) -> Option<(String, String)> {
    let found = form.visible().find(|field| field.path.to_string().ends_with(&format!(".{name}")))?;
    Some((found.path.to_string(), found.label.to_string()))
}

fn no_answer(error: OutboundError, host: String) -> page::CheckFailure {
    match error {
        OutboundError::TimedOut | OutboundError::Busy => page::CheckFailure::TimedOut { host },
        OutboundError::Forbidden(_) => page::CheckFailure::ForbiddenAddress { host },
        OutboundError::Tls => page::CheckFailure::Tls { host },
        _ => page::CheckFailure::Unreachable { host },
    }
}

/// The one secret that a refusal can be about, where there is only one.
fn only_secret(form: &Form) -> Option<(String, String)> {
    let mut secrets = form.visible().filter(|field| field.secret);
    match (secrets.next(), secrets.next()) {
        (Some(only), None) => Some((only.path.to_string(), only.label.to_string())),
        _ => None,
    }
}
