//! Every block of the registries that is not the public internet.

use super::*;

#[test]
fn only_public_addresses_are_public() {
    let table = [
        ("1.1.1.1", AddressKind::Public),
        ("93.184.215.14", AddressKind::Public),
        ("172.15.255.255", AddressKind::Public),
        ("172.32.0.0", AddressKind::Public),
        ("2606:4700::1111", AddressKind::Public),
        ("2001:4860:4860::8888", AddressKind::Public),
        ("0.0.0.0", AddressKind::Unspecified),
        ("0.1.2.3", AddressKind::Unspecified),
        ("10.0.0.1", AddressKind::Private),
        ("172.16.0.1", AddressKind::Private),
        ("172.31.255.255", AddressKind::Private),
        ("192.168.1.1", AddressKind::Private),
        ("100.64.0.1", AddressKind::Shared),
        ("100.127.255.255", AddressKind::Shared),
        ("127.0.0.1", AddressKind::Loopback),
        ("127.255.255.254", AddressKind::Loopback),
        ("169.254.169.254", AddressKind::LinkLocal),
        ("192.0.2.1", AddressKind::Documentation),
        ("198.18.0.1", AddressKind::Documentation),
        ("198.51.100.1", AddressKind::Documentation),
        ("203.0.113.1", AddressKind::Documentation),
        ("192.0.0.1", AddressKind::Reserved),
        ("192.88.99.1", AddressKind::Reserved),
        ("224.0.0.1", AddressKind::Multicast),
        ("240.0.0.1", AddressKind::Reserved),
        ("255.255.255.255", AddressKind::Broadcast),
        ("::", AddressKind::Unspecified),
        ("::1", AddressKind::Loopback),
        ("::ffff:127.0.0.1", AddressKind::Embedded),
        ("::ffff:8.8.8.8", AddressKind::Embedded),
        ("::ffff:0:127.0.0.1", AddressKind::Embedded),
        ("::127.0.0.1", AddressKind::Embedded),
        ("64:ff9b::7f00:1", AddressKind::Embedded),
        ("64:ff9b:1::7f00:1", AddressKind::Embedded),
        ("2001::1", AddressKind::Embedded),
        ("2002:7f00:1::", AddressKind::Embedded),
        ("2001:db8::1", AddressKind::Documentation),
        ("3fff::1", AddressKind::Documentation),
        ("2001:20::1", AddressKind::Reserved),
        ("5f00::1", AddressKind::Reserved),
        ("100::1", AddressKind::Reserved),
        ("fc00::1", AddressKind::UniqueLocal),
        ("fd12:3456::1", AddressKind::UniqueLocal),
        ("fe80::1", AddressKind::LinkLocal),
        ("fec0::1", AddressKind::Reserved),
        ("ff02::1", AddressKind::Multicast),
    ];
    for (address, expected) in table {
        assert_eq!(AddressKind::of(address.parse().unwrap()), expected, "{address}");
    }
}
