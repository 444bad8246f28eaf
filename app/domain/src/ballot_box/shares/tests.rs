use super::*;
use proptest::prelude::*;
use std::convert::Infallible;

/// Shares of a seed with these coefficients, lowest first.
fn shares(seed: [u8; 32], quorum: Quorum, coefficients: &[[u8; 32]]) -> Vec<Share> {
    let mut coefficients = coefficients.iter();
    let seed = BoxSeed::from_entropy(seed);
    let next = || Ok::<_, Infallible>(*coefficients.next().unwrap());
    cut(&seed, quorum, next).unwrap()
}

/// Every choice of `size` things.
fn choices<T>(all: &[T], size: usize) -> Vec<Vec<&T>> {
    match (size, all) {
        (0, _) => vec![Vec::new()],
        (_, []) => Vec::new(),
        (_, [first, rest @ ..]) => {
            let with = choices(rest, size - 1).into_iter().map(|mut choice| {
                choice.insert(0, first);
                choice
            });
            with.chain(choices(rest, size)).collect()
        }
    }
}

#[test]
fn two_of_three_or_as_many_as_the_limits_allow() {
    let allowed: Vec<(u8, u8)> = (0..=9)
        .flat_map(|needed| (0..=9).map(move |total| (needed, total)))
        .filter(|(needed, total)| Quorum::new(*needed, *total).is_ok())
        .collect();
    let mut expected = vec![(1, 1)];
    for needed in 2..=5 {
        expected.extend((needed..=7).map(|total| (needed, total)));
    }
    assert_eq!(allowed, expected);
    assert_eq!(Quorum::new(2, 3), Ok(Quorum::default()));
    assert_eq!(Quorum::new(1, 1), Ok(Quorum::ALONE));
}

#[test]
fn a_quorum_is_checked_when_it_is_read() {
    let read = |text| serde_json::from_str::<Quorum>(text).ok();
    assert_eq!(read(r#"{"needed":2,"total":3}"#), Some(Quorum::default()));
    assert_eq!(read(r#"{"needed":1,"total":3}"#), None);
    assert_eq!(read(r#"{"needed":4,"total":3}"#), None);
    let written = serde_json::to_string(&Quorum::default()).unwrap();
    assert_eq!(written, r#"{"needed":2,"total":3}"#);
}

/// Every byte of a seed with every coefficient: all 65,536 lines, each joined from all three pairs of its shares.
#[test]
fn every_pair_of_shares_gives_every_byte_back() {
    let seed: [u8; 32] = std::array::from_fn(|place| u8::try_from(place).unwrap());
    for group in 0..8_u8 {
        let seed = seed.map(|byte| byte + 32 * group);
        for coefficient in 0..=255 {
            let made = shares(seed, Quorum::default(), &[[coefficient; 32]]);
            for pair in choices(&made, 2) {
                assert_eq!(join(&pair).bytes(), &seed);
            }
        }
    }
}

/// With one share of two, each byte of the seed is as likely as any other: for each there is one coefficient.
#[test]
fn one_share_of_two_says_nothing() {
    for index in 0..3 {
        for byte in [0, 1, 0x5a, 0xff] {
            let mut seen = [false; 256];
            for coefficient in 0..=255 {
                let made = shares([byte; 32], Quorum::default(), &[[coefficient; 32]]);
                seen[usize::from(made[index].values[0])] = true;
            }
            assert_eq!(seen, [true; 256], "share {index} of {byte}");
        }
    }
}

/// By hand: f(x) = 42 + 1·x, so at 1, 2 and 3 it is 42 ^ 1, 42 ^ 2 and 42 ^ 3.
#[test]
fn the_shares_of_this_version_stay_the_same() {
    let made = shares([42; 32], Quorum::default(), &[[1; 32]]);
    let values: Vec<(u8, u8)> = made.iter().map(|it| (it.index, it.values[31])).collect();
    assert_eq!(values, [(1, 43), (2, 40), (3, 41)]);
}

#[test]
fn the_only_share_of_one_is_the_seed() {
    let made = shares([7; 32], Quorum::ALONE, &[]);
    assert_eq!(made.len(), 1);
    assert_eq!(join(&[&made[0]]).bytes(), &[7; 32]);
}

#[test]
fn failing_entropy_makes_no_shares() {
    let seed = BoxSeed::from_entropy([1; 32]);
    let made = cut(&seed, Quorum::default(), || Err("no entropy"));
    assert_eq!(made.err(), Some("no entropy"));
}

fn quorums() -> impl Strategy<Value = Quorum> {
    (2_u8..=5).prop_flat_map(|needed| {
        (needed..=7).prop_map(move |total| Quorum::new(needed, total).unwrap())
    })
}

proptest! {
    #[test]
    fn any_choice_of_enough_shares_gives_the_seed_back(
        seed: [u8; 32], quorum in quorums(), coefficients: [[u8; 32]; 4],
    ) {
        let made = shares(seed, quorum, &coefficients);
        prop_assert_eq!(made.len(), usize::from(quorum.total()));
        for size in quorum.needed()..=quorum.total() {
            for some in choices(&made, size.into()) {
                let joined = join(&some);
                prop_assert_eq!(joined.bytes(), &seed);
            }
        }
    }

    #[test]
    fn one_share_too_few_gives_another_seed(
        seed: [u8; 32], quorum in quorums(), mut coefficients: [[u8; 32]; 4],
    ) {
        // With a highest coefficient of zero one share fewer is enough: a chance of 1 in 256 for each byte.
        for byte in coefficients.as_flattened_mut() {
            *byte |= 1;
        }
        let made = shares(seed, quorum, &coefficients);
        for few in choices(&made, usize::from(quorum.needed() - 1)) {
            let joined = join(&few);
            prop_assert!(joined.bytes().iter().zip(&seed).all(|(one, other)| one != other));
        }
    }

    #[test]
    fn an_altered_share_gives_another_seed(
        seed: [u8; 32], quorum in quorums(), coefficients: [[u8; 32]; 4], place in 0_usize..32, by in 1_u8..,
    ) {
        let mut made = shares(seed, quorum, &coefficients);
        made[0].values[place] ^= by;
        let enough: Vec<&Share> = made.iter().take(quorum.needed().into()).collect();
        let joined = join(&enough);
        prop_assert_ne!(joined.bytes(), &seed);
    }
}
