//! Four rounds: one takes proposals, one is being checked, one votes, one is adopted with jobs under way.
//!
//! The one that votes is counted by Equal Shares, the adopted one by votes, so that both can be seen.

use std::collections::BTreeMap;

use domain::{
    access::{CountVotes, Permit},
    act::Act,
    council::{CouncilDraft, Ruling},
    count::{Completion, CountingRule},
    euro::Euro,
    id::{ProposalId, RoundId, WijkId},
    notation::Notation,
    phase::{Phase, Step},
    proposal::{HostKind, Limits, ProposalState},
    round::{CostBasis, Millis, RoundPlan, Settings, WijkPlan},
};

use super::{Cast, Scene, data::DemoProposal};
use crate::{Refusal, Result, StoreError, Tx};

const HOUR: Millis = 3_600_000;
const DAY: Millis = 24 * HOUR;

/// Days from today on which proposing, co-creation, checking, ballot, voting, closing and council begin.
type Days = [i64; 7];

/// Proposals of the round that is open for more: a handful, handed in this week.
const FIRST_IN: &[&str] = &["T2", "T4", "S4", "S7", "N3"];

/// Proposals whose check is still open in the round that is being checked.
const STILL_OPEN: &[&str] = &["T7", "T9", "S2", "S5", "S8", "N1", "N4"];

impl Tx {
    pub(super) async fn demo_rounds(&mut self, scene: &Scene<'_>) -> Result<()> {
        self.adopted_round(scene).await?;
        self.voting_round(scene).await?;
        self.checking_round(scene).await?;
        self.proposing_round(scene).await
    }

    async fn proposing_round(&mut self, scene: &Scene<'_>) -> Result<()> {
        let days = [-10, 25, 46, 74, 81, 102, 130];
        let round = self
            .demo_round(scene, "Wijkbasisbanen 2028", days, CountingRule::default())
            .await?;
        let first: Vec<_> = scene
            .data
            .proposals
            .iter()
            .filter(|p| FIRST_IN.contains(&p.id.as_str()))
            .collect();
        self.hand_in(scene, round, &first, scene.now - 3 * DAY)
            .await?;
        // A company cannot be a host: this one stays a draft, and its author is told why.
        let refused = scene
            .data
            .proposals
            .iter()
            .find(|p| p.draft().host_kind == HostKind::Company.name());
        let Some(refused) = refused else {
            return Ok(());
        };
        let permit = Cast::permit(&scene.cast.resident)?;
        let wijk = scene.wijk(&refused.area_id)?;
        let author = scene.cast.resident.person;
        let id = self
            .insert_proposal(&permit, author, round, wijk, scene.now - DAY)
            .await?;
        sqlx::query("UPDATE proposal SET draft = $1, title = $2 WHERE id = $3")
            .bind(serde_json::to_string(&refused.draft())?)
            .bind(refused.draft().title)
            .bind(id.to_string())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    async fn checking_round(&mut self, scene: &Scene<'_>) -> Result<()> {
        let days = [-70, -35, -14, 12, 19, 40, 68];
        let round = self
            .demo_round(
                scene,
                "Wijkbasisbanen 2027, tweede ronde",
                days,
                CountingRule::default(),
            )
            .await?;
        let all = admissible(scene);
        let ids = self
            .hand_in(scene, round, &all, scene.now - 50 * DAY)
            .await?;
        self.steps(scene, round, days, Phase::Checking).await?;
        for (proposal, &id) in all.iter().zip(&ids) {
            self.check(
                scene,
                proposal,
                id,
                !STILL_OPEN.contains(&proposal.id.as_str()),
            )
            .await?;
        }
        Ok(())
    }

    async fn voting_round(&mut self, scene: &Scene<'_>) -> Result<()> {
        let days = [-100, -65, -44, -16, -5, 9, 37];
        let round = self
            .demo_round(
                scene,
                "Wijkbasisbanen 2027",
                days,
                CountingRule::equal_shares(Completion::Add1u),
            )
            .await?;
        self.checked_ballot(scene, round, days).await?;
        self.demo_letters(scene, round).await?;
        self.steps(scene, round, days, Phase::Voting).await?;
        self.early_votes(scene, round).await
    }

    async fn adopted_round(&mut self, scene: &Scene<'_>) -> Result<()> {
        let days = [-400, -365, -344, -316, -309, -288, -260];
        let round = self
            .demo_round(scene, "Wijkbasisbanen 2026", days, CountingRule::default())
            .await?;
        let ids = self.checked_ballot(scene, round, days).await?;
        let at = |day: i64| scene.now + day * DAY;
        let slots = self.counted_seals(scene, round).await?;
        self.steps(scene, round, days, Phase::Voting).await?;
        self.counted_votes(scene, round, slots, &ids, at(-295))
            .await?;
        self.steps(scene, round, days, Phase::Closed).await?;
        let permit = Cast::permit::<CountVotes>(&scene.cast.smederij)?;
        let act = Act::CountVotes { round };
        let request = self.ask(&permit, act, at(-287) - HOUR).await?;
        let second = scene
            .cast
            .clerk
            .second()
            .map_err(|_| StoreError::NotFound)?;
        let (agreed, _) = self.agree(&second, request, at(-287)).await?;
        self.count_votes(&agreed, round, super::seed(), at(-287))
            .await?;
        let step = Cast::permit(&scene.cast.smederij)?;
        let publish =
            "De uitslag is openbaar. Tot en met de raadsvergadering kunt u bezwaar maken.";
        self.step::<domain::access::StepRound>(
            &step,
            round,
            Step::OpenObjections,
            publish,
            at(-286),
        )
        .await?;
        self.destroy_secrets(round, at(-273)).await?;
        self.step(
            &Permit::of_clock(),
            round,
            Step::SendToCouncil,
            "",
            at(-260),
        )
        .await?;
        self.adopt_with_one_deviation(scene, round, &ids, at(-253))
            .await
    }

    /// The council follows the residents but for one job, with its reason; the other jobs are under way.
    async fn adopt_with_one_deviation(
        &mut self,
        scene: &Scene<'_>,
        round: RoundId,
        ids: &BTreeMap<String, ProposalId>,
        at: Millis,
    ) -> Result<()> {
        let declined = *ids.get("S8").ok_or(Refusal::State)?;
        let why = "De bewonersvereniging geeft de buurtkrant nu zelf al uit.".to_owned();
        let decision = CouncilDraft {
            ruling: Ruling::AdoptWithDeviations.to_string(),
            reason: "De raad volgt de bewoners. Eén baan gaat dit jaar niet door.".into(),
            declined: vec![declined.to_string()],
            reasons: [(declined, why)].into_iter().collect(),
        };
        let decision = decision.check(&[declined])?;
        self.record_decision(&Cast::permit(&scene.cast.clerk)?, round, &decision, at)
            .await?;
        // A third each: waiting for the agreement, open, filled.
        for (state, rest) in [("vacancy", 1), ("filled", 2)] {
            sqlx::query(
                "UPDATE job SET state = $1, changed_at = $2 WHERE id IN (SELECT j.id FROM job j
                 JOIN proposal p ON p.id = j.proposal_id WHERE p.round_id = $3 AND (p.number + j.place) % 3 = $4)",
            )
            .bind(state)
            .bind(at + 60 * DAY)
            .bind(round.to_string())
            .bind(i64::from(rest))
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }

    /// All proposals handed in, checked and decided; box key made; ballot published.
    async fn checked_ballot(
        &mut self,
        scene: &Scene<'_>,
        round: RoundId,
        days: Days,
    ) -> Result<BTreeMap<String, ProposalId>> {
        let all = admissible(scene);
        let ids = self
            .hand_in(scene, round, &all, scene.now + (days[0] + 20) * DAY)
            .await?;
        self.steps(scene, round, days, Phase::Checking).await?;
        for (proposal, &id) in all.iter().zip(&ids) {
            self.check(scene, proposal, id, true).await?;
        }
        self.steps(scene, round, days, Phase::BallotPublished)
            .await?;
        let secret = domain::ballot_box::RoundSecret::from_bytes(crate::row::entropy()?);
        let permit = Cast::permit::<domain::access::KeepBoxKey>(&scene.cast.smederij)?;
        let at = scene.now + (days[3] + 1) * DAY;
        let (seed, holders) = (super::seed(), super::holders()?);
        self.insert_box_key(&permit, round, &seed, &secret, &holders, at)
            .await?;
        for card in super::cards(round) {
            self.show_card(&permit, round, &card, at).await?;
        }
        self.rehearse(&permit, round, &seed, at).await?;
        Ok(all
            .iter()
            .map(|proposal| proposal.id.clone())
            .zip(ids)
            .collect())
    }

    /// A round that takes proposals, with every wijk in it.
    async fn demo_round(
        &mut self,
        scene: &Scene<'_>,
        title: &str,
        days: Days,
        counting: CountingRule,
    ) -> Result<RoundId> {
        let schedule = Phase::SCHEDULED
            .iter()
            .zip(days)
            .map(|(&phase, day)| (phase, scene.moment(day)))
            .collect();
        let wijken: BTreeMap<WijkId, WijkPlan> = scene
            .data
            .areas
            .iter()
            .map(|area| {
                let planned = WijkPlan {
                    budget: Euro::cents(area.budget_cents),
                    eligible: area.eligible_voters,
                    spare: super::SPARE,
                };
                Ok((scene.wijk(&area.id)?, planned))
            })
            .collect::<Result<_>>()?;
        let settings = Settings {
            cap: domain::euro::MAX_COST_PER_JOB,
            cost_basis: CostBasis::OnTopOfBenefit,
            max_choices: 3,
            min_age: 14,
            schedule,
            counting,
            cards: domain::ballot_box::Quorum::default(),
            trial: false,
        };
        let plan = RoundPlan {
            title: title.into(),
            settings,
            wijken,
        };
        let permit = Cast::permit(&scene.cast.smederij)?;
        let made = scene.moment(days[0]) - 7 * DAY;
        let round = self
            .insert_round(&permit, &plan, scene.checklist, made)
            .await?;
        self.log(
            permit.by(),
            &domain::audit::Event::RoundMade { round },
            made,
        )
        .await?;
        self.steps(scene, round, days, Phase::Proposing).await?;
        Ok(round)
    }

    /// Lets the clock take every step up to and including the one into `until`, each at its own minute.
    async fn steps(
        &mut self,
        scene: &Scene<'_>,
        round: RoundId,
        days: Days,
        until: Phase,
    ) -> Result<()> {
        let permit = Permit::of_clock();
        for (&phase, day) in Phase::SCHEDULED.iter().zip(days) {
            let current = self.round_for(&permit, round).await?.phase;
            if current.next() == Some(phase) && phase <= until {
                let step = current.next_step().ok_or(Refusal::State)?;
                self.step(
                    &permit,
                    round,
                    step,
                    "",
                    scene.moment(day) + domain::round::GRACE,
                )
                .await?;
            }
        }
        Ok(())
    }

    async fn hand_in(
        &mut self,
        scene: &Scene<'_>,
        round: RoundId,
        proposals: &[&DemoProposal],
        at: Millis,
    ) -> Result<Vec<ProposalId>> {
        let permit = Cast::permit(&scene.cast.resident)?;
        let author = scene.cast.resident.person;
        let limits = Limits::of(&self.round_for(&permit, round).await?);
        let mut ids = Vec::new();
        for proposal in proposals {
            let wijk = scene.wijk(&proposal.area_id)?;
            let id = self
                .insert_proposal(&permit, author, round, wijk, at)
                .await?;
            let proposal = proposal.draft().check(limits, Notation::Dutch)?;
            self.submit(&permit, id, &proposal, at).await?;
            ids.push(id);
        }
        Ok(ids)
    }

    /// Answers, opinions and, when `decide`, the reviewer's decision. The printed verdict must come out.
    async fn check(
        &mut self,
        scene: &Scene<'_>,
        proposal: &DemoProposal,
        id: ProposalId,
        decide: bool,
    ) -> Result<()> {
        let fill = Cast::permit::<domain::access::FillChecklist>(&scene.cast.smederij)?;
        let (_, round) = self.proposal_in_check(&fill, id).await?;
        let answers = proposal.answers(scene.checklist);
        self.answer(&fill, id, &round, &answers, scene.now).await?;
        for opinion in proposal.opinions() {
            self.insert_opinion(&fill, id, &opinion, scene.now).await?;
        }
        let (record, round) = self.proposal_in_check(&fill, id).await?;
        if record.verdict != Some(proposal.expected_verdict()) {
            let text = format!(
                "demo proposal {}: another verdict than printed",
                proposal.id
            );
            return Err(StoreError::Corrupt(text));
        }
        if decide {
            let decision = proposal.decision()?;
            let permit = Cast::permit::<domain::access::DecideCheck>(&scene.cast.reviewer)?;
            self.decide(&permit, &record, &round, &decision, scene.now)
                .await?;
        }
        debug_assert!(self.state_fits(proposal, decide, id).await?);
        Ok(())
    }

    async fn state_fits(
        &mut self,
        proposal: &DemoProposal,
        decided: bool,
        id: ProposalId,
    ) -> Result<bool> {
        let state = crate::proposals::load(self.conn(), id).await?.state;
        Ok(!decided || (state == ProposalState::Admitted) == proposal.is_on_ballot())
    }
}

/// Every proposal that passes the entry gates: all but the one of a company.
fn admissible<'a>(scene: &Scene<'a>) -> Vec<&'a DemoProposal> {
    let company = HostKind::Company.name();
    scene
        .data
        .proposals
        .iter()
        .filter(|proposal| proposal.draft().host_kind != company)
        .collect()
}

impl Scene<'_> {
    /// A number of days from today, at 19.00 UTC: eight or nine in the evening in Amsterdam.
    const fn moment(&self, day: i64) -> Millis {
        self.now - self.now % DAY + 19 * 3_600_000 + day * DAY
    }
}
