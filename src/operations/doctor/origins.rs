//! Who may embed the UI.

use super::Finding;
use crate::{config::Settings, origin::AllowedOrigins, store::environment::EnvironmentRow};

const CHECK: &str = "allowed origins";

pub(super) fn examine(settings: &Settings, environments: &[EnvironmentRow]) -> Finding {
    let own = environments.iter().map(|row| AllowedOrigins::from_stored(&row.allowed_origins));
    let all = own.fold(settings.allowed_origins.clone(), |all, own| all.and(&own));
    if all.is_empty() {
        return Finding::warning(
            CHECK,
            "no page may embed the UI; hosted links work",
            "Set CONNECT_UI_ALLOWED_ORIGINS to your application's origin, such as https://app.acme.com, or allow it \
             for an environment in admin",
        );
    }
    let list = all.to_source_list();
    let plain: Vec<&str> =
        list.split(' ').filter(|origin| origin.starts_with("http://") && !is_loopback(origin)).collect();
    if plain.is_empty() || settings.public_url.is_loopback_http() {
        Finding::good(CHECK, format!("these may embed the UI: {list}"))
    } else {
        let says = format!("pages over plain http may embed the UI: {}", plain.join(" "));
        Finding::warning(
            CHECK,
            says,
            "Whoever is on the way can change such a page: allow its https origin instead",
        )
    }
}

fn is_loopback(origin: &str) -> bool {
    let host = origin.trim_start_matches("http://");
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}
