use leptos::prelude::*;

use super::Pictogram;

/// What a badge means; its label says it in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeKind {
    #[default]
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
}

/// A state in one or two words.
#[component]
pub fn Badge(#[prop(optional)] kind: BadgeKind, #[prop(into)] label: String) -> impl IntoView {
    let class = match kind {
        BadgeKind::Neutral => "wb-badge wb-badge--neutral",
        BadgeKind::Info => "wb-badge wb-badge--info",
        BadgeKind::Success => "wb-badge wb-badge--success",
        BadgeKind::Warning => "wb-badge wb-badge--warning",
        BadgeKind::Danger => "wb-badge wb-badge--danger",
    };
    view! { <span class=class>{label}</span> }
}

/// One thing in a list of things; pressing anywhere follows its title.
#[component]
pub fn Card(
    #[prop(into)] title: String,
    #[prop(optional)] href: Option<String>,
    /// A family of functions, see [`Pictogram`].
    #[prop(optional)]
    pictogram: Option<&'static str>,
    /// Small facts at the foot, one a line.
    #[prop(optional)]
    meta: Vec<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let class = if href.is_some() {
        "wb-card wb-card--link"
    } else {
        "wb-card"
    };
    let title = match href {
        Some(href) => view! { <a class="wb-card__link" href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let meta = (!meta.is_empty()).then(|| {
        let lines = meta
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view();
        view! { <ul class="wb-card__meta">{lines}</ul> }
    });
    view! {
        <article class=class>
            <div class="wb-card__head">
                {pictogram.map(|family| view! { <Pictogram family=family/> })}
                <h3 class="wb-card__title" dir="auto">{title}</h3>
            </div>
            {children.map(|children| view! { <div class="wb-card__body">{children()}</div> })}
            {meta}
        </article>
    }
    .into_any()
}

/// Cards side by side, as many as fit.
#[component]
pub fn CardList(cards: Vec<AnyView>) -> impl IntoView {
    let items = cards
        .into_iter()
        .map(|card| view! { <li>{card}</li> })
        .collect_view();
    view! { <ul class="wb-card-list">{items}</ul> }.into_any()
}
