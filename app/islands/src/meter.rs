//! How many choices are left, at every tick.

use leptos::prelude::*;

/// Says how many are chosen. Without JavaScript it says how many were when the page was made.
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
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        let count = move || {
            let document = web_sys::window().and_then(|window| window.document());
            let ticked = document.and_then(|document| {
                document
                    .query_selector_all("#stembiljet input:checked")
                    .ok()
            });
            chosen.set(ticked.map_or(0, |ticked| {
                usize::try_from(ticked.length()).unwrap_or_default()
            }));
        };
        count();
        super::listen("stembiljet", "change", count);
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
    view! { <p class="wb-ballot__count" class:wb-ballot__count--over=is_over aria-live="polite">{text}</p> }
}
