//! The form of one provider, as plain data: what is asked, in which order, by which control, under which rule.

use std::fmt;
use std::sync::Arc;

use secrecy::SecretString;
use url::Url;

use super::hint::ValueRule;
use super::host::AuthorityRole;
use super::pattern::Pattern;
use super::schema::Format;
use super::texts::Untranslated;

/// The name of a field in the map it stands in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldName(Arc<str>);

impl FieldName {
    /// A name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(name.into())
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Where a field's value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldGroup {
    /// Into the credentials.
    Credential,
    /// Into the connection's configuration.
    Params,
    /// Into an assertion, once.
    Assertion,
}

impl FieldGroup {
    /// How paths of the group begin.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Credential => "credentials",
            Self::Params => "params",
            Self::Assertion => "assertion_option",
        }
    }
}

/// A field's name in an HTML form: `credentials.apiKey`, `params.subdomain`, `assertion_option.privateKey`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath {
    /// The group.
    pub group: FieldGroup,
    /// The name.
    pub name: FieldName,
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.group.as_str(), self.name)
    }
}

/// How a value is typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// One line.
    Text,
    /// One line, masked.
    Password,
    /// Several lines, for keys and certificates.
    TextArea,
    /// A choice; where the field is not required, an empty one comes first.
    Select {
        /// Values, shown as they are.
        options: Box<[Box<str>]>,
    },
}

/// What a browser may fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Autocomplete {
    /// Nothing is said.
    Unspecified,
    /// The name of an account.
    Username,
    /// The password of an account.
    CurrentPassword,
    /// Keys and tokens: nothing, by nobody.
    Off,
}

/// What a value must satisfy.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldRule {
    /// Nothing: the end user does not see the field.
    Anything,
    /// One of the options.
    OneOf {
        /// The options.
        options: Box<[Box<str>]>,
    },
    /// A text.
    Text {
        /// Its shape.
        format: Option<Format>,
        /// What must be found in it.
        pattern: Option<Pattern>,
        /// How long it may be, in characters.
        max: usize,
    },
}

/// One field.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a field, as the format has them")]
pub struct Field {
    /// Its group and name.
    pub path: FieldPath,
    /// Its place; fields are sorted by it.
    pub order: i64,
    /// How it is typed in.
    pub control: Control,
    /// Its label.
    pub label: Box<str>,
    /// Its help text.
    pub description: Option<Box<str>>,
    /// Which of the two are in English although the form is not.
    pub untranslated: Untranslated,
    /// Whether it bears the required mark. Some required fields accept an empty text all the same.
    pub required: bool,
    /// Whether an empty text is accepted.
    pub accepts_empty: bool,
    /// Whether its value is never shown again.
    pub secret: bool,
    /// Decoration before the input; not part of the value.
    pub prefix: Option<Box<str>>,
    /// Decoration after the input; not part of the value.
    pub suffix: Option<Box<str>>,
    /// What an empty input shows.
    pub placeholder: Box<str>,
    /// What the input holds at first, as the definition says.
    pub default: Option<Box<str>>,
    /// What the session fixes it to; then it is hidden.
    pub preset: Option<SecretString>,
    /// Whether it is submitted without being shown.
    pub hidden: bool,
    /// The page that explains it.
    pub documentation: Option<Url>,
    /// What a browser may fill in.
    pub autocomplete: Autocomplete,
    /// What its value must satisfy.
    pub rule: FieldRule,
    /// The example of its definition.
    pub example: Option<Box<str>>,
    /// What its value does in the authority part of URLs.
    pub authority: Box<[AuthorityRole]>,
    /// Texts that the definition itself puts before the value in a header, such as `Bearer `.
    pub header_prefixes: Box<[Box<str>]>,
}

/// The External ID of AWS, shown above the form to be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalId {
    /// What the session fixes it to; otherwise a new UUID is shown.
    pub preset: Option<Box<str>>,
}

/// What is asked of the end user, in order.
#[derive(Clone, Debug)]
pub struct Form {
    /// All fields, hidden ones included.
    pub fields: Vec<Field>,
    /// The External ID, where there is one.
    pub external_id: Option<ExternalId>,
    /// The guide as a whole.
    pub guide: Option<Url>,
    /// What the session fixes beside the fields; goes into the connection's configuration.
    pub fixed_params: Vec<(Box<str>, SecretString)>,
    /// What values say about themselves.
    pub(super) value_rules: Vec<ValueRule>,
}

impl Form {
    /// The path under which the External ID is submitted.
    pub const EXTERNAL_ID: &'static str = "params.external_id";

    /// The fields that are shown.
    pub fn visible(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.hidden)
    }

    /// Whether nothing is asked, so that one button is enough.
    #[must_use]
    pub fn no_input(&self) -> bool {
        self.visible().next().is_none()
    }
}
