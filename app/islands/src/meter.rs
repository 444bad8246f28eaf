//! How many choices are left, at every tick.

use leptos::{html::P, prelude::*};

/// Says how many are chosen in its form. Without JavaScript it says how many were when the page was made.
#[island]
pub fn BallotMeter(
    /// The most that may be chosen.
    max: u16,
    /// How many are chosen when the page opens.
    start: usize,
    /// Nothing chosen; `{max}` is the most.
    none: String,
    /// Some chosen; `{n}` of `{max}`, `{left}` to go.
    some: String,
    /// As many as allowed.
    full: String,
    /// Too many; `{over}` must go.
    over: String,
) -> impl IntoView {
    let chosen = RwSignal::new(start);
    let place = NodeRef::<P>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        let Some(ballot) = place.get().and_then(|place| super::form_around(&place)) else {
            return;
        };
        let form = ballot.clone();
        let count = move || {
            let ticked = form.query_selector_all("input:checked");
            chosen.set(ticked.map_or(0, |ticked| {
                usize::try_from(ticked.length()).unwrap_or_default()
            }));
        };
        count();
        super::listen(&ballot, "change", count);
    });
    let max = usize::from(max);
    let text = move || {
        let n = chosen.get();
        let pattern = match n {
            0 => &none,
            n if n < max => &some,
            n if n == max => &full,
            _ => &over,
        };
        pattern
            .replace("{n}", &n.to_string())
            .replace("{max}", &max.to_string())
            .replace("{left}", &max.saturating_sub(n).to_string())
            .replace("{over}", &n.saturating_sub(max).to_string())
    };
    let is_over = move || chosen.get() > max;
    view! { <p node_ref=place class="wb-ballot__count" class:wb-ballot__count--over=is_over aria-live="polite">{text}</p> }
}
