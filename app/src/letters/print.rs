//! Printing the letters of a wijk: once, by whoever agreed to make them, piece by piece so that a city's take no more memory
//! than a village's.
//!
//! A print that breaks off voids the batch: whoever has half of it has codes of letters that nobody will send.

use std::{sync::Arc, vec};

use domain::{
    access::{IssueCodes, Second},
    id::{RoundId, WijkId},
    round::{Round, RoundWijk},
};
use futures_util::stream::{self, Stream};
use leptos::prelude::*;
use store::{StoreError, ballot_box::Letter};

use super::{
    letter::letter,
    making::{Shown, in_wijk, shown},
    paths,
};
use crate::{
    rounds::of_staff,
    ui::{Notice, NoticeKind},
    web::{
        allowed::Agreeing,
        context::Answer,
        made_letters::MakingState,
        shell::piece,
        state::App,
        texts::{Lang, href, t, tn},
    },
    work,
};

/// Sheets in a piece.
const AT_ONCE: usize = 50;

/// The letters, once. From here on their codes are nowhere but on the screen.
pub async fn page(
    Agreeing { ctx, second }: Agreeing<IssueCodes>,
    paths::Print { round, wijk }: paths::Print,
) -> Answer {
    let round = of_staff(&ctx, second.permit(), round).await?;
    let entry = in_wijk(&round, &second, wijk)?.clone();
    let Shown::Ready { total } = shown(&ctx, (round.id, wijk)) else {
        let round = round.id;
        return Ok(ctx.see_other(paths::Making { round, wijk }));
    };
    let title = ctx.say("rounds.letters.print_title");
    let before = head(&entry, total);
    let printing = Printing {
        app: Arc::clone(&ctx.app),
        second: Arc::new(second),
        round,
        entry,
        stage: Stage::Waiting,
    };
    Ok(ctx.page_in_pieces(&title, before, printing.pieces()))
}

/// What stands on the screen above the letters, and not on paper.
fn head(entry: &RoundWijk, total: u64) -> impl FnOnce() -> AnyView + use<> {
    let name = entry.wijk.name.clone();
    move || {
        let back = href(work::paths::Home);
        view! {
            <div class="wb-no-print">
                <h1>{tn("rounds.letters.print", total, &[("wijk", &name)])}</h1>
                <Notice kind=NoticeKind::Warning title=t("rounds.letters.once")>
                    <p>{t("rounds.letters.once_text")}</p>
                    <p><a href=back>{t("rounds.letters.printed")}</a></p>
                </Notice>
            </div>
        }
        .into_any()
    }
}

/// A print on its way to the browser.
struct Printing {
    app: Arc<App>,
    second: Arc<Second<IssueCodes>>,
    round: Round,
    entry: RoundWijk,
    stage: Stage,
}

enum Stage {
    /// Nobody read anything yet: the letters are still held.
    Waiting,
    /// Some are on their way, and these are left.
    Going(vec::IntoIter<Letter>),
    /// All were sent, or there were none.
    Over,
}

impl Printing {
    fn key(&self) -> (RoundId, WijkId) {
        (self.round.id, self.entry.wijk.id)
    }

    fn pieces(self) -> impl Stream<Item = Result<String, StoreError>> + Send {
        stream::try_unfold(self, |mut printing| async move {
            let next = printing.next().await?;
            Ok(next.map(|piece| (piece, printing)))
        })
    }

    /// The next sheets. After the last the journal says that the print is whole.
    async fn next(&mut self) -> Result<Option<String>, StoreError> {
        if let Stage::Waiting = self.stage {
            let taken = self.app.letters.0.take(self.key(), self.app.clock.now());
            self.stage = match taken.map(|making| making.state) {
                Some(MakingState::Ready(letters)) => Stage::Going(letters.into_iter()),
                _ => Stage::Over,
            };
        }
        let Stage::Going(left) = &mut self.stage else {
            return Ok(None);
        };
        let some: Vec<Letter> = left.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            let ((round, wijk), now) = (self.key(), self.app.clock.now());
            let store = &self.app.store;
            store
                .letters_printed(&self.second, round, wijk, now)
                .await?;
            self.stage = Stage::Over;
            return Ok(None);
        }
        // The letters are in Dutch whatever the language of the page.
        let sheets = || {
            let one = |it| letter(&self.round, &self.entry, it, &self.app.base_url);
            some.iter().map(one).collect_view()
        };
        Ok(Some(piece(Lang::Nl, sheets)))
    }
}

impl Drop for Printing {
    fn drop(&mut self) {
        let (Stage::Going(_), Ok(runtime)) = (&self.stage, tokio::runtime::Handle::try_current())
        else {
            return;
        };
        let (app, second) = (Arc::clone(&self.app), Arc::clone(&self.second));
        let key = self.key();
        runtime.spawn(async move {
            let now = app.clock.now();
            let voided = app.store.void_codes(second.permit(), key.0, key.1, now);
            match voided.await {
                Ok(()) => tracing::warn!("a print of letters broke off, and they were voided"),
                Err(error) => tracing::error!(%error, "a print of letters broke off"),
            }
        });
    }
}
