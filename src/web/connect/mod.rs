//! The end user's pages: shell → picker → form → check → done, each handler in a file of its own.

pub mod close;
mod code_mail;
pub mod done;
pub mod draft;
pub mod dress;
pub mod extend;
pub mod flow_words;
pub mod form;
mod form_view;
mod hint_words;
pub mod leave;
pub mod listing;
pub mod manage;
pub mod page;
pub mod pick;
pub mod preview;
mod problem;
mod sent_form;
pub mod session_dress;
pub mod share_link;
pub mod shell;
pub mod start;
mod subject;
pub mod submit;
mod timing;
pub mod verify;
pub mod visit;
pub mod waiting;
pub mod worn;

pub use problem::{PageProblem, PageProblemKind};
pub use session_dress::session_origins;
pub use timing::time_text;
