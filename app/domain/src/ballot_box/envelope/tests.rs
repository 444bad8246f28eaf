use super::*;
use proptest::prelude::*;

fn key(byte: u8) -> PrivateKey {
    PrivateKey::new([byte; 32])
}

#[test]
fn the_right_key_opens_what_its_key_sealed() {
    let sealed = seal_to(&key(1).public(), b"stem", [2; 32]).unwrap();
    assert_eq!(sealed.len(), 32 + 4 + 16);
    assert_eq!(key(1).open(&sealed).as_deref(), Some(b"stem".as_slice()));
}

/// Recomputed with Python's `cryptography`: a verifier in another language gets the same.
#[test]
fn the_envelopes_of_this_version_stay_the_same() {
    let sealed = seal_to(&key(1).public(), b"stem", [2; 32]).unwrap();
    let hex = format!("{:x}", base16ct::HexDisplay(&sealed));
    assert_eq!(
        hex,
        "ce8d3ad1ccb633ec7b70c17814a5c76ecd029685050d344745ba05870e587d5931a54ac83a96a3a19de85a34f9420c1674b049be"
    );
}

#[test]
fn a_wrong_key_does_not_open() {
    let sealed = seal_to(&key(1).public(), b"stem", [2; 32]).unwrap();
    assert_eq!(key(3).open(&sealed), None);
}

#[test]
fn an_envelope_changed_anywhere_does_not_open() {
    let sealed = seal_to(&key(1).public(), b"stem", [2; 32]).unwrap();
    for place in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[place] ^= 1;
        assert_eq!(key(1).open(&changed), None, "byte {place}");
        assert_eq!(key(1).open(&sealed[..place]), None, "cut at {place}");
    }
}

#[test]
fn a_key_that_makes_no_secret_is_refused() {
    let one = std::array::from_fn(|place| u8::from(place == 0));
    for weak in [[0; 32], one] {
        assert_eq!(
            seal_to(&BoxKey::new(weak), b"stem", [2; 32]),
            Err(UnusableBoxKey)
        );
    }
    assert_eq!(key(1).open(&[0; 64]), None);
}

#[test]
fn a_published_key_reads_back_and_is_no_debugging_text() {
    let text = serde_json::to_string(&key(7)).unwrap();
    assert_eq!(text, format!("\"{}\"", "07".repeat(32)));
    assert_eq!(serde_json::from_str::<PrivateKey>(&text).unwrap(), key(7));
    assert!(serde_json::from_str::<PrivateKey>("\"07\"").is_err());
    assert_eq!(format!("{:?}", key(7)), "PrivateKey(…)");
}

#[test]
fn padding_only_reads_back_as_it_was_made() {
    let padded = pad(b"stem", 20);
    assert_eq!(padded.len(), 28);
    let mut stained = padded.clone();
    stained[27] = 1;
    for wrong in [stained, padded[..11].to_vec(), Vec::new()] {
        assert_eq!(unpad(&wrong), None);
    }
}

proptest! {
    #[test]
    fn padding_reads_back_at_one_size(content in proptest::collection::vec(any::<u8>(), 0..60)) {
        let padded = pad(&content, 60);
        prop_assert_eq!(padded.len(), 68);
        prop_assert_eq!(unpad(&padded), Some(content.as_slice()));
    }

    #[test]
    fn no_envelope_breaks_the_opener(envelope in proptest::collection::vec(any::<u8>(), 0..100)) {
        prop_assert_eq!(key(1).open(&envelope), None);
    }
}
