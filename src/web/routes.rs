//! Every address, in one place.

use actix_web::{
    error::{PayloadError, UrlencodedError},
    guard::{GuardContext, fn_guard},
    http::header,
    web::{FormConfig, ServiceConfig, get, head, post, resource, route, scope},
};

use super::{
    admin, api,
    connect::{
        PageProblem, PageProblemKind, close, done, draft, extend, form, leave, manage, pick, preview,
        share_link, shell, start, submit, verify, waiting,
    },
    error::WebError,
    health, oauth, openapi, policy_report, proxy, socket, static_files,
};

/// The largest form that is read; a field's own limit is far below, and says so at the field.
const FORM_LIMIT: usize = 2 * 1024 * 1024;

/// Sets all routes.
pub fn configure(config: &mut ServiceConfig) {
    config
        .app_data(
            FormConfig::default()
                .limit(FORM_LIMIT)
                .error_handler(|error, _| WebError::Page(PageProblem::new(form_problem(&error))).into()),
        )
        // First, because addresses are tried in this order and these are called most.
        .configure(proxy::configure)
        .configure(api::configure_connections)
        .route("/", get().guard(fn_guard(is_upgrade)).to(socket::accept))
        .route("/", get().to(shell::shell))
        // Mail scanners and link checkers ask with HEAD: a link that works must not look dead to them.
        .route("/", head().to(shell::shell))
        .route("/l/{token}", get().to(share_link::open))
        .route("/l/{token}", head().to(share_link::look))
        .route("/ui", post().to(start::start))
        .route("/ui/verified", get().to(verify::verified))
        .route("/ui/preview/theme", get().to(preview::theme))
        .service(connect_pages())
        .configure(oauth::configure)
        .route("/static/{hash}/{name}", get().to(static_files::asset))
        .route("/theme-files/{name}", get().to(static_files::theme_file))
        .route("/images/template-logos/{provider}.svg", get().to(static_files::provider_logo))
        .route(policy_report::PATH, post().to(policy_report::report))
        .route("/health", get().to(health::health))
        .route("/ready", get().to(health::ready))
        .configure(admin::configure)
        .configure(api::configure)
        .configure(openapi::configure);
}

fn connect_pages() -> actix_web::Scope {
    scope("/ui/{capability}")
        .route("", get().to(pick::with_slash))
        .route("/", get().to(pick::pick))
        .route("/add", get().to(pick::another))
        .route("/accounts", get().to(manage::accounts))
        .route("/connections/{id}/name", get().to(manage::name))
        .route("/connections/{id}/name", post().to(manage::rename))
        .route("/connections/{id}/reconnect", post().to(manage::reconnect))
        .route("/connections/{id}/disconnect", get().to(manage::ask))
        .route("/connections/{id}/disconnect", post().to(manage::disconnect))
        .route("/receipts/{id}", get().to(manage::receipt))
        .route("/close", post().to(close::close))
        .route("/verify", get().to(verify::page))
        .route("/verify", post().to(verify::check))
        .route("/verify-code", post().to(verify::send))
        .route("/extend", post().to(extend::extend))
        .route("/done/{flow}", get().to(done::done))
        .route("/flows/{flow}", get().to(waiting::waiting))
        .route("/flows/{flow}/cancel", post().to(waiting::cancel))
        .route("/integrations/{key}/draft", post().to(draft::keep))
        .route("/integrations/{key}/restart", post().to(draft::restart))
        .route("/integrations/{key}/start", post().to(leave::leave))
        .service(
            resource("/integrations/{key}")
                .route(get().to(form::form))
                .route(post().to(submit::submit))
                .default_service(route().to(actix_web::HttpResponse::MethodNotAllowed)),
        )
}

/// The SDK opens its socket at the public URL itself.
fn is_upgrade(context: &GuardContext<'_>) -> bool {
    let upgrade = context.head().headers().get(header::UPGRADE);
    upgrade.is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"websocket"))
}

const fn form_problem(error: &UrlencodedError) -> PageProblemKind {
    match error {
        UrlencodedError::Overflow { .. } => PageProblemKind::TooLarge,
        UrlencodedError::Payload(PayloadError::Io(_)) => PageProblemKind::TooSlow,
        _ => PageProblemKind::Malformed,
    }
}
