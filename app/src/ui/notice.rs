use leptos::prelude::*;

use super::{Icon, IconName};

/// What sort of message a notice is; its icon and title say so too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    #[default]
    Info,
    Success,
    Warning,
    Danger,
}

impl NoticeKind {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "wb-notice wb-notice--info",
            Self::Success => "wb-notice wb-notice--success",
            Self::Warning => "wb-notice wb-notice--warning",
            Self::Danger => "wb-notice wb-notice--danger",
        }
    }

    fn icon(self) -> IconName {
        match self {
            Self::Info => IconName::Info,
            Self::Success => IconName::CheckRound,
            Self::Warning => IconName::Warning,
            Self::Danger => IconName::CrossRound,
        }
    }
}

/// A message in the page; the title carries the word ("Let op", "Gelukt").
#[component]
pub fn Notice(
    #[prop(optional)] kind: NoticeKind,
    #[prop(into)] title: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=kind.class()>
            <Icon name=kind.icon()/>
            <div>
                <p class="wb-notice__title">{title}</p>
                {children.map(|children| view! { <div class="wb-notice__body">{children()}</div> })}
            </div>
        </div>
    }
    .into_any()
}

/// The big green panel that says it is done. Its title is the page's heading.
#[component]
pub fn Panel(#[prop(into)] title: String, children: Children) -> impl IntoView {
    view! {
        <div class="wb-panel">
            <Icon name=IconName::CheckRound/>
            <h1 class="wb-panel__title">{title}</h1>
            <div class="wb-panel__body">{children()}</div>
        </div>
    }
    .into_any()
}
