//! Lists `providers/*.yaml` and packs `locales/*/`, so that adding a file or a folder is enough to ship it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// How hard miniz tries; it takes a second in a build and saves a fifth.
const COMPRESSION: u8 = 10;

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=providers");
    println!("cargo::rerun-if-changed=locales");
    fs::write(out.join("bundled_providers.rs"), providers(&root.join("providers"))?)?;
    fs::write(out.join("provider_texts.rs"), packed(&root.join("providers/texts"), &out, "texts")?)?;
    fs::write(out.join("locales.rs"), packed(&root.join("locales"), &out, "locale")?)
}

/// A language is shipped when it has every file that English has.
fn is_complete(folder: &Path) -> io::Result<bool> {
    let names = |folder: &Path| {
        Ok::<_, io::Error>(entries(folder)?.iter().map(|path| name(path)).collect::<Vec<_>>())
    };
    let (all, own) = (names(&folder.with_file_name("en"))?, names(folder)?);
    let is_complete = all.iter().all(|file| own.contains(file));
    if !is_complete {
        println!("cargo::warning=locales/{} is not complete yet and is left out", name(folder));
    }
    Ok(is_complete)
}

fn providers(folder: &Path) -> io::Result<String> {
    let mut list = String::from("/// File names and texts, in the order of the names.\n");
    list.push_str("pub(super) const BUNDLED: &[(&str, &str)] = &[\n");
    for path in entries(folder)?.iter().filter(|path| has_extension(path, "yaml")) {
        let _ = writeln!(list, "    ({:?}, include_str!({:?})),", name(path), path.display().to_string());
    }
    list.push_str("];\n");
    Ok(list)
}

/// A folder's languages, each deflated: `fr/` with all its `.ftl`, or `fr.yaml`.
fn packed(folder: &Path, out: &Path, kind: &str) -> io::Result<String> {
    let mut list = String::from("/// Languages and their texts, deflated.\n");
    list.push_str("pub(super) const PACKED: &[(&str, &[u8])] = &[\n");
    for path in entries(folder)? {
        if path.is_dir() && !is_complete(&path)? {
            continue;
        }
        let text = if path.is_dir() { locale(&path)? } else { fs::read_to_string(&path)? };
        let language = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let packed = out.join(format!("{kind}-{language}.deflate"));
        fs::write(&packed, miniz_oxide::deflate::compress_to_vec(text.as_bytes(), COMPRESSION))?;
        let _ = writeln!(list, "    ({language:?}, include_bytes!({:?})),", packed.display().to_string());
    }
    list.push_str("];\n");
    Ok(list)
}

/// All texts of a language, without comments.
fn locale(folder: &Path) -> io::Result<String> {
    let mut all = String::new();
    for path in entries(folder)?.iter().filter(|path| has_extension(path, "ftl")) {
        for line in fs::read_to_string(path)?.lines().filter(|line| !line.starts_with('#')) {
            all.push_str(line);
            all.push('\n');
        }
    }
    Ok(all)
}

/// What is in a folder, by name; nothing where there is none.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|is| is == extension)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
