//! Integrations in admin: the catalogue leaf by leaf, a try as an end user has it, and a preview of the right environment.

use scraper::{Html, Selector};

use super::{browser::Browser, environments::make};
use crate::support::visitor::Visitor;

#[actix_web::test]
async fn the_whole_catalogue_can_be_leafed_through() {
    let mut browser = Browser::signed_in().await;
    let mut names = std::collections::BTreeSet::new();
    let mut next = Some("/admin/catalogue".to_owned());
    let mut pages = 0;
    while let Some(path) = next.take() {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        pages += 1;
        names.extend(page.texts(".rows .key"));
        let html = Html::parse_document(&page.text);
        let link = html.select(&Selector::parse("nav.leaf a[rel=next]").unwrap()).next();
        next = link.and_then(|link| link.attr("href")).map(str::to_owned);
    }
    let all = browser.app.state.services.catalog.search("").len();
    assert!(pages > 1 && names.len() == all, "{pages} pages, {} of {all}", names.len());
    for beyond in ["0", "99", "-1", "x"] {
        assert_eq!(browser.get(&format!("/admin/catalogue?page={beyond}")).await.status, 200, "{beyond}");
    }
}

#[actix_web::test]
async fn a_try_is_a_real_session_and_its_connection_is_found_by_its_tag() {
    let mut browser = Browser::signed_in().await;
    browser.app.integration("demo-postbox", "post").await;
    let page = browser.get("/admin/integrations/post").await;
    assert_eq!(page.texts("form[target=_blank] button"), ["Connect an account of mine"]);
    let answer = browser.post("/admin/integrations/post/try", &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    let token = answer.header("location").strip_prefix("/?session_token=").unwrap().to_owned();
    let mut tab = Visitor::tab(&browser.app);
    let form = tab.open_link(&token).await;
    assert!(form.text_of(".who").ends_with("as alice."), "{}", form.text_of(".who"));
    let done = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
    assert_eq!(tab.follow(done).await.status, 200);
    let found = browser.get("/admin/connections?integration=post&tag=connect_ui_try").await;
    assert_eq!(found.texts("main .rows li").len(), 1, "{}", found.text);
    let audit = browser.get("/admin/audit").await;
    assert!(audit.text.contains("integration.try"), "{}", audit.text);
    assert_eq!(browser.post("/admin/integrations/nothing/try", &[]).await.status, 404);
}

#[actix_web::test]
async fn a_preview_wears_the_theme_of_the_environment_that_it_is_opened_in() {
    let mut browser = Browser::signed_in().await;
    let (base, _) = make(&mut browser, "prod").await;
    for (address, colour) in [("/admin".to_owned(), "#aa0000"), (base.clone(), "#00aa00")] {
        let form = [
            ("version", "1"),
            ("default_theme", "light"),
            ("light", colour),
            ("dark", colour),
            ("app_name", &address[1..]),
        ];
        let saved = browser.post(&format!("{address}/environment/connect-ui"), &form).await;
        assert_eq!(saved.status, 303, "{}", saved.text);
    }
    for page in ["connect-ui", "theme"] {
        let mut sheets = Vec::new();
        for address in ["/admin", &base] {
            let editor = browser.get(&format!("{address}/environment/{page}")).await;
            let html = Html::parse_document(&editor.text);
            let frame = html.select(&Selector::parse("iframe").unwrap()).next().unwrap();
            let shown = browser.get(frame.attr("src").unwrap()).await;
            assert!(shown.text.contains(&address[1..]), "{page} of {address} names its application");
            sheets.push(shown.texts("style").concat());
        }
        assert_ne!(sheets[0], sheets[1], "{page}");
    }
    // Who is not signed in learns nothing of an environment by its id.
    let id = base.rsplit('/').next().unwrap();
    let path = format!("/?preview=true&environment={id}");
    let stranger = browser.app.send(reqwest::Method::GET, &path, &[], None).await;
    assert!(stranger.status == 200 && !stranger.text.contains(&base[1..]), "{}", stranger.text);
}
