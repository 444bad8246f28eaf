use leptos::prelude::*;

/// Where one step of the road stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Current,
    Todo,
}

/// One step: its name and, mostly, its date.
#[derive(Clone, Debug)]
pub struct Step {
    pub label: String,
    pub detail: String,
    pub state: StepState,
}

/// A road in steps: across on a wide screen, downwards on a phone.
#[component]
pub fn Steps(
    #[prop(into)] label: String,
    steps: Vec<Step>,
    /// Read aloud after a step that is behind us.
    #[prop(into)]
    word_done: String,
    /// Read aloud after the step of now.
    #[prop(into)]
    word_current: String,
    /// Read aloud after a step to come.
    #[prop(into)]
    word_todo: String,
) -> impl IntoView {
    let items = steps
        .into_iter()
        .map(|step| {
            let (class, word, sign, current) = match step.state {
                StepState::Done => ("wb-steps__step wb-steps__step--done", &word_done, "M14 27l6 6 11-12", None),
                StepState::Current => ("wb-steps__step wb-steps__step--current", &word_current, "M22 39V28", Some("step")),
                StepState::Todo => ("wb-steps__step", &word_todo, "", None),
            };
            let word = word.clone();
            let detail = (!step.detail.is_empty()).then(|| view! { <span class="wb-steps__detail">{step.detail}</span> });
            view! {
                <li class=class aria-current=current>
                    <svg class="wb-steps__house" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
                        <path d="M5 20 22 4l17 16v20H5z"/>
                        <path class="wb-steps__sign" d=sign/>
                    </svg>
                    <div class="wb-steps__text">
                        <span class="wb-steps__label">{step.label}</span>
                        {detail}
                        <span class="wb-visually-hidden">" (" {word} ")"</span>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="wb-steps" aria-label=label>{items}</ol> }.into_any()
}
