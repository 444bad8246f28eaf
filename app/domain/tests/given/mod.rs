//! A made-up wijk that was counted and published, with what its page says: for these tests and for measuring.

use std::collections::BTreeMap;

use domain::{
    ballot_box::{
        ControlWords, Opened, OpenedBallot, Rejected, Rejection, Salt, SealKey, head,
        seal_list_hash,
    },
    count::{CountFault, CountingRule, LotSeed},
    euro::Euro,
    id::{ProposalId, RoundId, WijkId},
    journal::Digest,
    outcome::{Lot, Publication, count_wijk},
    recount::Expected,
    round::{Candidacy, CostBasis, Rules, Settings, WijkRules},
};
use uuid::Uuid;

/// What was published, and what its page says.
pub struct Given {
    pub publication: Publication,
    pub expected: Expected,
}

/// How large.
#[derive(Clone, Copy)]
pub struct Size {
    pub ballots: u32,
    pub proposals: u16,
    pub max_choices: u16,
}

/// The key behind a letter.
pub fn key(letter: u32) -> SealKey {
    let mut bytes = [7; 32];
    bytes[..4].copy_from_slice(&letter.to_be_bytes());
    SealKey::from_bytes(bytes)
}

/// A wijk with a seal for every ballot and half as many again, one letter cancelled and one row that cannot be read.
pub fn published(rule: CountingRule, size: Size) -> Result<Given, CountFault> {
    let rules = rules(rule, size);
    let (round, wijk) = (rules.round, rules.wijken[0].wijk);
    let mut dice = Dice(20_261_125);
    let mut ballots: Vec<OpenedBallot> = (0..size.ballots)
        .map(|letter| sealed(&rules, letter, dice.choices(size)))
        .collect();
    ballots.sort_unstable_by_key(|ballot| (ballot.words, ballot.seal));
    let apart = |letter: u32| sealed(&rules, letter, vec![proposal(1)]).closed(round, wijk);
    let opened = Opened {
        ballots,
        laid_aside: vec![apart(size.ballots)],
        rejected: vec![Rejected {
            row: apart(size.ballots + 1),
            why: Rejection::Unreadable,
        }],
        channels: BTreeMap::new(),
    };
    let mut seals: Vec<_> = (0..size.ballots * 3 / 2 + 2)
        .map(|letter| key(letter).seal())
        .collect();
    seals.sort_unstable();
    let rows = opened
        .ballots
        .iter()
        .map(|ballot| ballot.closed(round, wijk));
    let apart = [opened.laid_aside[0], opened.rejected[0].row];
    let head = head(rows.chain(apart));

    let lot = Lot::draw(LotSeed::new([3; 32]), &rules.wijken[0]);
    let outcome = count_wijk(&rules, &rules.wijken[0], opened.clone(), lot.clone(), head)?;
    let winners: Vec<ProposalId> = outcome.allocation.winners().map(|award| award.id).collect();
    let left = outcome.allocation.left;
    Ok(Given {
        expected: Expected {
            rules: rules
                .canonical()
                .ok()
                .map(|text| Digest::of(text.as_bytes())),
            seals: Some(seal_list_hash(&seals)),
            head: Some(head),
            winners: Some(winners.clone()),
            left: Some(left),
        },
        publication: Publication {
            round,
            wijk,
            rules,
            lot,
            winners,
            left,
            seals,
            opened,
        },
    })
}

/// A ballot of this letter, sealed.
pub fn sealed(rules: &Rules, letter: u32, mut choices: Vec<ProposalId>) -> OpenedBallot {
    choices.sort_unstable();
    let [a, b, c, d] = letter.wrapping_mul(2_654_435_761).to_be_bytes();
    let mut ballot = OpenedBallot {
        words: ControlWords::from_entropy([a, b, c, d, a]),
        choices,
        seal: key(letter).seal(),
        salt: Salt::new([d; 32]),
        signature: key(letter).sign(&domain::ballot_box::Commitment::new([0; 32])),
    };
    let commitment = ballot.closed(rules.round, rules.wijken[0].wijk).commitment;
    ballot.signature = key(letter).sign(&commitment);
    ballot
}

/// The proposal with this number on the ballot.
pub fn proposal(number: u16) -> ProposalId {
    ProposalId::new(Uuid::from_u128(0x1000 + u128::from(number) * 7919 % 4096))
}

fn rules(counting: CountingRule, size: Size) -> Rules {
    let candidates: Vec<Candidacy> = (1..=size.proposals)
        .map(|number| Candidacy {
            proposal: proposal(number),
            number,
            title: format!("Baan {number}"),
            cost_per_place: Euro::whole(6_000 + u64::from(number) * 1_237 % 11_000),
            places: number % 3 + 1,
        })
        .collect();
    let costs: Euro = candidates.iter().map(Candidacy::cost).sum();
    Rules {
        round: RoundId::new(Uuid::from_u128(1)),
        title: "Een ronde".into(),
        settings: Settings {
            cap: Euro::whole(17_000),
            cost_basis: CostBasis::OnTopOfBenefit,
            max_choices: size.max_choices,
            min_age: 16,
            schedule: BTreeMap::new(),
            counting,
        },
        checklist: String::new(),
        wijken: vec![WijkRules {
            wijk: WijkId::new(Uuid::from_u128(2)),
            name: "De Turfhoek".into(),
            budget: Euro::cents(costs.as_cents() / 4),
            eligible: size.ballots * 3 / 2,
            candidates,
            lot_commitment: LotSeed::new([3; 32]).commitment().to_string(),
        }],
    }
}

/// The same throws every time.
struct Dice(u64);

impl Dice {
    /// From 0 up to and without `of`.
    fn throw(&mut self, of: u16) -> u16 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u16::try_from((self.0 >> 33) % u64::from(of)).unwrap_or_default()
    }

    /// Some are far more popular than others: the lower of two throws.
    fn choices(&mut self, size: Size) -> Vec<ProposalId> {
        let wanted = usize::from(self.throw(size.max_choices.min(size.proposals)) + 1);
        let mut numbers = std::collections::BTreeSet::new();
        while numbers.len() < wanted {
            let (one, other) = (self.throw(size.proposals), self.throw(size.proposals));
            // Every other throw is fair, so that a full ballot does not take for ever.
            numbers.insert(if one % 2 == 0 { one.min(other) } else { other });
        }
        numbers
            .into_iter()
            .map(|number| proposal(number + 1))
            .collect()
    }
}
