//! How safe it is, with what is different in every round: how many key cards there are, and who keeps them.

use leptos::prelude::*;
use store::ballot_box::LockedBox;

use super::reading::sections;
use crate::{
    rounds,
    web::{
        context::{Answer, Ctx},
        texts::{href, t, tf},
    },
};

/// The section that says how the box is locked.
const LOCKED: u8 = 3;

pub async fn page(ctx: Ctx) -> Answer {
    let boxes = ctx.app.store.locked_boxes().await?;
    let after = |section| (section == LOCKED).then(|| view(&boxes));
    Ok(ctx.page(&ctx.say("info.safe.title"), || sections("safe", &[], after)))
}

fn view(boxes: &[LockedBox]) -> AnyView {
    if boxes.is_empty() {
        return view! { <p>{t("info.keys.none")}</p> }.into_any();
    }
    boxes.iter().map(one).collect_view().into_any()
}

fn one(locked: &LockedBox) -> impl IntoView + use<> {
    let values = [
        ("needed", &*locked.needed.to_string()),
        ("total", &locked.holders.len().to_string()),
    ];
    let holders = locked.holders.iter().cloned();
    let holders = holders.map(|holder| view! { <li dir="auto">{holder}</li> });
    let to_round = href(rounds::paths::Show {
        round: locked.round,
    });
    view! {
        <h3><a href=to_round dir="auto">{locked.title.clone()}</a></h3>
        <p>{if locked.needed == 1 { t("info.keys.alone") } else { tf("info.keys.how_many", &values) }}</p>
        <ul>{holders.collect_view()}</ul>
    }
}
