//! Who may what in admin: the one table of its addresses, and what each role is good for.
//!
//! Owns the decision, for `door` to enforce. An address that has no line here is refused, and a test names it. A line
//! has what a `GET` needs and what a `POST` needs; looking is `View`, changing is `Edit`, unless there is a reason.

use actix_web::http::Method;

use crate::admin::Role;

use Capability::{Edit, Instance, Own, People, Secrets, View};
use Need::{May, None, Open};

/// What somebody must be allowed to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    /// Look at what an environment holds, and what was done.
    View,
    /// Change what an environment holds.
    Edit,
    /// Make, see or end what opens something: keys and secrets.
    Secrets,
    /// Say who else may come in.
    People,
    /// Change what all environments share, and which there are.
    Instance,
    /// Look after one's own account.
    Own,
}

/// What an address needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing: it is a door.
    Open,
    /// Somebody signed in who may do this.
    May(Capability),
    /// The method does not exist here.
    None,
}

impl Capability {
    /// Whether a role is good for it.
    #[must_use]
    pub const fn is_of(self, role: Role) -> bool {
        match self {
            Self::View | Self::Own => true,
            Self::Edit | Self::Secrets => matches!(role, Role::Owner | Role::Editor),
            Self::People | Self::Instance => matches!(role, Role::Owner),
        }
    }
}

/// Address, `GET`, `POST`.
pub const ROUTES: &[(&str, Need, Need)] = &[
    ("", May(View), None),
    ("/", May(View), None),
    ("/setup/{token}", Open, Open),
    ("/sign-in", Open, Open),
    ("/sign-in/code", Open, Open),
    ("/sign-out", None, Open),
    ("/invitation/{token}", Open, Open),
    ("/account", May(Own), May(Own)),
    ("/account/two-step", May(Own), May(Own)),
    ("/account/two-step/off", May(Own), May(Own)),
    ("/account/sessions/end", None, May(Own)),
    ("/people", May(People), None),
    ("/people/invite", None, May(People)),
    ("/people/policy", None, May(People)),
    ("/people/invitations/{id}/withdraw", None, May(People)),
    ("/people/{id}", May(People), May(People)),
    ("/people/{id}/remove", May(People), May(People)),
    ("/people/{id}/end-sessions", None, May(People)),
    ("/people/{id}/two-step", None, May(People)),
    ("/integrations", May(View), None),
    ("/integrations/{key}", May(View), May(Edit)),
    ("/integrations/{key}/preview", May(View), None),
    // A session is made, and the page it leads to stores what is typed there.
    ("/integrations/{key}/try", None, May(Edit)),
    ("/integrations/{key}/delete", May(Edit), May(Edit)),
    ("/integrations/{key}/definition", May(View), None),
    ("/integrations/{key}/definition/edit", May(Edit), May(Edit)),
    // Keeps what is typed, for who typed it.
    ("/integrations/{key}/definition/live", None, May(Edit)),
    ("/integrations/{key}/definition/preview", May(Edit), None),
    ("/integrations/{key}/definition/reset", May(Edit), May(Edit)),
    ("/integrations/{key}/definition/export", May(View), None),
    ("/catalogue", May(View), None),
    ("/catalogue/{provider}", May(View), May(Edit)),
    ("/connections", May(View), None),
    ("/connections/{id}", May(View), None),
    ("/connections/{id}/edit", May(Edit), May(Edit)),
    ("/connections/{id}/reveal", May(Secrets), May(Secrets)),
    ("/connections/{id}/refresh", None, May(Edit)),
    // Its answer is a link that opens something.
    ("/connections/{id}/reconnect", None, May(Edit)),
    ("/connections/{id}/delete", May(Edit), May(Edit)),
    ("/connections/{id}/erase", May(Edit), May(Edit)),
    ("/connect-links", May(View), May(Edit)),
    ("/connect-links/{id}/revoke", May(Edit), May(Edit)),
    ("/logs", May(View), None),
    ("/logs/{id}", May(View), None),
    ("/environment/connect-ui", May(View), May(Edit)),
    ("/environment/connect-ui/proof", May(View), None),
    ("/environment/wording", May(View), None),
    ("/environment/wording/{language}/{key}", May(View), May(Edit)),
    ("/environment/origins", May(View), None),
    ("/environment/webhooks", May(View), May(Edit)),
    // Its POST shows a new secret.
    ("/environment/webhooks/key", None, May(Secrets)),
    ("/environment/webhooks/{id}/replay", None, May(Edit)),
    ("/environment/variables", May(View), May(Secrets)),
    ("/environment/variables/{id}/delete", May(Secrets), May(Secrets)),
    ("/{scope:environment|instance}/theme", May(View), May(Edit)),
    // Draws what is typed, and stores nothing.
    ("/{scope:environment|instance}/theme/live", None, May(View)),
    ("/{scope:environment|instance}/theme/export", May(View), None),
    ("/api-keys", May(View), May(Secrets)),
    ("/api-keys/{id}/revoke", May(Secrets), May(Secrets)),
    ("/environments", May(View), May(Instance)),
    ("/environments/{id}", May(View), May(Instance)),
    ("/environments/{id}/delete", May(Instance), May(Instance)),
    ("/security", May(View), None),
    ("/audit", May(View), None),
    ("/audit/export", May(View), None),
];

/// Where somebody who must set up a second factor can still go.
pub const WITHOUT_SECOND_FACTOR: &[&str] = &["/sign-out", "/account/two-step"];

/// What a request needs; nothing where the address has no line.
#[must_use]
pub fn needed(address: &str, method: &Method) -> Option<Need> {
    let (_, get, post) = ROUTES.iter().find(|(known, ..)| *known == address)?;
    Some(match *method {
        Method::GET | Method::HEAD => *get,
        Method::POST => *post,
        _ => None,
    })
}
