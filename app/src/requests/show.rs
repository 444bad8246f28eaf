//! One act that waits for a second person: what it does, what becomes fixed by it, and agreeing or taking it back.

use axum::response::Response;
use domain::{
    access::{
        CancelLetter, CancelVote, CountVotes, IssueCodes, MoveDates, ReadStaffPages, StepVote,
    },
    act::{Act, ActKind},
    fault::{Fault, What},
    id::RequestId,
    phase::{Waits, waits},
    round::Millis,
};
use leptos::prelude::*;
use serde::Deserialize;
use store::{StoreError, announced::BoxOnPaper};

use super::{Waiting, facts::facts, paths};
use crate::{
    counting, letters, outcomes,
    rounds::waits::why,
    ui::{Button, ButtonKind, ButtonRow, Choice, Notice, NoticeKind},
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        done::Done,
        error::AppError,
        form::{Form, labels},
        texts::{href, t},
    },
    work,
};

pub async fn page(
    Allowed { ctx, .. }: Allowed<ReadStaffPages>,
    paths::Show { request }: paths::Show,
) -> Answer {
    let waiting = load(&ctx, request).await?;
    let ctx = ctx.about(waiting.round.id).await;
    let shown = Shown::of(&ctx, waiting).await?;
    Ok(ctx.page(&shown.title(&ctx), || view(&shown, &Form::default())))
}

pub async fn submit(
    Allowed { ctx, .. }: Allowed<ReadStaffPages>,
    paths::Show { request }: paths::Show,
    form: Form,
) -> Answer {
    let waiting = load(&ctx, request).await?;
    let done = match form.pressed()? {
        Deed::Withdraw => withdraw(&ctx, &waiting).await,
        Deed::Agree if form.get("sure").is_empty() => {
            Err(vec![Fault::at("sure", What::NotConfirmed)].into())
        }
        Deed::Agree => agree(&ctx, &waiting, &form).await,
    };
    match done {
        Ok(answer) => Ok(answer),
        Err(error) => {
            // What was typed of a card is never sent back, and nothing else was typed.
            let form = Ctx::faults(counting::at_card(error), &Form::default())?;
            let shown = Shown::of(&ctx, waiting).await?;
            Ok(ctx.again(&shown.title(&ctx), || view(&shown, &form)))
        }
    }
}

/// The buttons of the page.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Deed {
    Agree,
    Withdraw,
}

/// The request, if it is anything to the visitor.
async fn load(ctx: &Ctx, request: RequestId) -> Result<Waiting, AppError> {
    let request = ctx.app.store.request(request, ctx.now()).await?;
    let round = ctx.app.store.round(request.act.round()).await?;
    let waiting = Waiting { request, round };
    if waiting.is_mine(ctx) || waiting.may_agree(ctx) {
        Ok(waiting)
    } else {
        Err(AppError::NotFound)
    }
}

async fn withdraw(ctx: &Ctx, waiting: &Waiting) -> store::Result<Response> {
    let person = ctx.actor().map(|actor| actor.person);
    let person = person.ok_or(StoreError::NotFound)?;
    let store = &ctx.app.store;
    store
        .withdraw(person, waiting.request.id, ctx.now())
        .await?;
    Ok(ctx.done(Done::RequestWithdrawn, work::paths::Home))
}

async fn agree(ctx: &Ctx, waiting: &Waiting, form: &Form) -> store::Result<Response> {
    let (store, now) = (&ctx.app.store, ctx.now());
    let (id, round) = (waiting.request.id, waiting.round.id);
    let actor = ctx.actor().ok_or(StoreError::NotFound)?;
    let forbidden = |_| StoreError::NotFound;
    match waiting.request.act {
        Act::MakeLetters { wijk, batch, .. } => {
            let second = actor.second::<IssueCodes>().map_err(forbidden)?;
            letters::start(ctx, second, id, (round, wijk, batch), actor.person);
            Ok(ctx.see_other(letters::paths::Making { round, wijk }))
        }
        Act::CancelLetter { .. } => {
            let second = actor.second::<CancelLetter>().map_err(forbidden)?;
            store.cancel_letter(&second, id, now).await?;
            Ok(ctx.done(Done::LetterCancelled, work::paths::Home))
        }
        Act::CancelVote { .. } => {
            let second = actor.second::<CancelVote>().map_err(forbidden)?;
            store.cancel_vote(&second, id, now).await?;
            Ok(ctx.done(Done::RoundCancelled, work::paths::Home))
        }
        Act::MoveDates { .. } => {
            let second = actor.second::<MoveDates>().map_err(forbidden)?;
            store.agree_to_dates(&second, id, now).await?;
            Ok(ctx.done(Done::DatesMoved, work::paths::Home))
        }
        Act::StepVote { .. } => {
            let second = actor.second::<StepVote>().map_err(forbidden)?;
            store.step_vote(&second, id, now).await?;
            Ok(ctx.done(Done::VoteStepped, work::paths::Home))
        }
        Act::CountVotes { .. } => {
            let second = actor.second::<CountVotes>().map_err(forbidden)?;
            let seed = counting::typed(ctx, &waiting.round, form).await?;
            store.count_votes(&second, id, seed, now).await?;
            Ok(ctx.see_other(outcomes::paths::Outcome { round }))
        }
    }
}

/// A request with what its page shows beside it.
struct Shown {
    waiting: Waiting,
    is_mine: bool,
    /// Whether it was asked for just now.
    is_new: bool,
    /// The closed boxes and how far typing the cards is, where agreeing is counting.
    count: Option<(Vec<BoxOnPaper>, counting::Typing)>,
    /// Why the clock left it to people, where agreeing is opening or closing a vote.
    waits: Option<Waits>,
    now: Millis,
}

impl Shown {
    async fn of(ctx: &Ctx, waiting: Waiting) -> Result<Self, AppError> {
        let is_mine = waiting.is_mine(ctx);
        let count = match waiting.request.act {
            Act::CountVotes { round } => {
                let boxes = ctx.app.store.announced(round).await?.boxes;
                Some((boxes, counting::Typing::of(ctx, &waiting.round)))
            }
            _ => None,
        };
        let waits = match waiting.request.act {
            Act::StepVote { round, step, .. } => {
                let facts = ctx.app.store.round_facts(round, ctx.now()).await?;
                waits(step, &facts)
            }
            _ => None,
        };
        Ok(Self {
            waits,
            now: ctx.now(),
            waiting,
            is_mine,
            is_new: ctx.visitor.done == Some(Done::RequestMade),
            count,
        })
    }

    fn kind(&self) -> ActKind {
        ActKind::from(&self.waiting.request.act)
    }

    fn title(&self, ctx: &Ctx) -> String {
        ctx.say(&format!("requests.act.{}", self.kind()))
    }
}

fn view(shown: &Shown, form: &Form) -> impl IntoView + use<> {
    let kind = shown.kind();
    let body = if shown.is_mine {
        mine().into_any()
    } else {
        agreeing(shown, form).into_any()
    };
    let late = matches!(kind, ActKind::MakeLetters)
        .then(|| letters::late(&shown.waiting.round, shown.now));
    let boxes = shown.count.as_ref();
    let boxes = boxes.map(|(boxes, _)| counting::boxes(&shown.waiting.round, boxes));
    view! {
        {form.summary(|field| counting::label(field).or_else(|| labels("requests.field")(field)))}
        <h1>{t(&format!("requests.act.{kind}"))}</h1>
        {shown.is_new.then(|| view! { <Notice kind=NoticeKind::Success title=t("requests.done.request_made")/> })}
        <div class="wb-beside">
            <div>
                {facts(&shown.waiting)}
                {shown.waits.map(why)}
                {late}
                {boxes}
            </div>
            <div>
                <Notice kind=NoticeKind::Warning title=t("requests.fixed")>
                    <p>{t(&format!("requests.fixed.{kind}"))}</p>
                </Notice>
                {body}
            </div>
        </div>
        <p><a href=href(work::paths::Home)>{t("requests.back")}</a></p>
    }
}

fn mine() -> impl IntoView {
    view! {
        <p>{t("requests.mine")}</p>
        <form method="post" class="wb-form" novalidate>
            <ButtonRow>
                <Button label=t("requests.withdraw") kind=ButtonKind::Secondary name="deed" value="withdraw"/>
            </ButtonRow>
        </form>
    }
}

fn agreeing(shown: &Shown, form: &Form) -> impl IntoView + use<> {
    let cards = shown.count.as_ref();
    let cards = cards.map(|(_, typing)| counting::fields(form, typing));
    let tick = vec![Choice::new("yes", t("requests.field.sure_yes"))];
    let button = t(&format!("requests.agree.{}", shown.kind()));
    view! {
        <form method="post" class="wb-form" novalidate autocomplete="off">
            {cards}
            {form.checkboxes("requests.field", "sure", tick)}
            <ButtonRow><Button label=button kind=ButtonKind::Danger name="deed" value="agree"/></ButtonRow>
        </form>
    }
}
