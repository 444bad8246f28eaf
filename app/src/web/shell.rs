//! The page around every page, and the answers of a handler that are pages.

use std::{fmt::Display, sync::Arc};

use axum::{
    BoxError,
    body::Body,
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use domain::access::Role;
use futures_util::stream::{self, Stream, StreamExt as _};
use leptos::prelude::*;

use super::{
    context::Ctx,
    texts::{Lang, href, speak, t, tf},
};
use crate::{
    ballots, demo, info, people, proposals, rounds,
    ui::{
        DemoBanner, ErrorPrefix, Footer, Header, LanguageLink, Main, NavItem, SkipLink, TrialLine,
    },
    verdringing, work,
};

/// Whether a page loads the script of the islands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    /// A page to read: no script at all.
    None,
    /// A page with an island.
    Islands,
}

impl Ctx {
    /// An answer with a whole page around `body`.
    pub fn page<V: IntoView>(&self, title: &str, body: impl FnOnce() -> V) -> Response {
        render(self, title, Script::None, body)
    }

    /// A page of which the middle comes piece by piece after `before`: it takes no more memory however long it is. Nothing
    /// is asked of `pieces` for who wants the head of the answer only.
    pub fn page_in_pieces<V, S, E>(
        &self,
        title: &str,
        before: impl FnOnce() -> V,
        pieces: S,
    ) -> Response
    where
        V: IntoView,
        S: Stream<Item = Result<String, E>> + Send + 'static,
        E: Into<BoxError> + Send + 'static,
    {
        let body = || view! { {before().into_view()} {PIECES} };
        let html = written(self, title, Script::None, body);
        let (first, last) = html.split_once(PIECES).unwrap_or((&html, ""));
        let end = |part: &str| stream::iter([Ok(part.to_owned())]);
        let whole = end(first).chain(pieces).chain(end(last));
        Html(Body::from_stream(whole)).into_response()
    }

    /// A page with an island on it: the only pages that load a script.
    pub fn page_with_island<V: IntoView>(&self, title: &str, body: impl FnOnce() -> V) -> Response {
        render(self, title, Script::Islands, body)
    }

    /// The same page again with what is wrong, and everything that was typed.
    pub fn again<V: IntoView>(&self, title: &str, body: impl FnOnce() -> V) -> Response {
        self.wrong(title, Script::None, body)
    }

    /// As [`Ctx::again`], for a page with an island.
    pub fn again_with_island<V: IntoView>(
        &self,
        title: &str,
        body: impl FnOnce() -> V,
    ) -> Response {
        self.wrong(title, Script::Islands, body)
    }

    fn wrong<V: IntoView>(
        &self,
        title: &str,
        script: Script,
        body: impl FnOnce() -> V,
    ) -> Response {
        let title = format!("{}: {title}", self.say("site.error_title"));
        let mut response = render(self, &title, script, body);
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        response
    }
}

/// Where the pieces of a page come: a sign for private use, which no text has.
const PIECES: &str = "\u{f8ff}";

/// A piece of a page, in the visitor's language.
pub fn piece<V: IntoView>(lang: Lang, piece: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| speak(lang, || piece().into_view().to_html()))
}

/// Renders a whole page in the visitor's language.
fn render<V: IntoView>(
    ctx: &Ctx,
    title: &str,
    script: Script,
    body: impl FnOnce() -> V,
) -> Response {
    Html(written(ctx, title, script, body)).into_response()
}

fn written<V: IntoView>(
    ctx: &Ctx,
    title: &str,
    script: Script,
    body: impl FnOnce() -> V,
) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        speak(ctx.lang(), || {
            provide_context(ErrorPrefix(t("site.error_prefix")));
            document(ctx, title, script, body().into_any()).to_html()
        })
    });
    drop(owner);
    format!("<!DOCTYPE html>{html}")
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
                {ctx.is_trial.then(|| view! { <TrialLine text=t("rounds.trial")/> })}
                <Main>{body}</Main>
                {footer(ctx)}
                {script}
            </body>
        </html>
    }
}

/// Where the same page stands in other languages.
fn alternates(ctx: &Ctx) -> impl IntoView + use<> {
    Lang::ALL
        .into_iter()
        .map(|lang| view! { <link rel="alternate" hreflang=lang.tag() href=lang.path(&ctx.visitor.path)/> })
        .collect_view()
}

fn header(ctx: &Ctx) -> impl IntoView + use<> {
    let here = ctx.visitor.path.as_str();
    let place = ctx.app.municipality.clone();
    let item = |path: &dyn Display, key: &str| {
        let path = path.to_string();
        let mut item = NavItem::new(href(&path), t(key));
        item.current = if path == "/" {
            here == "/"
        } else {
            here.starts_with(&path)
        };
        item
    };
    let mut nav = vec![
        item(&rounds::paths::Rounds, "site.nav.rounds"),
        item(&ballots::paths::EnterCode, "site.nav.vote"),
        item(&info::paths::Explain, "site.nav.explain"),
    ];
    if let Some(actor) = ctx.actor() {
        if actor.is(Role::Resident) {
            nav.push(item(&proposals::paths::Mine, "site.nav.mine"));
        }
        if actor.is_staff() {
            nav.push(item(&work::paths::Home, "site.nav.work"));
        }
    }
    if ctx.app.demo.is_some() {
        nav.push(item(&demo::paths::Demo, "site.nav.demo"));
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
        <Header home=href(info::paths::Home) place=place nav_label=t("site.nav.label") nav=nav languages=languages>
            {who}
        </Header>
    }
}

/// Who is signed in, with a way to sign out; else a way to sign in. Voting pages show neither: voting needs no account.
fn who(ctx: &Ctx) -> AnyView {
    match ctx.actor() {
        _ if ctx.visitor.is_voting => ().into_any(),
        Some(actor) => view! {
            <form method="post" action=href(people::paths::SignOut) class="wb-header__who">
                <span class="wb-muted">{actor.name.clone()}</span>
                <button class="wb-link-button" type="submit">{t("site.sign_out")}</button>
            </form>
        }
        .into_any(),
        None => {
            view! { <a class="wb-header__sign-in" href=href(people::paths::SignIn)>{t("site.sign_in")}</a> }
                .into_any()
        }
    }
}

fn footer(ctx: &Ctx) -> impl IntoView + use<> {
    let links = [
        (info::paths::Safe.to_string(), "site.foot.safe"),
        (
            verdringing::paths::Explain.to_string(),
            "site.foot.displacement",
        ),
        (info::paths::Journal.to_string(), "site.foot.journal"),
        (
            info::paths::Accessibility.to_string(),
            "site.foot.accessibility",
        ),
        (info::paths::Privacy.to_string(), "site.foot.privacy"),
        (info::paths::Help.to_string(), "site.foot.help"),
    ];
    let links = links
        .into_iter()
        .map(|(path, key)| NavItem::new(href(path), t(key)))
        .collect();
    let place = tf(
        "site.foot.place",
        &[("municipality", &ctx.app.municipality)],
    );
    view! { <Footer nav_label=t("site.foot.label") links=links><p>{place}</p></Footer> }
}
