//! Environments: list, new, rename, delete; and the variables of the one that the address names.

pub mod change;
pub mod delete;
pub mod list;
pub mod variables;

use super::{not_found::not_found, session::SignedIn};
use crate::{store::environment::EnvironmentRow, web::error::WebError};

fn find<'w>(who: &'w SignedIn, id: &str) -> Result<&'w EnvironmentRow, WebError> {
    who.environments.iter().find(|row| row.id.as_str() == id).ok_or_else(not_found)
}
