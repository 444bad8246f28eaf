//! A last look at the choices, and the button that casts the vote.

use axum::{http::HeaderMap, response::IntoResponse};
use axum_extra::extract::cookie::CookieJar;
use domain::{ballot::Ballot, ballot_box::ControlWords, round::Millis};
use islands::words::OwnWords;
use leptos::prelude::*;
use store::ballot_box::Vote;

use super::{
    choose::{self, Shown},
    kept,
    pass::{Brought, Cast, Pass, Voting},
    paths, time_left,
};
use crate::{
    ui::{Button, ButtonRow, Pictogram},
    web::{
        context::{Answer, Ctx},
        error::AppError,
        form::Form,
        texts::{href, money, t, tf, tn},
    },
};

/// The form, for buttons that stand outside it.
const FORM: &str = "indienen";

pub async fn page(ctx: Ctx, headers: HeaderMap) -> Answer {
    let Some(voting) = Brought::voting(&ctx, &headers) else {
        return Ok(ctx.see_other(paths::EnterCode));
    };
    let ctx = ctx.about(voting.round).await;
    let shown = choose::load(&ctx, voting.round, voting.wijk).await?;
    let Ok(ballot) = voting.ballot.check(&shown.paper) else {
        return Ok(ctx.see_other(paths::Choose));
    };
    let voting = voting.seen(&ctx);
    let page = ctx.page_with_island(&ctx.say("ballots.review.title"), || {
        view(&shown, &ballot, &voting, ctx.now())
    });
    Ok((Pass::Voting(voting).write(&ctx), page).into_response())
}

pub async fn submit(ctx: Ctx, headers: HeaderMap, form: Form) -> Answer {
    let (voting, is_used) = match Brought::read(&ctx, &headers) {
        Brought::Voting(voting) => (voting, false),
        Brought::Used(voting) => (voting, true),
        // Pressed twice, or went back: the vote is in.
        Brought::Done(_) => return Ok(ctx.see_other(paths::Done)),
        Brought::Ended(_) | Brought::Nothing => return Ok(ctx.see_other(paths::EnterCode)),
    };
    if form.get("deed") == time_left::MORE && !is_used {
        let jar = Pass::Voting(voting.seen(&ctx)).write(&ctx);
        return Ok((jar, ctx.see_other(paths::Review)).into_response());
    }
    let (rules, _) = ctx.app.store.rules(voting.round).await?;
    let paper = rules.paper(voting.wijk).ok_or(AppError::NotFound)?;
    let Ok(ballot) = voting.ballot.check(&paper) else {
        // From a used pass nothing can be chosen any more.
        return Ok(if is_used {
            ctx.see_other(paths::EnterCode)
        } else {
            ctx.see_other(paths::Choose)
        });
    };
    let vote = Vote {
        ballot,
        // Words that cannot be read never cost anybody a vote: then the suggestion stands.
        words: ControlWords::parse(form.get("words")).unwrap_or(voting.suggested()),
        salt: voting.salt,
        began: voting.time.entered(),
    };
    let (store, seal_key) = (&ctx.app.store, voting.seal_key());
    if is_used {
        // A button pressed twice gets the same answer twice; a copy of the pass casts no other vote.
        if !store.is_cast(&seal_key, &vote).await? {
            return Ok(ctx.see_other(paths::EnterCode));
        }
    } else {
        store.cast(&seal_key, &vote, ctx.now()).await?;
        voting.use_up(&ctx);
    }
    let pass = Pass::Done(Cast::now(&voting, vote.words, &ctx));
    let kept = CookieJar::new().add(kept::removed());
    Ok((pass.write(&ctx), kept, ctx.see_other(paths::Done)).into_response())
}

fn view(shown: &Shown, ballot: &Ballot, voting: &Voting, now: Millis) -> impl IntoView + use<> {
    let rows = shown
        .paper
        .wijk()
        .candidates
        .iter()
        .zip(&shown.contents)
        .filter(|(candidate, _)| ballot.choices().contains(&candidate.proposal))
        .map(|(candidate, content)| {
            let family = content.as_ref().map_or("other", |content| content.family.name());
            view! {
                <li class="wb-review__job">
                    <Pictogram family=family/>
                    <span class="wb-number">{candidate.number}</span>
                    <strong dir="auto">{candidate.title.clone()}</strong>
                    <span>{tf("ballots.choose.price", &[("cost", &money(candidate.cost()))])}</span>
                    <a href=href(format!("{}#choice-{}", paths::Choose, candidate.number))>
                        {t("ballots.review.change")}
                        <span class="wb-visually-hidden" dir="auto">{format!(": {}", candidate.title)}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    let count = ballot.choices().len() as u64;
    view! {
        <h1>{t("ballots.review.title")}</h1>
        <p class="wb-lead">{tn("ballots.review.lead", count, &[])}</p>
        <ol class="wb-review">{rows}</ol>
        <div class="wb-band wb-band--loud">
            <p><strong>{t("ballots.choose.not_sent")}</strong> " " {t("ballots.review.press")}</p>
            <form method="post" action=href(paths::Review) id=FORM>
                <OwnWords
                    suggestion=voting.suggested().to_string() mark=voting.mark()
                    title=t("ballots.words.title") text=t("ballots.words.before")
                    weaker=t("ballots.words.weaker") secret=t("ballots.words.secret")
                />
                <ButtonRow><Button label=t("ballots.review.button") large=true/></ButtonRow>
                {time_left::warning(voting.time, now)}
            </form>
        </div>
        {time_left::until(voting.time, FORM)}
        <p><a href=href(paths::Choose)>{t("ballots.review.back")}</a></p>
    }
}
