//! Where the browser keeps the words of the vote that is going on: in the storage of its own tab, until the end is shown.

#[cfg(feature = "hydrate")]
use domain::ballot_box::ControlWords;

#[cfg(feature = "hydrate")]
const KEY: &str = "wijkbanen-woorden";

/// What is kept: which vote it is for, whether the voter asked for the words, and the words.
#[cfg(feature = "hydrate")]
struct Kept {
    mark: String,
    was_asked: bool,
    words: String,
}

/// The words of this vote: those of before, so that a note stays right, or new ones from the browser's own randomness.
#[cfg(feature = "hydrate")]
pub fn own(mark: &str) -> Option<String> {
    if let Some(kept) = read(mark) {
        return Some(kept.words);
    }
    let mut entropy = [0; 5];
    web_sys::window()?
        .crypto()
        .ok()?
        .get_random_values_with_u8_array(&mut entropy)
        .ok()?;
    let words = ControlWords::from_entropy(entropy).to_string();
    write(mark, false, &words);
    Some(words)
}

/// Remembers that the voter asked for the words.
#[cfg(feature = "hydrate")]
pub fn ask(mark: &str) {
    if let Some(kept) = read(mark) {
        write(mark, true, &kept.words);
    }
}

/// The words of this vote and whether they were asked for; from here on the browser has them no more.
#[cfg(feature = "hydrate")]
pub fn take(mark: &str) -> Option<(String, bool)> {
    let kept = read(mark)?;
    forget();
    Some((kept.words, kept.was_asked))
}

/// Drops whatever is kept: the next vote in this tab may be another's.
pub fn forget() {
    #[cfg(feature = "hydrate")]
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}

#[cfg(feature = "hydrate")]
fn read(mark: &str) -> Option<Kept> {
    let kept = storage()?.get_item(KEY).ok()??;
    let mut parts = kept.splitn(3, '|');
    let kept = Kept {
        mark: parts.next()?.to_owned(),
        was_asked: parts.next()? == "1",
        words: parts.next()?.to_owned(),
    };
    (kept.mark == mark && ControlWords::parse(&kept.words).is_ok()).then_some(kept)
}

#[cfg(feature = "hydrate")]
fn write(mark: &str, was_asked: bool, words: &str) {
    let asked = if was_asked { "1" } else { "0" };
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, &format!("{mark}|{asked}|{words}"));
    }
}

#[cfg(feature = "hydrate")]
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}
