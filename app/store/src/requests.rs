//! Acts that need two people: asked for by one, agreed to by another, within the term
//! (app/domain/src/ballot_box/README.md#two-people).
//!
//! A request is a row with a mark: whoever can write in the database cannot change what somebody agrees to. Agreeing and
//! the deed are one transaction, so that no agreement is left over.

use domain::{
    access::{Action, Agreed, By, Permit, Role, Second},
    act::{Act, ActKind, RequestState, TERM},
    audit::Event,
    ballot_box::{Mark, Marked, MasterKey},
    id::{PersonId, RequestId, RoundId, WijkId},
    round::Millis,
};
use sqlx::any::AnyRow;

use crate::{Refusal, Result, Store, StoreError, Tx, fresh_uuid, row::Read as _};

/// An act that somebody asked for and nobody agreed to yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// What is asked for.
    pub act: Act,
    /// Who asked for it.
    pub asked_by: PersonId,
    /// The role that let them.
    pub role: Role,
    /// Their name, on pages for staff.
    pub name: String,
    /// When.
    pub asked_at: Millis,
}

impl Request {
    /// Until when another may agree.
    #[must_use]
    pub const fn ends_at(&self) -> Millis {
        self.asked_at + TERM
    }

    fn asked(&self) -> By {
        By::Person(self.asked_by, self.role)
    }

    fn mark(&self, state: RequestState, master: &MasterKey) -> Result<Mark> {
        let act = self.act.canonical()?;
        let fields: [&[u8]; 6] = [
            self.id.bytes(),
            act.as_bytes(),
            self.asked_by.bytes(),
            self.role.name().as_bytes(),
            &self.asked_at.to_be_bytes(),
            state.name().as_bytes(),
        ];
        Ok(master.mark(Marked::Request, &fields))
    }
}

const SELECT: &str =
    "SELECT r.id, r.act, r.asked_by, r.role, r.asked_at, r.mark, p.name FROM request r
     JOIN person p ON p.id = r.asked_by WHERE r.state = 'open'";

impl Store {
    /// Everything that waits for another person at this moment, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] for a request that somebody else wrote; the database's.
    pub async fn requests(&self, now: Millis) -> Result<Vec<Request>> {
        let sql = format!("{SELECT} AND r.asked_at > $1 ORDER BY r.asked_at, r.id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(now - TERM)
            .fetch_all(self.reader())
            .await?;
        let master = self.master()?;
        rows.iter().map(|row| read(row, &master)).collect()
    }

    /// One that waits.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] once it was agreed to, taken back, or its term is over.
    pub async fn request(&self, id: RequestId, now: Millis) -> Result<Request> {
        let master = self.master()?;
        load(&mut *self.reader().acquire().await?, id, now, &master).await
    }

    /// Takes back what one asked for.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a request of somebody else, or one that no longer waits.
    pub async fn withdraw(&self, by: PersonId, id: RequestId, now: Millis) -> Result<()> {
        let mut tx = self.write().await?;
        let master = tx.master()?;
        let request = load(tx.conn(), id, now, &master).await?;
        if request.asked_by != by {
            return Err(StoreError::NotFound);
        }
        tx.set_request(&request, RequestState::Withdrawn).await?;
        let told = Told::of(&request);
        let event = Event::ActWithdrawn {
            request: id,
            act: told.act,
            round: told.round,
            wijk: told.wijk,
        };
        tx.log(request.asked(), &event, now).await?;
        tx.commit().await
    }
}

impl Tx {
    /// Keeps an act until another person agrees. Whether it could be done is looked at before by whoever asks for it.
    ///
    /// # Errors
    /// [`Refusal::Done`] when the same is asked for already.
    pub(crate) async fn ask<A: Action>(
        &mut self,
        permit: &Permit<A>,
        act: Act,
        now: Millis,
    ) -> Result<RequestId> {
        debug_assert_eq!(act.action(), A::NAME, "the act of another permit");
        let By::Person(asked_by, role) = permit.by() else {
            return Err(StoreError::NotFound);
        };
        let canonical = act.canonical()?;
        let same = sqlx::query(
            "SELECT id FROM request WHERE act = $1 AND state = 'open' AND asked_at > $2",
        )
        .bind(&canonical)
        .bind(now - TERM)
        .fetch_optional(self.conn())
        .await?;
        if same.is_some() {
            return Err(Refusal::Done.into());
        }
        let request = Request {
            id: RequestId::new(fresh_uuid()),
            act,
            asked_by,
            role,
            name: String::new(),
            asked_at: now,
        };
        self.insert_request(&request, &canonical).await?;
        let told = Told::of(&request);
        let event = Event::ActAsked {
            request: request.id,
            act: told.act,
            round: told.round,
            wijk: told.wijk,
        };
        self.log(permit.by(), &event, now).await?;
        Ok(request.id)
    }

    async fn insert_request(&mut self, request: &Request, canonical: &str) -> Result<()> {
        let mark = request.mark(RequestState::Open, &self.master()?)?;
        sqlx::query(
            "INSERT INTO request (id, act, asked_by, role, asked_at, state, mark)
             VALUES ($1, $2, $3, $4, $5, 'open', $6)",
        )
        .bind(request.id.to_string())
        .bind(canonical)
        .bind(request.asked_by.to_string())
        .bind(request.role.name())
        .bind(request.asked_at)
        .bind(mark.to_string())
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// The act that a request asks for, with the proof that two people are behind it. It waits no longer.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nothing waits under this id, or not for this permit; [`Refusal::SamePerson`] for who
    /// asked for it.
    pub(crate) async fn agree<A: Action>(
        &mut self,
        second: &Second<A>,
        id: RequestId,
        now: Millis,
    ) -> Result<(Agreed<A>, Act)> {
        let master = self.master()?;
        let request = load(self.conn(), id, now, &master).await?;
        if request.act.action() != A::NAME {
            return Err(StoreError::NotFound);
        }
        let agreed = second
            .agree(request.asked())
            .map_err(|_| Refusal::SamePerson)?;
        self.set_request(&request, RequestState::Agreed).await?;
        let told = Told::of(&request);
        let event = Event::ActAgreed {
            request: id,
            act: told.act,
            round: told.round,
            wijk: told.wijk,
        };
        self.log(agreed.by(), &event, now).await?;
        Ok((agreed, request.act))
    }

    async fn set_request(&mut self, request: &Request, state: RequestState) -> Result<()> {
        let mark = request.mark(state, &self.master()?)?;
        sqlx::query("UPDATE request SET state = $1, mark = $2 WHERE id = $3")
            .bind(state.name())
            .bind(mark.to_string())
            .bind(request.id.to_string())
            .execute(self.conn())
            .await?;
        Ok(())
    }
}

/// What the journal says of a request: which act, not its particulars; those are in the entry of the deed.
struct Told {
    act: ActKind,
    round: RoundId,
    wijk: Option<WijkId>,
}

impl Told {
    fn of(request: &Request) -> Self {
        Self {
            act: ActKind::from(&request.act),
            round: request.act.round(),
            wijk: request.act.wijk(),
        }
    }
}

async fn load(
    connection: &mut sqlx::AnyConnection,
    id: RequestId,
    now: Millis,
    master: &MasterKey,
) -> Result<Request> {
    let sql = format!("{SELECT} AND r.id = $1 AND r.asked_at > $2");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id.to_string())
        .bind(now - TERM)
        .fetch_optional(connection)
        .await?
        .ok_or(StoreError::NotFound)?;
    read(&row, master)
}

fn read(row: &AnyRow, master: &MasterKey) -> Result<Request> {
    let request = Request {
        id: row.parsed("id")?,
        act: row.json("act")?,
        asked_by: row.parsed("asked_by")?,
        role: row.parsed("role")?,
        name: row.text("name")?,
        asked_at: row.int("asked_at")?,
    };
    if request.mark(RequestState::Open, master)? == row.parsed("mark")? {
        Ok(request)
    } else {
        Err(StoreError::Corrupt("a request was changed by hand".into()))
    }
}
