//! A last look at the choices, and the button that casts the vote.

use axum::{http::HeaderMap, response::IntoResponse};
use domain::{
    ballot_box::{Channel, ControlWords},
    id::ProposalId,
};
use islands::words::OwnWords;
use leptos::prelude::*;
use store::{Refusal, StoreError, ballot_box::Vote};

use super::{
    choose::{self, Ballot},
    pass::{Pass, Voting},
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
    if voting.choices.is_empty() {
        return Ok(ctx.see_other(paths::Choose));
    }
    let ballot = choose::load(&ctx, voting.round, voting.wijk).await?;
    let words = suggested()?;
    Ok(ctx.page_with_island(&ctx.say("ballots.review.title"), || {
        view(&ballot, &voting, words)
    }))
}

pub async fn submit(ctx: Ctx, headers: HeaderMap, form: Form) -> Answer {
    let voting = match Pass::read(&ctx, &headers) {
        Some(Pass::Voting(voting)) if !voting.choices.is_empty() => voting,
        // Pressed twice, or went back: the vote is in.
        Some(Pass::Done { .. }) => return Ok(ctx.see_other(paths::Done)),
        Some(Pass::Voting(_)) => return Ok(ctx.see_other(paths::Choose)),
        None => return Ok(ctx.see_other(paths::EnterCode)),
    };
    // Words that cannot be read never cost anybody a vote: then the server picks.
    let words = match ControlWords::parse(form.get("words")) {
        Ok(words) => words,
        Err(_) => suggested()?,
    };
    let vote = Vote {
        round: voting.round,
        wijk: voting.wijk,
        choices: voting.choices.clone(),
        words,
        salt: voting.salt,
        channel: Channel::Online,
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
        Err(StoreError::Refused(Refusal::Faults(_))) => Ok(ctx.see_other(paths::Choose)),
        Err(error) => Err(error.into()),
    }
}

/// Words for voters without JavaScript: weaker, because the server knows them; the page «Hoe veilig is dit?» says so.
fn suggested() -> Result<ControlWords, AppError> {
    let mut entropy = [0; 5];
    getrandom::fill(&mut entropy).map_err(|_| AppError::Internal("no randomness".into()))?;
    Ok(ControlWords::from_entropy(entropy))
}

fn view(ballot: &Ballot, voting: &Voting, words: ControlWords) -> AnyView {
    let rows = ballot
        .wijk
        .candidates
        .iter()
        .zip(&ballot.contents)
        .filter(|(candidate, _)| voting.choices.contains(&candidate.proposal))
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
    let count = voting
        .choices
        .iter()
        .collect::<std::collections::BTreeSet<&ProposalId>>()
        .len() as u64;
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
    .into_any()
}
