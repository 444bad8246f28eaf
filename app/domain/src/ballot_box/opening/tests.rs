use super::*;
use crate::ballot_box::{BoxSeed, SealKey, envelope::pad, prepare, seal_to};

fn round(number: u128) -> RoundId {
    RoundId::new(uuid::Uuid::from_u128(number))
}

fn wijk(number: u128) -> WijkId {
    WijkId::new(uuid::Uuid::from_u128(number))
}

fn proposal(number: u128) -> ProposalId {
    ProposalId::new(uuid::Uuid::from_u128(number))
}

/// A box with its card and the keys of its voters.
struct Given {
    card: BoxSeed,
    keys: Vec<SealKey>,
    rows: Vec<BoxRow>,
    laid_aside: BTreeSet<Seal>,
}

/// Twelve letters, of which the first `count` were used, each for another choice.
fn given(count: u8) -> Given {
    let keys: Vec<SealKey> = (0..12)
        .map(|number| SealKey::from_bytes([number + 1; 32]))
        .collect();
    let card = BoxSeed::from_entropy([99; 32]);
    let mut given = Given {
        card,
        keys,
        rows: Vec::new(),
        laid_aside: BTreeSet::new(),
    };
    for voter in 0..count {
        let row = given.row(voter, &body(voter, &[u128::from(voter) % 5 + 1]));
        given.rows.push(row);
    }
    given
}

fn body(voter: u8, choices: &[u128]) -> BallotBody {
    let choices = choices.iter().map(|number| proposal(*number)).collect();
    let words = ControlWords::from_entropy([voter.wrapping_mul(77); 5]);
    BallotBody::new(choices, words, Salt::new([voter; 32]))
}

impl Given {
    fn row(&self, voter: u8, body: &BallotBody) -> BoxRow {
        let key = &self.keys[usize::from(voter)];
        prepare(
            round(1),
            wijk(1),
            key,
            &self.card.box_key().public(),
            body,
            3,
            [voter + 40; 32],
        )
        .unwrap()
    }

    fn seals(&self) -> BTreeSet<Seal> {
        self.keys.iter().map(SealKey::seal).collect()
    }

    fn open_in(&self, round: RoundId, wijk: WijkId) -> Opened {
        let five = |choices: &[ProposalId]| choices.iter().all(|choice| *choice <= proposal(5));
        open_box(
            &self.card.box_key(),
            round,
            wijk,
            &self.rows,
            &self.seals(),
            &self.laid_aside,
            five,
        )
    }

    fn open(&self) -> Opened {
        self.open_in(round(1), wijk(1))
    }

    /// Signs a row as it stands now, with its own key.
    fn sign(&mut self, place: usize) {
        let row = &mut self.rows[place];
        row.signature = self.keys[place].sign(&Vote {
            round: round(1),
            wijk: wijk(1),
            commitment: row.commitment,
            envelope: row.envelope(),
        });
    }

    fn head(&self) -> Head {
        head(self.rows.iter().map(BoxRow::closed))
    }
}

/// Why the only row that was rejected was rejected.
fn only_rejection(opened: &Opened) -> Rejection {
    assert_eq!(opened.rejected.len(), 1);
    opened.rejected[0].why
}

#[test]
fn every_ballot_comes_out_as_it_went_in_sorted_by_words() {
    let given = given(8);
    let opened = given.open();
    assert_eq!(opened.ballots.len(), 8);
    assert!(
        opened
            .ballots
            .is_sorted_by_key(|ballot| (ballot.words, ballot.seal))
    );
    assert!(opened.laid_aside.is_empty() && opened.rejected.is_empty());
    for voter in 0..8 {
        let seal = given.keys[usize::from(voter)].seal();
        let ballot = opened
            .ballots
            .iter()
            .find(|ballot| ballot.seal == seal)
            .unwrap();
        assert_eq!(
            ballot.choices,
            body(voter, &[u128::from(voter) % 5 + 1]).choices()
        );
    }
}

#[test]
fn opening_again_in_any_order_gives_the_same() {
    let mut given = given(8);
    let (opened, closed) = (given.open(), given.head());
    given.rows.reverse();
    given.rows.swap(1, 4);
    assert_eq!((given.open(), given.head()), (opened, closed));
}

#[test]
fn the_head_changes_when_any_row_changes() {
    let given = given(4);
    let all: Vec<ClosedRow> = given.rows.iter().map(BoxRow::closed).collect();
    let changed = |row: usize, change: fn(&mut ClosedRow)| {
        let mut rows = all.clone();
        change(&mut rows[row]);
        head(rows)
    };
    for row in 0..4 {
        assert_ne!(
            changed(row, |row| row.seal = Seal::new([7; 32])),
            given.head()
        );
        assert_ne!(
            changed(row, |row| row.commitment = Commitment::new([7; 32])),
            given.head()
        );
        assert_ne!(
            changed(row, |row| row.envelope = EnvelopeHash::new([7; 32])),
            given.head()
        );
        assert_ne!(
            changed(row, |row| row.signature = Signature::new([7; 64])),
            given.head()
        );
        let others = all.iter().enumerate().filter(|(place, _)| *place != row);
        assert_ne!(head(others.map(|(_, row)| *row)), given.head());
    }
    assert_ne!(head(all.iter().copied().chain([all[0]])), given.head());
}

#[test]
fn the_seal_list_hash_knows_every_seal_but_no_order() {
    let mut seals: Vec<Seal> = given(0).keys.iter().map(SealKey::seal).collect();
    let hash = seal_list_hash(&seals);
    seals.reverse();
    assert_eq!(seal_list_hash(&seals), hash);
    seals.pop();
    assert_ne!(seal_list_hash(&seals), hash);
}

#[test]
fn cancelled_letters_are_laid_aside_unopened() {
    let mut given = given(3);
    // Even an envelope that cannot be opened: nobody looks.
    given.rows[1].sealed.clear();
    let cancelled = given.rows[1].clone();
    given.laid_aside.insert(cancelled.seal);
    let opened = given.open();
    assert_eq!(opened.laid_aside, [cancelled.closed()]);
    assert_eq!((opened.ballots.len(), opened.rejected.len()), (2, 0));
}

#[test]
fn a_foreign_seal_does_not_count() {
    let mut given = given(3);
    let stranger = SealKey::from_bytes([200; 32]);
    let row = prepare(
        round(1),
        wijk(1),
        &stranger,
        &given.card.box_key().public(),
        &body(9, &[1]),
        3,
        [8; 32],
    );
    given.rows.push(row.unwrap());
    assert_eq!(only_rejection(&given.open()), Rejection::ForeignSeal);
}

#[test]
fn a_row_that_its_seal_did_not_sign_does_not_count() {
    let mut given = given(3);
    // Staff who know the box key and a seal, but no code: another's signature on it.
    let forged = given.row(1, &body(1, &[4]));
    given.rows[0] = BoxRow {
        seal: given.rows[0].seal,
        ..forged
    };
    assert_eq!(only_rejection(&given.open()), Rejection::BadSignature);
}

#[test]
fn an_envelope_exchanged_for_another_does_not_count() {
    let choices = body(0, &[2]);
    let words = BallotBody::new(
        body(0, &[1]).choices().to_vec(),
        ControlWords::from_entropy([9; 5]),
        Salt::new([0; 32]),
    );
    let salt = BallotBody::new(
        body(0, &[1]).choices().to_vec(),
        body(0, &[1]).words(),
        Salt::new([9; 32]),
    );
    for altered in [choices, words, salt] {
        let mut given = given(3);
        let other = given.row(0, &altered);
        // Somebody with SQL exchanges the envelope: the signature covers it.
        given.rows[0].sealed = other.sealed;
        assert_eq!(only_rejection(&given.open()), Rejection::BadSignature);
        // A voter's own program signs an envelope that holds something else.
        given.sign(0);
        assert_eq!(only_rejection(&given.open()), Rejection::CommitmentDiffers);
    }
}

#[test]
fn a_row_from_another_round_or_wijk_does_not_count() {
    let given = given(1);
    assert_eq!(
        only_rejection(&given.open_in(round(2), wijk(1))),
        Rejection::BadSignature
    );
    assert_eq!(
        only_rejection(&given.open_in(round(1), wijk(2))),
        Rejection::BadSignature
    );
}

#[test]
fn an_envelope_without_a_ballot_for_this_box_does_not_count() {
    let mut given = given(1);
    let sealed = given.rows[0].sealed.clone();
    given.card = BoxSeed::from_entropy([98; 32]);
    assert_eq!(only_rejection(&given.open()), Rejection::Unreadable);
    given.card = BoxSeed::from_entropy([99; 32]);
    assert_eq!(given.open().ballots.len(), 1);
    for content in [b"stem".to_vec(), pad(b"stem", 110)] {
        given.rows[0].sealed = seal_to(&given.card.box_key().public(), &content, [3; 32]).unwrap();
        given.sign(0);
        assert_ne!(given.rows[0].sealed, sealed);
        assert_eq!(only_rejection(&given.open()), Rejection::Unreadable);
    }
}

#[test]
fn choices_outside_the_rules_of_the_round_do_not_count() {
    let mut given = given(3);
    given.rows[2] = given.row(2, &body(2, &[1, 6]));
    assert_eq!(only_rejection(&given.open()), Rejection::InvalidChoices);
}

#[test]
fn a_seal_on_two_rows_counts_for_none() {
    let mut given = given(3);
    let second = given.row(0, &body(0, &[3]));
    given.rows.push(second);
    let opened = given.open();
    assert_eq!(opened.ballots.len(), 2);
    assert!(
        opened
            .rejected
            .iter()
            .all(|rejected| rejected.why == Rejection::RepeatedSeal)
    );
    assert_eq!(
        recount(round(1), wijk(1), &opened, &given.seals()),
        Ok(given.head())
    );
}

#[test]
fn everybody_can_recount_to_the_head_in_the_minutes() {
    let mut given = given(8);
    given.laid_aside.insert(given.rows[1].seal);
    given.rows[2].sealed.clear();
    let json = serde_json::to_string(&given.open()).unwrap();
    let published: Opened = serde_json::from_str(&json).unwrap();
    assert_eq!(
        recount(round(1), wijk(1), &published, &given.seals()),
        Ok(given.head())
    );
}

#[test]
fn a_ballot_dropped_from_the_publication_shows_in_the_head() {
    let given = given(8);
    let mut published = given.open();
    published.ballots.pop();
    assert_ne!(
        recount(round(1), wijk(1), &published, &given.seals()),
        Ok(given.head())
    );
}

#[test]
fn any_change_to_a_published_ballot_shows() {
    let given = given(3);
    let honest = given.open().ballots[0].clone();
    let verify =
        |ballot: &OpenedBallot| verify_published(round(1), wijk(1), ballot, &given.seals());
    assert_eq!(verify(&honest), Ok(()));
    let choices = OpenedBallot {
        choices: vec![proposal(5)],
        ..honest.clone()
    };
    let words = OpenedBallot {
        words: ControlWords::from_entropy([9; 5]),
        ..honest.clone()
    };
    let salt = OpenedBallot {
        salt: Salt::new([9; 32]),
        ..honest.clone()
    };
    let seal = OpenedBallot {
        seal: given.keys[7].seal(),
        ..honest.clone()
    };
    let envelope = OpenedBallot {
        envelope: EnvelopeHash::new([9; 32]),
        ..honest.clone()
    };
    for changed in [choices, words, salt, seal, envelope] {
        assert_eq!(verify(&changed), Err(Rejection::BadSignature));
    }
    let seals = given.seals();
    assert_eq!(
        verify_published(round(2), wijk(1), &honest, &seals),
        Err(Rejection::BadSignature)
    );
    assert_eq!(
        verify_published(round(1), wijk(2), &honest, &seals),
        Err(Rejection::BadSignature)
    );
    assert_eq!(
        verify_published(round(1), wijk(1), &honest, &BTreeSet::new()),
        Err(Rejection::ForeignSeal)
    );
}

#[test]
fn a_ballot_published_twice_is_named() {
    let given = given(3);
    let mut published = given.open();
    let twice = published.ballots[0].clone();
    published.ballots.push(twice.clone());
    let bad = BadRow {
        seal: twice.seal,
        why: Rejection::RepeatedSeal,
    };
    assert_eq!(
        recount(round(1), wijk(1), &published, &given.seals()),
        Err(bad)
    );
}
