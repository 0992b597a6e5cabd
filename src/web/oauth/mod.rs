//! The protocol's own way to a service and back: `/oauth/connect`, `/oauth/callback`, `/oauth/done`.
//!
//! Pages for people; what came of a flow also goes over the SDK's socket. Nothing here may be framed.

mod callback;
mod connect;
mod done;
mod overdue;
mod parameters;
mod report;

use actix_web::web::{ServiceConfig, get, post, resource};

pub use overdue::end_overdue;
use parameters::StartParameters;
pub use report::{report, report_here};

/// The addresses.
pub fn configure(config: &mut ServiceConfig) {
    config
        .service(
            resource("/oauth/connect/{key}")
                .route(get().to(connect::connect))
                .route(post().to(connect::confirmed)),
        )
        .service(
            resource(["/oauth/callback", "/oauth/callback/{integration}"])
                .route(get().to(callback::callback))
                .route(post().to(callback::resubmit)),
        )
        .service(resource("/oauth/done/{flow}").route(get().to(done::done)));
}
