//! Ballots of the demo: sealed, locked and opened like real ones, with the totals printed in the data file.

use std::collections::BTreeMap;

use domain::{
    access::{IssueCodes, Permit},
    audit::Event,
    ballot::Ballot,
    ballot_box::{Batch, ControlWords, LetterKind, SealKey, Slot, VoterId, VotingCode},
    id::{ProposalId, RoundId, WijkId},
    journal::Digest,
    round::Millis,
};

use super::{Cast, LETTERS, SPARE, Scene, data::Area};
use crate::{
    Refusal, Result, Tx,
    ballot_box::{Vote, derive_all},
    cores::on_all_cores,
    row::entropy,
};

/// Seals without a letter, by wijk.
pub(super) type Seals = BTreeMap<String, Vec<SealKey>>;

/// Early voters of the round that votes, per wijk.
const EARLY: usize = 40;

impl Tx {
    /// The letters that the demo page shows, and seals for the early voters.
    pub(super) async fn demo_letters(&mut self, scene: &Scene<'_>, round: RoundId) -> Result<()> {
        let permit = Cast::permit::<IssueCodes>(&scene.cast.smederij)?;
        let secret = self.round_secret(round).await?;
        for area in &scene.data.areas {
            let wijk = scene.wijk(&area.id)?;
            let all = LETTERS + SPARE.reserve;
            let codes: Vec<VotingCode> = (0..all).map(|n| super::code(&area.name, n)).collect();
            let mut coded = derive_all(&codes, &secret, round)?
                .into_iter()
                .map(|(code, slot)| (Some(code), slot));
            let printed: Vec<_> = coded.by_ref().take(LETTERS as usize).collect();
            let early = uncoded_slots(&demo_keys(round, area, EARLY))?;
            let slots: Vec<_> = printed.into_iter().chain(early).chain(coded).collect();
            self.demo_batch(&permit, round, wijk, slots, scene.now)
                .await?;
        }
        Ok(())
    }

    /// The codes of a wijk, of which the last are the envelopes at the desk; as if they had been printed.
    async fn demo_batch(
        &mut self,
        permit: &Permit<IssueCodes>,
        round: RoundId,
        wijk: WijkId,
        slots: Vec<(Option<VotingCode>, Slot)>,
        now: Millis,
    ) -> Result<()> {
        let codes = u32::try_from(slots.len()).unwrap_or(u32::MAX);
        let batch = Batch::new(codes.saturating_sub(SPARE.reserve), SPARE);
        let made = self.insert_slots(permit, round, wijk, batch, slots, now);
        let made = made.await?.into_iter();
        let envelopes: Vec<(u32, String)> = made
            .filter(|it| it.kind == LetterKind::Reserve)
            .map(|it| (it.number, it.code.to_string()))
            .collect();
        if !envelopes.is_empty() {
            let name = super::envelopes_of(wijk);
            self.set(&name, &serde_json::to_string(&envelopes)?).await?;
        }
        let event = Event::LettersPrinted { round, wijk };
        self.log(permit.by(), &event, now).await
    }

    /// Some votes, so that the hourly count is not nil. What they chose, only the demo card tells.
    pub(super) async fn early_votes(&mut self, scene: &Scene<'_>, round: RoundId) -> Result<()> {
        let row = crate::rounds::load_round(self.conn(), round).await?;
        let began = row
            .starts(domain::phase::Phase::Voting)
            .ok_or(Refusal::State)?;
        let rules = self.rules(round).await?;
        for area in &scene.data.areas {
            let wijk = scene.wijk(&area.id)?;
            let paper = rules.paper(wijk).ok_or(Refusal::State)?;
            let candidates = &paper.wijk().candidates;
            for n in 0..EARLY {
                let first = n % candidates.len();
                let second = (n * 5 + 2) % candidates.len();
                let mut choices = vec![candidates[first].proposal, candidates[second].proposal];
                choices.dedup();
                let vote = vote(paper.ballot(choices)?, began)?;
                self.cast(&demo_key(round, &area.id, n), &vote, began + 1)
                    .await?;
            }
        }
        Ok(())
    }

    /// One seal for every ballot of the counted round.
    pub(super) async fn counted_seals(
        &mut self,
        scene: &Scene<'_>,
        round: RoundId,
    ) -> Result<Seals> {
        let permit = Cast::permit::<IssueCodes>(&scene.cast.smederij)?;
        let mut seals = Seals::new();
        for area in &scene.data.areas {
            let mut keys = demo_keys(
                round,
                area,
                area.demo_turnout.valid_total + SPARE.reserve as usize,
            );
            let (slots, wijk) = (uncoded_slots(&keys)?, scene.wijk(&area.id)?);
            self.demo_batch(&permit, round, wijk, slots, scene.now)
                .await?;
            // The last are the envelopes at the desk: nobody votes with those.
            keys.truncate(area.demo_turnout.valid_total);
            seals.insert(area.id.clone(), keys);
        }
        Ok(seals)
    }

    /// Casts as many ballots as the file prints, with exactly the printed approvals and at most three a ballot.
    pub(super) async fn counted_votes(
        &mut self,
        scene: &Scene<'_>,
        round: RoundId,
        seals: Seals,
        ids: &BTreeMap<String, ProposalId>,
        at: Millis,
    ) -> Result<()> {
        let rules = self.rules(round).await?;
        let box_key = super::seed().box_key().public();
        let max_choices = rules.settings.max_choices;
        for area in &scene.data.areas {
            let wijk = scene.wijk(&area.id)?;
            let paper = rules.paper(wijk).ok_or(Refusal::State)?;
            let keys = seals.get(&area.id).ok_or(Refusal::State)?;
            let votes: Vec<(&SealKey, Vote)> = keys
                .iter()
                .zip(deal(scene, area, ids, keys.len()))
                .map(|(key, choices)| Ok((key, vote(paper.ballot(choices)?, at)?)))
                .collect::<Result<_>>()?;
            let rows = on_all_cores(&votes, |(key, vote)| vote.seal(key, &box_key, max_choices))?;
            for ((_, vote), row) in votes.iter().zip(rows) {
                self.put_in_box(&vote.ballot, row).await?;
            }
        }
        Ok(())
    }
}

/// So many seal keys of a wijk.
fn demo_keys(round: RoundId, area: &Area, count: usize) -> Vec<SealKey> {
    (0..count).map(|n| demo_key(round, &area.id, n)).collect()
}

/// Places on the list for seals without a code that anybody holds.
fn uncoded_slots(keys: &[SealKey]) -> Result<Vec<(Option<VotingCode>, Slot)>> {
    keys.iter()
        .map(|seal_key| {
            let slot = Slot {
                voter: VoterId::new(entropy()?),
                seal_key: seal_key.clone(),
            };
            Ok((None, slot))
        })
        .collect()
}

/// A seal key that follows from nothing but the demo itself.
fn demo_key(round: RoundId, area: &str, n: usize) -> SealKey {
    SealKey::from_bytes(
        *Digest::of(format!("wijkbanen demo seal {round} {area} {n}").as_bytes()).bytes(),
    )
}

/// A vote with words and salt of its own.
fn vote(ballot: Ballot, began: Millis) -> Result<Vote> {
    Ok(Vote {
        ballot,
        words: ControlWords::from_entropy(entropy()?),
        salt: entropy()?,
        began,
    })
}

/// Deals the printed approvals over this many ballots. Each proposal goes to ballots in a row, beginning where the one
/// before stopped: so no ballot gets it twice, and none gets more than its share of all approvals, rounded up.
fn deal(
    scene: &Scene<'_>,
    area: &Area,
    ids: &BTreeMap<String, ProposalId>,
    ballots: usize,
) -> Vec<Vec<ProposalId>> {
    let mut dealt = vec![Vec::new(); ballots];
    let mut next = 0;
    for proposal in scene
        .data
        .proposals
        .iter()
        .filter(|proposal| proposal.area_id == area.id)
    {
        let Some(&id) = ids.get(&proposal.id) else {
            continue;
        };
        for _ in 0..proposal.demo_approvals.unwrap_or_default() {
            dealt[next % ballots].push(id);
            next += 1;
        }
    }
    dealt
}
