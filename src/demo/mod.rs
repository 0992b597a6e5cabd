//! A mock service and a host application on another site, so that the whole journey runs without any account.
//!
//! Owns what the demo shows. Must not know how the product works: it speaks to it as any customer's backend does,
//! over HTTP, through [`session::CreateSession`].
//!
//! The order of a start: [`MockService::bind`] (its port goes into the definitions), the product with
//! [`definitions::provider_file`] and [`definitions::INTEGRATIONS`], then [`HostPage::bind`].

mod command;
pub mod definitions;
pub mod host_page;
pub mod mock_service;
pub mod session;

pub use command::run as command;
pub use host_page::HostPage;
pub use mock_service::MockService;
pub use session::{CreateSession, Session, SessionRequest};

use std::{future::Future, io};

use actix_web::dev::Server;
use futures_util::future::join3;
use url::Url;

/// What the demo prints once everything answers: one address to open. The browser tests read it too.
#[must_use]
pub fn announcement(host_page: &Url) -> String {
    format!("Open {host_page} in your browser. Stop with Ctrl-C.")
}

/// Serves all three until the product ends (it listens to signals), then stops the mock service and the host page.
pub async fn run(
    product: impl Future<Output = io::Result<()>>,
    mock_service: Server,
    host_page: Server,
) -> io::Result<()> {
    let (mock, host) = (mock_service.handle(), host_page.handle());
    let product = async {
        let ended = product.await;
        host.stop(true).await;
        mock.stop(true).await;
        ended
    };
    let (product, mock_service, host_page) = join3(product, mock_service, host_page).await;
    product.and(mock_service).and(host_page)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::{io::AsyncReadExt, io::AsyncWriteExt, net::TcpStream};

    use super::*;

    async fn get(url: &Url) -> io::Result<String> {
        let mut stream =
            TcpStream::connect((url.host_str().unwrap_or_default(), url.port().unwrap_or_default())).await?;
        stream.write_all(b"GET / HTTP/1.1\r\nhost: host\r\nconnection: close\r\n\r\n").await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        Ok(answer)
    }

    #[actix_web::test]
    async fn the_guests_serve_while_the_product_runs_and_end_with_it() {
        let mock = MockService::bind().unwrap();
        let page = HostPage {
            connect_ui: Url::parse("http://localhost:3003").unwrap(),
            integrations: definitions::INTEGRATIONS,
            faults: definitions::FAULTS,
            create_session: Arc::new(|_| Box::pin(async { Err(String::new()) })),
        };
        let (url, host) = page.bind(0).unwrap();
        let opened = announcement(&url);
        let product = async {
            assert!(get(&url).await?.contains("<title>Integrations · Acme</title>"));
            Ok(())
        };
        run(product, mock.server, host).await.unwrap();
        assert!(opened.starts_with("Open http://127.0.0.1:"));
        assert!(get(&url).await.is_err(), "the host page ended with the product");
    }
}
