//! The voter's own control words: drawn in the browser, so that no server can give two people the same (clash attack).

use leptos::prelude::*;

/// A hidden field with three words. Without JavaScript it holds the server's suggestion.
#[island]
pub fn OwnWords(
    /// What the server suggests.
    suggestion: String,
) -> impl IntoView {
    let words = RwSignal::new(suggestion);
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if let Some(own) = drawn() {
            words.set(own);
        }
    });
    view! { <input type="hidden" name="words" value=move || words.get()/> }
}

/// Three words from the browser's own randomness.
#[cfg(feature = "hydrate")]
fn drawn() -> Option<String> {
    let mut entropy = [0; 5];
    web_sys::window()?
        .crypto()
        .ok()?
        .get_random_values_with_u8_array(&mut entropy)
        .ok()?;
    Some(domain::ballot_box::ControlWords::from_entropy(entropy).to_string())
}
