//! The folder of what is local: made with mode 0700, the key in it with mode 0600.

use std::{fs, io::Write, os::unix::fs::OpenOptionsExt, path::Path};

use secrecy::{ExposeSecret, SecretString};

use crate::{clock::Random, secret::Keyring};

const KEY_FILE: &str = "encryption-keys";

/// Makes the folder, readable by its owner alone.
pub(super) fn prepare(folder: &Path) -> Result<(), String> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| format!("a folder that can be made and written to ({error})"))
}

/// The key of this folder; made at the first start.
pub(super) fn key(folder: &Path, random: &Random) -> Result<SecretString, String> {
    let path = folder.join(KEY_FILE);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(SecretString::from(text.trim().to_owned())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let keys = Keyring::generate(random);
            write_key(&path, &keys)
                .map_err(|error| format!("{} cannot be written ({error})", path.display()))?;
            Ok(keys)
        }
        Err(error) => Err(format!("{} cannot be read ({error})", path.display())),
    }
}

fn write_key(path: &Path, keys: &SecretString) -> std::io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(keys.expose_secret().as_bytes())?;
    file.sync_all()
}
