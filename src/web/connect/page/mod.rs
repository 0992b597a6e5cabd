//! The end user's pages: one view struct a page, filled by the handlers, drawn by askama.
//!
//! Plain values only. Knows no domain type, no store and no request; every address in here is
//! relative, so that the capability in the path never stands in a page.

mod aim;
mod chrome;
mod control;
mod field;
mod flow;
mod form;
mod identity;
mod manage;
mod message;
mod picker;
mod problem;
mod reconnect;
mod shell;
mod verify;

pub use aim::Aim;
pub use chrome::{Chrome, ColorScheme, ParentEvent, Service, Surface, TimeLimit};
pub use control::{Control, PasswordKind};
pub use field::{Affixes, ExternalId, Field};
pub use flow::{InterstitialPage, LeavingPage, ResubmitPage, ResultPage, StartButton, Waiting, WaitingPage};
pub use form::{FormPage, FormState, Resume, StartTicket, Submit};
pub use identity::{Identity, LogoImage};
pub use manage::{
    AccountHealth, DisconnectPage, ManagePage, NameProblem, OwnAccount, ReceiptEnding, ReceiptPage,
    RenamePage, ScopeTitle,
};
pub use message::{
    DonePage, ErrorKind, ErrorPage, ExpiredPage, FailurePage, FinishedPage, NoIntegrationsPage, NotFoundPage,
};
pub use picker::{PickerPage, PickerRow};
pub use problem::{CheckFailure, Problem, Repair, RepairNotice};
pub use reconnect::{Day, Reconnect, Trouble, TroubleKind};
pub use shell::{BarePage, RefusalPage, ShellPage};
pub use verify::{CodeState, VerifyPage};
