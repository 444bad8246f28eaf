//! Until when the voter may go on, and the way to more time (WCAG 2.2.1).

use domain::{ballot_box::PassTime, round::Millis};
use islands::time::TimeWarning;
use leptos::prelude::*;

use crate::{
    ui::{Button, ButtonKind},
    web::{
        texts::{t, tf},
        time as clock,
    },
};

/// The button that a form of voting is sent with by who needs more time.
pub const MORE: &str = "more";

/// In words, with a button of this form; stands behind it, so that Enter never presses it.
pub fn until(time: PassTime, form: &'static str) -> impl IntoView + use<> {
    let text = tf("ballots.time.until", &[("time", &clock::hour(time.ends()))]);
    let more = if time.is_last() {
        view! { <p>{t("ballots.time.last")}</p> }.into_any()
    } else {
        view! { <Button label=t("ballots.time.more") kind=ButtonKind::Quiet name="deed" value=MORE form=form/> }.into_any()
    };
    view! { <div class="wb-pass"><p>{text}</p>{more}</div> }
}

/// Inside the form, behind its own button: nothing, until two minutes before the end.
pub fn warning(time: PassTime, now: Millis) -> impl IntoView + use<> {
    let soon = if time.is_last() {
        t("ballots.time.soon_last")
    } else {
        t("ballots.time.soon")
    };
    let more = (!time.is_last()).then(|| t("ballots.time.more"));
    view! {
        <TimeWarning
            left=time.ends() - now before=PassTime::WARNING soon=soon more=more
            over=t("ballots.time.over")
        />
    }
}
