//! The groups of a code as it is typed: which one to look at again, without asking the server.

use leptos::{html::Div, prelude::*};

/// Shows the groups of the field above it, in the same form. The QR code of a letter puts the code behind `#`, which no server sees.
#[island]
pub fn CodeGroups(
    /// The code is right.
    good: String,
    /// `{group}` looks wrong.
    look: String,
    /// A sign in `{group}` that codes never have.
    sign: String,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let place = NodeRef::<Div>::new();
    // Once the island is awake: what was typed in the meantime, or what the letter's QR code brought along.
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        super::words::forget();
        if let Some(field) = place.get().and_then(|place| field_of(&place)) {
            if let Some(code) = from_letter() {
                field.set_value(&code);
            }
            typed.set(field.value());
            super::listen(&field.clone(), "input", move || typed.set(field.value()));
        }
    });
    let state = Memo::new(move |_| look_at(&typed.get()));
    let groups = move || {
        let (wrong, _) = state.get();
        groups_of(&typed.get())
            .into_iter()
            .zip(1_u8..)
            .map(|(text, group)| {
                let is_whole = text.len() == 4;
                let class = match wrong {
                    Some(at) if at == group => "wb-code__group wb-code__group--wrong",
                    _ if is_whole => "wb-code__group wb-code__group--ok",
                    _ => "wb-code__group",
                };
                view! { <li class=class>{text}</li> }
            })
            .collect_view()
    };
    let message = move || match state.get() {
        (_, Seen::Nothing) => String::new(),
        (_, Seen::Good) => good.clone(),
        (Some(group), Seen::Wrong) => look.replace("{group}", &group.to_string()),
        (Some(group), Seen::Sign) => sign.replace("{group}", &group.to_string()),
        (None, Seen::Wrong | Seen::Sign) => String::new(),
    };
    view! {
        <div class="wb-code" node_ref=place>
            <ol class="wb-code__groups" aria-hidden="true">{groups}</ol>
            <p class="wb-code__message" aria-live="polite">{message}</p>
        </div>
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    Nothing,
    Good,
    Wrong,
    Sign,
}

/// What can be said of a code so far, and of which group.
fn look_at(typed: &str) -> (Option<u8>, Seen) {
    use domain::ballot_box::{CodeFault, VotingCode};
    match VotingCode::find(typed) {
        Ok(_) => (None, Seen::Good),
        Err(CodeFault::Wrong { group }) => (group, Seen::Wrong),
        Err(CodeFault::BadSign { group }) => (Some(group), Seen::Sign),
        Err(CodeFault::Empty | CodeFault::Length { .. }) => (None, Seen::Nothing),
    }
}

/// What was typed, in groups of four; of a code with something around it the code alone.
fn groups_of(typed: &str) -> Vec<String> {
    let found = domain::ballot_box::VotingCode::find(typed).map(|code| code.to_string());
    let typed = found.as_deref().unwrap_or(typed);
    let signs: Vec<char> = typed
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_ascii_uppercase())
        .collect();
    signs
        .chunks(4)
        .take(4)
        .map(|group| group.iter().collect())
        .collect()
}

/// The field that the code is typed in.
#[cfg(feature = "hydrate")]
fn field_of(place: &web_sys::Element) -> Option<web_sys::HtmlInputElement> {
    use leptos::wasm_bindgen::JsCast as _;
    let field = super::form_around(place)?.query_selector("input").ok()??;
    field.dyn_into().ok()
}

/// The code behind `#` in the address, which is taken away at once so that the next person does not see it.
#[cfg(feature = "hydrate")]
fn from_letter() -> Option<String> {
    let window = web_sys::window()?;
    let hash = window.location().hash().ok()?;
    let code = hash
        .strip_prefix('#')
        .filter(|code| !code.is_empty())?
        .to_owned();
    let here = window.location().pathname().ok();
    let _ = window.history().and_then(|history| {
        history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", here.as_deref())
    });
    Some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_shown_in_groups_however_it_is_typed() {
        assert_eq!(groups_of("abcd-efgh 12"), ["ABCD", "EFGH", "12"]);
        assert!(groups_of("").is_empty());
    }

    #[test]
    fn half_a_code_is_not_called_wrong() {
        assert_eq!(look_at("ABCD"), (None, Seen::Nothing));
        assert_eq!(look_at("ABCU").1, Seen::Sign);
    }
}
