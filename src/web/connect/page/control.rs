//! The input elements of a generated form, one template each.

use askama::Template;

/// What a password input holds; decides what password managers may do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordKind {
    /// The password of an account: password managers are welcome.
    Account,
    /// An API key, token or other secret: password managers keep out.
    Secret,
}

/// How a field is entered. Secrets carry no value: they are never sent back to the browser.
#[derive(Clone, Debug)]
pub enum Control {
    /// One line of text.
    Text {
        /// The value so far.
        value: String,
        /// An example, shown while the input is empty.
        placeholder: Option<String>,
        /// Whether this is the user name that belongs to an account's password.
        username: bool,
    },
    /// One line that is hidden until shown.
    Password {
        /// An example, shown while the input is empty.
        placeholder: Option<String>,
        /// What kind of secret it is.
        kind: PasswordKind,
    },
    /// Several lines, for keys and certificates.
    TextArea {
        /// An example, shown while the input is empty.
        placeholder: Option<String>,
    },
    /// One of several options.
    Select {
        /// What can be chosen.
        options: Vec<String>,
        /// What is chosen; empty for nothing.
        value: String,
    },
}

/// What every control needs to know of its field.
pub(super) struct Binding {
    pub id: String,
    pub name: String,
    pub required: bool,
    pub read_only: bool,
    pub wrong: bool,
    pub direction: &'static str,
    pub labelled_by: Option<String>,
    pub described_by: Option<String>,
}

#[derive(Template)]
#[template(path = "components/text.html")]
pub(super) struct TextControl<'a> {
    pub b: &'a Binding,
    pub value: &'a str,
    pub placeholder: Option<&'a str>,
    pub username: bool,
}

#[derive(Template)]
#[template(path = "components/password.html")]
pub(super) struct PasswordControl<'a> {
    pub b: &'a Binding,
    pub placeholder: Option<&'a str>,
    pub account: bool,
}

#[derive(Template)]
#[template(path = "components/textarea.html")]
pub(super) struct TextAreaControl<'a> {
    pub b: &'a Binding,
    pub placeholder: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "components/select.html")]
pub(super) struct SelectControl<'a> {
    pub b: &'a Binding,
    pub options: &'a [String],
    pub value: &'a str,
    pub none: &'a str,
}

impl Control {
    /// Draws the control; `none` is the label of "no choice".
    pub(super) fn draw(&self, b: &Binding, none: &str) -> askama::Result<String> {
        match self {
            Self::Text { value, placeholder, username } => {
                TextControl { b, value, placeholder: placeholder.as_deref(), username: *username }.render()
            }
            Self::Password { placeholder, kind } => PasswordControl {
                b,
                placeholder: placeholder.as_deref(),
                account: *kind == PasswordKind::Account,
            }
            .render(),
            Self::TextArea { placeholder } => {
                TextAreaControl { b, placeholder: placeholder.as_deref() }.render()
            }
            Self::Select { options, value } => SelectControl { b, options, value, none }.render(),
        }
    }

    pub(super) fn is_secret(&self) -> bool {
        matches!(self, Self::Password { .. } | Self::TextArea { .. })
    }

    pub(super) fn is_choice(&self) -> bool {
        matches!(self, Self::Select { .. })
    }

    pub(super) fn can_reveal(&self) -> bool {
        matches!(self, Self::Password { .. })
    }
}
