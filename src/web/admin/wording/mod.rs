//! `/admin/environment/wording`: single texts of the pages in an environment's own words.

mod change;
mod list;
mod preview;

use actix_web::{
    Scope,
    web::{get, post, resource},
};

use super::not_found::not_found;
use crate::web::{
    error::WebError,
    tr::{Language, wording},
};

const PATH: &str = "/admin/environment/wording";

/// The addresses.
pub fn routes(scope: Scope) -> Scope {
    scope.route("/environment/wording", get().to(list::list)).service(
        resource("/environment/wording/{language}/{key}")
            .route(get().to(change::show))
            .route(post().to(change::submit)),
    )
}

/// One text in one language.
struct Spoken {
    language: Language,
    key: String,
    /// The English original, whose names may stand in it.
    english: String,
    /// What pages say without a wording.
    default: String,
}

impl Spoken {
    /// The text of an address; none where there is no such language or text.
    fn find(language: &str, key: &str) -> Result<Self, WebError> {
        let language = Language::of_tag(language).ok_or_else(not_found)?;
        let english = wording::originals(Language::ENGLISH).remove(key).ok_or_else(not_found)?;
        let default = wording::originals(language).remove(key).unwrap_or_else(|| english.clone());
        Ok(Self { language, key: key.to_owned(), english, default })
    }
}
