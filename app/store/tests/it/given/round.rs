//! A round in one or two wijken, brought to a phase by the deeds that bring any round there.

use std::{pin::Pin, sync::Arc};

use domain::{
    access::{Actor, Role},
    act::Act,
    ballot_box::{Batch, BoxSeed, CardHolders, HoldersDraft, KeyCard, LetterKind, Quorum},
    council::{CouncilDecision, CouncilDraft, Ruling},
    count::CountingRule,
    euro::{Euro, MAX_COST_PER_JOB},
    id::{ProposalId, RoundId, WijkId},
    notation::Notation,
    phase::{Phase, Reason, Step},
    round::{
        COMPLAINTS, CostBasis, GRACE, Millis, Round, RoundPlan, Settings, Spare, WijkDraft,
        WijkPlan,
    },
    verdringing::{Decision, DecisionDraft, ReasonedDecision},
};
use store::{StoreError, ballot_box::Letter};

use super::{DAY, Given, HOUR, NOW, answers, checked, checklist, console, proposal, start_of};

/// A round to be made: one wijk with one proposal and two letters, unless asked otherwise.
pub struct RoundBuilder {
    given: Given,
    phase: Phase,
    wijken: usize,
    proposals: usize,
    letters: u32,
}

/// A round that was made, with what else the tests want to know of it.
pub struct GivenRound {
    pub(super) given: Given,
    pub id: RoundId,
    pub wijken: Vec<WijkId>,
    /// By wijk, in order of number.
    pub proposals: Vec<Vec<ProposalId>>,
    /// By wijk, in order of number.
    pub letters: Vec<Vec<Letter>>,
    /// Who made every proposal.
    pub author: Option<Actor>,
    pub cards: Option<Vec<KeyCard>>,
    /// Who asks for what needs two people, and who agrees.
    pub staff: [Actor; 2],
    wanted: (usize, u32),
}

impl Given {
    pub fn round(&self) -> RoundBuilder {
        RoundBuilder {
            given: self.clone(),
            phase: Phase::Draft,
            wijken: 1,
            proposals: 1,
            letters: 2,
        }
    }

    /// This many wijken of the municipality, made where they are missing.
    pub async fn first_wijken(&self, count: usize) -> Vec<WijkId> {
        for n in self.store.wijken().await.unwrap().len()..count {
            let wijk = WijkDraft {
                name: format!("Wijk {}", n + 1),
                kind: "wijk".into(),
                residents: "900".into(),
                voting_point: "Buurthuis".into(),
            };
            self.add_wijk(&console(), wijk.check(Notation::Dutch).unwrap())
                .await
                .unwrap();
        }
        let all = self.store.wijken().await.unwrap();
        all.iter().take(count).map(|wijk| wijk.id).collect()
    }
}

/// Two choices a ballot, and per wijk money for two of the proposals of `given::proposal`.
pub fn plan(wijken: &[WijkId]) -> RoundPlan {
    let schedule = Phase::SCHEDULED
        .iter()
        .map(|&phase| (phase, start_of(phase)));
    RoundPlan {
        title: "Wijkbasisbanen 2027".into(),
        settings: Settings {
            cap: MAX_COST_PER_JOB,
            cost_basis: CostBasis::OnTopOfBenefit,
            max_choices: 2,
            min_age: 14,
            schedule: schedule.collect(),
            counting: CountingRule::default(),
            cards: Quorum::default(),
            trial: false,
        },
        wijken: wijken.iter().map(|&wijk| (wijk, WIJK)).collect(),
    }
}

/// What a wijk gets: two envelopes at the desk, and a ballot on paper.
pub const WIJK: WijkPlan = WijkPlan {
    budget: Euro::whole(12_000),
    eligible: 100,
    spare: Spare {
        reserve: 2,
        paper: 1,
    },
};

macro_rules! phases {
    ($($name:ident: $phase:ident),+) => {$(
        pub fn $name(self) -> Self {
            Self { phase: Phase::$phase, ..self }
        }
    )+};
}

impl RoundBuilder {
    phases! {
        proposing: Proposing, checking: Checking, ballot_published: BallotPublished, voting: Voting,
        closed: Closed, counted: Counted
    }

    pub fn in_wijken(self, wijken: usize) -> Self {
        Self { wijken, ..self }
    }

    /// This many proposals in each wijk, handed in once the round takes them.
    pub fn with_proposals(self, proposals: usize) -> Self {
        Self { proposals, ..self }
    }

    /// This many letters in each wijk.
    pub fn with_letters(self, letters: u32) -> Self {
        Self { letters, ..self }
    }

    async fn make(self) -> GivenRound {
        let wijken = self.given.first_wijken(self.wijken).await;
        let mut plan = plan(&wijken);
        for wijk in plan.wijken.values_mut() {
            wijk.eligible = self.letters.max(1);
        }
        let made = self
            .given
            .make_round(&console(), &plan, &checklist(), NOW - DAY)
            .await;
        let mut round = GivenRound {
            id: made.unwrap(),
            proposals: vec![Vec::new(); wijken.len()],
            letters: vec![Vec::new(); wijken.len()],
            wijken,
            author: None,
            cards: None,
            staff: [
                self.given.account(Role::Smederij).await,
                self.given.account(Role::Clerk).await,
            ],
            wanted: (self.proposals, self.letters),
            given: self.given,
        };
        round.go_to(self.phase).await;
        round
    }
}

impl IntoFuture for RoundBuilder {
    type Output = GivenRound;
    type IntoFuture = Pin<Box<dyn Future<Output = GivenRound>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.make())
    }
}

impl GivenRound {
    /// The round as it stands now.
    pub async fn read(&self) -> Round {
        self.given.store.round(self.id).await.unwrap()
    }

    pub async fn phase(&self) -> Phase {
        self.read().await.phase
    }

    /// Takes every step up to `until`, each at its minute, after doing what the step needs.
    pub async fn go_to(&mut self, until: Phase) {
        loop {
            let phase = self.phase().await;
            if phase == Phase::Proposing && self.author.is_none() && self.wanted.0 > 0 {
                self.hand_in().await;
            }
            if phase == until {
                return;
            }
            let step = phase.next_step().unwrap();
            match step {
                Step::PublishBallot => self.admit_all().await,
                Step::OpenVoting => self.issue().await,
                _ => {}
            }
            match step {
                Step::Count => self.count().await.unwrap(),
                Step::Adopt => self.adopt().await,
                _ => drop(self.step(step).await.unwrap()),
            }
        }
    }

    /// One step, at its minute.
    pub async fn step(&self, step: Step) -> Result<Phase, StoreError> {
        let next = self.phase().await.next().unwrap();
        if step.is_by_clock() {
            let at = start_of(next) + if next == Phase::Closed { GRACE } else { 0 };
            if step == Step::OpenProposing {
                self.given
                    .ready_round(&console(), self.id, NOW - HOUR)
                    .await?;
            }
            return self.given.step_by_clock(self.id, step, at).await;
        }
        let (why, mut at) = (
            reason("Zo is het afgesproken."),
            start_of(Phase::Closed) + DAY,
        );
        if step == Step::Archive {
            at += COMPLAINTS;
            self.given.destroy_due(at).await?;
        }
        self.given
            .step_round(&console(), self.id, step, &why, at)
            .await
    }

    async fn hand_in(&mut self) {
        let author = self.author.insert(self.given.resident().await);
        let permit = author.permit().unwrap();
        for (&wijk, proposals) in self.wijken.iter().zip(&mut self.proposals) {
            for n in 1..=self.wanted.0 {
                let (given, at) = (&self.given, NOW + HOUR);
                let id = given.begin_proposal(&permit, self.id, wijk, at).await;
                let id = id.unwrap();
                let checked = checked(&proposal(&format!("Baan {n}")));
                given
                    .submit_proposal(&permit, id, &checked, at)
                    .await
                    .unwrap();
                proposals.push(id);
            }
        }
    }

    /// Answers and admits every proposal that was not decided yet.
    async fn admit_all(&self) {
        for &id in self.proposals.iter().flatten() {
            let record = self.given.proposal(id).await.unwrap();
            if record.state.is_undecided() {
                self.admit(id).await;
            }
        }
    }

    /// Answers without a sign of displacement, and admits.
    pub async fn admit(&self, id: ProposalId) {
        let (given, at) = (&self.given, start_of(Phase::Checking) + HOUR);
        given
            .answer_checklist(&console(), id, &answers(&[]), at)
            .await
            .unwrap();
        given
            .decide_check(&console(), id, &decision(Decision::Admit), at)
            .await
            .unwrap();
    }

    /// Makes, shows and tries the cards, and issues the letters; a second time it does nothing.
    pub async fn issue(&mut self) {
        if self.cards.is_some() {
            return;
        }
        let cards = self.make_key().await.unwrap();
        self.show(&cards).await;
        self.rehearse(&cards).await.unwrap();
        self.cards = Some(cards);
        for place in 0..self.wijken.len() {
            let issued = self.issue_letters(self.wijken[place], self.wanted.1).await;
            self.letters[place] = issued.unwrap();
        }
    }

    /// Makes a key for the box; gives its cards.
    pub async fn make_key(&self) -> Result<Vec<KeyCard>, StoreError> {
        let holders = holders(self.read().await.settings.cards);
        self.given
            .make_box_key(&console(), self.id, &holders, issued_at())
            .await
    }

    /// Shows every card.
    pub async fn show(&self, cards: &[KeyCard]) {
        for card in cards {
            self.show_card(card).await.unwrap();
        }
    }

    /// Shows one card.
    pub async fn show_card(&self, card: &KeyCard) -> Result<(), StoreError> {
        self.given
            .show_card(&console(), self.id, card, issued_at())
            .await
    }

    /// Tries cards on a test ballot.
    pub async fn rehearse(&self, cards: &[KeyCard]) -> Result<(), StoreError> {
        let seed = self.joined(cards).await;
        self.given
            .rehearse(&console(), self.id, &seed, issued_at())
            .await
    }

    /// The seed behind cards of whatever box; how those of another are told is the domain's.
    pub async fn joined(&self, cards: &[KeyCard]) -> BoxSeed {
        let quorum = self.read().await.settings.cards;
        KeyCard::join(cards, cards[0].tag(), quorum).unwrap()
    }

    /// Makes so many letters for one wijk and prints them; what is spare comes after them.
    pub async fn issue_letters(&self, wijk: WijkId, many: u32) -> Result<Vec<Letter>, StoreError> {
        let made = self.make_letters(wijk, many).await?;
        self.print(wijk).await?;
        Ok(made)
    }

    /// Says that the letters of a wijk came out of the printer.
    pub async fn print(&self, wijk: WijkId) -> Result<(), StoreError> {
        let second = self.staff[1].second().unwrap();
        self.given
            .letters_printed(&second, self.id, wijk, issued_at())
            .await
    }

    /// As [`Self::issue_letters`], before they are printed.
    pub async fn make_letters(&self, wijk: WijkId, many: u32) -> Result<Vec<Letter>, StoreError> {
        let batch = letters(many);
        let act = Act::MakeLetters {
            round: self.id,
            wijk,
            batch,
        };
        let waiting = self.given.requests(issued_at()).await?;
        let request = match waiting.iter().find(|it| it.act == act) {
            Some(request) => request.id,
            None => {
                let permit = self.staff[0].permit().unwrap();
                self.given
                    .ask_for_letters(&permit, self.id, wijk, batch, issued_at())
                    .await?
            }
        };
        let second = self.staff[1].second().unwrap();
        let mut made = self
            .given
            .make_letters(&second, request, Arc::default(), issued_at())
            .await?;
        made.sort_by_key(|it| (it.kind != LetterKind::Letter, it.kind.name()));
        Ok(made)
    }

    /// Voids all letters of one wijk.
    pub async fn void_letters(&self, wijk: WijkId) -> Result<(), StoreError> {
        self.given
            .void_codes(&console(), self.id, wijk, issued_at())
            .await
    }

    async fn adopt(&self) {
        self.given
            .record_decision(&console(), self.id, &ruling(Ruling::Adopt), NOW + 90 * DAY)
            .await
            .unwrap();
    }
}

/// An hour after the ballot was published.
fn issued_at() -> Millis {
    start_of(Phase::BallotPublished) + HOUR
}

/// Somebody for every card.
pub fn holders(quorum: Quorum) -> CardHolders {
    let names = (1..=quorum.total()).map(|card| (card, format!("Kluis {card}")));
    let names = names.collect();
    HoldersDraft { names }.check(quorum).unwrap()
}

/// A reviewer's decision with a reason.
pub fn decision(decision: Decision) -> ReasonedDecision {
    let draft = DecisionDraft {
        decision: decision.name().into(),
        reason: "Niemand verliest hier betaald werk door.".into(),
    };
    draft.check().unwrap()
}

/// So many letters in one go.
pub fn letters(many: u32) -> Batch {
    Batch::new(many, WIJK.spare)
}

/// Why staff take a step.
pub fn reason(text: &str) -> Reason {
    Reason::check(text).unwrap()
}

/// What the council decides, as typed, but for deviations.
pub fn council_draft(ruling: Ruling) -> CouncilDraft {
    CouncilDraft {
        ruling: ruling.to_string(),
        reason: "Besproken in de raad.".into(),
        ..CouncilDraft::default()
    }
}

/// A decision of the council without deviations.
pub fn ruling(ruling: Ruling) -> CouncilDecision {
    council_draft(ruling).check(&[]).unwrap()
}
