//! Wording in admin: found, changed, put back, and nothing stored over somebody else's change.

use reqwest::StatusCode;

use super::browser::Browser;

const PATH: &str = "/admin/environment/wording";

#[actix_web::test]
async fn a_text_is_found_worded_and_put_back() {
    let mut browser = Browser::signed_in().await;
    let list = browser.get(&format!("{PATH}?q=can+use+it&language=en")).await;
    assert!(list.text.contains("done-text"), "{}", list.text);
    let text = format!("{PATH}/en/done-text");
    let preview =
        browser.post(&text, &[("text", "{ $app } has it"), ("version", "0"), ("act", "preview")]).await;
    assert_eq!(preview.status, StatusCode::OK);
    assert!(preview.text_of("#reads").ends_with(" has it"), "{}", preview.text);
    let wrong = browser.post(&text, &[("text", "{ $nobody }"), ("version", "0"), ("act", "save")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text_of(".problem").contains("$nobody"));
    let saved = browser.post(&text, &[("text", "<i>Done</i>"), ("version", "0"), ("act", "save")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let stale = browser.post(&text, &[("text", "Other"), ("version", "0"), ("act", "save")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(browser.get(PATH).await.text.contains("One text is your own"));
    let reset = browser.post(&text, &[("version", "1"), ("act", "reset")]).await;
    assert_eq!(reset.status, StatusCode::SEE_OTHER);
    assert!(browser.get(PATH).await.text.contains("All pages say the defaults"));
    let audit = browser.get("/admin/audit").await;
    assert!(audit.text.contains("wording.set") && audit.text.contains("wording.reset"), "{}", audit.text);
    assert_eq!(browser.get(&format!("{PATH}/xx/done-text")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get(&format!("{PATH}/en/code-cancelled")).await.status, StatusCode::NOT_FOUND);
}
