//! A made-up wijk that was counted and published, with what its page says: for these tests and for measuring.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    ballot_box::{
        BallotBody, BoxRow, BoxSeed, ControlWords, PrivateKey, Salt, SealKey, Vote, head, open_box,
        prepare, seal_list_hash, seal_to,
    },
    count::{CountFault, CountingRule, LotSeed},
    euro::Euro,
    id::{ProposalId, RoundId, WijkId},
    journal::Digest,
    outcome::{Lot, Publication, count_wijk},
    recount::Expected,
    round::{Candidacy, CostBasis, Rules, Settings, Spare, WijkRules},
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
    let mut rows: Vec<BoxRow> = (0..size.ballots)
        .map(|letter| row(&rules, letter, dice.choices(size)))
        .collect();
    let cancelled = row(&rules, size.ballots, vec![proposal(1)]);
    let laid_aside = [cancelled.seal].into();
    rows.push(cancelled);
    rows.push(unreadable(&rules, size.ballots + 1));
    let seals: BTreeSet<_> = (0..size.ballots * 3 / 2 + 2)
        .map(|letter| key(letter).seal())
        .collect();
    let head = head(rows.iter().map(BoxRow::closed));
    let paper = rules.paper(wijk);
    let opened = open_box(
        &box_key(),
        round,
        wijk,
        &rows,
        &seals,
        &laid_aside,
        |choices| paper.as_ref().is_some_and(|paper| paper.allows(choices)),
    );
    let seals: Vec<_> = seals.into_iter().collect();

    let lot = Lot::draw(LotSeed::new([3; 32]), &head, &rules.wijken[0]);
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
            box_key: Some(box_key().public()),
            cancelled: Some(1),
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
            box_key: box_key(),
            opened,
        },
    })
}

/// The key of the box.
pub fn box_key() -> PrivateKey {
    BoxSeed::from_entropy([9; 32]).box_key()
}

/// A vote of this letter, as it is in the box.
pub fn row(rules: &Rules, letter: u32, choices: Vec<ProposalId>) -> BoxRow {
    let [a, b, c, d] = letter.wrapping_mul(2_654_435_761).to_be_bytes();
    let words = ControlWords::from_entropy([a, b, c, d, a]);
    let body = BallotBody::new(choices, words, Salt::new([d; 32]));
    let mut ephemeral = [5; 32];
    ephemeral[..4].copy_from_slice(&[a, b, c, d]);
    prepare(
        rules.round,
        rules.wijken[0].wijk,
        &key(letter),
        &box_key().public(),
        &body,
        rules.settings.max_choices,
        ephemeral,
    )
    .unwrap()
}

/// A row of which the seal is right and the envelope holds no ballot.
fn unreadable(rules: &Rules, letter: u32) -> BoxRow {
    let mut row = row(rules, letter, vec![proposal(1)]);
    row.sealed = seal_to(&box_key().public(), b"onzin", [6; 32]).unwrap();
    row.signature = key(letter).sign(&Vote {
        round: rules.round,
        wijk: rules.wijken[0].wijk,
        commitment: row.commitment,
        envelope: row.envelope(),
    });
    row
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
            cards: domain::ballot_box::Quorum::default(),
            trial: false,
        },
        checklist: String::new(),
        wijken: vec![WijkRules {
            wijk: WijkId::new(Uuid::from_u128(2)),
            name: "De Turfhoek".into(),
            budget: Euro::cents(costs.as_cents() / 4),
            eligible: size.ballots * 3 / 2 + 2,
            spare: Spare::default(),
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
        let mut numbers = BTreeSet::new();
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
