//! Imports run one way: the map of `lib.rs`, read off the sources. A finding names the file and what it may use instead.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources fails at once")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// What each module may use of its siblings. `lib.rs` and `main.rs` may name everything.
const MAY_USE: &[(&str, &[&str])] = &[
    ("clock", &[]),
    ("origin", &[]),
    ("recent", &[]),
    ("id", &["clock"]),
    ("secret", LEAVES),
    ("outbound", LEAVES),
    ("theme", LEAVES),
    // It carries what is sealed; that it never opens one is below.
    ("store", &["id", "clock", "origin", "recent", "secret"]),
    ("provider", &["id", "clock", "origin", "secret", "outbound"]),
    ("auth", &["id", "clock", "origin", "secret", "outbound", "provider"]),
    ("mail", &[]),
    ("metrics", &[]),
    ("otlp", &["clock", "outbound"]),
    // It says what is wrong with the settings of all of these.
    ("config", &["id", "clock", "origin", "secret", "outbound", "store", "mail", "otlp"]),
    // What happened, and the rows that keep it.
    ("trace", &["id", "clock", "store", "services"]),
    (
        "services",
        &[
            "id",
            "clock",
            "origin",
            "secret",
            "outbound",
            "store",
            "provider",
            "connection",
            "trace",
            "metrics",
        ],
    ),
    ("session", DOMAIN),
    ("connection", DOMAIN),
    ("webhook", DOMAIN),
    ("admin", DOMAIN),
    ("web", WEB),
    // What doctor and admin's security page both judge.
    ("checks", &["id", "clock", "origin", "secret", "store", "config"]),
    ("demo", &["id", "clock", "outbound", "provider", "config", "app"]),
    // It is the program's other commands, each of them a program of its own.
    ("operations", ANYTHING),
    ("bootstrap", ANYTHING),
    ("app", ANYTHING),
];

const LEAVES: &[&str] = &["id", "clock", "origin", "recent"];
const DOMAIN: &[&str] = &[
    "id",
    "clock",
    "origin",
    "recent",
    "secret",
    "outbound",
    "store",
    "provider",
    "auth",
    "theme",
    "services",
    "trace",
    "metrics",
    "session",
    "connection",
    "webhook",
];
const WEB: &[&str] = &[
    "id",
    "clock",
    "origin",
    "recent",
    "secret",
    "outbound",
    "store",
    "provider",
    "auth",
    "theme",
    "services",
    "trace",
    "metrics",
    "session",
    "connection",
    "webhook",
    "admin",
    "config",
    "mail",
    "checks",
];
const ANYTHING: &[&str] = &["*"];

/// Words that may stand only under these paths of `src/`.
const ONLY_UNDER: &[(&str, &[&str])] = &[
    ("actix_web", &["web/", "app.rs", "demo/"]),
    ("sqlx", &["store/"]),
    ("rusqlite", &["store/"]),
    ("reqwest", &["outbound/"]),
    ("lettre", &["mail/"]),
    ("prometheus_client", &["metrics/"]),
    ("askama", &["web/"]),
    // `session/` and `admin/` hash our own tokens, `config/` reads our own keys; a credential is opened only in the
    // other rooms.
    ("expose_secret", &["secret/", "auth/", "outbound/", "provider/", "session/", "admin/", "config/"]),
    (
        "Keyring",
        &["secret/", "session/", "connection/", "config/", "operations/", "checks/", "services.rs", "app.rs"],
    ),
    ("SystemTime::now", &["clock.rs"]),
];

struct Source {
    /// Relative to `src/`, with `/`.
    path: String,
    lines: Vec<String>,
}

impl Source {
    /// `store` for `store/db.rs`, `app` for `app.rs`.
    fn module(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// The numbered lines that are code, without their comments and without the tests at their end.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines
            .iter()
            .take_while(|line| line.trim() != "#[cfg(test)]")
            .enumerate()
            .map(|(index, line)| (index + 1, without_comment(line)))
    }

    /// Whether it is a file of tests only.
    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") { "" } else { line.split(" // ").next().unwrap_or_default() }
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    rust_files(&root, &mut paths);
    paths.sort();
    paths
        .iter()
        .map(|path| Source {
            path: path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"),
            lines: fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect(),
        })
        .filter(|source| !source.is_test())
        .collect()
}

/// The top modules that a piece of code names: `crate::store::Db`, `crate::{id, clock::Clock}` over any number of lines.
fn modules_named(code: &str) -> BTreeSet<String> {
    code.match_indices("crate::").flat_map(|(at, found)| heads(&code[at + found.len()..])).collect()
}

/// The first name of a path, or the first names of a braced list of paths.
fn heads(rest: &str) -> Vec<String> {
    let Some(list) = rest.strip_prefix('{') else { return vec![first_name(rest)] };
    let mut depth = 1;
    let mut heads = vec![first_name(list)];
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => heads.push(first_name(&list[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

fn first_name(text: &str) -> String {
    text.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// Whether `word` stands in `line` as a whole identifier.
fn names(line: &str, word: &str) -> bool {
    let part_of_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(part_of_name) && !line[at + word.len()..].starts_with(part_of_name)
    })
}

#[test]
fn modules_use_only_what_stands_below_them() {
    let mut wrong = Vec::new();
    for source in sources() {
        let module = source.module();
        if ["lib", "main"].contains(&module) {
            continue;
        }
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("src/{}: the module `{module}` has no row in MAY_USE", source.path));
            continue;
        };
        let code = source.code().map(|(_, line)| line).collect::<Vec<_>>().join("\n");
        for used in modules_named(&code) {
            let is_module = MAY_USE.iter().any(|(name, _)| *name == used);
            if is_module && used != module && !allowed.contains(&used.as_str()) && *allowed != ANYTHING {
                wrong.push(format!(
                    "src/{}: `{module}` must not use `crate::{used}` (it may use: {})",
                    source.path,
                    allowed.join(", ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn foreign_crates_and_secrets_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (word, rooms) in ONLY_UNDER {
            if rooms.iter().any(|room| source.path.starts_with(room)) {
                continue;
            }
            for (number, _) in source.code().filter(|(_, line)| names(line, word)) {
                wrong.push(format!(
                    "src/{}:{number}: `{word}` belongs only in {}",
                    source.path,
                    rooms.join(", ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_reading_of_imports_is_right() {
    let found = modules_named(
        "use crate::{\n  clock::{Clock, Random},\n  id::Id,\n};\nlet x = crate::store::Db::new(); pub(crate) fn y() {}",
    );
    assert_eq!(found, BTreeSet::from(["clock".to_owned(), "id".to_owned(), "store".to_owned()]));
    assert!(names("use sqlx::Any;", "sqlx") && !names("let my_sqlx = 1;", "sqlx"));
}
