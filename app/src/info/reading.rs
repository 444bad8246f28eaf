//! Pages to read: headings and paragraphs that stand in the text files, section by section.

use leptos::prelude::*;

use crate::{
    context::{Answer, Ctx},
    texts::{maybe, t},
};

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
            .map(|(n, heading)| section(heading, &t(&format!("info.{name}.s{n}.text"))))
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

fn section(heading: &str, text: &str) -> AnyView {
    let paragraphs = text.split('\n').filter(|line| !line.trim().is_empty());
    let paragraphs = paragraphs
        .map(|line| view! { <p>{line.trim().to_owned()}</p> })
        .collect_view();
    view! { <section><h2>{heading.to_owned()}</h2>{paragraphs}</section> }.into_any()
}
