//! A mock service and a host application on another site, so that the whole journey runs without any account.
//!
//! Owns what the demo shows. Must not know how the product works: it speaks to it as any customer's backend does,
//! over HTTP, through [`session::CreateSession`].
//!
//! The order of a start: [`MockService::bind`] (its port goes into the definitions), the product with
//! [`definitions::provider_file`] and [`definitions::INTEGRATIONS`], then [`HostPage::bind`].

pub mod definitions;
pub mod host_page;
pub mod mock_service;
pub mod session;

pub use host_page::HostPage;
pub use mock_service::MockService;
pub use session::{CreateSession, Session, SessionRequest};
