//! Whom a session's tags name.

use indexmap::IndexMap;

/// The tags by which a session names its end user, the plainest for a reader first.
const NAMES: [&str; 3] = ["end_user_email", "end_user_display_name", "end_user_id"];

/// Who it is, as people read it.
#[must_use]
pub fn person_of_tags(tags: &IndexMap<String, String>) -> Option<String> {
    NAMES.iter().find_map(|name| tags.get(*name)).cloned()
}
