//! What was just done, said once: the deed leaves a word, the next page takes it.
//!
//! A word in the address would say it again at every reload, and from a bookmark though nothing was done.

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::named;
use time::Duration;

use super::cookie::host_cookie;

const NAME: &str = "__Host-gedaan";

named! {
    /// A deed whose success the next page tells.
    pub enum Done {
        /// An account was asked for, and made if its name was free.
        AccountMade = "account_made",
        /// A draft was kept.
        DraftKept = "draft_kept",
        /// A proposal was handed in.
        ProposalSubmitted = "proposal_submitted",
        /// A proposal was taken back.
        ProposalWithdrawn = "proposal_withdrawn",
        /// The answers of a check were kept.
        AnswersKept = "answers",
        /// What a party said was kept.
        OpinionKept = "opinion",
        /// A vote was cast, and the page that says so was shown.
        VoteCast = "vote_cast",
        /// Somebody looked a vote up and found it.
        VoteFound = "vote_found",
        /// Somebody looked a vote up and did not find it.
        VoteMissing = "vote_missing",
        /// A check was decided.
        CheckDecided = "decide",
        /// An act was asked for, and waits for another person.
        RequestMade = "request_made",
        /// What was asked for was taken back.
        RequestWithdrawn = "request_withdrawn",
        /// A letter was cancelled, by two people.
        LetterCancelled = "letter_cancelled",
        /// A round was stopped, by two people.
        RoundCancelled = "round_cancelled",
        /// A vote was opened or closed by hand, by two people.
        VoteStepped = "vote_stepped",
        /// Dates were moved.
        DatesMoved = "dates_moved",
        /// Staff said that a draft is ready.
        RoundReadied = "round_readied",
        /// A draft was thrown away.
        RoundDiscarded = "round_discarded",
    }
}

impl Done {
    /// What the browser brings from the deed before.
    #[must_use]
    pub fn read(headers: &HeaderMap) -> Option<Self> {
        let jar = CookieJar::from_headers(headers);
        jar.get(NAME)?.value().parse().ok()
    }

    /// The word for the next page. It is there for a minute: a page that never came says nothing later on.
    #[must_use]
    pub fn cookie(self) -> Cookie<'static> {
        let mut cookie = host_cookie(NAME, self.name().to_owned(), SameSite::Strict);
        cookie.set_max_age(Some(Duration::MINUTE));
        cookie
    }

    /// Takes the word back, once it was said.
    #[must_use]
    pub fn forgotten() -> Cookie<'static> {
        let mut cookie = host_cookie(NAME, String::new(), SameSite::Strict);
        cookie.make_removal();
        cookie
    }
}
