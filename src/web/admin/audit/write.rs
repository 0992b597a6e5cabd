//! An entry of the audit as a line of a file.

use serde_json::json;

use crate::store::audit::AuditRow;

/// What a file is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RFC 4180, and no cell that a spreadsheet would calculate.
    Csv,
    /// A JSON object a line.
    JsonLines,
}

impl Format {
    /// What stands before the first entry.
    pub const fn head(self) -> &'static str {
        match self {
            Self::Csv => "at,who,action,subject,detail,environment_id,id\r\n",
            Self::JsonLines => "",
        }
    }

    /// An entry.
    pub fn line(self, row: &AuditRow) -> String {
        let environment = row.environment_id.as_ref().map(crate::id::EnvironmentId::as_str);
        let at = row.created_at.to_z_iso();
        match self {
            Self::Csv => {
                let cells = [
                    at.as_str(),
                    &row.actor,
                    &row.action,
                    &row.subject,
                    &row.detail,
                    environment.unwrap_or_default(),
                    row.id.as_str(),
                ];
                format!("{}\r\n", cells.map(cell).join(","))
            }
            Self::JsonLines => {
                let value = json!({
                    "at": at, "who": row.actor, "action": row.action, "subject": row.subject,
                    "detail": row.detail, "environment_id": environment, "id": row.id.as_str(),
                });
                format!("{value}\n")
            }
        }
    }
}

/// A spreadsheet takes what begins with these for a formula; an apostrophe makes it text (OWASP, CSV injection).
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_is_text_whatever_it_holds() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        for formula in ["+1", "-1", "@a", "\tx"] {
            assert!(cell(formula).starts_with("\"'"), "{formula}");
        }
        assert_eq!(cell("a, b\nc"), "\"a, b\nc\"");
    }
}
