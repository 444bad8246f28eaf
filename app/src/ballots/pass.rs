//! The voting pass: what the voter's own browser holds between code and cast, encrypted and signed by the server.
//!
//! A cookie and not a row: the server stores nothing of a vote until it is cast. Its key follows from the master key and
//! the day, so that the voter goes on where a second server answers, or the same one started anew. Each page of voting
//! renews it (`domain::ballot_box::PassTime`), the cast uses it up, and opening `/stem` puts it away.

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, PrivateCookieJar, SameSite};
use domain::{
    ballot::BallotDraft,
    ballot_box::{ControlWords, PassState, PassTime, SealKey},
    id::{RoundId, WijkId},
    round::Millis,
};
use serde::{Deserialize, Serialize};
use store::ballot_box::Admission;

use crate::web::{context::Ctx, cookie::host_cookie, error::AppError, used::PassId};

const NAME: &str = "__Host-stempas";

/// Every pass is padded to this many characters, so that its length does not tell how much was chosen.
const SIZE: usize = 2_000;

/// How far the voter is.
#[derive(Clone, Serialize, Deserialize)]
pub enum Pass {
    /// May vote.
    Voting(Voting),
    /// Has voted, and did not see yet that the vote is in.
    Done(Cast),
}

/// What came along with a request.
pub enum Brought {
    /// No pass of ours, or one of long ago.
    Nothing,
    /// Somebody who may vote.
    Voting(Voting),
    /// A pass that has ended: its ticks are kept for who enters the same code again.
    Ended(Voting),
    /// A pass that has voted, or a copy of one.
    Used(Voting),
    /// Has voted just now.
    Done(Cast),
}

/// A vote that is not cast yet.
#[derive(Clone, Serialize, Deserialize)]
pub struct Voting {
    pub round: RoundId,
    pub wijk: WijkId,
    pub time: PassTime,
    pub has_voted: bool,
    /// What was chosen so far.
    pub ballot: BallotDraft,
    pub salt: [u8; 32],
    id: PassId,
    seal_key: [u8; 32],
    /// Words for a browser that draws none: the same on every page.
    suggested: ControlWords,
}

/// A vote that is in.
#[derive(Clone, Serialize, Deserialize)]
pub struct Cast {
    /// The round voted in.
    pub round: RoundId,
    /// The control words that came with the vote.
    pub words: ControlWords,
    /// Under which the browser keeps its own.
    pub mark: String,
    at: Millis,
}

#[derive(Serialize, Deserialize)]
struct Padded {
    pass: Pass,
    filling: String,
}

impl Voting {
    /// The pass of somebody who entered a good code.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn new(admission: &Admission, entered: Millis) -> Result<Self, AppError> {
        let mut entropy = [0; 21];
        getrandom::fill(&mut entropy).map_err(|_| AppError::Internal("no randomness".into()))?;
        let [id @ .., a, b, c, d, e] = entropy;
        Ok(Self {
            round: admission.round,
            wijk: admission.wijk,
            time: PassTime::new(entered, admission.closing),
            has_voted: admission.has_voted,
            ballot: BallotDraft::default(),
            salt: admission.salt,
            id,
            seal_key: admission.seal_key.to_bytes(),
            suggested: ControlWords::from_entropy([a, b, c, d, e]),
        })
    }

    pub fn seal_key(&self) -> SealKey {
        SealKey::from_bytes(self.seal_key)
    }

    /// Words for voters whose browser draws none: weaker, because the server knows them; the page «Hoe veilig is dit?»
    /// says so.
    pub const fn suggested(&self) -> ControlWords {
        self.suggested
    }

    /// Under which the voter's browser keeps its own words, so that it never takes those of another vote for them.
    pub fn mark(&self) -> String {
        self.id[..4]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// Remembers that this pass has voted.
    pub fn use_up(&self, ctx: &Ctx) {
        ctx.app.pass_keys.used.add(self.id, &ctx.app.clock);
    }

    /// The same with another page seen.
    #[must_use]
    pub fn seen(mut self, ctx: &Ctx) -> Self {
        self.time = self.time.renewed(ctx.now());
        self
    }
}

impl Cast {
    /// That the vote of this pass is in, under these words.
    pub fn now(voting: &Voting, words: ControlWords, ctx: &Ctx) -> Self {
        Self {
            round: voting.round,
            words,
            mark: voting.mark(),
            at: ctx.now(),
        }
    }
}

impl Brought {
    /// Reads what came with a request.
    pub fn read(ctx: &Ctx, headers: &HeaderMap) -> Self {
        let now = ctx.now();
        match read(ctx, headers) {
            Some(Pass::Voting(voting)) => match voting.time.state(now) {
                PassState::Gone => Self::Nothing,
                _ if ctx.app.pass_keys.used.has(&voting.id) => Self::Used(voting),
                PassState::Lasts => Self::Voting(voting),
                PassState::Ended => Self::Ended(voting),
            },
            Some(Pass::Done(cast)) if now - cast.at < PassTime::LASTS => Self::Done(cast),
            Some(Pass::Done(_)) | None => Self::Nothing,
        }
    }

    /// The pass of somebody who may vote.
    pub fn voting(ctx: &Ctx, headers: &HeaderMap) -> Option<Voting> {
        match Self::read(ctx, headers) {
            Self::Voting(voting) => Some(voting),
            Self::Nothing | Self::Ended(_) | Self::Used(_) | Self::Done(_) => None,
        }
    }
}

/// The pass in a request, if it is one of ours, however old.
fn read(ctx: &Ctx, headers: &HeaderMap) -> Option<Pass> {
    let mut keys = ctx.app.pass_keys.around(ctx.now());
    let cookie = keys.find_map(|key| PrivateCookieJar::from_headers(headers, key).get(NAME))?;
    let Padded { pass, .. } = serde_json::from_str(cookie.value()).ok()?;
    Some(pass)
}

impl Pass {
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

/// Takes the pass away.
pub fn removed() -> Cookie<'static> {
    let mut cookie = cookie(String::new());
    cookie.make_removal();
    cookie
}

fn cookie(value: String) -> Cookie<'static> {
    host_cookie(NAME, value, SameSite::Strict)
}
