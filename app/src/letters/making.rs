//! Letters while they are made, for whoever agreed to it; printing them is `print.rs`.

use std::sync::{Arc, atomic::Ordering};

use domain::{
    access::{IssueCodes, Second},
    ballot_box::Batch,
    id::{PersonId, RequestId, RoundId, WijkId},
    round::{Round, RoundWijk},
};
use leptos::prelude::*;

use super::paths;
use crate::{
    rounds::of_staff,
    ui::{Button, ButtonLink, ButtonRow, Notice, NoticeKind},
    web::{
        allowed::Agreeing,
        context::{Answer, Ctx},
        error::AppError,
        form::Form,
        made_letters::{Making, MakingState},
        texts::{count, href, t, tf},
    },
    work,
};

/// Makes the letters that a request asks for, while its second person sees how far it is.
pub fn start(
    ctx: &Ctx,
    second: Second<IssueCodes>,
    request: RequestId,
    wanted: (RoundId, WijkId, Batch),
    by: PersonId,
) {
    let (round, wijk, batch) = wanted;
    let (app, now) = (Arc::clone(&ctx.app), ctx.now());
    let is_at_it = |making: &mut Making| matches!(making.state, MakingState::AtIt);
    // Pressing twice makes nothing twice.
    if app.letters.0.with((round, wijk), now, is_at_it) == Some(true) {
        return;
    }
    let made = Arc::default();
    let making = Making {
        by,
        total: batch.size(),
        made: Arc::clone(&made),
        state: MakingState::AtIt,
    };
    app.letters.0.put((round, wijk), making, now);
    tokio::spawn(async move {
        let letters = app.store.make_letters(&second, request, made, now).await;
        let state = match letters {
            Ok(letters) => MakingState::Ready(letters),
            Err(error) => {
                tracing::error!(%error, "the letters of a wijk could not be made");
                MakingState::Failed
            }
        };
        let now = app.clock.now();
        app.letters.0.with((round, wijk), now, |making| {
            // Letters that wait to be printed are never lost to a second try that failed.
            if !matches!(making.state, MakingState::Ready(_)) {
                making.state = state;
            }
        });
    });
}

/// How far it is, as a page shows it.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    AtIt {
        made: u64,
        total: u64,
    },
    Ready {
        total: u64,
    },
    Failed,
    /// Nothing is being made, or it was printed, or somebody else prints it.
    Nothing,
}

pub(super) fn shown(ctx: &Ctx, key: (RoundId, WijkId)) -> Shown {
    let person = ctx.actor().map(|actor| actor.person);
    let shown = ctx.app.letters.0.with(key, ctx.now(), |making| {
        if Some(making.by) != person {
            return Shown::Nothing;
        }
        match making.state {
            MakingState::AtIt => Shown::AtIt {
                made: making.made.load(Ordering::Relaxed).into(),
                total: making.total,
            },
            MakingState::Ready(_) => Shown::Ready {
                total: making.total,
            },
            MakingState::Failed => Shown::Failed,
        }
    });
    shown.unwrap_or(Shown::Nothing)
}

/// The wijk, if who prints may do so there.
pub(super) fn in_wijk<'a>(
    round: &'a Round,
    second: &Second<IssueCodes>,
    wijk: WijkId,
) -> Result<&'a RoundWijk, AppError> {
    round
        .wijk(wijk)
        .filter(|_| second.permit().covers(wijk))
        .ok_or(AppError::NotFound)
}

pub async fn page(
    Agreeing { ctx, second }: Agreeing<IssueCodes>,
    paths::Making { round, wijk }: paths::Making,
) -> Answer {
    let round = of_staff(&ctx, second.permit(), round).await?;
    let entry = in_wijk(&round, &second, wijk)?;
    let shown = shown(&ctx, (round.id, wijk));
    Ok(ctx.page(&ctx.say("rounds.making.title"), || {
        view(&round, entry, shown)
    }))
}

/// On to the page that shows the letters once.
pub async fn submit(
    Agreeing { ctx, second }: Agreeing<IssueCodes>,
    paths::Making { round, wijk }: paths::Making,
    _: Form,
) -> Answer {
    let found = of_staff(&ctx, second.permit(), round).await?;
    in_wijk(&found, &second, wijk)?;
    Ok(match shown(&ctx, (round, wijk)) {
        Shown::Ready { .. } => ctx.see_other(paths::Print { round, wijk }),
        Shown::AtIt { .. } | Shown::Failed | Shown::Nothing => {
            ctx.see_other(paths::Making { round, wijk })
        }
    })
}

fn view(round: &Round, entry: &RoundWijk, shown: Shown) -> impl IntoView + use<> {
    let again = href(paths::Making {
        round: round.id,
        wijk: entry.wijk.id,
    });
    let body = match shown {
        Shown::AtIt { made, total } => {
            let how_far = tf(
                "rounds.making.how_far",
                &[("made", &count(made)), ("total", &count(total))],
            );
            view! {
                <p id="voortgang">{how_far}</p>
                <progress class="wb-progress" aria-labelledby="voortgang" value=made max=total></progress>
                <p>{t("rounds.making.wait")}</p>
                <p><ButtonLink label=t("rounds.making.again") href=again/></p>
            }
            .into_any()
        }
        Shown::Ready { .. } => view! {
            <Notice kind=NoticeKind::Warning title=t("rounds.making.ready")>
                <p>{t("rounds.making.ready_text")}</p>
            </Notice>
            <form method="post" class="wb-form">
                <ButtonRow><Button label=t("rounds.making.show")/></ButtonRow>
            </form>
        }
        .into_any(),
        Shown::Failed => view! {
            <Notice kind=NoticeKind::Danger title=t("rounds.making.failed")><p>{t("rounds.making.failed_text")}</p></Notice>
        }
        .into_any(),
        Shown::Nothing => view! {
            <Notice title=t("rounds.making.nothing")><p>{t("rounds.making.nothing_text")}</p></Notice>
        }
        .into_any(),
    };
    view! {
        <h1>{t("rounds.making.title")}</h1>
        <p class="wb-lead" dir="auto">{entry.wijk.name.clone()} ", " {round.title.clone()}</p>
        {body}
        <p><a href=href(work::paths::Home)>{t("requests.back")}</a></p>
    }
}
