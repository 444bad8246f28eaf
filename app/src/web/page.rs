//! A page: its path, who may see it, and how careful the server is with it.

use domain::access::{Action, Actor, Role};

/// Who may see a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Public,
    /// Everybody, and the session is never read: the voting pages.
    Voter,
    /// Whoever is signed in; the store decides what is theirs.
    SignedIn,
    /// Whose role stands in the domain's table for this action.
    To(&'static str, &'static [Role]),
    /// Everybody, in the demo only.
    Demo,
}

impl Access {
    /// Access for who may do `A`.
    #[must_use]
    pub const fn to<A: Action>() -> Self {
        Self::To(A::NAME, A::ROLES)
    }

    /// Access for who may agree to `A`, where it needs two.
    #[must_use]
    pub const fn to_agree<A: Action>() -> Self {
        Self::To(A::NAME, A::SECOND)
    }

    /// Whether somebody may see the page.
    #[must_use]
    pub fn allows(self, actor: Option<&Actor>) -> bool {
        match self {
            Self::Public | Self::Voter | Self::Demo => true,
            Self::SignedIn => actor.is_some(),
            Self::To(_, roles) => {
                actor.is_some_and(|actor| roles.iter().any(|&role| actor.is(role)))
            }
        }
    }
}

/// One line of the table. The table puts it on every request, so that nobody has to guess it from an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The path, with `{id}` for what varies and without a language.
    pub path: &'static str,
    /// Who may see it.
    pub access: Access,
    /// Whether staff see a secret on it: the codes of letters, the key card.
    pub shows_secret: bool,
}

impl Page {
    /// Whether somebody votes here: who that is, is nobody's business.
    #[must_use]
    pub fn is_voting(self) -> bool {
        self.access == Access::Voter
    }

    /// Whether answers may be compressed. A page that holds a code, a card or a choice never is: its length would tell
    /// about them (BREACH, <https://breachattack.com>).
    #[must_use]
    pub fn may_be_compressed(self) -> bool {
        !self.is_voting() && !self.shows_secret
    }

    /// Whether requests for it stand in the log. When somebody votes does not.
    #[must_use]
    pub fn is_logged(self) -> bool {
        !self.is_voting()
    }
}
