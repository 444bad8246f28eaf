//! The page around every page.

use std::sync::Arc;

use axum::response::{Html, IntoResponse, Response};
use leptos::prelude::*;

use crate::{
    context::Ctx,
    texts::{Lang, href, speak, t, tf},
    ui::{DemoBanner, Footer, Header, LanguageLink, Main, NavItem, SkipLink},
};

/// Whether a page loads the script of the islands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// A page to read: no script at all.
    None,
    /// A page with an island.
    Islands,
}

/// Renders a whole page in the visitor's language.
pub fn render<V: IntoView>(
    ctx: &Ctx,
    title: &str,
    script: Script,
    body: impl FnOnce() -> V,
) -> Response {
    let owner = Owner::new();
    let html = owner.with(|| {
        speak(ctx.lang(), || {
            document(ctx, title, script, body().into_any()).to_html()
        })
    });
    drop(owner);
    Html(format!("<!DOCTYPE html>{html}")).into_response()
}

fn document(ctx: &Ctx, title: &str, script: Script, body: AnyView) -> impl IntoView {
    let app = Arc::clone(&ctx.app);
    let title = tf(
        "site.title",
        &[("page", title), ("municipality", &app.municipality)],
    );
    let script = (script == Script::Islands)
        .then_some(app.assets.script)
        .flatten()
        .map(|src| view! { <script type="module" src=src></script> });
    view! {
        <html lang=ctx.lang().tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title}</title>
                <meta name="description" content=t("site.description")/>
                <link rel="stylesheet" href=app.assets.style/>
                <link rel="icon" type="image/svg+xml" href=app.assets.icon/>
                {alternates(ctx)}
            </head>
            <body>
                <SkipLink label=t("site.skip")/>
                {app.demo.map(|_| view! { <DemoBanner text=t("site.demo_banner")/> })}
                {header(ctx)}
                <Main>{body}</Main>
                {footer(ctx)}
                {script}
            </body>
        </html>
    }
}

/// Where the same page stands in other languages.
fn alternates(ctx: &Ctx) -> AnyView {
    Lang::ALL
        .into_iter()
        .map(|lang| view! { <link rel="alternate" hreflang=lang.tag() href=lang.path(&ctx.visitor.path)/> })
        .collect_view()
        .into_any()
}

fn header(ctx: &Ctx) -> AnyView {
    let here = ctx.visitor.path.as_str();
    let place = ctx.app.municipality.clone();
    let item = |path: &str, key: &str| {
        let mut item = NavItem::new(href(path), t(key));
        item.current = if path == "/" {
            here == "/"
        } else {
            here.starts_with(path)
        };
        item
    };
    let mut nav = vec![
        item("/rondes", "site.nav.rounds"),
        item("/stem", "site.nav.vote"),
        item("/uitleg", "site.nav.explain"),
    ];
    if let Some(actor) = ctx.actor() {
        if actor.is(domain::access::Role::Resident) {
            nav.push(item("/mijn", "site.nav.mine"));
        }
        if actor.is_staff() {
            nav.push(item("/werk", "site.nav.work"));
        }
    }
    if ctx.app.demo.is_some() {
        nav.push(item("/demo", "site.nav.demo"));
    }
    let languages = Lang::ALL
        .into_iter()
        .filter(|lang| *lang != ctx.lang())
        .map(|lang| LanguageLink {
            href: lang.path(here),
            label: lang.name().into(),
            lang: lang.tag().into(),
        })
        .collect();
    let who = who(ctx);
    view! {
        <Header home=href("/") place=place nav_label=t("site.nav.label") nav=nav languages=languages>
            {who}
        </Header>
    }
    .into_any()
}

/// Who is signed in, with the way out; else the way in. Voting pages show neither: voting needs no account.
fn who(ctx: &Ctx) -> AnyView {
    let is_voting = ctx.visitor.path.starts_with("/stem");
    match ctx.actor() {
        _ if is_voting => ().into_any(),
        Some(actor) => view! {
            <form method="post" action=href("/uitloggen") class="wb-header__who">
                <span class="wb-muted">{actor.name.clone()}</span>
                <button class="wb-link-button" type="submit">{t("site.sign_out")}</button>
            </form>
        }
        .into_any(),
        None => {
            view! { <a class="wb-header__sign-in" href=href("/inloggen")>{t("site.sign_in")}</a> }
                .into_any()
        }
    }
}

fn footer(ctx: &Ctx) -> AnyView {
    let links = [
        ("/hoe-veilig", "site.foot.safe"),
        ("/verdringing", "site.foot.displacement"),
        ("/logboek", "site.foot.journal"),
        ("/toegankelijkheid", "site.foot.accessibility"),
        ("/privacy", "site.foot.privacy"),
        ("/help", "site.foot.help"),
    ];
    let links = links
        .into_iter()
        .map(|(path, key)| NavItem::new(href(path), t(key)))
        .collect();
    let place = tf(
        "site.foot.place",
        &[("municipality", &ctx.app.municipality)],
    );
    view! { <Footer nav_label=t("site.foot.label") links=links><p>{place}</p></Footer> }.into_any()
}
