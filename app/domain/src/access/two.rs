//! Two people for one act (vier ogen): who asks for it and who agrees are never the same person.

use std::marker::PhantomData;

use super::{Action, Actor, By, Forbidden, Permit};
use crate::id::WijkId;

/// Proof that somebody may agree to `A`, which another asked for.
#[derive(Debug)]
pub struct Second<A>(Permit<A>);

/// Proof that two people are behind `A`: one asked for it, another agreed.
#[derive(Debug)]
pub struct Agreed<A> {
    asked: By,
    permit: Permit<A>,
}

/// Nobody agrees to what they asked for themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the same person asked for it")]
pub struct SamePerson;

impl Actor {
    /// Proof that this person may agree to `A`, where it needs two.
    ///
    /// # Errors
    /// [`Forbidden`] when none of the person's roles is in the table for agreeing to `A`.
    pub fn second<A: Action>(&self) -> Result<Second<A>, Forbidden> {
        self.permit_of(A::SECOND).map(Second)
    }
}

impl<A> Second<A> {
    /// Who agrees.
    #[must_use]
    pub const fn by(&self) -> By {
        self.0.by()
    }

    /// Where the person may agree.
    #[must_use]
    pub const fn permit(&self) -> &Permit<A> {
        &self.0
    }

    /// Both together.
    ///
    /// # Errors
    /// [`SamePerson`].
    pub fn agree(&self, asked: By) -> Result<Agreed<A>, SamePerson> {
        if let (By::Person(first, _), By::Person(second, _)) = (asked, self.by())
            && first == second
        {
            return Err(SamePerson);
        }
        Ok(Agreed {
            asked,
            permit: Permit {
                by: self.by(),
                scope: self.0.scope.clone(),
                action: PhantomData,
            },
        })
    }
}

impl<A: Action> Agreed<A> {
    /// Whoever runs the command line counts for two: they have the database file already, and the journal says who it was.
    #[must_use]
    pub const fn of_console() -> Self {
        Self {
            asked: By::Console,
            permit: Permit::of_console(),
        }
    }
}

impl<A> Agreed<A> {
    /// Who asked for it.
    #[must_use]
    pub const fn asked(&self) -> By {
        self.asked
    }

    /// Who agreed, and so does it.
    #[must_use]
    pub const fn by(&self) -> By {
        self.permit.by()
    }

    /// Where who agreed may do so.
    #[must_use]
    pub const fn permit(&self) -> &Permit<A> {
        &self.permit
    }

    /// Whether it holds in this wijk.
    #[must_use]
    pub fn covers(&self, wijk: WijkId) -> bool {
        self.permit.covers(wijk)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{CountVotes, Grant, Role},
        *,
    };
    use crate::id::PersonId;

    fn actor(number: u128, role: Role) -> Actor {
        Actor {
            person: PersonId::new(uuid::Uuid::from_u128(number)),
            name: "Test".into(),
            grants: vec![Grant { role, wijk: None }],
        }
    }

    #[test]
    fn nobody_agrees_to_what_they_asked_for_whatever_the_role() {
        let first = actor(1, Role::Smederij).permit::<CountVotes>().unwrap();
        let agree = |number, role| {
            let second = actor(number, role).second::<CountVotes>().unwrap();
            second.agree(first.by()).map(|agreed| agreed.by())
        };
        assert_eq!(agree(1, Role::Smederij), Err(SamePerson));
        assert_eq!(agree(1, Role::Clerk), Err(SamePerson));
        assert!(agree(2, Role::Smederij).is_ok());
        assert!(agree(2, Role::Clerk).is_ok());
    }

    #[test]
    fn nobody_agrees_to_what_one_person_does_alone() {
        let second = actor(2, Role::Smederij).second::<super::super::ManageRound>();
        assert!(second.is_err());
    }
}
