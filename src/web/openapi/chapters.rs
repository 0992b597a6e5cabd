//! The chapters of the document and its introduction.
//!
//! Owns words. Must not know any route.

use super::operation::Chapter;

/// What stands before everything.
pub const INTRODUCTION: &str = "\
Your backend creates a connect session for one of your users and gives its token to a browser. There the user connects an \
account at a service, in our page or in your own. Your backend hears of it by webhook, reads the connection with its \
credentials, or calls the service through the proxy.

The protocol is the one of the `@nangohq/node` and `@nangohq/frontend` packages, which work unchanged; what is ours alone \
says so.

**Every error** is `{\"error\": {\"code\": …, \"message\": …}}`. Branch on the status and the code; messages are for \
people and may change. `/docs/errors` explains every code: what happened, who can fix it, how.

**Every answer** has an `X-Request-Id` under which the server's log tells of it.

**Limits**: bodies end at 2 MB. Browsers with a session token may ask so often a minute as the `X-RateLimit-*` headers say; \
API keys are not limited.

**Live news**: the frontend SDK opens a WebSocket at the server's own address, on which it hears how an attempt in a popup \
ended. It needs no description here, as only the SDK speaks it.";

/// A chapter.
pub struct ChapterText {
    /// Which.
    pub chapter: Chapter,
    /// Its title.
    pub name: &'static str,
    /// What it is about.
    pub about: &'static str,
}

/// All of them, in the order in which they are read.
pub const CHAPTERS: &[ChapterText] = &[
    text(
        Chapter::Sessions,
        "Connect sessions",
        "The half hour in which one of your users can connect accounts.",
    ),
    text(
        Chapter::Integrations,
        "Integrations and providers",
        "A provider is a service that the server knows; an integration is your set-up of one, with your own client.",
    ),
    text(
        Chapter::Connecting,
        "Connecting from a browser",
        "What the frontend SDK and our page send when somebody has entered credentials. Each address is for one way of \
         connecting, and each makes a connection or says why not.",
    ),
    text(
        Chapter::OAuth,
        "The way to a service and back",
        "Pages and documents for browsers and for services. You open the first of them with the frontend SDK.",
    ),
    text(
        Chapter::Connections,
        "Connections",
        "The accounts that your users have connected, with their credentials.",
    ),
    text(Chapter::Proxy, "Calls to services", "A call to a service with a connection's credentials."),
    text(
        Chapter::Webhooks,
        "Webhooks",
        "What your backend is told, and what services tell us. Deliveries are kept, tried again over hours, and can be sent \
         once more.",
    ),
    text(Chapter::Settings, "Environment", "How an environment looks and what belongs to it."),
    text(Chapter::Server, "The server itself", "For whatever watches over it."),
    text(
        Chapter::Unbuilt,
        "Not on this server",
        "Calls that the published client can make and that this server answers with 501 and a plain message.",
    ),
];

const fn text(chapter: Chapter, name: &'static str, about: &'static str) -> ChapterText {
    ChapterText { chapter, name, about }
}

impl Chapter {
    /// Its title.
    pub fn name(self) -> &'static str {
        CHAPTERS.iter().find(|text| text.chapter == self).map_or("", |text| text.name)
    }
}
