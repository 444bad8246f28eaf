//! The ticks of a vote that was put away, or whose pass has ended: in the voter's own browser for an hour, under a key that
//! only the same code makes. Whoever sits down at the same computer next sees that something was put away, and not what.

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, Key, PrivateCookieJar, SameSite};
use domain::{
    ballot::BallotDraft,
    ballot_box::{PassTime, SealKey},
    round::Millis,
};
use serde::{Deserialize, Serialize};
use time::Duration;

use super::pass::Voting;
use crate::web::{context::Ctx, cookie::host_cookie};

const NAME: &str = "__Host-stemvinkjes";

/// As the pass: its length does not tell how much was chosen.
const SIZE: usize = 1_000;

#[derive(Serialize, Deserialize)]
struct Kept {
    ballot: BallotDraft,
    at: Millis,
    filling: String,
}

/// The jar that keeps the ticks of this pass.
pub fn keep(ctx: &Ctx, voting: &Voting) -> PrivateCookieJar {
    let jar = PrivateCookieJar::new(key(&voting.seal_key()));
    let mut kept = Kept {
        ballot: voting.ballot.clone(),
        at: ctx.now(),
        filling: String::new(),
    };
    let length = serde_json::to_string(&kept).map_or(0, |text| text.len());
    kept.filling = " ".repeat(SIZE.saturating_sub(length));
    match serde_json::to_string(&kept) {
        Ok(text) => jar.add(cookie(text)),
        Err(_) => jar,
    }
}

/// The ticks that were kept under the same code within the hour.
pub fn read(ctx: &Ctx, headers: &HeaderMap, seal_key: &SealKey) -> Option<BallotDraft> {
    let cookie = PrivateCookieJar::from_headers(headers, key(seal_key)).get(NAME)?;
    let kept: Kept = serde_json::from_str(cookie.value()).ok()?;
    (ctx.now() - kept.at < PassTime::KEPT).then_some(kept.ballot)
}

/// Takes them away.
pub fn removed() -> Cookie<'static> {
    let mut cookie = cookie(String::new());
    cookie.make_removal();
    cookie
}

fn cookie(value: String) -> Cookie<'static> {
    let mut cookie = host_cookie(NAME, value, SameSite::Strict);
    cookie.set_max_age(Some(Duration::milliseconds(PassTime::KEPT)));
    cookie
}

fn key(seal_key: &SealKey) -> Key {
    Key::from(seal_key.ticks_key().as_slice())
}
