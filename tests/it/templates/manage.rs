//! The user's own page, in every state.

use connect_ui::web::connect::page::*;

use super::samples::{Sample, sample, service, zendesk};

const DAY: Day = Day { day: 3, month: 5, year: 2025 };

fn account(service: Service, health: AccountHealth) -> OwnAccount {
    OwnAccount {
        service,
        name: None,
        account: Some("acme · alice@acme.com".to_owned()),
        health,
        since: DAY,
        last_used: Some(DAY),
        scopes: vec![],
        href: "connections/1".to_owned(),
    }
}

pub fn all(c: &impl Fn() -> Chrome) -> Vec<Sample> {
    let trouble = Trouble { kind: TroubleKind::Refused, since: Some(DAY) };
    let long = "Donaudampfschifffahrtsgesellschaftskapitän".to_owned();
    let accounts = vec![
        account(zendesk(), AccountHealth::Trouble(trouble)),
        OwnAccount {
            name: Some(long),
            scopes: vec![
                (
                    "read:everything".to_owned(),
                    Some(ScopeTitle { text: "Read everything".to_owned(), in_english: false }),
                ),
                ("https://www.googleapis.com/auth/drive.readonly".to_owned(), None),
            ],
            ..account(service("GitHub"), AccountHealth::Works)
        },
        OwnAccount {
            account: None,
            last_used: None,
            ..account(service("Calendar"), AccountHealth::Unchecked)
        },
        account(service("Slack"), AccountHealth::Awaited),
    ];
    let person = Some("alice@acme.com".to_owned());
    let page =
        |accounts, person| ManagePage { chrome: c(), person, accounts, another_url: Some("add".to_owned()) };
    let below = || Chrome { back_url: Some("../../".to_owned()), ..c() };
    let mut samples =
        vec![sample("manage", &page(accounts, person)), sample("manage-empty", &page(vec![], None))];
    for (name, problem) in [("manage-name", None), ("manage-name-wrong", Some(NameProblem { max: 60 }))] {
        let page = RenamePage {
            chrome: below(),
            service: zendesk(),
            account: Some("acme".to_owned()),
            name: "Support team".to_owned(),
            problem,
        };
        samples.push(sample(name, &page));
    }
    samples.push(sample(
        "manage-disconnect",
        &DisconnectPage {
            chrome: below(),
            service: zendesk(),
            name: Some("Support team".to_owned()),
            attempt: "0123456789abcdef0123456789abcdef".to_owned(),
        },
    ));
    let endings = [
        ("manage-receipt-revoked", ReceiptEnding::Revoked),
        ("manage-receipt-partly", ReceiptEnding::Partly),
        ("manage-receipt-not-offered", ReceiptEnding::NotOffered),
        ("manage-receipt-failed", ReceiptEnding::Failed),
    ];
    for (name, ending) in endings {
        let page = ReceiptPage {
            chrome: c(),
            service: zendesk(),
            ending,
            end_access_at: (ending != ReceiptEnding::Revoked).then(|| "https://zendesk.example".to_owned()),
            accounts_url: "../".to_owned(),
        };
        samples.push(sample(name, &page));
    }
    samples
}
