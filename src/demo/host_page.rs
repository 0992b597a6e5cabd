//! The host application: one page of a small product called Acme, and the backend that makes its connect sessions.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
};

use actix_web::{
    App, HttpResponse, HttpServer,
    dev::Server,
    http::header,
    web::{self, Data, Json, ServiceConfig},
};
use serde_json::{Value, json};
use url::Url;

use super::{
    definitions::DemoIntegration,
    session::{CreateSession, SessionRequest},
};

/// What the host application knows of the product.
#[derive(Clone)]
pub struct HostPage {
    /// Where the product's pages are: the SDK's `baseURL` and `apiURL`.
    pub connect_ui: Url,
    /// What the page lists.
    pub integrations: &'static [DemoIntegration],
    /// What it lists apart, because it fails on purpose.
    pub faults: &'static [DemoIntegration],
    /// Its backend's way to a connect session.
    pub create_session: CreateSession,
}

impl HostPage {
    /// Listens on 127.0.0.1, which is another site than `localhost`: on this port, or on any free one where it is taken.
    /// The page answers at the address returned as soon as the server is awaited.
    pub fn bind(self, port: u16) -> io::Result<(Url, Server)> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
        let server = HttpServer::new(move || {
            let page = self.clone();
            App::new().configure(move |config| configure(config, page))
        })
        .workers(1)
        .disable_signals()
        .listen(listener)?;
        let url = loopback_url(&server.addrs())?;
        Ok((url, server.run()))
    }
}

/// The page's routes.
pub fn configure(config: &mut ServiceConfig, page: HostPage) {
    config
        .app_data(Data::new(page))
        .route("/", web::get().to(async || file("text/html", include_str!("../../static/demo/host.html"))))
        .route(
            "/host.css",
            web::get().to(async || file("text/css", include_str!("../../static/demo/host.css"))),
        )
        .route(
            "/host.js",
            web::get().to(async || file("text/javascript", include_str!("../../static/demo/host.js"))),
        )
        .route("/connect-frame.js", web::get().to(connect_frame))
        .route("/configuration", web::get().to(configuration))
        .route("/session", web::post().to(session));
}

async fn connect_frame() -> HttpResponse {
    file("text/javascript", include_str!("../../static/demo/connect-frame.js"))
}

fn file(kind: &str, text: &'static str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(format!("{kind}; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(text)
}

async fn configuration(page: Data<HostPage>) -> Json<Value> {
    Json(json!({
        "connectUI": page.connect_ui.as_str(),
        "integrations": listed(page.integrations),
        "faults": listed(page.faults),
    }))
}

fn listed(integrations: &[DemoIntegration]) -> Vec<Value> {
    let row = |one: &DemoIntegration| json!({ "key": one.unique_key, "name": one.display_name, "purpose": one.purpose });
    integrations.iter().map(row).collect()
}

/// As in any customer's backend: the API key stays here, the page gets a token for one person.
async fn session(page: Data<HostPage>, request: Json<SessionRequest>) -> HttpResponse {
    match (page.create_session)(request.into_inner()).await {
        Ok(session) => HttpResponse::Created().json(session),
        Err(reason) => HttpResponse::BadGateway().json(json!({ "error": reason })),
    }
}

pub(super) fn loopback_url(addresses: &[SocketAddr]) -> io::Result<Url> {
    let address = addresses.first().ok_or_else(|| io::Error::other("no address was bound"))?;
    Url::parse(&format!("http://{address}/")).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use actix_web::{http::StatusCode, test};

    use super::*;
    use crate::demo::{definitions, session::Session};

    fn page(answer: Result<Session, String>) -> HostPage {
        let create_session: CreateSession = Arc::new(move |_| {
            let answer = answer.clone();
            Box::pin(async move { answer })
        });
        let connect_ui = Url::parse("http://localhost:3003").unwrap();
        HostPage { connect_ui, integrations: definitions::INTEGRATIONS, faults: &[], create_session }
    }

    async fn post_session(page: HostPage) -> (StatusCode, Value) {
        let app = test::init_service(App::new().configure(|config| configure(config, page))).await;
        let request = test::TestRequest::post().uri("/session").set_json(json!({ "integration": "ledger" }));
        let answer = test::call_service(&app, request.to_request()).await;
        (answer.status(), test::read_body_json(answer).await)
    }

    #[actix_web::test]
    async fn the_page_gets_a_token_or_a_reason() {
        let made = Session {
            token: "t".to_owned(),
            connect_link: "http://localhost:3003/?session_token=t".to_owned(),
            expires_at: "2027-01-01T00:00:00.000Z".to_owned(),
        };
        let (status, body) = post_session(page(Ok(made))).await;
        assert_eq!((status, &body["token"]), (StatusCode::CREATED, &json!("t")));
        let (status, body) = post_session(page(Err("no such key".to_owned()))).await;
        assert_eq!((status, &body["error"]), (StatusCode::BAD_GATEWAY, &json!("no such key")));
    }

    #[actix_web::test]
    async fn the_configuration_lists_the_integrations() {
        let app =
            test::init_service(App::new().configure(|config| configure(config, page(Err(String::new())))))
                .await;
        let request = test::TestRequest::get().uri("/configuration").to_request();
        let body: Value = test::call_and_read_body_json(&app, request).await;
        assert_eq!(body["connectUI"], "http://localhost:3003/");
        assert_eq!(body["integrations"][0]["key"], "postbox");
    }
}
