//! «Reken het zelf na»: the browser counts a round again from the pack that everybody gets, in a worker, when it is asked to.
//!
//! Everything but the button is the worker's (`app/recount`), so those who only vote do not load it.

use leptos::prelude::*;

/// What there is to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// How far it is.
    pub stage: Stage,
    /// A sentence, read out when it changes.
    pub status: String,
    /// As part of the whole, while that is known.
    pub percent: Option<String>,
    /// What was checked, at the end.
    pub lines: Vec<Line>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    #[default]
    Idle,
    Busy,
    Right,
    Wrong,
    /// What could be checked is right, and not all could.
    Partly,
    /// It could not be done; the visitor may try again.
    Failed,
}

/// One check: how it ended, its name, and what that means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// `right`, `wrong`, or neither.
    pub mark: String,
    /// Its name, with how it ended in one word.
    pub name: String,
    /// What that means, in sentences.
    pub text: Vec<String>,
    /// What it is made of, folded.
    pub parts: Vec<Line>,
}

impl Stage {
    /// How the sentence on top looks.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Idle | Self::Busy | Self::Partly => "wb-recount__status",
            Self::Right => "wb-recount__status wb-recount__status--right",
            Self::Wrong | Self::Failed => "wb-recount__status wb-recount__status--wrong",
        }
    }
}

/// The button and what comes of it. Without JavaScript it shows nothing: the page offers the file and the command.
#[island]
pub fn Recount(
    /// Address of the worker's script.
    worker: String,
    /// Address of the pack of the round.
    file: String,
    /// What the worker is asked, as JSON: what the page says of the round, and the texts.
    question: String,
    /// What it does.
    hint: String,
    /// On the button.
    button: String,
    /// On the button after it failed.
    retry: String,
    /// Above the parts of a line, folded.
    parts: String,
    /// Said at once when it begins.
    begins: String,
    /// When the worker cannot be had.
    unreachable: String,
    /// When the browser has no such workers.
    unable: String,
) -> impl IntoView {
    let seen = RwSignal::new(Seen::default());
    let is_awake = RwSignal::new(false);
    Effect::new(move |_| is_awake.set(true));
    let stage = move || seen.with(|seen| seen.stage);
    let is_busy = move || stage() == Stage::Busy;
    let press = move |_| {
        if !is_busy() {
            seen.set(Seen {
                stage: Stage::Busy,
                status: begins.clone(),
                ..Seen::default()
            });
            let message = ["count", &*file, &question, ""];
            start(&worker, &message, &unreachable, &unable, seen);
        }
    };
    let label = move || match stage() {
        Stage::Failed => retry.clone(),
        Stage::Idle | Stage::Busy | Stage::Right | Stage::Wrong | Stage::Partly => button.clone(),
    };
    let class = move || stage().class();
    let status = move || seen.with(|seen| seen.status.clone());
    let percent = move || seen.with(|seen| seen.percent.clone());
    let lines = move || {
        seen.with(|seen| {
            let line = |each| line(each, &parts);
            seen.lines.iter().map(line).collect::<Vec<_>>()
        })
    };
    view! {
        <div class="wb-recount" hidden=move || !is_awake.get()>
            <p>{hint}</p>
            <button
                type="button"
                class="wb-button wb-button--secondary"
                aria-disabled=move || is_busy().then_some("true")
                on:click=press
            >
                {label}
            </button>
            <progress
                class="wb-recount__progress"
                max="100"
                hidden=move || !is_busy()
                value=percent
                aria-label=status
            ></progress>
            <p class=class role="status">{status}</p>
            <ul class="wb-recount__checks">{lines}</ul>
        </div>
    }
}

/// A line, with its parts folded under these words; open where something is wrong.
pub(crate) fn line(line: &Line, fold: &str) -> AnyView {
    let (class, path) = match &*line.mark {
        "right" => ("wb-icon wb-recount__right", "M4 13l5.5 5.5L20 6"),
        "wrong" => ("wb-icon wb-recount__wrong", "M5 5l14 14M19 5L5 19"),
        _ => ("wb-icon", "M5 12h14"),
    };
    let text: Vec<_> = line
        .text
        .iter()
        .map(|text| view! { <p>{text.clone()}</p> })
        .collect();
    let parts: Vec<AnyView> = line
        .parts
        .iter()
        .map(|part| self::line(part, fold))
        .collect();
    let parts = (!parts.is_empty()).then(|| {
        let is_wrong = line.mark == "wrong";
        view! { <details open=is_wrong><summary>{fold.to_owned()}</summary><ul class="wb-recount__checks">{parts}</ul></details> }
    });
    view! {
        <li class="wb-recount__check">
            <svg class=class viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d=path/></svg>
            <div><strong>{line.name.clone()}</strong> " " {text} {parts}</div>
        </li>
    }
    .into_any()
}

#[cfg(not(feature = "hydrate"))]
pub(crate) fn start(_: &str, _: &[&str; 4], _: &str, _: &str, _: RwSignal<Seen>) {}

#[cfg(feature = "hydrate")]
pub(crate) use worker::start;

#[cfg(feature = "hydrate")]
mod worker;
