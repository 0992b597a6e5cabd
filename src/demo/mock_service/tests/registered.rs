//! Who may be returned to.

use super::*;

#[test]
fn a_redirect_uri_is_the_registered_one_and_nothing_near_it() {
    let product = Url::parse("https://connect.acme.example").unwrap();
    let exact = RedirectUris::Exactly(vec!["https://connect.acme.example/cb".to_owned()]);
    let cases = [
        (RedirectUris::OnLoopback, "http://localhost:1/oauth/callback", true),
        (RedirectUris::OnLoopback, "http://127.0.0.1:1/cb?state=1", true),
        (RedirectUris::OnLoopback, "http://[::1]:1/cb", true),
        (RedirectUris::OnLoopback, "http://localhost.evil.example/cb", false),
        (RedirectUris::OfOrigin(product.clone()), "https://connect.acme.example/oauth/callback", true),
        (RedirectUris::OfOrigin(product.clone()), "http://connect.acme.example/oauth/callback", false),
        (RedirectUris::OfOrigin(product.clone()), "https://connect.acme.example.evil.example/", false),
        (RedirectUris::OfOrigin(product.clone()), "https://x@connect.acme.example/", false),
        (RedirectUris::OfOrigin(product.clone()), "https://connect.acme.example/#a", false),
        (RedirectUris::OfOrigin(product), "/oauth/callback", false),
        (exact.clone(), "https://connect.acme.example/cb", true),
        (exact, "https://connect.acme.example/cb/", false),
    ];
    for (registered, uri, allowed) in cases {
        assert_eq!(registered.allow(uri), allowed, "{registered:?} {uri}");
    }
}
