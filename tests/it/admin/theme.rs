//! The theme editor: what is drafted, published and rolled back, and what of an upload gets in.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::browser::Browser;
use crate::support::app::Answer;

const PATH: &str = "/admin/environment/theme";
/// One grey pixel.
const PNG: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
const SVG: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path fill='#fff' d='M0 0h24v24H0z'/></svg>";

/// A part of a form: name, file name, bytes.
type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

async fn send(browser: &Browser, path: &str, parts: &[Part<'_>]) -> Answer {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        let head = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--edge--\r\n");
    let headers = [
        ("cookie", browser.cookie.as_str()),
        ("sec-fetch-site", "same-origin"),
        ("content-type", "multipart/form-data; boundary=edge"),
    ];
    browser.app.send_bytes(Method::POST, path, &headers, Some(body)).await
}

async fn act(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let parts: Vec<Part<'_>> = fields.iter().map(|(name, value)| (*name, None, value.as_bytes())).collect();
    send(browser, path, &parts).await
}

/// The versions that the page was drawn with.
async fn versions(browser: &mut Browser, path: &str) -> (String, String) {
    let text = browser.get(path).await.text;
    let value = |name: &str| {
        let start = text.find(&format!("name=\"{name}\" value=\"")).unwrap() + name.len() + 15;
        text[start..].split('"').next().unwrap().to_owned()
    };
    (value("version"), value("environment_version"))
}

async fn publish(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let (version, environment) = versions(browser, path).await;
    let mut all =
        vec![("version", version.as_str()), ("environment_version", &environment), ("act", "publish")];
    all.extend_from_slice(fields);
    act(browser, path, &all).await
}

async fn worn_css(browser: &Browser, session: Value) -> String {
    browser.app.integration("demo-helpdesk", "it").await;
    let token = browser.app.session(&session).await;
    form_page(browser, &token).await
}

async fn form_page(browser: &Browser, token: &str) -> String {
    let mut visitor = crate::support::visitor::Visitor::tab(&browser.app);
    let page = visitor.open_link(token).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    page.text
}

#[actix_web::test]
async fn what_is_published_is_worn_and_can_be_rolled_back() {
    let mut browser = Browser::signed_in().await;
    let (version, environment) = versions(&mut browser, PATH).await;
    let draft = [
        ("version", version.as_str()),
        ("environment_version", environment.as_str()),
        ("act", "save"),
        ("brand.light", "rebeccapurple"),
        ("radius", "0"),
        ("links.privacy", "https://acme.com/privacy"),
        ("badge", "false"),
    ];
    let saved = act(&browser, PATH, &draft).await;
    assert_eq!(saved.header("location"), "/admin/environment/theme?done=saved", "{}", saved.text);
    let plain = worn_css(&browser, json!({ "end_user": { "id": "u" } })).await;
    assert!(plain.contains("--radius-field:8px"), "a draft changes no page");

    let published = publish(&mut browser, PATH, &draft[3..]).await;
    assert_eq!(published.header("location"), "/admin/environment/theme?done=published", "{}", published.text);
    let token = browser.app.session(&json!({ "end_user": { "id": "u" } })).await;
    let worn = form_page(&browser, &token).await;
    for part in ["--radius-field:0px", "--brand-solid:#639", "https://acme.com/privacy"] {
        assert!(worn.contains(part), "{part}");
    }
    let settings = browser.app.get("/api/v1/connect-ui-settings?env=dev").await.json();
    assert_eq!(settings["data"]["theme"]["light"]["primary"], "rebeccapurple");
    assert_eq!(settings["data"]["showWatermark"], false);

    assert_eq!(publish(&mut browser, PATH, &[("radius", "16")]).await.status, StatusCode::SEE_OTHER);
    let (version, environment) = versions(&mut browser, PATH).await;
    let back = [
        ("version", version.as_str()),
        ("environment_version", &environment),
        ("revision", "1"),
        ("act", "back"),
    ];
    assert_eq!(act(&browser, PATH, &back).await.header("location"), "/admin/environment/theme?done=back");
    assert!(form_page(&browser, &token).await.contains("--radius-field:0px"));
    let page = browser.get(PATH).await.text;
    assert!(
        page.contains("back to 1") && page.contains("<code>radius</code>"),
        "the history says what changed"
    );
}

#[actix_web::test]
async fn who_publishes_on_an_older_version_is_told_and_loses_nothing() {
    let mut browser = Browser::signed_in().await;
    let (version, environment) = versions(&mut browser, PATH).await;
    assert_eq!(publish(&mut browser, PATH, &[("radius", "2")]).await.status, StatusCode::SEE_OTHER);
    for button in ["save", "publish"] {
        let late = [
            ("version", version.as_str()),
            ("environment_version", environment.as_str()),
            ("act", button),
            ("radius", "12"),
        ];
        let answer = act(&browser, PATH, &late).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.text.contains("Somebody else changed this theme meanwhile"));
        assert!(answer.text.contains("name=\"radius\" value=\"12\""), "what was typed stays");
    }
    // The four settings belong to the environment, and may have been changed through the protocol.
    let (version, environment) = versions(&mut browser, PATH).await;
    let body = json!({ "theme": { "light": { "primary": "red" }, "dark": { "primary": "red" } },
        "defaultTheme": "dark", "showWatermark": true });
    browser.app.call(&browser.app.key, Method::PUT, "/api/v1/connect-ui-settings?env=dev", Some(&body)).await;
    for button in ["publish", "save"] {
        let late = [("version", version.as_str()), ("environment_version", &environment), ("act", button)];
        assert_eq!(act(&browser, PATH, &late).await.status, StatusCode::CONFLICT, "{button}");
    }
}

#[actix_web::test]
async fn an_override_that_does_not_read_needs_a_confirmation_which_the_audit_keeps() {
    let mut browser = Browser::signed_in().await;
    let fields = [("tokens.light", "fg.muted: #eee")];
    let refused = publish(&mut browser, PATH, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text.contains("In light, fg.muted on bg.page has 1.0:1 and needs 4.5:1"),
        "{}",
        refused.text
    );
    let confirmed = publish(&mut browser, PATH, &[fields[0], ("accept", "yes")]).await;
    assert_eq!(confirmed.status, StatusCode::SEE_OTHER);
    let audit = browser.get("/admin/audit").await.text;
    assert!(audit.contains("pairs do not read, confirmed"), "{audit}");
}

#[actix_web::test]
async fn uploads_are_judged_by_their_bytes() {
    let mut browser = Browser::signed_in().await;
    let (version, environment) = versions(&mut browser, PATH).await;
    let png = STANDARD.decode(PNG).unwrap();
    let huge = vec![0_u8; 50 * 1024 * 1024];
    let script = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".as_slice();
    let handler = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".as_slice();
    let foreign = b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'><use x:href='https://evil.example/a.svg#b'/></svg>".as_slice();
    let painted =
        b"<svg xmlns='http://www.w3.org/2000/svg'><path style='fill:url(//evil.example/x)' d='M0 0'/></svg>"
            .as_slice();
    let entity = b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>".as_slice();
    let mut cut = png.clone();
    cut.truncate(40);
    let mut polyglot = png.clone();
    polyglot.extend_from_slice(b"<html><script>alert(1)</script></html>");
    let mut archive = png.clone();
    archive.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    let icon = b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0 \0<script>alert(1)</script>".as_slice();
    let large = vec![b' '; 65 * 1024];
    let cases: [(&str, &str, &[u8], &str); 18] = [
        ("file.light", "logo.png", &polyglot, "hangs behind the picture"),
        ("file.icon", "favicon.png", &polyglot, "hangs behind the picture"),
        ("file.icon", "favicon.png", &archive, "hangs behind the picture"),
        ("file.icon", "favicon.ico", icon, "no PNG or SVG file"),
        ("file.icon", "favicon.svg", script, "it has a script element"),
        ("file.icon", "favicon.html", b"<!doctype html><script>alert(1)</script>", "damaged"),
        ("file.icon", "favicon.png", &large, "more than 64 KB"),
        ("file.light", "logo.png", b"<html><script>alert(1)</script></html>", "no PNG, WebP or SVG"),
        ("file.light", "logo.png", b"GIF89a", "no PNG, WebP or SVG"),
        ("file.light", "logo.svg", script, "it has a script element"),
        ("file.light", "logo.svg", handler, "it has the attribute onload"),
        ("file.light", "logo.svg", foreign, "something outside"),
        ("file.light", "logo.svg", painted, "something outside"),
        ("file.light", "logo.svg", entity, "document type"),
        ("file.light", "logo.png", &cut, "damaged"),
        ("file.font", "font.woff2", &png, "no WOFF2 font"),
        (
            "file.font",
            "font.woff2",
            b"wOF2\0\x01\0\0 and then nothing that a font has in it at all",
            "damaged",
        ),
        ("file.font", "font.woff2", &huge, "more than 256 KB"),
    ];
    for (field, file, bytes, words) in cases {
        let parts: [Part<'_>; 4] = [
            ("version", None, version.as_bytes()),
            ("environment_version", None, environment.as_bytes()),
            ("act", None, b"save"),
            (field, Some(file), bytes),
        ];
        let answer = send(&browser, PATH, &parts).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(answer.text.contains(words), "{words}: {}", &answer.text[..answer.text.len().min(9000)]);
    }
}

#[actix_web::test]
async fn a_logo_is_served_inert_and_gets_a_plate_where_it_would_vanish() {
    let mut browser = Browser::signed_in().await;
    let (version, environment) = versions(&mut browser, PATH).await;
    let parts: [Part<'_>; 4] = [
        ("version", None, version.as_bytes()),
        ("environment_version", None, environment.as_bytes()),
        ("act", None, b"publish"),
        ("file.light", Some("logo.svg"), SVG.as_bytes()),
    ];
    assert_eq!(send(&browser, PATH, &parts).await.status, StatusCode::SEE_OTHER);
    let page = worn_css(&browser, json!({ "end_user": { "id": "u" } })).await;
    let at = page.find("/theme-files/").unwrap();
    let url = page[at..].split('"').next().unwrap();
    let file = browser.app.send(Method::GET, url, &[], None).await;
    assert_eq!(file.header("content-type"), "image/svg+xml");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(file.header("content-security-policy").contains("sandbox"));
    assert!(!page.contains("--logo-plate:transparent;"), "white on white would vanish: {page}");
    assert!(page.contains("--logo-plate:#") || page.contains("--logo-plate:transparent}"));
    let exported = browser.get("/admin/environment/theme/export").await.json();
    assert_eq!(exported["files"].as_object().unwrap().len(), 1);

    // The same file, read by another theme.
    let file = exported.to_string();
    let (version, _) = versions(&mut browser, "/admin/environment/theme?theme=acme").await;
    let parts: [Part<'_>; 3] = [
        ("version", None, version.as_bytes()),
        ("act", None, b"import"),
        ("theme-file", Some("theme.json"), file.as_bytes()),
    ];
    let answer = send(&browser, "/admin/environment/theme?theme=acme", &parts).await;
    assert_eq!(
        answer.header("location"),
        "/admin/environment/theme?theme=acme&done=imported",
        "{}",
        answer.text
    );
}

/// A picture with a note in it: the note is one script, and the picture is one pixel.
fn png_with_a_note() -> Vec<u8> {
    let mut png = STANDARD.decode(PNG).unwrap();
    let note = b"Comment\0<script>alert(1)</script>";
    let mut chunk = u32::try_from(note.len()).unwrap().to_be_bytes().to_vec();
    chunk.extend_from_slice(b"tEXt");
    chunk.extend_from_slice(note);
    chunk.extend_from_slice(&[0; 4]);
    png.splice(33..33, chunk);
    png
}

#[actix_web::test]
async fn a_tab_shows_the_favicon_and_nothing_that_hung_on_it() {
    let mut browser = Browser::signed_in().await;
    let (version, environment) = versions(&mut browser, PATH).await;
    let file = png_with_a_note();
    let parts: [Part<'_>; 4] = [
        ("version", None, version.as_bytes()),
        ("environment_version", None, environment.as_bytes()),
        ("act", None, b"publish"),
        ("file.icon", Some("favicon.png"), &file),
    ];
    let answer = send(&browser, PATH, &parts).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let page = worn_css(&browser, json!({ "end_user": { "id": "u" } })).await;
    let at = page.find("<link rel=\"icon\" href=\"/theme-files/").expect("a favicon") + 23;
    let icon = browser.app.send(Method::GET, page[at..].split('"').next().unwrap(), &[], None).await;
    assert_eq!(icon.header("content-type"), "image/png");
    assert_eq!(icon.header("x-content-type-options"), "nosniff");
    assert!(!icon.text.contains("script") && icon.text.contains("IEND"));
}

#[actix_web::test]
async fn a_colour_that_is_none_is_refused_at_its_field_and_nothing_else_is_lost() {
    let mut browser = Browser::signed_in().await;
    let bad = [
        ("danger.light", "url(x)"),
        ("success.dark", "red;}</style><script>alert(1)</script>"),
        ("warning.light", "var(--x)"),
        ("accent.light", "currentColor"),
        ("background.dark", "#0000"),
        ("width", "9000"),
        ("contrast", "AAAA"),
        ("radius", "3"),
    ];
    let (version, environment) = versions(&mut browser, PATH).await;
    let parts: Vec<Part<'_>> = [("version", version.as_str()), ("environment_version", &environment)]
        .iter()
        .chain(&bad)
        .map(|(name, value)| (*name, None, value.as_bytes()))
        .chain([("file.light", Some("logo.svg"), SVG.as_bytes())])
        .collect();
    let answer = send(&browser, PATH, &parts).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.text.contains("<script>alert"), "what was typed is text");
    for (field, text) in &bad[..7] {
        let id = field.replace('.', "-");
        assert!(!answer.text_of(&format!("#{id}-problem")).is_empty(), "{field} {text}");
    }
    assert_eq!(answer.value("radius").as_deref(), Some("3"), "what was right is still there");
    assert_eq!(answer.value("file.light").map(|name| name.len()), Some(64), "and so is the file");
}

#[actix_web::test]
async fn every_new_seed_is_published_with_where_it_comes_from_and_what_changed() {
    let mut browser = Browser::signed_in().await;
    let fields = [
        ("accent.light", "#701a75"),
        ("background.light", "#fff7ed"),
        ("danger.dark", "#fca5a5"),
        ("border", "strong"),
        ("contrast", "AAA"),
        ("motion", "off"),
        ("width", "560"),
        ("backdrop", "page"),
        ("close_button", "false"),
        ("secret_reveal", "false"),
        ("logo.align", "center"),
    ];
    let published = publish(&mut browser, PATH, &fields).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.text);
    let editor = browser.get(PATH).await;
    let changed = editor.texts(".history .differences code");
    let worn = browser.app.get("/api/v1/theme?env=dev").await.json();
    for (path, value) in fields {
        let id = path.replace(['.', '_'], "-");
        let chosen = editor.attribute(&format!("#{id} option[selected]"), "value");
        let typed = chosen.or_else(|| editor.attribute(&format!("#{id}"), "value"));
        assert_eq!(typed.as_deref(), Some(value), "{path} stands in its field");
        assert!(changed.iter().any(|one| one == path), "{path} stands in the history: {changed:?}");
        let source = json!({ "path": path, "value": value, "from": "environment" });
        assert!(worn["data"]["worn"].as_array().unwrap().contains(&source), "{source}");
    }
    let page = worn_css(&browser, json!({ "end_user": { "id": "u" } })).await;
    for part in ["--fg-link:#701a75", "--bg-page:#fff7ed", "--card-width:560px", "--quick:0s"] {
        assert!(page.contains(part), "{part}");
    }
}

#[actix_web::test]
async fn who_saves_second_keeps_what_was_typed_and_overwrites_nothing() {
    let mut browser = Browser::signed_in().await;
    // Both have the same page open.
    let (version, environment) = versions(&mut browser, PATH).await;
    let send_as = async |act_name: &str, more: &[(&str, &str)]| {
        let mut fields =
            vec![("version", version.as_str()), ("environment_version", &environment), ("act", act_name)];
        fields.extend_from_slice(more);
        act(&browser, PATH, &fields).await
    };
    let first = send_as("save", &[("accent.light", "#701a75"), ("width", "560")]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text);
    for second in ["save", "publish", "discard"] {
        let answer = send_as(second, &[("accent.light", "#14532d"), ("width", "400")]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{second}");
        let stored = browser.app.get("/api/v1/theme?env=dev").await.json()["data"].clone();
        assert_eq!(stored["draft"], json!({ "accent": { "light": "#701a75" }, "width": 560 }), "{second}");
        if second != "discard" {
            assert_eq!(answer.value("accent.light").as_deref(), Some("#14532d"), "what was typed stays");
            assert!(answer.text_of(".summary").contains("#701a75"), "{}", answer.text_of(".summary"));
        }
    }
    // Sent again from the page that says so, it replaces what was seen there.
    let answer = send_as("save", &[("accent.light", "#14532d")]).await;
    let (now, then) = (answer.value("version").unwrap(), version.clone());
    assert_ne!(now, then);
    let again = [
        ("version", now.as_str()),
        ("environment_version", &environment),
        ("act", "save"),
        ("accent.light", "#14532d"),
    ];
    assert_eq!(act(&browser, PATH, &again).await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn a_theme_file_with_unknown_keys_is_refused_with_their_paths() {
    let browser = Browser::signed_in().await;
    let file = json!({ "radius": 4, "logo": { "left": true }, "css": "</style>" }).to_string();
    let parts: [Part<'_>; 3] = [
        ("version", None, b"0"),
        ("act", None, b"import"),
        ("theme-file", Some("theme.json"), file.as_bytes()),
    ];
    let answer = send(&browser, PATH, &parts).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["logo.left: A theme has no such key", "css: A theme has no such key"] {
        assert!(answer.text.contains(words), "{words}");
    }
}

#[actix_web::test]
async fn a_session_wears_a_theme_by_name_or_a_few_values_of_its_own() {
    let mut browser = Browser::signed_in().await;
    let named = "/admin/environment/theme?theme=acme";
    assert_eq!(
        publish(&mut browser, PATH, &[("radius", "2"), ("density", "roomy")]).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(publish(&mut browser, named, &[("radius", "13")]).await.status, StatusCode::SEE_OTHER);
    let body = |theme: Value| json!({ "end_user": { "id": "u" }, "connect_ui": { "theme": theme } });
    let page = worn_css(&browser, body(json!("acme"))).await;
    assert!(
        page.contains("--radius-field:13px") && page.contains("--space-unit:4.5px"),
        "over the environment's"
    );
    let token = browser.app.session(&body(json!({ "brand": { "light": "#102030" }, "radius": 3 }))).await;
    let page = form_page(&browser, &token).await;
    assert!(page.contains("--brand-solid:#102030") && page.contains("--radius-field:3px"));
    for (theme, words) in [
        (json!("nobody"), "no published theme of this name"),
        (json!({ "css": "x" }), "css: A theme has no such key"),
        (json!({ "brand": { "light": "red;}</style><script>" } }), "not a CSS colour"),
        (json!({ "tokens": { "light": { "fg.muted": "#eee" } } }), "tokens"),
    ] {
        let answer = browser.app.post("/connect/sessions", &body(theme)).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert!(answer.text.contains(words), "{words}: {}", answer.text);
    }
}

#[actix_web::test]
async fn the_instance_lies_below_every_environment() {
    let mut browser = Browser::signed_in().await;
    let fields = [("radius", "5"), ("brand.light", "#123456")];
    assert_eq!(publish(&mut browser, "/admin/instance/theme", &fields).await.status, StatusCode::SEE_OTHER);
    let page = worn_css(&browser, json!({ "end_user": { "id": "u" } })).await;
    assert!(page.contains("--radius-field:5px") && page.contains("--brand-solid:#123456"));
    let editor = browser.get(PATH).await.text;
    assert!(
        editor.contains("placeholder=\"5 (from the instance)\""),
        "the field says where its value comes from"
    );
    let api = browser.app.get("/api/v1/theme?env=dev").await.json();
    let radius = api["data"]["worn"].as_array().unwrap().iter().find(|one| one["path"] == "radius").unwrap();
    assert_eq!(*radius, json!({ "path": "radius", "value": "5", "from": "instance" }));
}

#[actix_web::test]
async fn a_backend_drafts_and_publishes_with_its_key() {
    let browser = Browser::signed_in().await;
    let version = |answer: &Answer| answer.json()["data"]["version"].as_str().unwrap().to_owned();
    let before = browser.app.get("/api/v1/theme?env=dev").await;
    let stale = version(&before);
    let draft = json!({ "theme": { "radius": 7 }, "version": stale });
    let drafted =
        browser.app.call(&browser.app.key, Method::PUT, "/api/v1/theme/draft?env=dev", Some(&draft)).await;
    assert_eq!(drafted.status, StatusCode::OK, "{}", drafted.text);
    let again =
        browser.app.call(&browser.app.key, Method::PUT, "/api/v1/theme/draft?env=dev", Some(&draft)).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let publish = json!({ "version": version(&drafted) });
    let published = browser
        .app
        .call(&browser.app.key, Method::POST, "/api/v1/theme/publish?env=dev", Some(&publish))
        .await;
    assert_eq!(published.json()["data"]["revision"], 1, "{}", published.text);
    let wrong = json!({ "theme": { "radius": 99, "css": "" }, "version": "1.1" });
    let refused =
        browser.app.call(&browser.app.key, Method::PUT, "/api/v1/theme/draft?env=dev", Some(&wrong)).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.text.contains("A theme has no such key") && refused.text.contains("from 0 to 16"));
}

#[actix_web::test]
async fn every_state_of_the_preview_is_drawn() {
    let browser = Browser::signed_in().await;
    for state in connect_ui::web::connect::preview::State::ALL {
        let path =
            format!("/?preview=true&embedded=true&theme=dark&draft=environment&state={}", state.as_str());
        let answer = browser.app.send(Method::GET, &path, &[("cookie", &browser.cookie)], None).await;
        assert_eq!(answer.status, StatusCode::OK, "{state:?}");
        assert!(answer.text.contains("data-preview"));
    }
}

#[actix_web::test]
async fn an_app_name_cannot_leave_its_place() {
    let mut browser = Browser::signed_in().await;
    let form = [
        ("version", "1"),
        ("default_theme", "dark"),
        ("light", "red"),
        ("dark", "red"),
        ("app_name", "</style><script>alert(1)</script>"),
    ];
    assert_eq!(browser.post("/admin/environment/connect-ui", &form).await.status, StatusCode::SEE_OTHER);
    let page = worn_css(&browser, json!({ "end_user": { "id": "u" } })).await;
    assert!(!page.contains("<script>alert"), "{page}");
    assert!(!browser.get(PATH).await.text.contains("<script>alert"));
}
