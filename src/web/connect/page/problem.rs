//! What can be wrong with a value or with a check, and what was repaired, in words.

use crate::web::tr::Tr;

/// What is wrong with a field's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was entered or chosen.
    Missing,
    /// Not one of the select's options.
    NotAnOption,
    /// Does not match the definition's pattern.
    Pattern {
        /// The definition's example.
        example: Option<String>,
    },
    /// Not a bare host name.
    Hostname {
        /// A right one.
        example: String,
    },
    /// Not an absolute address.
    Uri,
    /// Not a UUID.
    Uuid,
    /// Not an email address.
    Email,
    /// Not a label of a host name, where the service's address is put together from it.
    HostLabel {
        /// The right part and the whole address it is from.
        example: Option<(String, String)>,
    },
    /// Not a host with an optional port.
    Authority {
        /// A right one.
        example: String,
    },
    /// It is known what it is instead.
    Hint {
        /// The text's key.
        key: &'static str,
        /// Whom or what the text names.
        name: String,
        /// What says once more that it is meant: a field's name and value. Without it, it cannot be.
        confirm: Option<(String, String)>,
    },
    /// Longer than allowed.
    TooLong {
        /// The most characters.
        max: usize,
    },
}

impl Problem {
    /// The sentence under the field and in the summary.
    #[must_use]
    pub fn text(&self, tr: &Tr, label: &str, service: &str, choice: bool) -> String {
        match self {
            Self::Missing if choice => tr.text_with("problem-missing-choice", &[("label", label.into())]),
            Self::Missing => tr.text_with("problem-missing", &[("label", label.into())]),
            Self::NotAnOption => tr.text_with("problem-not-an-option", &[("label", label.into())]),
            Self::Pattern { example: Some(example) } => tr.text_with(
                "problem-pattern-example",
                &[("label", label.into()), ("example", example.into())],
            ),
            Self::Pattern { example: None } => {
                tr.text_with("problem-pattern", &[("label", label.into()), ("service", service.into())])
            }
            Self::Hostname { example } => tr.text_with("problem-hostname", &[("example", example.into())]),
            Self::Uri => tr.text("problem-uri"),
            Self::Uuid => {
                tr.text_with("problem-uuid", &[("example", "123e4567-e89b-42d3-a456-426614174000".into())])
            }
            Self::Email => tr.text("problem-email"),
            Self::HostLabel { example: Some((part, address)) } => {
                tr.text_with("problem-host-label", &[("example", part.into()), ("address", address.into())])
            }
            Self::HostLabel { example: None } => tr.text("problem-host-label-plain"),
            Self::Authority { example } => tr.text_with("problem-authority", &[("example", example.into())]),
            Self::Hint { key, name, confirm } => {
                let arguments = [("label", label.into()), ("service", service.into()), ("name", name.into())];
                let text = tr.text_with(key, &arguments);
                if confirm.is_some() { format!("{text} {}", tr.text("hint-if-meant")) } else { text }
            }
            Self::TooLong { max } => tr.text_with("problem-too-long", &[("max", (*max).into())]),
        }
    }
}

impl Problem {
    /// The hidden field with which the same value is accepted when it is sent again.
    pub(super) const fn confirmation(&self) -> Option<&(String, String)> {
        match self {
            Self::Hint { confirm, .. } => confirm.as_ref(),
            _ => None,
        }
    }
}

/// What was repaired in a pasted value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// A whole address was given where only a part is asked.
    UrlToSubdomain {
        /// The part that was taken.
        value: String,
    },
    /// Blanks at the ends.
    TrimmedBlanks,
    /// Invisible characters.
    RemovedZeroWidth,
    /// A `Bearer ` that the definition's header adds itself.
    RemovedBearerPrefix,
    /// A key or certificate on one line.
    PemLineBreaks,
}

/// A repair and the field it happened in.
#[derive(Clone, Debug)]
pub struct RepairNotice {
    /// The field's label.
    pub label: String,
    /// What was done.
    pub repair: Repair,
}

impl RepairNotice {
    pub(super) fn text(&self, tr: &Tr) -> String {
        let label = ("label", (&self.label).into());
        match &self.repair {
            Repair::UrlToSubdomain { value } => {
                tr.text_with("repair-url-to-subdomain", &[label, ("value", value.into())])
            }
            Repair::TrimmedBlanks => tr.text_with("repair-trimmed-blanks", &[label]),
            Repair::RemovedZeroWidth => tr.text_with("repair-zero-width", &[label]),
            Repair::RemovedBearerPrefix => tr.text_with("repair-bearer-prefix", &[label]),
            Repair::PemLineBreaks => tr.text_with("repair-pem-line-breaks", &[label]),
        }
    }
}

/// Why the service's check did not succeed. Never the service's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckFailure {
    /// The service refused the credentials (401).
    Refused {
        /// Name and label of the one field that can be the cause.
        field: Option<(String, String)>,
    },
    /// The answer says more, by the definition's rules.
    Hinted {
        /// The text's key.
        key: &'static str,
        /// Whom or what the text names.
        name: String,
        /// Name and label of the field that it is about.
        field: Option<(String, String)>,
    },
    /// The service denied access (403).
    Denied,
    /// Any other status.
    Status(u16),
    /// An answer, but no token in it.
    NoToken,
    /// An answer that nobody would read: too large, or always elsewhere.
    Unusable,
    /// No connection.
    Unreachable {
        /// The host that was asked.
        host: String,
    },
    /// No answer in time.
    TimedOut {
        /// The host that was asked.
        host: String,
    },
    /// An address that outbound calls may not reach.
    ForbiddenAddress {
        /// The host that was asked.
        host: String,
    },
    /// No valid certificate.
    Tls {
        /// The host that was asked.
        host: String,
    },
    /// With these details the service has no address.
    NoAddress,
    /// The integration's owner has not said what is needed.
    NotSetUp,
    /// The credentials are right, but our database does not answer.
    NotStored,
}

impl CheckFailure {
    /// The sentence on the page, also fit for the parent's `error` event.
    #[must_use]
    pub fn text(&self, tr: &Tr, service: &str) -> String {
        let name = ("service", service.into());
        match self {
            Self::Refused { field: Some((_, label)) } => {
                tr.text_with("check-refused-field", &[name, ("label", label.into())])
            }
            Self::Refused { field: None } => tr.text_with("check-refused", &[name]),
            Self::Hinted { key, name: named, field } => {
                let label = field.as_ref().map_or("", |(_, label)| label.as_str());
                tr.text_with(key, &[name, ("label", label.into()), ("name", named.into())])
            }
            Self::Denied => tr.text_with("check-denied", &[name]),
            Self::Status(status) => {
                tr.text_with("check-status", &[name, ("status", (&status.to_string()).into())])
            }
            Self::NoToken => tr.text_with("check-no-token", &[name]),
            Self::Unusable => tr.text_with("check-unusable", &[name]),
            Self::Unreachable { host } => tr.text_with("check-unreachable", &[("host", host.into())]),
            Self::TimedOut { host } => tr.text_with("check-timed-out", &[("host", host.into())]),
            Self::ForbiddenAddress { host } => {
                tr.text_with("check-forbidden-address", &[name, ("host", host.into())])
            }
            Self::NoAddress => tr.text_with("check-no-address", &[name]),
            Self::NotSetUp => tr.text_with("check-not-set-up", &[name]),
            Self::NotStored => tr.text("check-not-stored"),
            Self::Tls { host } => tr.text_with("check-tls", &[("host", host.into())]),
        }
    }

    pub(super) fn field_name(&self) -> Option<&str> {
        match self {
            Self::Refused { field: Some((name, _)) } | Self::Hinted { field: Some((name, _)), .. } => {
                Some(name)
            }
            _ => None,
        }
    }
}
