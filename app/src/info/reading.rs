//! Pages to read: headings and paragraphs that stand in the text files, section by section.

use std::{fmt::Display, sync::Arc};

use axum::routing::{MethodRouter, get};
use leptos::prelude::*;

use crate::web::{
    context::{Answer, Ctx},
    state::App,
    texts::{href, maybe, t},
};

/// Which sections lead on, by their number, and where to: the link's words are in `<section>.more`.
type More = &'static [(u8, &'static (dyn Display + Sync))];

/// A page of sections: `info.<name>.s<n>.title` and `info.<name>.s<n>.text`, from 1 until there is none.
///
/// The tests of the texts find the name of the page in this call.
pub fn reading(name: &'static str, more: More) -> MethodRouter<Arc<App>> {
    get(move |ctx: Ctx| async move { page(&ctx, name, more) })
}

fn page(ctx: &Ctx, name: &str, more: More) -> Answer {
    let title = ctx.say(&format!("info.{name}.title"));
    Ok(ctx.page(&title, || sections(name, more, |_| None)))
}

/// The sections of a page to read, with what `after` has to say behind one of them.
///
/// The tests of the texts find the name of the page in this call too.
pub fn sections(name: &str, more: More, after: impl Fn(u8) -> Option<AnyView>) -> AnyView {
    let sections = (1..)
        .map_while(|n| Some((n, maybe(&format!("info.{name}.s{n}.title"))?)))
        .map(|(n, heading)| {
            let key = format!("info.{name}.s{n}");
            let behind = [link(&key, n, more), after(n)];
            section(heading, &t(&format!("{key}.text")), behind)
        })
        .collect_view();
    view! {
        <article class="wb-reading">
            <h1>{t(&format!("info.{name}.title"))}</h1>
            <p class="wb-lead">{t(&format!("info.{name}.lead"))}</p>
            {sections}
        </article>
    }
    .into_any()
}

fn link(key: &str, number: u8, more: More) -> Option<AnyView> {
    let (_, path) = more.iter().find(|(section, _)| *section == number)?;
    let words = t(&format!("{key}.more"));
    Some(view! { <p><a href=href(path)>{words}</a></p> }.into_any())
}

fn section(heading: &str, text: &str, behind: [Option<AnyView>; 2]) -> impl IntoView + use<> {
    let paragraphs = text.split('\n').filter(|line| !line.trim().is_empty());
    let paragraphs = paragraphs
        .map(|line| view! { <p>{line.trim().to_owned()}</p> })
        .collect_view();
    let behind = behind.into_iter().collect_view();
    view! { <section><h2>{heading.to_owned()}</h2>{paragraphs}{behind}</section> }
}
