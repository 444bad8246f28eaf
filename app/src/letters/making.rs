//! Letters while they are made, and printing them: once, by whoever agreed to it.

use std::sync::{Arc, atomic::Ordering};

use domain::{
    access::{IssueCodes, Second},
    id::{PersonId, RequestId, RoundId, WijkId},
    round::{Round, RoundWijk},
};
use leptos::prelude::*;
use store::ballot_box::Letter;

use super::{letter::letter, paths};
use crate::{
    rounds::of_staff,
    ui::{Button, ButtonLink, ButtonRow, Notice, NoticeKind},
    web::{
        allowed::Agreeing,
        context::{Answer, Ctx},
        error::AppError,
        form::Form,
        made_letters::{Making, MakingState},
        texts::{count, href, t, tf, tn},
    },
    work,
};

/// Makes the letters that a request asks for, while its second person sees how far it is.
pub fn start(
    ctx: &Ctx,
    second: Second<IssueCodes>,
    request: RequestId,
    wanted: (RoundId, WijkId, u32),
    by: PersonId,
) {
    let (round, wijk, total) = wanted;
    let (app, now) = (Arc::clone(&ctx.app), ctx.now());
    let is_at_it = |making: &mut Making| matches!(making.state, MakingState::AtIt);
    // Pressing twice makes nothing twice.
    if app.letters.0.with((round, wijk), now, is_at_it) == Some(true) {
        return;
    }
    let made = Arc::default();
    let making = Making {
        by,
        total,
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
enum Shown {
    AtIt {
        made: u64,
        total: u64,
    },
    Ready,
    Failed,
    /// Nothing is being made, or it was printed, or somebody else prints it.
    Nothing,
}

fn shown(ctx: &Ctx, key: (RoundId, WijkId)) -> Shown {
    let person = ctx.actor().map(|actor| actor.person);
    let shown = ctx.app.letters.0.with(key, ctx.now(), |making| {
        if Some(making.by) != person {
            return Shown::Nothing;
        }
        match making.state {
            MakingState::AtIt => Shown::AtIt {
                made: making.made.load(Ordering::Relaxed).into(),
                total: making.total.into(),
            },
            MakingState::Ready(_) => Shown::Ready,
            MakingState::Failed => Shown::Failed,
        }
    });
    shown.unwrap_or(Shown::Nothing)
}

/// The wijk, if who prints may do so there.
fn in_wijk<'a>(
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
        Shown::Ready => ctx.see_other(paths::Print { round, wijk }),
        Shown::AtIt { .. } | Shown::Failed | Shown::Nothing => {
            ctx.see_other(paths::Making { round, wijk })
        }
    })
}

/// The letters, once. From here on their codes are nowhere but on the screen.
pub async fn print(
    Agreeing { ctx, second }: Agreeing<IssueCodes>,
    paths::Print { round, wijk }: paths::Print,
) -> Answer {
    let round = of_staff(&ctx, second.permit(), round).await?;
    let entry = in_wijk(&round, &second, wijk)?;
    let key = (round.id, wijk);
    let Shown::Ready = shown(&ctx, key) else {
        return Ok(ctx.see_other(paths::Making {
            round: round.id,
            wijk,
        }));
    };
    let taken = ctx.app.letters.0.take(key, ctx.now());
    let Some(MakingState::Ready(letters)) = taken.map(|making| making.state) else {
        return Ok(ctx.see_other(paths::Making {
            round: round.id,
            wijk,
        }));
    };
    let base = &ctx.app.base_url;
    Ok(ctx.page(&ctx.say("rounds.letters.print_title"), || {
        sheets(&round, entry, &letters, base)
    }))
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
        Shown::Ready => view! {
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

/// The letters themselves, one a sheet.
fn sheets(
    round: &Round,
    entry: &RoundWijk,
    letters: &[Letter],
    base_url: &str,
) -> impl IntoView + use<> {
    let sheets = letters
        .iter()
        .map(|one| letter(round, entry, one, base_url))
        .collect::<Vec<_>>();
    let many = u64::try_from(letters.len()).unwrap_or(u64::MAX);
    let back = href(work::paths::Home);
    view! {
        <div class="wb-no-print">
            <h1>{tn("rounds.letters.print", many, &[("wijk", &entry.wijk.name)])}</h1>
            <Notice kind=NoticeKind::Warning title=t("rounds.letters.once")>
                <p>{t("rounds.letters.once_text")}</p>
                <p><a href=back>{t("rounds.letters.printed")}</a></p>
            </Notice>
        </div>
        {sheets}
    }
}
