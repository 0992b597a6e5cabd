//! Who may embed the UI.

use super::Finding;
use crate::{origin::AllowedOrigins, store::environment::EnvironmentRow};

const CHECK: &str = "allowed origins";

/// Judges those of the instance and of all environments; `is_local` where the installation is a trial on this machine.
#[must_use]
pub fn examine(instance: &AllowedOrigins, is_local: bool, environments: &[EnvironmentRow]) -> Finding {
    let own = environments.iter().map(|row| AllowedOrigins::from_stored(&row.allowed_origins));
    let all = own.fold(instance.clone(), |all, own| all.and(&own));
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
    if plain.is_empty() || is_local {
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
