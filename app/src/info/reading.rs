//! Pages to read: headings and paragraphs that stand in the text files, section by section.

use leptos::prelude::*;

use crate::web::{
    context::{Answer, Ctx},
    texts::{href, maybe, t},
};

/// Where a section leads, for readers who want to know more: the link's words are in `<section>.more`.
const MORE: &[(&str, &str)] = &[("info.explain.s4", "/uitleg/tellen")];

pub async fn explain(ctx: Ctx) -> Answer {
    page(&ctx, "explain")
}

pub async fn safe(ctx: Ctx) -> Answer {
    page(&ctx, "safe")
}

pub async fn accessibility(ctx: Ctx) -> Answer {
    page(&ctx, "accessibility")
}

pub async fn privacy(ctx: Ctx) -> Answer {
    page(&ctx, "privacy")
}

pub async fn help(ctx: Ctx) -> Answer {
    page(&ctx, "help")
}

/// A page of sections: `info.<name>.<n>.title` and `info.<name>.<n>.text`, from 1 until there is none.
fn page(ctx: &Ctx, name: &str) -> Answer {
    let title = ctx.say(&format!("info.{name}.title"));
    Ok(ctx.page(&title, || {
        let sections = (1..)
            .map_while(|n| Some((n, maybe(&format!("info.{name}.s{n}.title"))?)))
            .map(|(n, heading)| {
                let key = format!("info.{name}.s{n}");
                section(heading, &t(&format!("{key}.text")), more(&key))
            })
            .collect_view();
        view! {
            <article class="wb-reading">
                <h1>{t(&format!("info.{name}.title"))}</h1>
                <p class="wb-lead">{t(&format!("info.{name}.lead"))}</p>
                {sections}
            </article>
        }
    }))
}

fn more(key: &str) -> Option<AnyView> {
    let (_, path) = MORE.iter().find(|(section, _)| *section == key)?;
    let words = t(&format!("{key}.more"));
    Some(view! { <p><a href=href(path)>{words}</a></p> }.into_any())
}

fn section(heading: &str, text: &str, more: Option<AnyView>) -> AnyView {
    let paragraphs = text.split('\n').filter(|line| !line.trim().is_empty());
    let paragraphs = paragraphs
        .map(|line| view! { <p>{line.trim().to_owned()}</p> })
        .collect_view();
    view! { <section><h2>{heading.to_owned()}</h2>{paragraphs}{more}</section> }.into_any()
}
