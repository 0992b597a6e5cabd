//! Writes every page into `target/gallery`, to be looked at: `cargo test --test it gallery -- --ignored`.

use std::fs;
use std::path::Path;

use connect_ui::web::asset::Assets;
use connect_ui::web::connect::page::{ColorScheme, Surface};
use connect_ui::web::tr::Language;

use super::samples;

#[test]
#[ignore = "writes files for the eye"]
fn gallery() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    fs::create_dir_all(&folder).unwrap();
    let assets = Assets::bundled();
    let script = assets.find(assets.script_url()).unwrap();
    fs::write(folder.join("connect.js"), script.body).unwrap();
    for language in Language::all() {
        for (surface, place) in
            [(Surface::Hosted, "hosted"), (Surface::Overlay, "overlay"), (Surface::Embedded, "embedded")]
        {
            for (scheme, mode) in [(ColorScheme::Light, "light"), (ColorScheme::Dark, "dark")] {
                for sample in samples::all(language, surface, scheme) {
                    let name = format!("{}.{place}.{mode}.{}.html", sample.name, language.tag());
                    fs::write(folder.join(name), sample.html.replace(assets.script_url(), "connect.js"))
                        .unwrap();
                }
            }
        }
    }
}
