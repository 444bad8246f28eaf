//! Accounts: sign-in name, password as Argon2id, roles.

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version,
    password_hash::{self, phc::PasswordHash},
};
use domain::{
    access::{Actor, By, Grant, ManagePeople, Permit, Role},
    account::{self, NewPerson, Password},
    audit::Event,
    fault::{Fault, What},
    id::{PersonId, WijkId},
    round::Millis,
};

use crate::{Refusal, Result, Store, StoreError, Tx, fresh_uuid, lane::Lane, row::Read as _};

/// At most two passwords are compared at once: each takes 64 MiB (server/README.md#accounts).
static COMPARING: Lane = Lane::new(2, 50);

/// New passwords have a queue of their own, so that a crowd of new accounts keeps nobody from signing in.
static HASHING: Lane = Lane::new(1, 20);

/// What an unknown name is compared with, so that it costs as much as a known one. No password is known to have this hash.
const NOBODY: &str = "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub id: PersonId,
    /// Sign-in name.
    pub login: String,
    /// Name in pages for staff and in the journal.
    pub name: String,
    /// Roles.
    pub grants: Vec<Grant>,
}

/// An account on its way to its row: the password is hashed by now.
pub(crate) struct HashedPerson {
    pub login: String,
    pub name: String,
    pub hash: String,
}

impl HashedPerson {
    /// Hashes the password: slow on purpose, so always before a transaction begins.
    async fn of(person: NewPerson) -> Result<Self> {
        let hash = hash_slowly(person.password().clone()).await?;
        Ok(Self {
            login: person.login().to_owned(),
            name: person.name().to_owned(),
            hash,
        })
    }
}

fn hasher() -> Argon2<'static> {
    // 64 MiB, three passes, one lane (server/README.md#accounts). The constants are within the crate's limits.
    let params = Params::new(64 * 1024, 3, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The PHC string of a password.
pub(crate) fn hash(password: &str) -> Result<String> {
    Ok(hasher().hash_password(password.as_bytes())?.to_string())
}

async fn hash_slowly(password: Password) -> Result<String> {
    HASHING.take(move || hash(password.as_str())).await?
}

async fn verify_slowly(password: String, phc: String) -> Result<bool> {
    let compare = move || {
        PasswordHash::new(&phc).map_or(Ok(false), |hash| {
            is_password(hasher().verify_password(password.as_bytes(), &hash))
        })
    };
    COMPARING.take(compare).await?
}

/// Whether it was the password. Nobody is told that it was wrong when there was only no memory to look.
fn is_password(verified: password_hash::Result<()>) -> Result<bool> {
    match verified {
        Ok(()) => Ok(true),
        Err(password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

impl Store {
    /// Adds a person with roles (beheerder).
    ///
    /// # Errors
    /// A fault at `login` when the name is taken, and at `wijk` when a role reaches further than the permit.
    pub async fn add_person(
        &self,
        permit: &Permit<ManagePeople>,
        person: NewPerson,
        grants: &[Grant],
        now: Millis,
    ) -> Result<PersonId> {
        if !grants.iter().all(|grant| permit.covers_grant(grant)) {
            return Err(vec![Fault::at("wijk", What::OutOfReach)].into());
        }
        let person = HashedPerson::of(person).await?;
        let mut tx = self.write().await?;
        let id = tx.insert_person(&person, grants, now).await?;
        tx.log(permit.by(), &added(id, grants), now).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// A resident makes an account of their own.
    ///
    /// # Errors
    /// A fault at `login` when the name is taken.
    pub async fn register(&self, person: NewPerson, now: Millis) -> Result<PersonId> {
        let grants = [Grant {
            role: Role::Resident,
            wijk: None,
        }];
        let person = HashedPerson::of(person).await?;
        let mut tx = self.write().await?;
        let id = tx.insert_person(&person, &grants, now).await?;
        tx.log(By::Person(id, Role::Resident), &added(id, &grants), now)
            .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The person with this name and password.
    ///
    /// # Errors
    /// [`Refusal::SignIn`] whichever of the two is wrong, after the same amount of work.
    pub async fn check_password(&self, login: &str, password: &str) -> Result<PersonId> {
        // What cannot be a name is nobody's, and never reaches the database.
        let login = account::login(login).unwrap_or_default();
        let row = sqlx::query("SELECT id, password FROM person WHERE login = $1")
            .bind(login)
            .fetch_optional(self.reader())
            .await?;
        let (id, phc) = match &row {
            Some(row) => (Some(row.parsed("id")?), row.text("password")?),
            None => (None, NOBODY.to_owned()),
        };
        let is_right = verify_slowly(password.to_owned(), phc).await?;
        match id {
            Some(id) if is_right => Ok(id),
            Some(_) | None => Err(Refusal::SignIn.into()),
        }
    }

    /// A person by id, with their roles.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such person.
    pub async fn actor(&self, id: PersonId) -> Result<Actor> {
        let row = sqlx::query("SELECT name FROM person WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.reader())
            .await?
            .ok_or(StoreError::NotFound)?;
        let rows =
            sqlx::query("SELECT role, wijk_id FROM person_role WHERE person_id = $1 ORDER BY role")
                .bind(id.to_string())
                .fetch_all(self.reader())
                .await?;
        let grants = rows
            .iter()
            .map(|row| {
                Ok(Grant {
                    role: row.parsed("role")?,
                    wijk: row.maybe_parsed("wijk_id")?,
                })
            })
            .collect::<Result<_>>()?;
        Ok(Actor {
            person: id,
            name: row.text("name")?,
            grants,
        })
    }

    /// Everybody with an account, by name (beheerder): who manages people in some wijken sees the roles there, and
    /// only the people who have one.
    ///
    /// # Errors
    /// The database's.
    pub async fn people(&self, permit: &Permit<ManagePeople>) -> Result<Vec<Person>> {
        let rows = sqlx::query(
            "SELECT p.id, p.login, p.name, r.role, r.wijk_id FROM person p
             LEFT JOIN person_role r ON r.person_id = p.id ORDER BY p.name, p.id, r.role",
        )
        .fetch_all(self.reader())
        .await?;
        let mut people: Vec<Person> = Vec::new();
        for row in &rows {
            let id: PersonId = row.parsed("id")?;
            if people.last().is_none_or(|person| person.id != id) {
                people.push(Person {
                    id,
                    login: row.text("login")?,
                    name: row.text("name")?,
                    grants: Vec::new(),
                });
            }
            if let (Some(role), Some(person)) =
                (row.maybe_parsed::<Role>("role")?, people.last_mut())
            {
                person.grants.push(Grant {
                    role,
                    wijk: row.maybe_parsed::<WijkId>("wijk_id")?,
                });
            }
        }
        if !permit.is_everywhere() {
            for person in &mut people {
                person.grants.retain(|grant| permit.covers_grant(grant));
            }
            people.retain(|person| !person.grants.is_empty());
        }
        Ok(people)
    }
}

fn added(person: PersonId, grants: &[Grant]) -> Event {
    Event::PersonAdded {
        person,
        roles: grants.iter().map(|grant| grant.role.to_string()).collect(),
    }
}

impl Tx {
    pub(crate) async fn insert_person(
        &mut self,
        person: &HashedPerson,
        grants: &[Grant],
        now: Millis,
    ) -> Result<PersonId> {
        let id = PersonId::new(fresh_uuid());
        sqlx::query("INSERT INTO person (id, login, name, password, created_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(id.to_string())
            .bind(&person.login)
            .bind(&person.name)
            .bind(&person.hash)
            .bind(now)
            .execute(self.conn())
            .await
            .map_err(|error| StoreError::on_unique(error, vec![Fault::at("login", What::Taken)]))?;
        for grant in grants {
            sqlx::query("INSERT INTO person_role (person_id, role, wijk_id) VALUES ($1, $2, $3)")
                .bind(id.to_string())
                .bind(grant.role.name())
                .bind(grant.wijk.map(|wijk| wijk.to_string()))
                .execute(self.conn())
                .await?;
        }
        Ok(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobodys_password_costs_as_much_as_a_real_one() {
        let kind = |phc: &str| phc.rsplitn(3, '$').nth(2).unwrap().to_owned();
        assert_eq!(kind(NOBODY), kind(&hash("vier ganzen op de dijk").unwrap()));
        let nobody = PasswordHash::new(NOBODY).unwrap();
        assert!(matches!(
            is_password(hasher().verify_password(b"x", &nobody)),
            Ok(false)
        ));
    }

    #[test]
    fn a_password_nobody_could_check_is_not_called_wrong() {
        assert!(matches!(is_password(Ok(())), Ok(true)));
        let wrong = is_password(Err(password_hash::Error::PasswordInvalid));
        assert!(matches!(wrong, Ok(false)));
        let unseen = is_password(Err(password_hash::Error::OutOfMemory));
        assert!(matches!(unseen, Err(StoreError::NoMemory)));
    }
}
