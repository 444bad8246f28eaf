use leptos::prelude::*;

/// The head of a column; numbers stand at the end of their cell.
#[derive(Clone, Debug)]
pub struct Column {
    pub label: String,
    pub number: bool,
}

impl Column {
    pub fn text(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            number: false,
        }
    }

    /// For amounts and counts; give its cells the class `wb-table__number`.
    pub fn number(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            number: true,
        }
    }
}

/// A table in a region that scrolls by itself, also by keyboard; children are the rows.
#[component]
pub fn Table(
    #[prop(into)] caption: String,
    headers: Vec<Column>,
    children: Children,
) -> impl IntoView {
    let heads = headers
        .into_iter()
        .map(|column| view! { <th scope="col" class=column.number.then_some("wb-table__number")>{column.label}</th> })
        .collect_view();
    let label = caption.clone();
    view! {
        <div class="wb-table" role="region" tabindex="0" aria-label=label>
            <table>
                <caption>{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Terms and what stands behind them.
#[component]
pub fn DataList(rows: Vec<(String, AnyView)>) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|(term, value)| view! { <div class="wb-data-list__row"><dt>{term}</dt><dd>{value}</dd></div> })
        .collect_view();
    view! { <dl class="wb-data-list">{rows}</dl> }.into_any()
}
