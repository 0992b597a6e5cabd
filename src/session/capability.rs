//! The capability in the address of a session's pages (architecture.md §4): short-lived, stored hashed, not the token.

use secrecy::{ExposeSecret, SecretString};

use crate::{
    clock::{Random, Timestamp},
    id::{CapabilityId, SessionId},
    origin::Origin,
    secret::Fingerprint,
    services::Services,
    store::{
        StoreError,
        connect_session::ConnectSessionRow,
        page::{self, NewPage, PageRow, SurfaceRow},
    },
};

use super::TabCookie;

/// By how much an address's end can be put off.
pub const PAGE_MINUTES: i64 = 30;
/// How often it can be put off (security.md I).
pub const EXTENSIONS: i64 = 3;

/// How many of its digits all capabilities of one session share.
const SESSION_DIGITS: usize = 16;

/// 256 bits in an address: 64 that all pages of a session share, so that they can be counted as one without asking the
/// database, and 192 random ones. Cannot be printed.
#[derive(Clone, Debug)]
pub struct Capability(SecretString);

impl Capability {
    fn new(session: &SessionId, random: &Random) -> Self {
        let mut digits = hex::encode(Fingerprint::of(session.as_str()).as_bytes());
        digits.truncate(SESSION_DIGITS);
        digits.push_str(&random.hex::<24>());
        Self(SecretString::from(digits))
    }

    /// What a well-formed capability shares with the other pages of its session.
    #[must_use]
    pub fn session_part(text: &str) -> &str {
        text.get(..SESSION_DIGITS).unwrap_or(text)
    }

    /// The text in the address.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }

    /// What is stored of the text in an address.
    #[must_use]
    pub fn fingerprint_of(text: &str) -> Fingerprint {
        Fingerprint::of(text)
    }

    /// Whether the text in an address can be one of ours.
    #[must_use]
    pub fn is_well_formed(text: &str) -> bool {
        text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    }
}

/// Where a page is to be opened.
#[derive(Debug)]
pub enum OpenPage<'a> {
    /// In a frame of this origin, which was checked.
    Frame {
        /// The origin.
        parent: &'a Origin,
        /// Whether the frame is a part of the host's page rather than a layer over it.
        embedded: bool,
    },
    /// In a tab of the browser that has this cookie.
    Tab(&'a TabCookie),
}

/// Makes a page address for a session; it ends with the session, unless the page puts that off.
pub async fn open_page(
    services: &Services,
    session: &ConnectSessionRow,
    place: OpenPage<'_>,
    theme: Option<String>,
    language: Option<String>,
) -> Result<Capability, StoreError> {
    let capability = Capability::new(&session.id, &services.random);
    let now = services.clock.now();
    let surface = match place {
        OpenPage::Frame { parent, embedded } => {
            SurfaceRow::Frame { parent_origin: parent.as_str().to_owned(), embedded }
        }
        OpenPage::Tab(cookie) => SurfaceRow::Tab { cookie: cookie.fingerprint().as_bytes().to_vec() },
    };
    let new = NewPage {
        id: CapabilityId::random(&services.random),
        fingerprint: Capability::fingerprint_of(capability.reveal()),
        session_id: session.id.clone(),
        surface,
        theme,
        language: language.filter(|tag| is_language_tag(tag)),
        at: now,
        expires_at: session.expires_at,
    };
    services.db.write(move |tx| Box::pin(async move { page::insert(tx, &new).await })).await?;
    Ok(capability)
}

/// Whether a text can be a language tag (RFC 5646): anything longer is not worth storing.
fn is_language_tag(text: &str) -> bool {
    (1..=35).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Ends a page's address; the session and its other pages go on.
pub async fn close(services: &Services, page: &PageRow) -> Result<(), StoreError> {
    let (id, now) = (page.id.clone(), services.clock.now());
    services.db.write(move |tx| Box::pin(async move { page::close(tx, &id, now, EXTENSIONS).await })).await
}

/// What came of putting a page's end off.
#[derive(Debug, PartialEq, Eq)]
pub enum ExtendOutcome {
    /// It ends then.
    Until(Timestamp),
    /// It was put off as often as it can be.
    NoMore,
}

/// Puts a page's end off by thirty minutes, three times at most. The token's own end never moves.
pub async fn extend(services: &Services, page: &PageRow) -> Result<ExtendOutcome, StoreError> {
    if page.extensions >= EXTENSIONS {
        return Ok(ExtendOutcome::NoMore);
    }
    let until = page.expires_at.plus_minutes(PAGE_MINUTES);
    let (id, extensions) = (page.id.clone(), page.extensions);
    // Losing the race means that another click of the same page has put it off by the same time.
    services
        .db
        .write(move |tx| Box::pin(async move { page::extend(tx, &id, until, extensions).await }))
        .await?;
    Ok(ExtendOutcome::Until(until))
}
