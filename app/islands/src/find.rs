//! «Vind uw stem»: looks three words up in the published list, on the voter's own device, so that the server never learns
//! who looks for which ballot.
//!
//! What is typed is read here; the list is fetched and looked through by the worker (`app/recount`), from the same file
//! that everybody recounts from.

use domain::ballot_box::{ControlWords, Unclear, WordFault};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::recount::{Seen, Stage, line};

/// What it says, in the page's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Says {
    /// That nobody else sees the words.
    pub private: String,
    /// Above the field.
    pub label: String,
    /// How to type them.
    pub hint: String,
    /// On the button.
    pub button: String,
    /// On the button after it failed.
    pub retry: String,
    /// Said at once when it begins.
    pub begins: String,
    /// When the worker cannot be had.
    pub unreachable: String,
    /// When the browser has no such workers.
    pub unable: String,
    /// The word before every error.
    pub error: String,
    /// Nothing was typed.
    pub empty: String,
    /// `{found}` words and not three.
    pub number: String,
    /// Word `{place}` is not in the list.
    pub unknown: String,
    /// Words that are nearly words of the list.
    pub perhaps: String,
    /// On the button that takes `{words}`.
    pub take: String,
}

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wrong {
    text: String,
    /// Words that may be meant.
    perhaps: Option<ControlWords>,
}

impl Says {
    fn wrong(&self, unclear: Unclear) -> Wrong {
        let (text, perhaps) = match unclear {
            Unclear::Perhaps(words) => (self.perhaps.clone(), Some(words)),
            Unclear::Fault(WordFault::Empty) => (self.empty.clone(), None),
            Unclear::Fault(WordFault::Count { found }) => {
                (self.number.replace("{found}", &found.to_string()), None)
            }
            Unclear::Fault(WordFault::Unknown { place }) => {
                (self.unknown.replace("{place}", &place.to_string()), None)
            }
        };
        Wrong { text, perhaps }
    }
}

/// The field, the button and what comes of it. Without JavaScript it shows nothing: the page has the list by first letter.
#[island]
pub fn FindBallot(
    /// Address of the worker's script.
    worker: String,
    /// Address of the pack of the round.
    file: String,
    /// What the worker is told, as JSON.
    question: String,
    /// What it says.
    says: Says,
) -> impl IntoView {
    let seen = RwSignal::new(Seen::default());
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Wrong>);
    let is_awake = RwSignal::new(false);
    Effect::new(move |_| is_awake.set(true));
    let stage = move || seen.with(|seen| seen.stage);
    let is_busy = move || stage() == Stage::Busy;
    let texts = StoredValue::new(says.clone());
    let look = move || {
        if is_busy() {
            return;
        }
        match ControlWords::seek(&typed.get()) {
            Ok(words) => {
                wrong.set(None);
                let Says {
                    begins,
                    unreachable,
                    unable,
                    ..
                } = texts.get_value();
                seen.set(Seen {
                    stage: Stage::Busy,
                    status: begins,
                    ..Seen::default()
                });
                let message = ["find", &*file, &question, &words.to_string()];
                super::recount::start(&worker, &message, &unreachable, &unable, seen);
            }
            Err(unclear) => {
                seen.set(Seen::default());
                wrong.set(Some(texts.with_value(|says| says.wrong(unclear))));
            }
        }
    };
    let look = StoredValue::new(look);
    let press = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        look.with_value(|look| look());
    };
    let take = move |words: ControlWords| {
        typed.set(words.to_string());
        look.with_value(|look| look());
    };
    let label = move || {
        texts.with_value(|says| match stage() {
            Stage::Failed => says.retry.clone(),
            Stage::Idle | Stage::Busy | Stage::Right | Stage::Wrong | Stage::Partly => {
                says.button.clone()
            }
        })
    };
    let error = move || {
        let Wrong { text, perhaps } = wrong.get()?;
        let prefix = texts.with_value(|says| says.error.clone());
        let offer = perhaps.map(|words| {
            let label =
                texts.with_value(|says| says.take.replace("{words}", &words.to_string()));
            view! {
                <button type="button" class="wb-button wb-button--secondary" on:click=move |_| take(words)>{label}</button>
            }
        });
        Some(view! {
            <p class="wb-field__error">{prefix} " " {text}</p>
            {offer}
        })
    };
    let field = move || {
        if wrong.with(Option::is_some) {
            "wb-field wb-field--invalid"
        } else {
            "wb-field"
        }
    };
    let class = move || stage().class();
    let status = move || seen.with(|seen| seen.status.clone());
    let percent = move || seen.with(|seen| seen.percent.clone());
    let lines = move || {
        seen.with(|seen| {
            let lines = seen.lines.iter();
            lines.map(|each| line(each, "")).collect::<Vec<_>>()
        })
    };
    let Says {
        private,
        label: above,
        hint,
        ..
    } = says;
    let form = view! {
        <form class="wb-form" novalidate on:submit=press>
            <div class=field>
                <label class="wb-field__label" for="woorden">{above}</label>
                <p class="wb-field__hint" id="woorden-hint">{hint}</p>
                <div id="woorden-error" role="alert">{error}</div>
                <input
                    class="wb-field__input" id="woorden" type="text" autocomplete="off" autocapitalize="none" spellcheck="false"
                    lang="nl" aria-describedby="woorden-hint woorden-error"
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    prop:value=move || typed.get()
                    on:input:target=move |event| typed.set(event.target().value())
                />
            </div>
            <div class="wb-button-row">
                <button type="submit" class="wb-button wb-button--primary" aria-disabled=move || is_busy().then_some("true")>
                    {label}
                </button>
            </div>
        </form>
    }
    .into_any();
    view! {
        <div class="wb-recount" hidden=move || !is_awake.get()>
            {form}
            <p>{private}</p>
            <progress class="wb-recount__progress" max="100" hidden=move || !is_busy() value=percent aria-label=status></progress>
            <p class=class role="status">{status}</p>
            <ul class="wb-recount__checks">{lines}</ul>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says() -> Says {
        let named = [
            "private",
            "label",
            "hint",
            "button",
            "retry",
            "begins",
            "unreachable",
            "unable",
            "error",
            "empty",
            "number",
            "unknown",
            "perhaps",
            "take",
        ];
        let texts: serde_json::Map<String, serde_json::Value> = named
            .iter()
            .map(|name| {
                (
                    (*name).to_owned(),
                    format!("{name} {{found}}{{place}}").into(),
                )
            })
            .collect();
        serde_json::from_value(texts.into()).unwrap()
    }

    #[test]
    fn what_is_wrong_with_typed_words_is_said_and_near_ones_are_offered() {
        let wrong = |typed| says().wrong(ControlWords::seek(typed).unwrap_err());
        assert_eq!(wrong("").text, "empty {found}{place}");
        assert_eq!(wrong("boshuis").text, "number 1{place}");
        assert_eq!(wrong("boshuis xxxxxxx boshuis").text, "unknown {found}2");
        let near = wrong("boshuus appelbank zomerzeil");
        let meant = ControlWords::parse("boshuis appelbank zomerzeil").unwrap();
        assert_eq!(
            (&*near.text, near.perhaps),
            ("perhaps {found}{place}", Some(meant))
        );
    }
}
