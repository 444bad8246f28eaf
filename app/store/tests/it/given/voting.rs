//! Voting in a given round, as a browser does, and counting it.

use domain::{
    act::Act,
    ballot::Ballot,
    ballot_box::{BoxSeed, CancelReason, Cancelling, ControlWords, Seal},
    id::RequestId,
    phase::Phase,
    round::Millis,
};
use store::{
    StoreError,
    ballot_box::{Admission, Vote},
};

use super::{DAY, GivenRound, HOUR, start_of};

impl GivenRound {
    /// A moment at which anybody may vote.
    pub fn open_at(&self) -> Millis {
        start_of(Phase::Voting) + DAY
    }

    /// The minute on the poster.
    pub fn closes_at(&self) -> Millis {
        start_of(Phase::Closed)
    }

    /// Enters the code of a letter, by place of the wijk and of the letter.
    pub async fn enter(&self, wijk: usize, letter: usize) -> Result<Admission, StoreError> {
        let code = &self.letters[wijk][letter].code;
        self.given.admit(code, self.open_at()).await
    }

    /// A ballot on these proposals of a wijk, all by their place.
    pub async fn ballot(&self, wijk: usize, choices: &[usize]) -> Ballot {
        let (rules, _) = self.given.rules(self.id).await.unwrap();
        let chosen = choices.iter().map(|&choice| self.proposals[wijk][choice]);
        let paper = rules.paper(self.wijken[wijk]).unwrap();
        paper.ballot(chosen.collect()).unwrap()
    }

    /// A vote for these proposals of the wijk, by their place.
    pub async fn vote(&self, admission: &Admission, choices: &[usize]) -> Vote {
        let mut wijken = self.wijken.iter();
        let wijk = wijken.position(|&wijk| wijk == admission.wijk).unwrap();
        Vote {
            ballot: self.ballot(wijk, choices).await,
            words: ControlWords::from_entropy([1, 2, 3, 4, 5]),
            salt: admission.salt,
            began: self.open_at(),
        }
    }

    /// Votes with a letter, as a browser does: code, ballot, box. Gives the seal it stands under.
    pub async fn cast(&self, wijk: usize, letter: usize, choices: &[usize]) -> Seal {
        let admission = self.enter(wijk, letter).await.unwrap();
        let vote = self.vote(&admission, choices).await;
        self.given
            .cast(&admission.seal_key, &vote, self.open_at())
            .await
            .unwrap();
        admission.seal_key.seal()
    }

    /// Cancels a letter, by place of the wijk and of the letter.
    pub async fn cancel(&self, wijk: usize, letter: usize) {
        let wanted = Cancelling {
            number: self.letters[wijk][letter].number,
            reason: CancelReason::Lost,
            replacement: None,
        };
        let request = self.ask_to_cancel(wijk, &wanted).await.unwrap();
        let second = self.staff[1].second().unwrap();
        let at = self.open_at() + HOUR;
        self.given
            .cancel_letter(&second, request, at)
            .await
            .unwrap();
    }

    /// Asks another person to agree to cancelling a letter of a wijk, by its place.
    pub async fn ask_to_cancel(
        &self,
        wijk: usize,
        wanted: &Cancelling,
    ) -> Result<RequestId, StoreError> {
        let (permit, wijk) = (self.staff[0].permit().unwrap(), self.wijken[wijk]);
        self.given
            .ask_to_cancel_letter(&permit, self.id, wijk, wanted, self.open_at())
            .await
    }

    /// Opens the box with its own cards, asking first unless that was done.
    pub async fn count(&self) -> Result<(), StoreError> {
        let waiting = self.given.requests(self.closes_at() + HOUR).await?;
        let asked = waiting
            .iter()
            .find(|it| it.act == Act::CountVotes { round: self.id });
        let request = match asked {
            Some(request) => request.id,
            None => self.ask_to_count().await?,
        };
        self.count_asked(request, self.own_seed().await).await
    }

    /// Asks another person to agree to counting.
    pub async fn ask_to_count(&self) -> Result<RequestId, StoreError> {
        let permit = self.staff[0].permit().unwrap();
        self.given
            .ask_to_count(&permit, self.id, self.closes_at() + HOUR)
            .await
    }

    /// Agrees to counting, with what its cards gave.
    pub async fn count_asked(&self, request: RequestId, seed: BoxSeed) -> Result<(), StoreError> {
        let second = self.staff[1].second().unwrap();
        let at = self.closes_at() + 2 * HOUR;
        self.given.count_votes(&second, request, seed, at).await
    }

    /// What the box opens with: any cards of it that are enough; here the last ones.
    pub async fn own_seed(&self) -> BoxSeed {
        let cards = self.cards.clone().unwrap();
        self.joined(&cards[1..]).await
    }
}
