use leptos::prelude::*;

/// Every fault of a form at the top of the page, each a link to its field; nothing when there is none.
#[component]
pub fn ErrorSummary(
    #[prop(into)] title: String,
    /// The id of the field and what is wrong with it.
    faults: Vec<(String, String)>,
) -> impl IntoView {
    if faults.is_empty() {
        return ().into_any();
    }
    let items = faults
        .into_iter()
        .map(|(field, message)| view! { <li><a href=format!("#{field}")>{message}</a></li> })
        .collect_view();
    view! {
        <div class="wb-error-summary" id="fouten" role="alert" tabindex="-1" autofocus=true>
            <h2 class="wb-error-summary__title">{title}</h2>
            <ul class="wb-error-summary__list">{items}</ul>
        </div>
    }
    .into_any()
}
