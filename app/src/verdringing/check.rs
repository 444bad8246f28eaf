//! Checking one proposal: answers, parties, decision. Three forms on one page, each with a deed of its own, so that an
//! error in one never loses what stands in another.

use domain::{
    access::{DecideCheck, FillChecklist, Permit},
    id::ProposalId,
    phase::Phase,
    proposal::ProposalState,
    round::Round,
    verdringing::{Answers, Checklist, PartyOpinion},
};
use serde::Deserialize;
use store::{
    proposals::Record,
    verdringing::{CheckDraft, OpinionDraft},
};

use super::{check_view::view, paths};
use crate::web::{
    context::{Answer, Ctx},
    done::Done,
    error::AppError,
    form::Form,
};

/// Everything about one check.
pub(super) struct Check {
    pub record: Record,
    pub round: Round,
    pub checklist: Checklist,
    pub opinions: Vec<PartyOpinion>,
    /// Whether this person may decide.
    pub may_decide: bool,
}

impl Check {
    /// Whether the check can still change; the store decides again.
    pub fn is_open(&self) -> bool {
        let is_state = matches!(
            self.record.state,
            ProposalState::Submitted
                | ProposalState::NeedsChange
                | ProposalState::Admitted
                | ProposalState::Rejected
                | ProposalState::Postponed
        );
        is_state
            && matches!(
                self.round.phase,
                Phase::Proposing | Phase::CoCreation | Phase::Checking
            )
    }
}

/// The three forms; the one that was sent has what was typed and what is wrong.
pub(super) struct Forms {
    pub answers: Form,
    pub opinion: Form,
    pub decision: Form,
}

impl Forms {
    fn of(record: &Record) -> Self {
        let answers = record
            .answers
            .iter()
            .map(|(id, answer)| (id.clone(), answer.clone()))
            .collect();
        let decision = record.decision.iter().flat_map(|(decision, reason)| {
            [
                ("decision".to_owned(), decision.to_string()),
                ("reason".to_owned(), reason.clone()),
            ]
        });
        Self {
            answers: Form::of(answers),
            opinion: Form::default(),
            decision: Form::of(decision.collect()),
        }
    }

    /// The form that something is wrong with.
    pub fn faulty(&self) -> &Form {
        [&self.answers, &self.opinion]
            .into_iter()
            .find(|form| form.is_faulty())
            .unwrap_or(&self.decision)
    }
}

async fn load(ctx: &Ctx, id: ProposalId) -> Result<Check, AppError> {
    let store = &ctx.app.store;
    let record = store.proposal(id).await?;
    let permit: Permit<FillChecklist> = ctx.permit()?;
    if !record.state.is_public() || !permit.covers(record.wijk) {
        return Err(AppError::NotFound);
    }
    Ok(Check {
        round: store.round(record.round).await?,
        checklist: store.checklist(record.round).await?,
        opinions: store.opinions(record.id).await?,
        may_decide: ctx
            .permit::<DecideCheck>()
            .is_ok_and(|permit| permit.covers(record.wijk)),
        record,
    })
}

pub async fn page(ctx: Ctx, paths::Check { id }: paths::Check) -> Answer {
    let check = load(&ctx, id).await?;
    let forms = Forms::of(&check.record);
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
            let mut forms = Forms::of(&check.record);
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
    match deed {
        Deed::Answers => Ok(store
            .answer_checklist(&ctx.permit()?, id, &answers(check, form), now)
            .await
            .map(|()| Done::AnswersKept)),
        Deed::Opinion => {
            let draft = OpinionDraft {
                party: form.get("party").to_owned(),
                opinion: form.get("opinion").to_owned(),
                remark: form.get("remark").to_owned(),
            };
            match draft.check() {
                Ok(opinion) => Ok(store
                    .record_opinion(&ctx.permit()?, id, &opinion, now)
                    .await
                    .map(|()| Done::OpinionKept)),
                Err(error) => Ok(Err(error)),
            }
        }
        Deed::Decide => {
            let draft = CheckDraft {
                decision: form.get("decision").to_owned(),
                reason: form.get("reason").to_owned(),
            };
            Ok(store
                .decide_check(&ctx.permit()?, id, &draft, now)
                .await
                .map(|()| Done::CheckDecided))
        }
    }
}

/// The answers that were chosen; a question without one stays unknown.
fn answers(check: &Check, form: &Form) -> Answers {
    check
        .checklist
        .questions()
        .iter()
        .filter(|question| !form.get(&question.id).is_empty())
        .map(|question| (question.id.clone(), form.get(&question.id).to_owned()))
        .collect()
}
