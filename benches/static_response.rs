//! The yardstick for the form page: the same bytes as a static response, by the same server with the same layers.
//!
//! `cargo bench --bench static_response -- FILE` serves FILE on a free port of 127.0.0.1, prints the port and waits.

use actix_web::{
    App, HttpResponse, HttpServer,
    middleware::Compress,
    web::{self, Bytes, Data},
};

async fn page(bytes: Data<Bytes>) -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(bytes.get_ref().clone())
}

fn main() -> std::io::Result<()> {
    // Cargo itself passes `--bench`; without a file there is nothing to measure against.
    let Some(file) = std::env::args().skip(1).find(|argument| !argument.starts_with("--")) else {
        return Ok(());
    };
    let bytes = Data::new(Bytes::from(std::fs::read(file)?));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async move {
        let server = HttpServer::new(move || {
            App::new().app_data(bytes.clone()).wrap(Compress::default()).route("/", web::get().to(page))
        })
        .tcp_nodelay(true)
        .bind(("127.0.0.1", 0))?;
        println!("{}", server.addrs()[0].port());
        server.run().await
    })
}
