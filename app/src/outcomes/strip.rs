//! The budget of a wijk as a strip: the winners one after another, then what is left.

use domain::{
    count::{Award, Why},
    euro::Euro,
    outcome::WijkOutcome,
};
use leptos::prelude::*;

use super::{Counted, words::join};
use crate::{
    ui::{BudgetStrip, Segment, SegmentKind},
    web::texts::{money, t, tf},
};

/// Whether it won with the money that was left.
pub const fn is_topped_up(award: &Award) -> bool {
    matches!(award.why, Why::TopUp { .. })
}

pub fn view(counted: &Counted, outcome: &WijkOutcome) -> impl IntoView + use<> {
    let allocation = &outcome.allocation;
    let rest = Segment {
        label: tf("outcomes.left", &[("left", &money(allocation.left))]),
        cents: allocation.left.as_cents(),
        kind: SegmentKind::Left,
    };
    let segments = allocation
        .winners()
        .map(|award| segment(counted, award))
        .chain(std::iter::once(rest))
        .filter(|segment| segment.cents > 0)
        .collect();
    let total = allocation.budget.as_cents();
    view! { <BudgetStrip segments=segments total_cents=total text=text(outcome)/> }
}

fn segment(counted: &Counted, award: &Award) -> Segment {
    let mut label = format!("{}: {}", counted.title(award), money(award.granted));
    let kind = if is_topped_up(award) {
        label = format!("{label} ({})", t("outcomes.from_left").to_lowercase());
        SegmentKind::TopUp
    } else {
        SegmentKind::Chosen
    };
    if counted.is_declined(award) {
        label = format!("{label} ({})", t("outcomes.declined_short"));
    }
    Segment {
        label,
        cents: award.granted.as_cents(),
        kind,
    }
}

/// The strip in words; this is what is read aloud.
fn text(outcome: &WijkOutcome) -> String {
    let allocation = &outcome.allocation;
    let topped_up: Euro = allocation
        .winners()
        .filter(|award| is_topped_up(award))
        .map(|award| award.granted)
        .sum();
    let left = [("left", &*money(allocation.left))];
    let values = [
        ("spent", &*money(outcome.spent())),
        ("budget", &money(allocation.budget)),
    ];
    let from_left = if topped_up > Euro::ZERO {
        tf("outcomes.topped_up", &[("money", &money(topped_up))])
    } else {
        String::new()
    };
    join(&[
        tf("outcomes.strip", &values),
        from_left,
        tf("outcomes.stays", &left),
    ])
}
