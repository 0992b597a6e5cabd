//! The service's answer passes as it is, and is never a page of ours.

use actix_web::{HttpResponse, http::StatusCode};

use super::service::{Caller, Service, app_at};

const KEYED: &str = "
keyed:
    display_name: Keyed
    auth_mode: API_KEY
    proxy: { base_url: '{origin}', headers: { authorization: 'Bearer ${apiKey}' } }
    credentials: { apiKey: { type: string, title: Key } }
";

/// `printf unpacked | gzip -n`
const PACKED: &[u8] = &[
    0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x2b, 0xcd, 0x2b, 0x48, 0x4c, 0xce, 0x4e, 0x4d, 1, 0, 0x96, 0x62,
    0x2f, 0xca, 8, 0, 0, 0,
];

#[actix_web::test]
async fn every_status_passes_with_its_body() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    let caller = Caller::with_key(&app).await;
    for status in [200, 201, 202, 204, 304, 400, 401, 404, 405, 409, 418, 429, 500, 503] {
        for body in ["", "what it says"] {
            service.on("/x", move |_, response| {
                let response = response.status(StatusCode::from_u16(status).expect("a status"));
                response
                    .insert_header(("x-request-id", "theirs"))
                    .insert_header(("x-ratelimit-remaining", "7"));
                response.content_type("text/html").body(body)
            });
            let answer = caller.get("/x").await;
            let expected = if matches!(status, 204 | 304) { "" } else { body };
            assert_eq!((answer.status.as_u16(), answer.text.as_str()), (status, expected));
            assert_eq!(
                (answer.header("x-request-id"), answer.header("x-ratelimit-remaining")),
                ("theirs", "7")
            );
        }
    }
    let head = caller.call("HEAD", "/x", &[], None).await;
    assert_eq!((head.status.as_u16(), head.header("content-length")), (503, "12"));
}

#[actix_web::test]
async fn nothing_of_an_answer_speaks_to_our_own_origin() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    service.on("/x", |_, response| {
        for (name, value) in [
            ("set-cookie", "admin=1; Path=/"),
            ("content-security-policy", "default-src *"),
            ("access-control-allow-credentials", "true"),
            ("clear-site-data", "\"*\""),
            ("service-worker-allowed", "/"),
            ("strict-transport-security", "max-age=0"),
            ("refresh", "0; url=/admin"),
            ("cache-control", "public, max-age=600"),
            ("x-content-type-options", "sniff"),
            ("connection", "keep-alive"),
            ("link", "<https://api.example/x?page=2>; rel=\"next\""),
            ("etag", "\"e\""),
            ("content-disposition", "attachment; filename=\"a\""),
        ] {
            response.append_header((name, value));
        }
        response.content_type("text/html").body("<script>1</script>")
    });
    let answer = Caller::with_key(&app).await.get("/x").await;
    for (name, value) in [
        ("set-cookie", ""),
        ("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'"),
        ("access-control-allow-credentials", ""),
        ("access-control-allow-origin", "*"),
        ("clear-site-data", ""),
        ("service-worker-allowed", ""),
        ("strict-transport-security", ""),
        ("refresh", ""),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("content-type", "text/html"),
        ("link", "<https://api.example/x?page=2>; rel=\"next\""),
        ("etag", "\"e\""),
        ("content-disposition", "attachment; filename=\"a\""),
    ] {
        assert_eq!(answer.header(name), value, "{name}");
    }
}

#[actix_web::test]
async fn a_packed_answer_stays_packed_unless_somebody_asks() {
    let service = Service::start();
    let definitions = format!(
        "{KEYED}{}",
        KEYED.replace("keyed:", "unpacking:").replace("proxy: {", "proxy: { decompress: true,")
    );
    let app = app_at(&service, &definitions).await;
    service.on("/x", |_, response| {
        response.insert_header(("content-encoding", "gzip")).content_type("text/plain").body(PACKED)
    });
    let caller = Caller::with_key(&app).await;
    let as_it_is = caller.call("GET", "/x", &[("accept-encoding", "br")], None).await;
    assert_eq!((as_it_is.header("content-encoding"), as_it_is.header("content-length")), ("gzip", "28"));
    assert_eq!(service.last().header("accept-encoding"), "");
    let unpacked = caller.call("GET", "/x", &[("decompress", "true")], None).await;
    assert_eq!((unpacked.text.as_str(), unpacked.header("content-encoding")), ("unpacked", ""));
    assert_eq!(service.last().header("accept-encoding"), "gzip, deflate, br");

    app.integration("unpacking", "two").await;
    let typed = serde_json::json!({ "apiKey": "k" });
    let caller = Caller::of_integration(&app, "two", "/api-auth/api-key", &typed).await;
    assert_eq!(caller.get("/x").await.text, "unpacked");
    let plain = HttpResponse::Ok;
    service.on("/y", move |_, _| plain().body("plain"));
    assert_eq!(caller.call("GET", "/y", &[("accept-encoding", "gzip")], None).await.text, "plain");
}
