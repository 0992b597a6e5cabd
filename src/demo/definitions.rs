//! The integrations that the demo configures, on definitions that point at the mock service.

use url::Url;

const TEMPLATE: &str = include_str!("providers.yaml");
/// Stands in the template for the mock service's address.
const MOCK_SERVICE: &str = "http://mock.service";

/// An integration to configure before the demo starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoIntegration {
    /// The integration's unique key.
    pub unique_key: &'static str,
    /// Its provider in [`provider_file`].
    pub provider: &'static str,
    /// What the reader sees.
    pub display_name: &'static str,
    /// A line about what the host application does with it.
    pub purpose: &'static str,
}

/// What the demo configures, in the order of the host application's list.
pub const INTEGRATIONS: &[DemoIntegration] = &[
    DemoIntegration {
        unique_key: "postbox",
        provider: "demo-postbox",
        display_name: "Postbox",
        purpose: "Send receipts and reminders from your own address.",
    },
    DemoIntegration {
        unique_key: "helpdesk",
        provider: "demo-helpdesk",
        display_name: "Helpdesk",
        purpose: "See open tickets next to each customer.",
    },
    DemoIntegration {
        unique_key: "ledger",
        provider: "demo-ledger",
        display_name: "Ledger",
        purpose: "Book invoices as they are paid.",
    },
    DemoIntegration {
        unique_key: "metrics",
        provider: "demo-metrics",
        display_name: "Metrics",
        purpose: "Put usage charts on your dashboard.",
    },
    DemoIntegration {
        unique_key: "storefront",
        provider: "demo-storefront",
        display_name: "Storefront",
        purpose: "Import orders every hour.",
    },
    DemoIntegration {
        unique_key: "signer",
        provider: "demo-signer",
        display_name: "Signer",
        purpose: "Sign contracts with your company's key.",
    },
    DemoIntegration {
        unique_key: "calendar",
        provider: "demo-calendar",
        display_name: "Public holidays",
        purpose: "Skip public holidays when planning.",
    },
];

/// The definitions, in the format of any provider file, for a mock service at `mock_service`.
#[must_use]
pub fn provider_file(mock_service: &Url) -> String {
    TEMPLATE.replace(MOCK_SERVICE, mock_service.as_str().trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provider::{Catalog, CatalogSource};

    #[test]
    fn every_definition_can_be_used_as_it_stands() {
        let file = provider_file(&Url::parse("http://127.0.0.1:4711/").unwrap());
        let source = CatalogSource::Text { name: "demo".to_owned(), text: file };
        let catalog = Catalog::load(&[source]).unwrap();
        assert!(catalog.disabled().is_empty(), "{:?}", catalog.disabled());
        assert!(catalog.findings().is_empty(), "{:?}", catalog.findings());
        for integration in INTEGRATIONS {
            assert!(catalog.get(integration.provider).is_some(), "{}", integration.provider);
        }
    }

    #[test]
    fn every_integration_has_its_definition_on_the_mock_service() {
        let file = provider_file(&Url::parse("http://127.0.0.1:4711/").unwrap());
        assert!(!file.contains(MOCK_SERVICE));
        assert!(file.contains("base_url: http://127.0.0.1:4711/api"));
        for integration in INTEGRATIONS {
            assert!(file.contains(&format!("\n{}:\n", integration.provider)), "{}", integration.provider);
        }
    }
}
