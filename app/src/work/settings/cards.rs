//! The part of the settings that says how many key cards there are, and whether the round is only to practise.

use leptos::prelude::*;

use crate::{
    ui::Choice,
    web::{form::Form, texts::t},
};

/// The form's value for a tick.
const YES: &str = "yes";

/// What the form holds for a tick.
pub const fn ticked(is_ticked: bool) -> &'static str {
    if is_ticked { YES } else { "" }
}

pub fn fields(form: &Form) -> impl IntoView + use<> {
    let tick = vec![Choice::new(YES, t("rounds.field.trial_yes"))];
    view! {
        <p>{t("rounds.settings.cards_text")}</p>
        {form.number("rounds.field", "cards_needed")}
        {form.number("rounds.field", "cards_total")}
        {form.checkboxes("rounds.field", "trial", tick)}
    }
}
