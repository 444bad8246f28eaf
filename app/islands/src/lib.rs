//! What runs in the browser. Each island makes a page nicer that works without it; texts come in as props.

pub mod code;
pub mod find;
pub mod meter;
pub mod recount;
pub mod time;
pub mod words;

/// Called by the browser before its islands wake up.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}

/// The form that an island stands in. An island looks no further: it knows no page.
#[cfg(feature = "hydrate")]
fn form_around(island: &web_sys::Element) -> Option<web_sys::Element> {
    island.closest("form").ok()?
}

/// Calls `then` at every event of this name inside `element`.
#[cfg(feature = "hydrate")]
fn listen(element: &web_sys::Element, event: &str, then: impl Fn() + 'static) {
    use leptos::wasm_bindgen::{JsCast as _, closure::Closure};
    let callback = Closure::<dyn Fn()>::new(then);
    let _ = element.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
    // Lives as long as the page.
    callback.forget();
}
