//! Fresh databases to test on, with rounds brought to any phase: `given.round().voting().with_proposals(3).await`.

mod raw;
mod round;
mod voting;

pub use round::{
    GivenRound, WIJK, council_draft, decision, holders, letters, plan, reason, ruling,
};

use std::{future::Future, ops::Deref};

use domain::{
    access::{Action, Actor, Grant, Permit, Role},
    account::{NewPerson, PersonDraft},
    ballot_box::MasterKey,
    euro::MAX_COST_PER_JOB,
    id::{PersonId, WijkId},
    journal::EntryActor,
    notation::Notation,
    phase::Phase,
    proposal::{CheckedProposal, CostCategory, Limits, ProposalDraft, VOLUNTEER_ALLOWANCE_2026},
    round::Millis,
    verdringing::{Answers, AnswersDraft, Checklist, Effect},
};
use sqlx::AnyPool;
use store::{Refusal, Store, StoreError, demo::DemoData};

/// A moment that does not matter: Sunday 22 November 2026, noon in Amsterdam.
pub const NOW: Millis = 1_795_345_200_000;
pub const MINUTE: Millis = 60_000;
pub const HOUR: Millis = 60 * MINUTE;
pub const DAY: Millis = 24 * HOUR;
pub const PASSWORD: &str = "vier ganzen op de dijk";

/// A fresh database: the store, and a way in beside it for plain SQL.
#[derive(Clone)]
pub struct Given {
    store: Store,
    raw: AnyPool,
    pub url: String,
}

impl Deref for Given {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

/// Runs a test on each engine there is: a new SQLite file, and a new PostgreSQL database where one is offered.
pub async fn on_each_engine<F: Future<Output = ()>>(test: impl Fn(Given) -> F) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("test.sqlite").display());
    run(&test, url).await;

    let Ok(server) = std::env::var("WIJKBANEN_TEST_POSTGRES") else {
        return;
    };
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    let admin = AnyPool::connect(&server).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&admin)
        .await
        .unwrap();
    run(
        &test,
        server.replacen("/postgres?", &format!("/{name}?"), 1),
    )
    .await;
    sqlx::query(sqlx::AssertSqlSafe(format!(
        "DROP DATABASE {name} WITH (FORCE)"
    )))
    .execute(&admin)
    .await
    .unwrap();
    admin.close().await;
}

async fn run<F: Future<Output = ()>>(test: impl Fn(Given) -> F, url: String) {
    let given = Given::at(url).await;
    given.migrate().await.unwrap();
    test(given.clone()).await;
    given.close().await;
}

impl Given {
    /// A database as it stands.
    pub async fn at(url: String) -> Self {
        let store = Store::open(&url).await.unwrap().with_master(master());
        let raw = raw::pool(&url).await;
        Self { store, raw, url }
    }

    /// Closes both ways in.
    pub async fn close(&self) {
        self.raw.close().await;
        self.store.close().await;
    }

    /// A resident whose account nobody can sign in to: a real password would cost every test a fifth of a second.
    pub async fn resident(&self) -> Actor {
        self.account(Role::Resident).await
    }

    /// Such an account with any role.
    pub async fn account(&self, role: Role) -> Actor {
        let id = PersonId::new(uuid::Uuid::now_v7());
        let person = format!(
            "INSERT INTO person (id, login, name, password, created_at) VALUES ('{id}', '{id}', 'Iemand', '', 0)"
        );
        let role = format!("INSERT INTO person_role (person_id, role) VALUES ('{id}', '{role}')");
        for sql in [person, role] {
            self.sql(sql).await.unwrap();
        }
        self.actor(id).await.unwrap()
    }

    /// What the journal calls somebody who did something in this role.
    pub fn actor_in_journal(&self, person: PersonId, role: Role) -> String {
        EntryActor::Person(role, master().pseudonym(person)).to_string()
    }

    /// An account with one role everywhere.
    pub async fn person(&self, login: &str, role: Role) -> Actor {
        let grants = [Grant { role, wijk: None }];
        let person = new_person(login);
        let id = self
            .add_person(&Permit::of_console(), person, &grants, NOW)
            .await
            .unwrap();
        self.actor(id).await.unwrap()
    }
}

/// Somebody in no database, with a role in one wijk only.
pub fn somebody_in(wijk: WijkId, role: Role) -> Actor {
    let wijk = Some(wijk);
    Actor {
        person: PersonId::new(uuid::Uuid::now_v7()),
        name: "Iemand".into(),
        grants: vec![Grant { role, wijk }],
    }
}

/// What the command line may do, which is anything.
pub fn console<A: Action>() -> Permit<A> {
    Permit::of_console()
}

/// A new account that is right in every way.
pub fn new_person(login: &str) -> NewPerson {
    let draft = PersonDraft {
        login: login.into(),
        name: format!("Naam van {}", login.trim()),
        password: PASSWORD.into(),
        repeated: PASSWORD.into(),
    };
    draft.check().unwrap()
}

/// A proposal that passes every gate: one place of € 5.000 a year.
pub fn proposal(title: &str) -> ProposalDraft {
    let guidance = |typed: &str| [(CostCategory::Guidance, typed.to_owned())];
    ProposalDraft {
        title: title.into(),
        description: "Helpt buren met kleine klussen in en om het huis.".into(),
        family: "handyman".into(),
        host_name: "Stichting De Buurt".into(),
        host_kind: "foundation".into(),
        hours: "20".into(),
        places: "1".into(),
        lasting: "permanent".into(),
        legal_basis: "social_activation".into(),
        guidance: "Iedere week een gesprek.".into(),
        growth: "Leert plannen.".into(),
        amounts: guidance("5.000").into_iter().collect(),
        labels: guidance("Begeleiding").into_iter().collect(),
        ..ProposalDraft::default()
    }
}

/// A draft through the gates of a round with the cap of the policy note.
#[track_caller]
pub fn checked(draft: &ProposalDraft) -> CheckedProposal {
    let limits = Limits {
        cap: MAX_COST_PER_JOB,
        allowance: VOLUNTEER_ALLOWANCE_2026,
    };
    draft.check(limits, Notation::Dutch).unwrap()
}

/// Answers without any sign of displacement, but for those named.
pub fn answers(but: &[(&str, &str)]) -> Answers {
    let checklist = checklist();
    let fine = checklist.questions().iter().map(|question| {
        let mut effects = question.effects.iter();
        let (answer, _) = effects.find(|(_, effect)| **effect == Effect::Ok).unwrap();
        (question.id.clone(), answer.clone())
    });
    let but = but
        .iter()
        .map(|&(question, answer)| (question.to_owned(), answer.to_owned()));
    let typed: AnswersDraft = fine.chain(but).collect();
    typed.check(&checklist)
}

/// The 15 questions.
pub fn checklist() -> Checklist {
    Checklist::parse(include_str!(
        "../../../../server/demo/verdringingstoets.json"
    ))
    .unwrap()
}

/// The key that wraps round secrets in these tests.
pub fn master() -> MasterKey {
    MasterKey::from_bytes([7; 32])
}

/// When a phase begins in these tests: a week each, the first one at [`NOW`].
pub fn start_of(phase: Phase) -> Millis {
    let place = Phase::SCHEDULED.iter().position(|&other| other == phase);
    NOW + 7 * DAY * i64::try_from(place.unwrap()).unwrap()
}

/// The demo municipality, loaded.
pub async fn demo(store: &Store) {
    let data: DemoData =
        serde_json::from_str(include_str!("../../../../server/demo/demo-round.json")).unwrap();
    store.load_demo(&data, &checklist(), NOW).await.unwrap();
}

/// The refusal that came out, where one was expected.
#[track_caller]
pub fn refusal<T>(result: Result<T, StoreError>) -> Refusal {
    match result {
        Err(StoreError::Refused(refusal)) => refusal,
        Err(other) => panic!("another error than a refusal: {other}"),
        Ok(_) => panic!("it was not refused"),
    }
}

/// The names of the fields with a fault, where faults were expected.
#[track_caller]
pub fn faulty_fields<T>(result: Result<T, StoreError>) -> Vec<String> {
    match refusal(result) {
        Refusal::Faults(faults) => faults.into_iter().map(|fault| fault.field).collect(),
        other => panic!("another refusal than faults: {other:?}"),
    }
}

/// Whether it does not exist for whoever asked.
pub fn is_not_found<T>(result: &Result<T, StoreError>) -> bool {
    matches!(result, Err(StoreError::NotFound))
}
