//! A server on a fresh copy of the demo municipality, and a way in beside it to see what it wrote.

mod database;
mod demo;

pub use demo::{demo_file, on_each_engine};

use std::{ops::Deref, sync::Arc};

use app::{App, Assets, Clock, Demo, Proxies};
use axum::Router;
use domain::{
    ballot_box::MasterKey,
    id::{ProposalId, WijkId},
    phase::Phase,
    proposal::ProposalState,
    round::{Millis, Round},
    verdringing::Checklist,
};
use server::{assets, router::router};
use sqlx::{AnyPool, any::AnyPoolOptions};
use store::{Store, proposals::Which};

use crate::client::{Client, HOST};

pub const MINUTE: Millis = 60_000;
pub const DAY: Millis = 24 * 60 * MINUTE;

/// A server in one process with its database.
#[derive(Clone)]
pub struct Given {
    pub app: Arc<App>,
    pub router: Router,
    url: String,
    raw: AnyPool,
}

impl Deref for Given {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.app.store
    }
}

/// The key that wraps round secrets in these tests.
pub fn master() -> MasterKey {
    MasterKey::from_bytes([7; 32])
}

fn checklist() -> Checklist {
    Checklist::parse(include_str!("../../../demo/verdringingstoets.json")).unwrap()
}

/// What `wijkbanen serve` makes, without a socket.
fn new_app(store: Store, master: MasterKey, demo: Option<Demo>) -> App {
    App {
        store,
        clock: Clock::default(),
        assets: Assets {
            style: assets::path_of("main.css").unwrap_or_default(),
            script: Some("/pkg/wijkbanen-test.js"),
            recount: Some("/pkg/natellen-test.js"),
            icon: assets::path_of("static/favicon.svg").unwrap_or_default(),
        },
        demo,
        base_url: format!("https://{HOST}"),
        municipality: "Gemeente Veenhaven".to_owned(),
        checklist: checklist(),
        browser_key: app::CookieKey::from(master.browser_key().as_slice()),
        pass_keys: app::PassKeys::new(master),
        cards: app::HeldCards::default(),
        letters: app::MadeLetters::default(),
        limits: app::Limits::default(),
        proxies: Proxies::default(),
    }
}

impl Given {
    /// A server on a database as it stands.
    pub async fn at(url: &str, demo: Option<Demo>) -> Self {
        let store = Store::open(url).await.unwrap().with_master(master());
        let raw = AnyPoolOptions::new()
            .max_connections(1)
            .connect(url)
            .await
            .unwrap();
        let app = Arc::new(new_app(store, master(), demo));
        Self {
            router: router(Arc::clone(&app)),
            app,
            url: url.to_owned(),
            raw,
        }
    }

    /// A second server beside this one, on the same database and with the same master key.
    pub async fn second_server(&self) -> Self {
        Self::at(&self.url, self.app.demo).await
    }

    /// Somebody's own server, whose passes are made with another master key.
    pub fn foreign_server(&self) -> Client {
        let own = MasterKey::from_bytes([8; 32]);
        Client::new(
            router(Arc::new(self.app_again(own, Some(Demo)))),
            "192.0.2.9:4321",
        )
    }

    /// Somebody with a browser at this server, started anew.
    pub fn restarted(&self) -> Client {
        let app = self.app_again(master(), Some(Demo));
        Client::new(router(Arc::new(app)), "192.0.2.9:4321")
    }

    /// The same database under a server that shows no demo.
    pub fn without_demo(&self) -> Router {
        router(Arc::new(self.app_again(master(), None)))
    }

    /// The same database under a server that believes the proxies of this network.
    pub fn behind(&self, proxies: &str) -> Router {
        router(Arc::new(App {
            proxies: Proxies::parse(&[proxies.to_owned()]).unwrap(),
            ..self.app_again(master(), Some(Demo))
        }))
    }

    fn app_again(&self, master: MasterKey, demo: Option<Demo>) -> App {
        new_app(self.app.store.clone(), master, demo)
    }

    /// The same database under a server with another clock.
    pub fn with_clock(&self, clock: Clock) -> Self {
        let app = Arc::new(App {
            clock,
            ..self.app_again(master(), Some(Demo))
        });
        Self {
            router: router(Arc::clone(&app)),
            app,
            ..self.clone()
        }
    }

    /// Closes both ways in.
    pub async fn close(&self) {
        self.raw.close().await;
        self.app.store.close().await;
    }

    /// Somebody with a browser.
    pub fn visitor(&self) -> Client {
        self.visitor_at("192.0.2.1:4321")
    }

    /// Somebody with a browser, elsewhere.
    pub fn visitor_at(&self, address: &str) -> Client {
        Client::new(self.router.clone(), address)
    }

    /// Somebody of the demo who has signed in.
    pub async fn signed_in(&self, login: &str) -> Client {
        let mut client = self.visitor();
        let answer = client.post("/demo/inloggen", &[("who", login)]).await;
        assert_eq!(answer.status, 303, "{login}");
        client
    }

    /// The time passes.
    pub fn later(&self, by: Millis) {
        self.app.clock.move_ahead(Demo, by);
    }

    /// Days pass, and the clock does what it does at each minute on the way.
    pub async fn let_pass(&self, by: Millis) {
        app::let_pass(&self.app, Demo, by).await.unwrap();
    }

    /// The demo's round in a phase.
    pub async fn round(&self, phase: Phase) -> Round {
        let rounds = self.rounds(true).await.unwrap();
        rounds
            .into_iter()
            .find(|round| round.phase == phase)
            .unwrap()
    }

    /// The wijk called so.
    pub async fn wijk(&self, name: &str) -> WijkId {
        self.wijken()
            .await
            .unwrap()
            .iter()
            .find(|wijk| wijk.name == name)
            .unwrap()
            .id
    }

    /// A public proposal in a round.
    pub async fn proposal_in(&self, phase: Phase, state: ProposalState) -> ProposalId {
        let round = self.round(phase).await;
        let listed = self.proposals(Which::Public(round.id)).await.unwrap();
        listed
            .iter()
            .find(|proposal| proposal.state == state)
            .unwrap()
            .id
    }

    /// The draft of the demo's resident.
    pub async fn own_draft(&self) -> ProposalId {
        let person = self.demo_person("bewoner").await.unwrap();
        let own = self.proposals(Which::Of(person)).await.unwrap();
        own.iter()
            .find(|proposal| proposal.state == ProposalState::Draft)
            .unwrap()
            .id
    }

    /// A job of the round in delivery.
    pub async fn job(&self) -> String {
        let round = self.round(Phase::Delivery).await.id;
        self.jobs(round).await.unwrap()[0].id.to_string()
    }

    /// A round that is still being set up, made as staff do it.
    pub async fn draft_round(&self) -> String {
        let from = self.round(Phase::Proposing).await.id;
        let mut smederij = self.signed_in("smederij").await;
        let answer = smederij
            .post(&format!("/werk/rondes/{from}/kopie"), &[])
            .await;
        let path = answer.location().strip_prefix("/werk/rondes/").unwrap();
        path.strip_suffix("/instellen").unwrap().to_owned()
    }
}
