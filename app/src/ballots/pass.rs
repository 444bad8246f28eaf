//! The voting pass: what the voter's own browser holds between code and cast, encrypted and signed by the server.
//!
//! A cookie and not a row: the server stores nothing of a vote until it is cast. Its key follows from the master key and
//! the day, so that the voter goes on where a second server answers, or the same one started anew. It lasts 15 minutes.

use axum_extra::extract::cookie::{Cookie, PrivateCookieJar, SameSite};
use domain::{
    ballot::BallotDraft,
    ballot_box::{ControlWords, SealKey},
    id::{RoundId, WijkId},
    round::Millis,
};
use serde::{Deserialize, Serialize};
use store::ballot_box::Admission;

use crate::web::{context::Ctx, cookie::host_cookie};

const NAME: &str = "__Host-stempas";

/// How long a pass lasts.
const LASTS: Millis = 15 * 60_000;

/// Every pass is padded to this many characters, so that its length does not tell how much was chosen.
const SIZE: usize = 2_000;

/// How far the voter is.
#[derive(Clone, Serialize, Deserialize)]
pub enum Pass {
    /// May vote.
    Voting(Voting),
    /// Has voted; holds the words for a voter who wants to write them down.
    Done {
        /// The round voted in.
        round: RoundId,
        /// The control words.
        words: ControlWords,
        /// When, to end the pass.
        at: Millis,
    },
}

/// A vote that is not cast yet.
#[derive(Clone, Serialize, Deserialize)]
pub struct Voting {
    pub round: RoundId,
    pub wijk: WijkId,
    /// When the code was entered.
    pub began: Millis,
    pub has_voted: bool,
    /// What was chosen so far.
    pub ballot: BallotDraft,
    seal_key: [u8; 32],
    pub salt: [u8; 32],
}

#[derive(Serialize, Deserialize)]
struct Padded {
    pass: Pass,
    filling: String,
}

impl Voting {
    pub fn new(admission: &Admission, began: Millis) -> Self {
        Self {
            round: admission.round,
            wijk: admission.wijk,
            began,
            has_voted: admission.has_voted,
            ballot: BallotDraft::default(),
            seal_key: admission.seal_key.to_bytes(),
            salt: admission.salt,
        }
    }

    pub fn seal_key(&self) -> SealKey {
        SealKey::from_bytes(self.seal_key)
    }
}

impl Pass {
    /// The pass that came with a request, if it is one of ours and still lasts.
    pub fn read(ctx: &Ctx, headers: &axum::http::HeaderMap) -> Option<Self> {
        let mut keys = ctx.app.pass_keys.around(ctx.now());
        let cookie = keys.find_map(|key| PrivateCookieJar::from_headers(headers, key).get(NAME))?;
        let Padded { pass, .. } = serde_json::from_str(cookie.value()).ok()?;
        let began = match &pass {
            Self::Voting(voting) => voting.began,
            Self::Done { at, .. } => *at,
        };
        (ctx.now() - began < LASTS).then_some(pass)
    }

    /// The pass of somebody who may vote.
    pub fn voting(ctx: &Ctx, headers: &axum::http::HeaderMap) -> Option<Voting> {
        match Self::read(ctx, headers)? {
            Self::Voting(voting) => Some(voting),
            Self::Done { .. } => None,
        }
    }

    /// The jar that hands this pass to the browser.
    pub fn write(self, ctx: &Ctx) -> PrivateCookieJar {
        let jar = PrivateCookieJar::new(ctx.app.pass_keys.of_day(ctx.now()));
        let mut padded = Padded {
            pass: self,
            filling: String::new(),
        };
        let length = serde_json::to_string(&padded).map_or(0, |text| text.len());
        padded.filling = " ".repeat(SIZE.saturating_sub(length));
        match serde_json::to_string(&padded) {
            Ok(text) => jar.add(cookie(text)),
            Err(_) => jar,
        }
    }
}

fn cookie(value: String) -> Cookie<'static> {
    host_cookie(NAME, value, SameSite::Strict)
}
