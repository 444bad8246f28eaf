//! What becomes of a vote that was begun when somebody opens `/stem`: it is put away, so that who sits down next at the same
//! computer can neither see nor finish it.

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{CookieJar, PrivateCookieJar};
use domain::round::Millis;
use leptos::prelude::*;

use super::{
    kept,
    pass::{self, Brought},
    paths,
};
use crate::{
    ui::{ButtonLink, Notice, NoticeKind},
    web::{
        context::Ctx,
        done::Done,
        texts::{href, t, tf},
        time,
    },
};

/// What was found, to say in one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    /// A vote that was going on.
    Unfinished,
    /// A vote whose time was over.
    Ended,
    /// The same, and no code opens a ballot any more.
    EndedShut,
    /// A vote that can be finished until then, and not be begun again: the box has closed.
    LastMinutes(Millis),
    /// A vote that is in.
    VoteIn,
}

/// What goes to the browser: the ticks that are kept, and the cookies that are taken away.
pub type Cookies = (Option<PrivateCookieJar>, CookieJar);

/// Puts away what the browser brings. While no box is open, a vote that may still be finished stays: its code would not open
/// the ballot again.
pub fn put_away(ctx: &Ctx, headers: &HeaderMap, is_open: bool) -> (Found, Cookies) {
    let is_told = Done::read(headers) == Some(Done::VoteCast);
    let taken = CookieJar::new().add(pass::removed());
    match Brought::read(ctx, headers) {
        Brought::Voting(voting) if !is_open => {
            let until = voting.time.ends();
            (Found::LastMinutes(until), (None, CookieJar::new()))
        }
        Brought::Voting(voting) => (Found::Unfinished, (Some(kept::keep(ctx, &voting)), taken)),
        Brought::Ended(voting) if is_open => {
            (Found::Ended, (Some(kept::keep(ctx, &voting)), taken))
        }
        Brought::Ended(_) => (Found::EndedShut, (None, taken)),
        Brought::Used(_) | Brought::Done(_) => (Found::VoteIn, (None, taken)),
        Brought::Nothing if is_told => (Found::VoteIn, (None, taken.add(Done::forgotten()))),
        Brought::Nothing => (Found::Nothing, (None, taken)),
    }
}

impl Found {
    /// The sentence.
    pub fn view(self) -> AnyView {
        let (kind, title, text) = match self {
            Self::Nothing => return ().into_any(),
            Self::Unfinished => (
                NoticeKind::Warning,
                t("ballots.away.title"),
                t("ballots.away.text"),
            ),
            Self::Ended => (
                NoticeKind::Warning,
                t("ballots.ended.title"),
                t("ballots.ended.text"),
            ),
            Self::EndedShut => (
                NoticeKind::Warning,
                t("ballots.ended.title"),
                t("ballots.ended.shut"),
            ),
            Self::VoteIn => (
                NoticeKind::Success,
                t("ballots.done.title"),
                t("ballots.done.before"),
            ),
            Self::LastMinutes(until) => return go_on(until),
        };
        view! { <Notice kind=kind title=title><p>{text}</p></Notice> }.into_any()
    }
}

/// On other pages: that a vote was begun, and the way back to it. Of what was chosen it tells nothing.
pub fn unfinished(ctx: &Ctx, headers: &HeaderMap) -> Option<Millis> {
    Brought::voting(ctx, headers).map(|voting| voting.time.ends())
}

/// «U hebt nog niet gestemd. Ga verder.»
pub fn go_on(until: Millis) -> AnyView {
    let text = tf("ballots.unfinished.text", &[("time", &time::hour(until))]);
    view! {
        <Notice kind=NoticeKind::Warning title=t("ballots.unfinished.title")>
            <p>{text}</p>
            <p><ButtonLink label=t("ballots.unfinished.button") href=href(paths::Choose)/></p>
        </Notice>
    }
    .into_any()
}
