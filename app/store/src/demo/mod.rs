//! The demo municipality: four rounds that show every phase, made by the same deeds as a real round, in one transaction.
//!
//! Demo codes and the demo card follow from fixed texts, so that the demo page can show them; a real code or card is
//! never stored and never follows from anything.

mod ballots;
mod data;
mod rounds;

pub use data::DemoData;

use domain::{
    access::{Actor, Grant, Permit, Role},
    audit::Event,
    ballot_box::{BoxSeed, CardHolders, HoldersDraft, KeyCard, Quorum, VotingCode},
    id::{PersonId, RoundId, WijkId},
    journal::Digest,
    round::{Millis, Spare, Wijk},
    verdringing::Checklist,
};

use crate::{
    Refusal, Result, Store, Tx, fresh_uuid,
    people::{HashedPerson, hash},
    row::Read as _,
    settings::{DEMO, MUNICIPALITY},
};

/// The password of everybody in the demo.
pub const PASSWORD: &str = "veenhaven mag alles zien";

/// Letters that the demo page shows for each wijk.
pub const LETTERS: u32 = 6;
/// Codes of a wijk beside its letters; those of the envelopes come after the letters' in [`code`].
pub const SPARE: Spare = Spare {
    reserve: 3,
    paper: 0,
};

/// Sign-in name, name and role of everybody in the demo. Made up, like the municipality.
pub const PEOPLE: &[(&str, &str, Role)] = &[
    ("bewoner", "Bo Bewoner", Role::Resident),
    ("smederij", "Sam Smederij", Role::Smederij),
    ("toetser", "Toos Toetser", Role::Reviewer),
    ("balie", "Bas Balie", Role::Desk),
    ("raadslid", "Rana Raadslid", Role::Council),
    ("griffier", "Guus Griffier", Role::Clerk),
    ("beheerder", "Bibi Beheerder", Role::Administrator),
];

/// Who keeps the key cards of the demo.
const HOLDERS: [&str; 3] = ["Griffie", "Bewonersplatform", "Gemeentearchief"];

/// The people who act in the demo.
struct Cast {
    resident: Actor,
    smederij: Actor,
    reviewer: Actor,
    clerk: Actor,
}

/// What every part of the loader works with.
struct Scene<'a> {
    data: &'a DemoData,
    checklist: &'a Checklist,
    cast: Cast,
    wijken: Vec<(String, WijkId)>,
    now: Millis,
}

impl Store {
    /// Whether this database holds the demo municipality.
    ///
    /// # Errors
    /// The database's.
    pub async fn is_demo(&self) -> Result<bool> {
        Ok(self.setting(DEMO).await?.is_some())
    }

    /// Whether anything stands in this database.
    ///
    /// # Errors
    /// The database's.
    pub async fn is_empty(&self) -> Result<bool> {
        let row = sqlx::query(
            "SELECT (SELECT COUNT(*) FROM round) + (SELECT COUNT(*) FROM person) AS found",
        )
        .fetch_one(self.reader())
        .await?;
        Ok(row.int("found")? == 0)
    }

    /// Loads the demo municipality into an empty database.
    ///
    /// # Errors
    /// [`Refusal::NotEmpty`] when anything stands there.
    pub async fn load_demo(
        &self,
        data: &DemoData,
        checklist: &Checklist,
        now: Millis,
    ) -> Result<()> {
        if !self.is_empty().await? {
            return Err(Refusal::NotEmpty.into());
        }
        let mut tx = self.write().await?;
        tx.set(DEMO, "1").await?;
        tx.set(MUNICIPALITY, &data.municipality.name).await?;
        tx.log(domain::access::By::Console, &Event::DemoLoaded {}, now)
            .await?;
        let cast = tx.demo_people(now).await?;
        let wijken = tx.demo_wijken(data).await?;
        let scene = Scene {
            data,
            checklist,
            cast,
            wijken,
            now,
        };
        tx.demo_rounds(&scene).await?;
        tx.commit().await
    }

    /// Writes into the journal that somebody moved the clock of the demo.
    ///
    /// # Errors
    /// [`Refusal::State`] when this is no demo.
    pub async fn log_demo_clock(&self, minutes: i64, now: Millis) -> Result<()> {
        if !self.is_demo().await? {
            return Err(Refusal::State.into());
        }
        let mut tx = self.write().await?;
        tx.log(
            domain::access::By::Console,
            &Event::DemoClockMoved { minutes },
            now,
        )
        .await?;
        tx.commit().await
    }

    /// The account of a demo person.
    ///
    /// # Errors
    /// [`crate::StoreError::NotFound`] for another name, or when this is no demo.
    pub async fn demo_person(&self, login: &str) -> Result<PersonId> {
        let is_listed = PEOPLE.iter().any(|(name, ..)| *name == login);
        if !is_listed || !self.is_demo().await? {
            return Err(crate::StoreError::NotFound);
        }
        let row = sqlx::query("SELECT id FROM person WHERE login = $1")
            .bind(login)
            .fetch_optional(self.reader())
            .await?
            .ok_or(crate::StoreError::NotFound)?;
        row.parsed("id")
    }
}

/// The `n`th demo code of a wijk.
#[must_use]
pub fn code(wijk: &str, n: u32) -> VotingCode {
    let digest = Digest::of(format!("wijkbanen demo code {wijk} {n}").as_bytes());
    let mut entropy = [0; 9];
    entropy.copy_from_slice(&digest.bytes()[..9]);
    VotingCode::from_entropy(entropy)
}

/// Name of the setting with number and code of every envelope at the desk of a wijk, as JSON: the demo page shows what is
/// in them.
#[must_use]
pub fn envelopes_of(wijk: WijkId) -> String {
    format!("demo_envelopes {wijk}")
}

/// The seed of the box of every demo round.
pub(crate) fn seed() -> BoxSeed {
    BoxSeed::from_entropy(*Digest::of(b"wijkbanen demo card").bytes())
}

/// The key cards of a demo round: two of three.
#[must_use]
pub fn cards(round: RoundId) -> Vec<KeyCard> {
    let coefficients = || Ok(*Digest::of(b"wijkbanen demo share").bytes());
    let made: std::result::Result<_, std::convert::Infallible> =
        KeyCard::make(&seed(), Quorum::default(), round, coefficients);
    made.unwrap_or_else(|never| match never {})
}

/// Who keeps them.
fn holders() -> Result<CardHolders> {
    let names = (1..).zip(HOLDERS.map(str::to_owned)).collect();
    Ok(HoldersDraft { names }.check(Quorum::default())?)
}

impl Tx {
    async fn demo_people(&mut self, now: Millis) -> Result<Cast> {
        let password = hash(PASSWORD)?;
        let mut actors = Vec::new();
        for &(login, name, role) in PEOPLE {
            let grants = vec![Grant { role, wijk: None }];
            let person = HashedPerson {
                login: login.into(),
                name: name.into(),
                hash: password.clone(),
            };
            let person = self.insert_person(&person, &grants, now).await?;
            actors.push(Actor {
                person,
                name: name.into(),
                grants,
            });
        }
        let find = |role: Role| {
            actors
                .iter()
                .find(|actor| actor.is(role))
                .cloned()
                .ok_or(Refusal::State)
        };
        Ok(Cast {
            resident: find(Role::Resident)?,
            smederij: find(Role::Smederij)?,
            reviewer: find(Role::Reviewer)?,
            clerk: find(Role::Clerk)?,
        })
    }

    async fn demo_wijken(&mut self, data: &DemoData) -> Result<Vec<(String, WijkId)>> {
        let mut wijken = Vec::new();
        for area in &data.areas {
            let id = WijkId::new(fresh_uuid());
            let wijk = Wijk {
                id,
                name: area.name.clone(),
                kind: area.kind.parse().map_err(|_| Refusal::State)?,
                residents: area.residents,
                voting_point: area.vote_location.clone(),
            };
            self.insert_wijk(&wijk).await?;
            wijken.push((area.id.clone(), id));
        }
        Ok(wijken)
    }
}

impl Scene<'_> {
    fn wijk(&self, area: &str) -> Result<WijkId> {
        Ok(self
            .wijken
            .iter()
            .find(|(id, _)| id == area)
            .map(|(_, wijk)| *wijk)
            .ok_or(Refusal::State)?)
    }
}

impl Cast {
    fn permit<A: domain::access::Action>(actor: &Actor) -> Result<Permit<A>> {
        Ok(actor.permit().map_err(|_| Refusal::State)?)
    }
}
