//! The form in which texts are searched, the same on both databases: neither folds all of Unicode by itself.

use indexmap::IndexMap;

use crate::store::connect_session::EndUser;

/// What stands between two texts of one line; no folded text has it, so that nothing is found across two of them.
const BETWEEN: char = '\n';

/// Letter by letter in lower case; what cannot be seen is a space.
pub(in crate::store) fn fold(text: &str) -> String {
    text.chars().map(|one| if one.is_control() { ' ' } else { one }).flat_map(char::to_lowercase).collect()
}

/// What an end user is searched by.
pub(in crate::store) fn end_user(user: &EndUser) -> String {
    both(user.display_name.as_deref(), user.email.as_deref())
}

/// What a connection's tags are searched by.
pub(in crate::store) fn tags(tags: &IndexMap<String, String>) -> String {
    let text = |key| tags.get(key).map(String::as_str);
    both(text("end_user_display_name"), text("end_user_email"))
}

pub(in crate::store) fn both(name: Option<&str>, email: Option<&str>) -> String {
    format!("{}{BETWEEN}{}", fold(name.unwrap_or_default()), fold(email.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alphabet_is_folded_and_no_text_runs_into_the_next() {
        for (text, folded) in [("ÄRGER", "ärger"), ("ΟΔΟΣ", "οδοσ"), ("Ann\nOx", "ann ox"), ("ЖУК", "жук")]
        {
            assert_eq!(fold(text), folded);
        }
        assert_eq!(both(Some("Ann"), None), "ann\n");
    }
}
