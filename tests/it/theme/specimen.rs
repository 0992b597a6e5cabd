//! A page to look at: what no assertion can judge.

use connect_ui::theme::{ModeChoice, Surface, stylesheet};

use super::settings;

/// Writes `target/theme-specimen.html`, to be looked at: `cargo test --test it specimen -- --ignored`.
#[test]
#[ignore = "for the eye, not for the machine"]
fn specimen() {
    let frames: String = ["#00B2E3", "#ffe600", "#111111", "#ffffff", "#e11d48", "#0a5"]
        .into_iter()
        .flat_map(|colour| [ModeChoice::Light, ModeChoice::Dark].map(|mode| specimen_frame(colour, mode)))
        .collect();
    let page = format!("<!doctype html><style>{SPECIMEN_GRID}</style>{frames}");
    let target = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("../theme-specimen.html");
    std::fs::write(target, page).unwrap();
}

fn specimen_frame(colour: &str, mode: ModeChoice) -> String {
    let css = stylesheet(&settings(colour, colour), mode, Surface::Hosted);
    let page = format!("<!doctype html><style>{css}{SPECIMEN_CSS}</style>{SPECIMEN_BODY}");
    format!("<iframe srcdoc='{}'></iframe>", page.replace('\'', "&#39;").replace("{colour}", colour))
}

const SPECIMEN_GRID: &str = "body{margin:0;display:grid;grid-template-columns:repeat(4,400px)}iframe{border:0;width:400px;height:1010px}";
const SPECIMEN_CSS: &str = "*{box-sizing:border-box}body{margin:0;padding:24px;background:var(--bg-page);color:var(--fg-default);font:16px/1.5 var(--font-family)}
.card{background:var(--bg-surface);border-radius:var(--radius-card);box-shadow:var(--shadow-card);padding:24px}
h1{font-size:20px;font-weight:var(--font-weight-bold);margin:0 0 4px}p{margin:0 0 12px}.m{color:var(--fg-muted);font-size:14px}
a{color:var(--fg-link)}label{font-weight:600;font-size:14px;display:block}
.f{display:flex;height:44px;border:1px solid var(--border-field);border-radius:var(--radius-field);overflow:hidden;margin:4px 0 12px}
.f i{font-style:normal;padding:0 12px;background:var(--bg-sunken);color:var(--fg-muted);display:grid;place-items:center}
.f span{padding:9px 12px;color:var(--fg-placeholder);flex:1}
.e .f,.f.e{border-color:var(--danger-border)}.err{color:var(--danger-on-soft);font-size:14px;margin-top:-8px}
b.b{display:grid;place-items:center;height:44px;border-radius:var(--radius-button);background:var(--brand-solid);color:var(--brand-on-solid);border:1px solid var(--brand-outline);margin-bottom:12px;font-weight:600;flex:1}
.row{display:flex;gap:8px}b.h{background:var(--brand-solid-hover)}b.a{background:var(--brand-solid-active)}
b.k{box-shadow:0 0 0 2px var(--focus-inner),0 0 0 4px var(--focus-outer)}b.d{background:var(--bg-sunken);color:var(--fg-disabled);border-color:var(--border-default)}
.n{padding:8px 12px;border-radius:8px;margin-bottom:8px;font-size:14px}hr{border:0;border-top:1px solid var(--border-default);margin:12px 0}
.r{background:var(--bg-raised);border:1px solid var(--border-default);border-radius:8px;padding:8px 12px;font-size:14px}";
const SPECIMEN_BODY: &str = "<div class=card><h1>Connect your Zendesk account</h1><p class=m>For Acme, as alice@acme.com. <a href=#>Read the guide</a> {colour}</p>
<label>Subdomain</label><div class=f><i>https://</i><span>acme</span><i>.zendesk.com</i></div>
<label>API token</label><div class='f e'><span style='color:var(--fg-default)'>abc123</span></div><p class=err>Zendesk did not accept this API token.</p>
<b class=b>Connect</b><div class=row><b class='b h'>Hover</b><b class='b a'>Active</b></div><div class=row><b class='b k'>Focus</b><b class='b d'>Disabled</b></div><hr>
<div class=n style='background:var(--brand-soft);color:var(--brand-on-soft)'>Selected, <span style='color:var(--fg-default)'>default</span>, <span style='color:var(--fg-muted)'>muted</span></div>
<div class=n style='background:var(--danger-soft);color:var(--danger-on-soft);border:1px solid var(--danger-border)'>We could not reach acme.zendesk.com</div>
<div class=n style='background:var(--success-soft);color:var(--success-on-soft);border:1px solid var(--success-border)'>Connected</div>
<div class=n style='background:var(--warning-soft);color:var(--warning-on-soft);border:1px solid var(--warning-border)'>This page ends in 5 minutes</div>
<div class=row><b class=b style='background:var(--danger-solid);color:var(--danger-on-solid)'>Delete</b><b class=b style='background:var(--success-solid);color:var(--success-on-solid)'>Yes</b><b class=b style='background:var(--info-solid);color:var(--info-on-solid)'>Info</b></div>
<div class=r>Raised: a menu over the card</div></div>";
