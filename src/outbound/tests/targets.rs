//! Which targets may be reached, and how the operator's list is read.

use super::{server::Server, *};

async fn refusal(client: &OutboundClient, url: &str) -> OutboundError {
    client.send(get(url)).await.unwrap_err()
}

#[test]
fn the_list_of_exceptions_is_read_or_every_bad_item_named() {
    let policy = OutboundPolicy::parse(" 127.0.0.1/32, Intranet.Example ,10.1.2.3, [::1],fd00::/8,").unwrap();
    let shown: Vec<String> = policy.allowed().iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["127.0.0.1/32", "intranet.example", "10.1.2.3/32", "::1/128", "fd00::/8"]);
    assert_eq!(OutboundPolicy::parse("").unwrap(), OutboundPolicy::default());

    let bad = OutboundPolicy::parse("ok.test, http://x, 10.0.0.0/99, *.corp, a:80, a b").unwrap_err();
    let items: Vec<&str> = bad.0.iter().map(|bad| bad.item.as_str()).collect();
    assert_eq!(items, ["http://x", "10.0.0.0/99", "*.corp", "a:80", "a b"]);
    let both = OutboundPolicy::parse("http://x, *").unwrap_err().to_string();
    assert_eq!(
        both,
        "`http://x`: a URL; write only its host; `*`: wildcards are not understood; name each host or give a network"
    );
}

#[tokio::test]
async fn private_targets_are_refused_however_they_are_written() {
    let client = client(
        "",
        &[
            ("localhost", &["127.0.0.1"]),
            ("rebind.test", &["10.0.0.1"]),
            ("mixed.test", &["93.184.215.14", "10.0.0.1"]),
            ("mapped.test", &["::ffff:127.0.0.1"]),
        ],
    );
    let urls = [
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://localhost/",
        "https://rebind.test/",
        "https://mixed.test/",
        "https://mapped.test/",
    ];
    for url in urls {
        let refused = refusal(&client, url).await;
        assert!(
            matches!(refused, OutboundError::Forbidden(ForbiddenReason::Address(_))),
            "{url}: {refused:?}"
        );
    }
}

#[tokio::test]
async fn only_https_on_443_or_the_definitions_port() {
    let client = client("10.0.0.0/8", &[("public.test", &["93.184.215.14"])]);
    let forbidden = OutboundError::Forbidden;
    assert_eq!(refusal(&client, "http://public.test/").await, forbidden(ForbiddenReason::Scheme));
    assert_eq!(refusal(&client, "https://public.test:8443/").await, forbidden(ForbiddenReason::Port));
    let other_port = get("https://public.test:8443/").with_definition_port(Some(9443));
    assert_eq!(client.send(other_port).await.unwrap_err(), forbidden(ForbiddenReason::Port));
    assert_eq!(refusal(&client, "ftp://public.test/").await, OutboundError::BadUrl);
    assert_eq!(refusal(&client, "https://user@public.test/").await, OutboundError::BadUrl);
    assert_eq!(refusal(&client, "https://unknown.test/").await, OutboundError::UnresolvedHost);
}

#[tokio::test]
async fn the_definitions_port_is_open_and_only_checked_addresses_are_connected_to() {
    let addresses: Vec<IpAddr> = vec!["93.184.215.14".parse().unwrap(), "2606:4700::1111".parse().unwrap()];
    let resolver = Resolver::fixed([("public.test".to_owned(), addresses.clone())]);
    let guard = guard::Guard { policy: OutboundPolicy::default(), resolver };
    let target = guard.check(&"https://public.test:8443/".parse().unwrap(), Some(8443)).await.unwrap();
    assert_eq!(target.host, "public.test");
    assert_eq!(target.addresses.iter().map(std::net::SocketAddr::ip).collect::<Vec<_>>(), addresses);
}

#[tokio::test]
async fn an_allowed_host_or_network_may_be_http_on_any_port() {
    let server = Server::answering("200 OK", "", "hello").await;
    let url = format!("http://service.test:{}/", server.port);
    let names: &[(&str, &[&str])] = &[("service.test", &["127.0.0.1"])];
    for allow in ["127.0.0.0/8", "service.test"] {
        let response = client(allow, names).send(get(&url)).await.unwrap();
        assert_eq!(response.body(), b"hello", "allowed {allow}");
    }
    assert!(
        server.requests()[0].contains(&format!("host: service.test:{}", server.port)),
        "the name is kept"
    );
    let refused = refusal(&client("other.test", names), &url.replace("http:", "https:")).await;
    assert!(matches!(refused, OutboundError::Forbidden(_)));
}

#[tokio::test]
async fn the_systems_resolver_is_guarded_alike() {
    let client = OutboundClient::new(OutboundPolicy::default(), Resolver::System).unwrap();
    let refused = refusal(&client, "https://localhost/").await;
    assert_eq!(refused, OutboundError::Forbidden(ForbiddenReason::Address(AddressKind::Loopback)));
}
