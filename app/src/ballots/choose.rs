//! The ballot: a card per job, as big as a thumb, with its price and what is left to choose.

use axum::{http::HeaderMap, response::IntoResponse};
use domain::{
    ballot::{BallotDraft, BallotPaper},
    id::{RoundId, WijkId},
    proposal::Proposal,
    round::Millis,
};
use islands::meter::BallotMeter;
use leptos::prelude::*;
use store::proposals::Which;

use super::{
    pass::{Brought, Pass, Voting},
    paths, time_left,
};
use crate::{
    ui::{Button, FieldError, Icon, IconName, Notice, NoticeKind, Pictogram},
    web::{
        context::{Answer, Ctx},
        error::AppError,
        form::Form,
        texts::{count, href, money, t, tf, tn},
    },
};

/// The form, for buttons that stand outside it.
const FORM: &str = "stembiljet";

/// The ballot of a wijk with what stands behind each number.
pub struct Shown {
    pub paper: BallotPaper,
    pub contents: Vec<Option<Proposal>>,
}

/// The frozen ballot of a wijk.
pub async fn load(ctx: &Ctx, round: RoundId, wijk: WijkId) -> Result<Shown, AppError> {
    let (rules, _) = ctx.app.store.rules(round).await?;
    let paper = rules.paper(wijk).ok_or(AppError::NotFound)?;
    let listed = ctx.app.store.proposals(Which::Public(round)).await?;
    let contents = paper
        .wijk()
        .candidates
        .iter()
        .map(|candidate| {
            listed
                .iter()
                .find(|p| p.id == candidate.proposal)
                .and_then(|p| p.content.clone())
        })
        .collect();
    Ok(Shown { paper, contents })
}

pub async fn page(ctx: Ctx, headers: HeaderMap) -> Answer {
    let Some(voting) = Brought::voting(&ctx, &headers) else {
        return Ok(ctx.see_other(paths::EnterCode));
    };
    let ctx = ctx.about(voting.round).await;
    let shown = load(&ctx, voting.round, voting.wijk).await?;
    let form = Form::filled(&voting.ballot)?;
    let voting = voting.seen(&ctx);
    let page = ctx.page_with_island(&ctx.say("ballots.choose.title"), || {
        view(&shown, &form, &voting, ctx.now())
    });
    Ok((Pass::Voting(voting).write(&ctx), page).into_response())
}

pub async fn submit(ctx: Ctx, headers: HeaderMap, form: Form) -> Answer {
    let (mut voting, is_over) = match Brought::read(&ctx, &headers) {
        Brought::Voting(voting) => (voting.seen(&ctx), false),
        // Too late, but what was ticked is kept for who enters the same code again.
        Brought::Ended(voting) => (voting, true),
        Brought::Nothing | Brought::Used(_) | Brought::Done(_) => {
            return Ok(ctx.see_other(paths::EnterCode));
        }
    };
    let ctx = ctx.about(voting.round).await;
    let shown = load(&ctx, voting.round, voting.wijk).await?;
    let draft = form.draft::<BallotDraft>()?;
    if is_over || form.get("deed") == time_left::MORE {
        voting.ballot = draft.known_to(&shown.paper);
        let jar = Pass::Voting(voting).write(&ctx);
        let next = if is_over {
            ctx.see_other(paths::EnterCode)
        } else {
            ctx.see_other(paths::Choose)
        };
        return Ok((jar, next).into_response());
    }
    match draft.check(&shown.paper) {
        Ok(ballot) => {
            voting.ballot = BallotDraft::from(&ballot);
            let jar = Pass::Voting(voting).write(&ctx);
            Ok((jar, ctx.see_other(paths::Review)).into_response())
        }
        Err(faults) => {
            let form = form.with_faults(faults);
            let page = ctx.again_with_island(&ctx.say("ballots.choose.title"), || {
                view(&shown, &form, &voting, ctx.now())
            });
            Ok((Pass::Voting(voting).write(&ctx), page).into_response())
        }
    }
}

fn view(shown: &Shown, form: &Form, voting: &Voting, now: Millis) -> impl IntoView + use<> {
    let wijk = shown.paper.wijk();
    let heading = tn("ballots.choose.heading", shown.paper.max().into(), &[]);
    let chosen = form.all("choices");
    let cards = wijk
        .candidates
        .iter()
        .zip(&shown.contents)
        .map(|(candidate, content)| card(candidate, content.as_ref(), &chosen))
        .collect_view();
    view! {
        {form.summary(|_| None)}
        <h1>{heading.clone()}</h1>
        <p class="wb-lead" dir="auto">{tf("ballots.choose.lead", &[("wijk", &wijk.name), ("budget", &money(wijk.budget))])}</p>
        {again(voting.has_voted)}
        <form method="post" action=href(paths::Choose) class="wb-ballot" id=FORM>
            <fieldset class="wb-ballot__set" id="choices" aria-describedby=form.error("choices").map(|_| "choices-error")>
                <legend class="wb-visually-hidden">{heading}</legend>
                <FieldError name="choices" error=form.error("choices")/>
                <ol class="wb-ballot__list">{cards}</ol>
            </fieldset>
            <div class="wb-ballot__bar">
                <BallotMeter
                    max=shown.paper.max() start=chosen.len()
                    none=t("ballots.choose.meter.none") some=t("ballots.choose.meter.some")
                    full=t("ballots.choose.meter.full") over=t("ballots.choose.meter.over")
                />
                <p class="wb-ballot__status">{t("ballots.choose.not_sent")}</p>
                <Button label=t("ballots.choose.button") large=true/>
                {time_left::warning(voting.time, now)}
            </div>
        </form>
        {time_left::until(voting.time, FORM)}
    }
}

/// That there was voted with this letter. Where there was not, as many bytes that nobody sees: whoever watches the line must
/// not tell the one page from the other.
fn again(has_voted: bool) -> AnyView {
    let said = || {
        view! {
            <Notice kind=NoticeKind::Info title=t("ballots.choose.again_title")><p>{t("ballots.choose.again")}</p></Notice>
        }
    };
    if has_voted {
        return said().into_any();
    }
    let blank = |filling: String| view! { <p hidden>{filling}</p> };
    let length = said().into_any().to_html().len();
    let frame = blank(" ".to_owned()).into_any().to_html().len() - 1;
    blank(" ".repeat(length.saturating_sub(frame))).into_any()
}

fn card(
    candidate: &domain::round::Candidacy,
    content: Option<&Proposal>,
    chosen: &[String],
) -> impl IntoView + use<> {
    let value = candidate.proposal.to_string();
    let id = format!("choice-{}", candidate.number);
    let family = content.map_or("other", |content| content.family.name());
    let is_chosen = chosen.contains(&value);
    let what = content.map(|content| first_sentence(&content.description));
    let host = content.map(|content| tf("ballots.choose.host", &[("host", &content.host_name)]));
    let price = if candidate.places == 1 {
        tf(
            "ballots.choose.price",
            &[("cost", &money(candidate.cost()))],
        )
    } else {
        tf(
            "ballots.choose.price_places",
            &[
                ("cost", &money(candidate.cost())),
                ("places", &count(candidate.places.into())),
            ],
        )
    };
    let more = content.map(|content| {
        view! {
            <p class="wb-text" dir="auto">{content.description.clone()}</p>
            <p>{tf("ballots.choose.hours", &[("hours", &count(content.hours.into()))])}</p>
            <p dir="auto">{content.guidance.clone()}</p>
        }
    });
    let listing = tf("ballots.choose.more_about", &[("title", &candidate.title)]);
    view! {
        <li class="wb-ballot__job">
            <input class="wb-choice__input wb-ballot__input" type="checkbox" name="choices" id=id.clone() value=value checked=is_chosen/>
            <label class="wb-ballot__card" for=id>
                <Pictogram family=family/>
                <span class="wb-number">{candidate.number}</span>
                <span class="wb-ballot__title" dir="auto">{candidate.title.clone()}</span>
                <span class="wb-ballot__what" dir="auto">{what}</span>
                <span class="wb-ballot__for" dir="auto">{host}</span>
                <span class="wb-ballot__price">{price}</span>
                <span class="wb-ballot__chosen" aria-hidden="true"><Icon name=IconName::Check/>{t("ballots.choose.chosen")}</span>
            </label>
            <div class="wb-ballot__more">
                <details><summary>{t("ballots.choose.more")}<span class="wb-visually-hidden">{listing}</span></summary>{more}</details>
            </div>
        </li>
    }
}

/// As much as fits on a card.
fn first_sentence(text: &str) -> String {
    text.split_inclusive(['.', '!', '?'])
        .next()
        .unwrap_or(text)
        .trim()
        .to_owned()
}
