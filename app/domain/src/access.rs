//! Who may do what: one table, one screen.
//!
//! A store function that changes anything takes a [`Permit`]. Only [`Actor::permit`] makes one for a person,
//! so a forgotten check does not compile.
//!
//! What one person must not do alone takes an [`Agreed`], which [`Second`] makes: another account agrees to what the
//! first asked for.

mod two;

pub use two::{Agreed, SamePerson, Second};

use std::{collections::BTreeSet, marker::PhantomData};

use serde::{Deserialize, Serialize};

use crate::{
    id::{PersonId, WijkId},
    named,
};

named! {
    /// What a person is to Wijkbanen.
    pub enum Role {
        /// Lives in the wijk; hands in proposals (bewoner).
        Resident = "resident",
        /// Volunteer at the community centre (balie).
        Desk = "desk",
        /// Judges displacement and cost (toetser).
        Reviewer = "reviewer",
        /// Runs rounds (Smederij-medewerker).
        Smederij = "smederij",
        /// Member of the municipal council (raadslid); reads everything, writes nothing.
        Council = "council",
        /// Secretary of the council, who records what it decided (griffier).
        Clerk = "clerk",
        /// Manages people and settings (beheerder).
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether a person with this role works for the municipality, and signs in under the stricter rules.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        !matches!(self, Self::Resident)
    }
}

/// A role, everywhere or in one wijk only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The only wijk it holds in; `None` is everywhere.
    pub wijk: Option<WijkId>,
}

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub person: PersonId,
    /// The name on pages for staff.
    pub name: String,
    /// What the person may be.
    pub grants: Vec<Grant>,
}

/// This person may not do that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not allowed: {action}")]
pub struct Forbidden {
    /// The action's name in the table.
    pub action: &'static str,
}

/// Something that is done, and by whom it may be.
pub trait Action {
    /// Name in the table.
    const NAME: &'static str;
    /// Roles that may do it, or ask for it where it needs two.
    const ROLES: &'static [Role];
    /// Roles of which another person must agree; none where one person is enough.
    const SECOND: &'static [Role];
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident: $($role:ident),+ $(=> $($second:ident),+)?;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub enum $name {}

            impl Action for $name {
                const NAME: &'static str = stringify!($name);
                const ROLES: &'static [Role] = &[$(Role::$role),+];
                const SECOND: &'static [Role] = &[$($(Role::$second),+)?];
            }
        )+

        /// The whole table: every action with the roles that may do it, and those of whom another person must agree.
        pub const TABLE: &[(&str, &[Role], &[Role])] = &[$(($name::NAME, $name::ROLES, $name::SECOND)),+];
    };
}

actions! {
    /// Hand in, change and withdraw one's own proposal.
    Propose: Resident, Smederij;
    /// Make a round, set its wijken, budgets and dates.
    ManageRound: Smederij;
    /// Move a round to its next phase, or cancel it before its ballot is public, with a reason.
    StepRound: Smederij;
    /// Cancel a round of which the ballot is public.
    CancelVote: Smederij => Smederij, Clerk;
    /// Move the dates of a round of which the ballot is public.
    MoveDates: Smederij => Smederij, Clerk;
    /// Open or close a vote that the clock left to people.
    StepVote: Smederij => Smederij, Clerk;
    /// Fill in the 15 questions and write down what parties say.
    FillChecklist: Smederij, Reviewer;
    /// Decide on displacement (verdringingstoets).
    DecideCheck: Reviewer;
    /// Make the key card of the ballot box and rehearse opening it.
    KeepBoxKey: Smederij;
    /// Issue voting codes and print letters.
    IssueCodes: Smederij => Smederij, Clerk;
    /// Cancel a lost or stolen letter, and hand out an envelope for it.
    CancelLetter: Desk, Smederij => Desk, Smederij, Clerk;
    /// Open the box after closing, and count.
    CountVotes: Smederij => Smederij, Clerk;
    /// Record what the council decided (raadsbesluit).
    RecordDecision: Clerk;
    /// Follow a job after the council's decision: agreement, vacancy, filled.
    FollowJob: Smederij;
    /// Add people and give them roles.
    ManagePeople: Administrator;
    /// Read the pages for staff.
    ReadStaffPages: Desk, Reviewer, Smederij, Council, Clerk, Administrator;
}

/// Where a permit holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In every wijk.
    Everywhere,
    /// In these wijken only.
    Wijken(BTreeSet<WijkId>),
}

/// Proof that somebody may do `A`; names who, for the journal.
#[derive(Clone, Debug)]
pub struct Permit<A> {
    by: By,
    scope: Scope,
    action: PhantomData<A>,
}

/// Who stands behind a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A person, in the role that allows it.
    Person(PersonId, Role),
    /// The clock: a phase whose minute has come.
    Clock,
    /// Somebody with access to the machine (command line).
    Console,
}

impl Actor {
    /// Proof that this person may do `A`.
    ///
    /// # Errors
    /// [`Forbidden`] when none of the person's roles is in the table for `A`.
    pub fn permit<A: Action>(&self) -> Result<Permit<A>, Forbidden> {
        self.permit_of(A::ROLES)
    }

    fn permit_of<A: Action>(&self, roles: &[Role]) -> Result<Permit<A>, Forbidden> {
        let granting: Vec<&Grant> = self
            .grants
            .iter()
            .filter(|grant| roles.contains(&grant.role))
            .collect();
        let Some(role) = granting.first().map(|grant| grant.role) else {
            return Err(Forbidden { action: A::NAME });
        };
        let wijken: Option<BTreeSet<WijkId>> = granting.iter().map(|grant| grant.wijk).collect();
        let scope = wijken.map_or(Scope::Everywhere, Scope::Wijken);
        Ok(Permit {
            by: By::Person(self.person, role),
            scope,
            action: PhantomData,
        })
    }

    /// Whether this person may do `A` anywhere: for showing or hiding a button.
    #[must_use]
    pub fn may<A: Action>(&self) -> bool {
        self.permit::<A>().is_ok()
    }

    /// Whether this person may do `A` in one wijk.
    #[must_use]
    pub fn may_in<A: Action>(&self, wijk: WijkId) -> bool {
        self.permit::<A>().is_ok_and(|permit| permit.covers(wijk))
    }

    /// Whether the person has the role, anywhere.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// Whether the person has any role at the municipality.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        self.grants.iter().any(|grant| grant.role.is_staff())
    }
}

impl Permit<StepRound> {
    /// The permit of the clock, which moves rounds at the set minute and does nothing else.
    #[must_use]
    pub const fn of_clock() -> Self {
        Self {
            by: By::Clock,
            scope: Scope::Everywhere,
            action: PhantomData,
        }
    }
}

impl<A: Action> Permit<A> {
    /// The permit of whoever runs the command line: they have the database file already.
    #[must_use]
    pub const fn of_console() -> Self {
        Self {
            by: By::Console,
            scope: Scope::Everywhere,
            action: PhantomData,
        }
    }
}

impl<A> Permit<A> {
    /// Who does it.
    #[must_use]
    pub const fn by(&self) -> By {
        self.by
    }

    /// The person who does it, if it is one.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match &self.by {
            By::Person(person, _) => Some(*person),
            By::Clock | By::Console => None,
        }
    }

    /// Whether the permit holds in every wijk.
    #[must_use]
    pub fn is_everywhere(&self) -> bool {
        self.scope == Scope::Everywhere
    }

    /// Whether the permit holds in this wijk.
    #[must_use]
    pub fn covers(&self, wijk: WijkId) -> bool {
        match &self.scope {
            Scope::Everywhere => true,
            Scope::Wijken(wijken) => wijken.contains(&wijk),
        }
    }
}

impl Permit<ManagePeople> {
    /// Whether its holder may give this role: nobody gives what reaches further than their own permit does.
    #[must_use]
    pub fn covers_grant(&self, grant: &Grant) -> bool {
        match grant.wijk {
            Some(wijk) => self.covers(wijk),
            None => self.is_everywhere(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(grants: &[(Role, Option<WijkId>)]) -> Actor {
        Actor {
            person: PersonId::new(uuid::Uuid::from_u128(1)),
            name: "Test".into(),
            grants: grants
                .iter()
                .map(|&(role, wijk)| Grant { role, wijk })
                .collect(),
        }
    }

    #[test]
    fn each_role_gets_exactly_the_permits_of_the_table() {
        fn check<A: Action>() {
            for &role in Role::ALL {
                let actor = actor(&[(role, None)]);
                let (may, agrees) = (actor.may::<A>(), actor.second::<A>().is_ok());
                assert_eq!(may, A::ROLES.contains(&role), "{role:?} {}", A::NAME);
                assert_eq!(agrees, A::SECOND.contains(&role), "{role:?} {}", A::NAME);
            }
        }
        check::<Propose>();
        check::<ManageRound>();
        check::<StepRound>();
        check::<CancelVote>();
        check::<MoveDates>();
        check::<StepVote>();
        check::<FillChecklist>();
        check::<DecideCheck>();
        check::<KeepBoxKey>();
        check::<IssueCodes>();
        check::<CancelLetter>();
        check::<CountVotes>();
        check::<RecordDecision>();
        check::<FollowJob>();
        check::<ManagePeople>();
        check::<ReadStaffPages>();
        assert_eq!(TABLE.len(), 16, "a new action joins this test");
    }

    #[test]
    fn a_council_member_writes_nothing() {
        let writing = TABLE.iter().filter(|(name, roles, second)| {
            let may = roles.contains(&Role::Council) || second.contains(&Role::Council);
            *name != "ReadStaffPages" && may
        });
        assert_eq!(writing.count(), 0);
    }

    #[test]
    fn a_role_in_one_wijk_covers_no_other() {
        let [here, there] = [1, 2].map(|n| WijkId::new(uuid::Uuid::from_u128(n)));
        let permit = actor(&[(Role::Smederij, Some(here))])
            .permit::<ManageRound>()
            .unwrap();
        assert!(permit.covers(here));
        assert!(!permit.covers(there));
    }

    #[test]
    fn a_role_everywhere_outweighs_one_in_a_wijk() {
        let wijk = |n| WijkId::new(uuid::Uuid::from_u128(n));
        let permit = actor(&[(Role::Smederij, Some(wijk(1))), (Role::Smederij, None)])
            .permit::<StepRound>()
            .unwrap();
        assert!(permit.covers(wijk(2)));
    }

    #[test]
    fn somebody_without_roles_may_nothing() {
        assert!(actor(&[]).permit::<Propose>().is_err());
    }

    mod breaks {
        use super::*;

        #[test]
        fn a_role_is_never_given_further_than_the_giver_manages() {
            let [here, there] = [1, 2].map(|n| WijkId::new(uuid::Uuid::from_u128(n)));
            let places = [None, Some(here), Some(there)];
            for mine in places {
                let permit = actor(&[(Role::Administrator, mine)])
                    .permit::<ManagePeople>()
                    .unwrap();
                for &role in Role::ALL {
                    for wijk in places {
                        let is_within = mine.is_none() || mine == wijk;
                        let given = permit.covers_grant(&Grant { role, wijk });
                        assert_eq!(given, is_within, "{role} {mine:?} {wijk:?}");
                    }
                }
            }
        }
    }
}
