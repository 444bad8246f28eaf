//! Checking one proposal: answers, parties, decision. Three forms on one page, each with a deed of its own, so that an
//! error in one never loses what stands in another.

use domain::{
    access::{DecideCheck, FillChecklist, Permit},
    id::ProposalId,
    verdringing::{AnswersDraft, DecisionDraft, OpinionDraft, may_check},
};
use serde::Deserialize;

use super::{
    check_view::view,
    forms::{Check, Forms},
    paths,
};
use crate::web::{
    context::{Answer, Ctx},
    done::Done,
    error::AppError,
    form::Form,
};

async fn load(ctx: &Ctx, id: ProposalId) -> Result<Check, AppError> {
    let store = &ctx.app.store;
    let record = store.proposal(id).await?;
    let permit: Permit<FillChecklist> = ctx.permit()?;
    if !may_check(&permit, record.wijk, record.state) {
        return Err(AppError::NotFound);
    }
    Ok(Check {
        round: store.round(record.round).await?,
        checklist: store.checklist(record.round).await?,
        opinions: store.opinions(record.id).await?,
        may_decide: ctx
            .actor()
            .is_some_and(|actor| actor.may_in::<DecideCheck>(record.wijk)),
        record,
    })
}

pub async fn page(ctx: Ctx, paths::Check { id }: paths::Check) -> Answer {
    let check = load(&ctx, id).await?;
    let forms = Forms::of(&check.record)?;
    Ok(ctx.page(&ctx.say("verdringing.check.title"), || {
        view(&check, &forms, ctx.visitor.done)
    }))
}

pub async fn submit(ctx: Ctx, paths::Check { id }: paths::Check, form: Form) -> Answer {
    let check = load(&ctx, id).await?;
    let deed = form.pressed()?;
    match act(&ctx, &check, deed, &form).await? {
        Ok(done) => Ok(ctx.done(
            done,
            paths::Check {
                id: check.record.id,
            },
        )),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            let mut forms = Forms::of(&check.record)?;
            match deed {
                Deed::Answers => forms.answers = form,
                Deed::Opinion => forms.opinion = form,
                Deed::Decide => forms.decision = form,
            }
            Ok(ctx.again(&ctx.say("verdringing.check.title"), || {
                view(&check, &forms, None)
            }))
        }
    }
}

/// The buttons of the page.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Deed {
    Answers,
    Opinion,
    Decide,
}

/// Does one deed. The outer error has no form to go back to.
async fn act(
    ctx: &Ctx,
    check: &Check,
    deed: Deed,
    form: &Form,
) -> Result<store::Result<Done>, AppError> {
    let store = &ctx.app.store;
    let (id, now) = (check.record.id, ctx.now());
    Ok(match deed {
        Deed::Answers => {
            let answers = form.draft::<AnswersDraft>()?.check(&check.checklist);
            store
                .answer_checklist(&ctx.permit()?, id, &answers, now)
                .await
                .map(|()| Done::AnswersKept)
        }
        Deed::Opinion => match form.draft::<OpinionDraft>()?.check() {
            Ok(opinion) => store
                .record_opinion(&ctx.permit()?, id, &opinion, now)
                .await
                .map(|()| Done::OpinionKept),
            Err(faults) => Err(faults.into()),
        },
        Deed::Decide => {
            // Who may not decide is told so, and not what is wrong with the form.
            let permit: Permit<DecideCheck> = ctx.permit()?;
            match form.draft::<DecisionDraft>()?.check() {
                Ok(decision) => store
                    .decide_check(&permit, id, &decision, now)
                    .await
                    .map(|()| Done::CheckDecided),
                Err(faults) => Err(faults.into()),
            }
        }
    })
}
