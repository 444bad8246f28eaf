//! The voter's own control words: drawn in the browser and kept there, so that no server can give two people the same and
//! show both the same ballot (clash attack).

mod storage;

use leptos::prelude::*;

pub use storage::forget;

/// Before the vote: the words that go with it, for who asks. Without JavaScript they are the server's suggestion.
#[island]
pub fn OwnWords(
    /// What the server suggests.
    suggestion: String,
    /// Which vote they are for.
    mark: String,
    /// The question that opens them.
    title: String,
    /// What they are for.
    text: String,
    /// Said of words that the server suggested.
    weaker: String,
    /// Whom not to show them.
    secret: String,
) -> impl IntoView {
    let words = RwSignal::new(suggestion);
    let is_own = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    let asked = {
        let own = StoredValue::new(mark.clone());
        Effect::new(move |_| {
            if let Some(drawn) = own.with_value(|mark| storage::own(mark)) {
                words.set(drawn);
                is_own.set(true);
            }
        });
        move |_| own.with_value(|mark| storage::ask(mark))
    };
    #[cfg(not(feature = "hydrate"))]
    let asked = {
        let _ = mark;
        move |_| {}
    };
    let list = move || listed(&words.get());
    view! {
        <input type="hidden" name="words" value=move || words.get()/>
        <details class="wb-words" on:toggle=asked>
            <summary>{title}</summary>
            <p>{text}</p>
            <ul class="wb-panel__words">{list}</ul>
            <p hidden=move || is_own.get()>{weaker}</p>
            <p>{secret}</p>
        </details>
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Compared {
    /// The browser kept none.
    Unknown,
    Same,
    Differ,
}

/// After the vote: the browser holds what it kept against what the server says, and shows its own.
#[island]
pub fn KeptWords(
    /// Under which words the server says the vote is in.
    said: String,
    /// Which vote they are for.
    mark: String,
    /// The question that opens them.
    title: String,
    /// What to do with them.
    text: String,
    /// Said of words that only the server tells.
    weaker: String,
    /// When both are the same.
    same: String,
    /// When they are not.
    differ: String,
    /// Whom not to show them.
    secret: String,
) -> impl IntoView {
    let words = RwSignal::new(said.clone());
    let compared = RwSignal::new(Compared::Unknown);
    let is_open = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        let Some((own, was_asked)) = storage::take(&mark) else {
            return;
        };
        let is_same = own == said;
        compared.set(if is_same {
            Compared::Same
        } else {
            Compared::Differ
        });
        is_open.set(was_asked || !is_same);
        words.set(own);
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = mark;
    let list = move || listed(&words.get());
    let alarm = move || (compared.get() == Compared::Differ).then(|| differ.clone());
    view! {
        <p class="wb-words__alarm" role="alert">{alarm}</p>
        <details class="wb-words" open=move || is_open.get()>
            <summary>{title}</summary>
            <p>{text}</p>
            <ul class="wb-panel__words">{list}</ul>
            <p hidden=move || compared.get() != Compared::Unknown>{weaker}</p>
            <p hidden=move || compared.get() != Compared::Same>{same}</p>
            <p>{secret}</p>
        </details>
    }
}

fn listed(words: &str) -> impl IntoView + use<> {
    words
        .split(' ')
        .map(|word| view! { <li>{word.to_owned()}</li> })
        .collect_view()
}
