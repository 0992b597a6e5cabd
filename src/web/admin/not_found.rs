//! What is not there.

use crate::web::{
    connect::{PageProblem, PageProblemKind},
    error::WebError,
};

/// No such page, or nothing of that name.
pub fn not_found() -> WebError {
    WebError::Page(PageProblem::new(PageProblemKind::NotFound))
}
