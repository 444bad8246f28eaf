//! What runs in the browser. Each island makes a page nicer that works without it; texts come in as props.

pub mod code;
pub mod meter;
pub mod recount;
pub mod words;

/// Called by the browser before its islands wake up.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}

/// The form control with this id, in the browser.
#[cfg(feature = "hydrate")]
fn input(id: &str) -> Option<web_sys::HtmlInputElement> {
    use leptos::wasm_bindgen::JsCast as _;
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}

/// Calls `then` at every event of this name on the element with this id.
#[cfg(feature = "hydrate")]
fn listen(id: &str, event: &str, then: impl Fn() + 'static) {
    use leptos::wasm_bindgen::{JsCast as _, closure::Closure};
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element {
        let callback = Closure::<dyn Fn()>::new(then);
        let _ = element.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
        // Lives as long as the page.
        callback.forget();
    }
}
