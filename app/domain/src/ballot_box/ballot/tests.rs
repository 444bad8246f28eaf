use super::*;
use crate::ballot_box::{BoxSeed, PrivateKey};
use proptest::prelude::*;

fn proposal(number: u128) -> ProposalId {
    ProposalId::new(uuid::Uuid::from_u128(number))
}

fn round(number: u128) -> RoundId {
    RoundId::new(uuid::Uuid::from_u128(number))
}

fn wijk(number: u128) -> WijkId {
    WijkId::new(uuid::Uuid::from_u128(number))
}

fn body(choices: &[u128]) -> BallotBody {
    let choices = choices.iter().map(|number| proposal(*number)).collect();
    BallotBody::new(
        choices,
        ControlWords::from_entropy([1; 5]),
        Salt::new([2; 32]),
    )
}

fn box_key() -> PrivateKey {
    BoxSeed::from_entropy([4; 32]).box_key()
}

fn vote(row: &BoxRow) -> Vote {
    Vote {
        round: round(1),
        wijk: wijk(1),
        commitment: row.commitment,
        envelope: row.envelope(),
    }
}

fn row(choices: &[u128]) -> BoxRow {
    let key = SealKey::from_bytes([3; 32]);
    prepare(
        round(1),
        wijk(1),
        &key,
        &box_key().public(),
        &body(choices),
        5,
        [5; 32],
    )
    .unwrap()
}

#[test]
fn the_order_and_repetition_of_choices_make_no_difference() {
    assert_eq!(body(&[3, 1, 2, 1]), body(&[1, 2, 3]));
    assert_eq!(body(&[3, 1]).choices(), [proposal(1), proposal(3)]);
}

#[test]
fn a_prepared_row_is_signed_and_opens_to_the_same_ballot() {
    let row = row(&[1, 2]);
    assert!(row.signature.is_by(&row.seal, &vote(&row)));
    assert_eq!(row.commitment, body(&[1, 2]).commitment(round(1), wijk(1)));
    let content = box_key().open(&row.sealed).unwrap();
    assert_eq!(BallotBody::from_envelope(&content), Some(body(&[1, 2])));
}

#[test]
fn the_size_of_an_envelope_does_not_tell_how_much_was_chosen() {
    let fullest = row(&[1, 2, 3, 4, 5]).sealed.len();
    assert_eq!(fullest, 32 + (8 + 62 + 5 * 16) + 16);
    for count in 0..5 {
        let choices: Vec<u128> = (1..=count).collect();
        assert_eq!(row(&choices).sealed.len(), fullest, "{count} choices");
    }
}

#[test]
fn the_commitment_changes_with_everything_it_binds() {
    let of = |round_id, wijk_id, choices: &[u128], words, salt| {
        let choices: Vec<_> = choices.iter().map(|number| proposal(*number)).collect();
        let words = ControlWords::from_entropy([words; 5]);
        Commitment::of(
            round(round_id),
            wijk(wijk_id),
            &choices,
            words,
            &Salt::new([salt; 32]),
        )
    };
    let all = [
        of(1, 1, &[1], 0, 0),
        of(2, 1, &[1], 0, 0),
        of(1, 2, &[1], 0, 0),
        of(1, 1, &[2], 0, 0),
        of(1, 1, &[1, 2], 0, 0),
        of(1, 1, &[], 0, 0),
        of(1, 1, &[1], 1, 0),
        of(1, 1, &[1], 0, 1),
    ];
    assert_eq!(std::collections::BTreeSet::from(all).len(), all.len());
}

/// Recomputed with Python's `hashlib`: a verifier in another language gets the same.
#[test]
fn the_commitments_of_this_version_stay_the_same() {
    let commitment = body(&[1, 2]).commitment(round(1), wijk(1));
    assert_eq!(
        commitment.to_string(),
        "0cd01774a61bc47de86efe4be2fde7e6b966b64bbcec2f05beda1cdc78fc2943"
    );
}

/// Recomputed with Python's `cryptography`, as above.
#[test]
fn the_signatures_of_this_version_stay_the_same() {
    let signature = SealKey::from_bytes([3; 32]).sign(&Vote {
        round: round(1),
        wijk: wijk(2),
        commitment: Commitment::new([1; 32]),
        envelope: EnvelopeHash::new([2; 32]),
    });
    assert_eq!(
        signature.to_string(),
        "84f8a0cbcee3f07e68467443a4161b802ca373969bff47c7f9f03d51b40bd5c0\
         a7c0b26699d3c5d1058f89e25c7e7dacf09dabb1e2ef8c06d629635c9e6cd001"
    );
}

#[test]
fn a_signature_is_valid_for_its_own_seal_and_vote_only() {
    let row = row(&[1]);
    let signed = vote(&row);
    let other = SealKey::from_bytes([9; 32]).seal();
    assert!(!row.signature.is_by(&other, &signed));
    for changed in [
        Vote {
            round: round(2),
            ..signed
        },
        Vote {
            wijk: wijk(2),
            ..signed
        },
        Vote {
            commitment: Commitment::new([0; 32]),
            ..signed
        },
        Vote {
            envelope: EnvelopeHash::new([0; 32]),
            ..signed
        },
    ] {
        assert!(!row.signature.is_by(&row.seal, &changed), "{changed:?}");
    }
    // The neutral point as key with a zero signature passes a lax check for every message.
    let weak = Seal::new(std::array::from_fn(|place| u8::from(place == 0)));
    let zero = Signature::new(std::array::from_fn(|place| u8::from(place == 0)));
    assert!(!zero.is_by(&weak, &signed));
}

#[test]
fn a_ballot_has_one_written_form() {
    let written = body(&[1, 2]).encode();
    let mut longer = written.clone();
    longer.push(0);
    let mut unsorted = written.clone();
    unsorted[8..40].rotate_left(16);
    let mut repeated = written.clone();
    repeated.copy_within(24..40, 8);
    let mut words = written.clone();
    words[48..50].copy_from_slice(&2048_u16.to_be_bytes());
    for wrong in [longer, unsorted, repeated, words] {
        assert_eq!(BallotBody::decode(&wrong), None);
    }
    for cut in 0..written.len() {
        assert_eq!(BallotBody::decode(&written[..cut]), None);
    }
}

#[test]
fn debugging_never_shows_a_choice() {
    assert_eq!(format!("{:?}", body(&[1])), "BallotBody(…)");
}

proptest! {
    #[test]
    fn every_ballot_reads_back(choices: Vec<u128>, words: [u8; 5], salt: [u8; 32]) {
        let choices = choices.into_iter().map(proposal).collect();
        let words = ControlWords::from_entropy(words);
        let body = BallotBody::new(choices, words, Salt::new(salt));
        prop_assert_eq!(BallotBody::decode(&body.encode()), Some(body));
    }

    #[test]
    fn no_bytes_break_the_reader(bytes: Vec<u8>) {
        if let Some(body) = BallotBody::decode(&bytes) {
            prop_assert_eq!(body.encode(), bytes);
        }
    }
}
