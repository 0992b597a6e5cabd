//! `${…}` templates of provider definitions (provider-format.md §3). Pure; time and randomness come in as parameters.
//!
//! Owns: the template grammar, the two interpolators, the functions, the building of URLs and requests from them.
//! Must not know: the catalogue, forms, the database, the network.
//!
//! A template is parsed once and values are put in as they are: text that a user typed is never read as a template.

mod authority;
mod body;
mod call;
mod context;
mod dates;
mod digest;
mod fingerprint;
mod function;
mod headers;
mod parameters;
mod rendered;
mod renderer;
mod request;
mod scope;
mod sigv4;
mod template;
mod url;
mod url_parts;

pub use call::{BaseUrl, address, call_body, call_facts, call_headers, signs_body};
pub use context::{Context, RequestFacts};
pub use parameters::canonical as canonical_parameters;
pub use rendered::Rendered;
pub use request::{PlacedRequest, PlacementError, RequestTemplate, place};
pub use scope::{Scope, Value};
pub use sigv4::{CredentialScope as SigV4Scope, sign as sigv4_authorization, sigv4_date};
pub use url::{BuiltUrl, UrlError, ValueEncoding, choose_base_url, make_url};

use renderer::{Renderer, split_fallback};
use template::Mode;

/// Fills a template by the *flat* rules: JWT, `TWO_STEP` bodies and headers, assertions. `||` is plain text.
#[must_use]
pub fn flat(template: &str, context: Context<'_>) -> Rendered {
    Renderer::new(context, Mode::Flat).render(&template::parse(template, Mode::Flat))
}

/// Fills a template by the *path* rules: proxy headers and queries, authorization and token parameters.
/// `left || right` takes the right side where the left one holds nothing.
#[must_use]
pub fn path(template: &str, context: Context<'_>) -> Rendered {
    Renderer::new(context, Mode::Path).render_with_fallback(&template::parse(template, Mode::Path))
}

/// Whether every placeholder of a required parameter has a value; with `||`, one resolved side is enough.
#[must_use]
pub fn resolves(template: &str, context: Context<'_>) -> bool {
    let nodes = template::parse(template, Mode::Flat);
    let renderer = Renderer::new(context, Mode::Flat);
    match split_fallback(&nodes) {
        Some((left, right)) => [left, right].iter().any(|side| renderer.render(side).is_complete()),
        None => renderer.render(&nodes).is_complete(),
    }
}

#[cfg(test)]
mod tests;
