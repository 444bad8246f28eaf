//! A last look at the choices, and the button that casts the vote.

use axum::{http::HeaderMap, response::IntoResponse};
use domain::{ballot::Ballot, ballot_box::ControlWords};
use islands::words::OwnWords;
use leptos::prelude::*;
use store::ballot_box::Vote;

use super::{
    choose::{self, Shown},
    pass::Pass,
    paths,
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

pub async fn page(ctx: Ctx, headers: HeaderMap) -> Answer {
    let Some(voting) = Pass::voting(&ctx, &headers) else {
        return Ok(ctx.see_other(paths::EnterCode));
    };
    let ctx = ctx.about(voting.round).await;
    let shown = choose::load(&ctx, voting.round, voting.wijk).await?;
    let Ok(ballot) = voting.ballot.check(&shown.paper) else {
        return Ok(ctx.see_other(paths::Choose));
    };
    let words = suggested()?;
    Ok(ctx.page_with_island(&ctx.say("ballots.review.title"), || {
        view(&shown, &ballot, words)
    }))
}

pub async fn submit(ctx: Ctx, headers: HeaderMap, form: Form) -> Answer {
    let voting = match Pass::read(&ctx, &headers) {
        Some(Pass::Voting(voting)) => voting,
        // Pressed twice, or went back: the vote is in.
        Some(Pass::Done { .. }) => return Ok(ctx.see_other(paths::Done)),
        None => return Ok(ctx.see_other(paths::EnterCode)),
    };
    let (rules, _) = ctx.app.store.rules(voting.round).await?;
    let paper = rules.paper(voting.wijk).ok_or(AppError::NotFound)?;
    let Ok(ballot) = voting.ballot.check(&paper) else {
        return Ok(ctx.see_other(paths::Choose));
    };
    // Words that cannot be read never cost anybody a vote: then the server picks.
    let words = match ControlWords::parse(form.get("words")) {
        Ok(words) => words,
        Err(_) => suggested()?,
    };
    let vote = Vote {
        ballot,
        words,
        salt: voting.salt,
        began: voting.began,
    };
    match ctx
        .app
        .store
        .cast(&voting.seal_key(), &vote, ctx.now())
        .await
    {
        Ok(()) => {
            let pass = Pass::Done {
                round: voting.round,
                words,
                at: ctx.now(),
            };
            Ok((pass.write(&ctx), ctx.see_other(paths::Done)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Words for voters without JavaScript: weaker, because the server knows them; the page «Hoe veilig is dit?» says so.
fn suggested() -> Result<ControlWords, AppError> {
    let mut entropy = [0; 5];
    getrandom::fill(&mut entropy).map_err(|_| AppError::Internal("no randomness".into()))?;
    Ok(ControlWords::from_entropy(entropy))
}

fn view(shown: &Shown, ballot: &Ballot, words: ControlWords) -> impl IntoView + use<> {
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
            <form method="post" action=href(paths::Review)>
                <OwnWords suggestion=words.to_string()/>
                <ButtonRow><Button label=t("ballots.review.button") large=true/></ButtonRow>
            </form>
        </div>
        <p><a href=href(paths::Choose)>{t("ballots.review.back")}</a></p>
    }
}
