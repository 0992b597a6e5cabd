//! `/api/v1/theme…` and `/api/v1/instance/theme…`: our own routes beside the four settings. An environment's themes have
//! the callers and scopes of its settings; the instance's is the operator's, with the account key, or an owner's.

mod draft;
mod file;
mod history;
mod place;
mod publish;
mod show;

pub use draft::{discard, replace};
pub use file::upload;
pub use history::{list as history, roll_back};
pub use publish::publish;
pub use show::{delete, names, show};

use actix_web::http::StatusCode;

use super::ApiError;

fn conflict() -> ApiError {
    let message = "The theme was changed by somebody else meanwhile. Read it again";
    ApiError::new(StatusCode::CONFLICT, "conflict", message)
}
