//! The two forms of a draft on the page of its round: that it is ready, and throwing it away.

use domain::id::RoundId;
use leptos::prelude::*;

use super::paths;
use crate::{
    ui::{Button, ButtonKind, ButtonRow, Choice},
    web::{
        form::Form,
        texts::{href, t},
    },
};

/// The button by which the clock may begin the round, or that it may.
pub fn ready_form(round: RoundId, is_ready: bool) -> AnyView {
    if is_ready {
        return view! { <p>{t("rounds.draft.is_ready")}</p> }.into_any();
    }
    view! {
        <p>{t("rounds.draft.not_ready")}</p>
        <form method="post" action=href(paths::Ready { round }) class="wb-form" novalidate>
            <ButtonRow><Button label=t("rounds.draft.ready")/></ButtonRow>
        </form>
    }
    .into_any()
}

/// Throwing the draft away.
pub fn discard_form(round: RoundId, form: &Form) -> impl IntoView + use<> {
    let is_open = form.error("discard").is_some();
    let tick = vec![Choice::new("yes", t("rounds.draft.discard_yes"))];
    view! {
        <details open=is_open>
            <summary>{t("rounds.draft.discard")}</summary>
            <p>{t("rounds.draft.discard_text")}</p>
            <form method="post" action=href(paths::Discard { round }) class="wb-form" novalidate>
                {form.checkboxes("rounds.field", "discard", tick)}
                <ButtonRow><Button label=t("rounds.draft.discard_button") kind=ButtonKind::Danger/></ButtonRow>
            </form>
        </details>
    }
}
