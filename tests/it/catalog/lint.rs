//! What `providers check` promises: every rule finds what it is for, says where, and is quiet about what is right.

mod command;
mod documentation;
mod reference;
mod report;
mod rules;

use connect_ui::provider::CatalogSource;
use connect_ui::provider::lint::{self, Remark, Report};

fn check(yaml: &str) -> Report {
    lint::check(&[CatalogSource::Text { name: "test.yaml".to_owned(), text: yaml.to_owned() }])
}

/// `rule path`, in the order of the report.
fn short(remark: &Remark) -> String {
    format!("{} {}.{}", remark.rule.name, remark.provider, remark.path)
}

/// A definition without fault.
const GOOD: &str = "good:
  display_name: Good
  categories: [crm]
  auth_mode: API_KEY
  docs: https://example.com
  proxy:
    base_url: https://${connectionConfig.subdomain}.example.com
    headers: { authorization: 'Bearer ${apiKey}' }
    verification: { endpoints: [/me] }
  connection_config:
    subdomain: { title: Subdomain, description: In the address., prefix: 'https://', suffix: .example.com, example: acme, pattern: '^[a-z]+$' }
  credentials:
    apiKey: { title: Key, description: In the settings., secret: true, example: ak_1, pattern: '^ak_\\S+$' }
";
