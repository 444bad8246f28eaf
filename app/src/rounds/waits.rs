//! Why a step waits for people, in words.

use domain::phase::Waits;
use leptos::prelude::*;

use crate::{
    ui::{Notice, NoticeKind},
    web::texts::{t, tn},
};

/// Why the next step waits, and what can be done about it.
pub fn why(waits: Waits) -> impl IntoView {
    let (title, text) = match waits {
        Waits::NotReady => (
            t("rounds.waits.not_ready"),
            t("rounds.waits.not_ready_text"),
        ),
        Waits::Missed => (t("rounds.waits.missed"), t("rounds.waits.missed_text")),
        Waits::Jumped => (t("rounds.waits.jumped"), t("rounds.waits.jumped_text")),
        Waits::Letters(n) => (
            tn("rounds.waits.letters", n, &[]),
            t("rounds.waits.letters_text"),
        ),
    };
    view! { <Notice kind=NoticeKind::Warning title=title><p>{text}</p></Notice> }
}
