//! Uploaded logos and fonts, by the hash of their bytes: the same file is stored once, and never changes.

use crate::{
    clock::Timestamp,
    store::{
        Db, StoreError, Tx,
        query::query,
        row::{Reader, Row},
        statements,
    },
};

statements! {
    INSERT = "INSERT INTO theme_file (name, media_type, body, tones, created_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (name) DO NOTHING";
    FIND = "SELECT * FROM theme_file WHERE name = $1";
}

/// An uploaded file.
#[derive(Clone, Debug)]
pub struct FileRow {
    /// SHA-256 of its bytes, in hex.
    pub name: String,
    /// Its media type, as it was found out.
    pub media_type: String,
    /// Its bytes.
    pub body: Vec<u8>,
    /// How light its pixels are, as JSON text.
    pub tones: String,
}

/// Adds a file, unless it is there.
pub async fn insert(tx: &mut Tx, file: &FileRow, at: Timestamp) -> Result<(), StoreError> {
    query(INSERT)
        .bind(&file.name)
        .bind(&file.media_type)
        .bind(file.body.as_slice())
        .bind(&file.tones)
        .bind(at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// One file.
pub async fn find(db: &Db, name: &str) -> Result<Option<FileRow>, StoreError> {
    query(FIND).bind(name).fetch_optional(db, read).await
}

fn read(row: &Row<'_>) -> Result<FileRow, StoreError> {
    let row = Reader::new("theme_file", row);
    Ok(FileRow {
        name: row.text("name")?,
        media_type: row.text("media_type")?,
        body: row.bytes("body")?,
        tones: row.text("tones")?,
    })
}
