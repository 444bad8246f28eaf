use leptos::prelude::*;

/// A form that makes a long list shorter; children are its fields and button.
#[component]
pub fn Filter(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! { <form method="get" class="wb-filter" role="search" aria-label=label>{children()}</form> }
        .into_any()
}

/// The way through a long list: back, the present page, and on. Nothing when there is only one page.
#[component]
pub fn Pagination(
    #[prop(into)] label: String,
    /// The present page, in words.
    #[prop(into)]
    here: String,
    /// Address and words of the page before.
    previous: Option<(String, String)>,
    /// Address and words of the page after.
    next: Option<(String, String)>,
) -> impl IntoView {
    if previous.is_none() && next.is_none() {
        return ().into_any();
    }
    let link = |way: Option<(String, String)>, rel: &'static str| {
        way.map(|(href, words)| {
            view! { <li><a class="wb-pagination__link" href=href rel=rel>{words}</a></li> }
        })
    };
    view! {
        <nav class="wb-pagination" aria-label=label>
            <ul class="wb-pagination__list">
                {link(previous, "prev")}
                <li><span class="wb-pagination__link" aria-current="page">{here}</span></li>
                {link(next, "next")}
            </ul>
        </nav>
    }
    .into_any()
}
