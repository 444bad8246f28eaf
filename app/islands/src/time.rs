//! A warning before the time of a page is over, with a button to go on.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Quiet,
    Soon,
    Over,
}

/// Says, and reads out, that the time is nearly over; its button sends the form it stands in. Without JavaScript the page
/// says until when, with the same button.
#[island]
pub fn TimeWarning(
    /// Milliseconds from the making of the page to the end.
    left: i64,
    /// How long before the end it warns.
    before: i64,
    /// The warning.
    soon: String,
    /// On the button, unless there is no more time to have.
    more: Option<String>,
    /// When the time is over.
    over: String,
) -> impl IntoView {
    let stage = RwSignal::new(Stage::Quiet);
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        let after = |millis: i64| {
            std::time::Duration::from_millis(u64::try_from(millis).unwrap_or_default())
        };
        set_timeout(move || stage.set(Stage::Soon), after(left - before));
        set_timeout(move || stage.set(Stage::Over), after(left));
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (left, before);
    let text = move || {
        let stage = stage.get();
        if stage == Stage::Over {
            over.clone()
        } else if stage == Stage::Soon {
            soon.clone()
        } else {
            String::new()
        }
    };
    let button = more.map(|more| {
        view! {
            <button
                type="submit" name="deed" value="more" class="wb-button wb-button--secondary"
                hidden=move || stage.get() != Stage::Soon
            >
                {more}
            </button>
        }
    });
    view! {
        <div class="wb-pass__warning" class:wb-pass__warning--on=move || stage.get() != Stage::Quiet>
            <p role="status">{text}</p>
            {button}
        </div>
    }
}
