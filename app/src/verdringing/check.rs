//! Checking one proposal: answers, parties, decision. Three forms on one page, each with a deed of its own, so that an
//! error in one never loses what stands in another.

use axum::extract::{Path, Query};
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
    checks::{CheckDraft, OpinionDraft},
    proposals::Record,
};

use super::check_view::view;
use crate::{
    context::{Answer, Ctx, id},
    error::AppError,
    form::Form,
};

/// What was done just before.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Done {
    gedaan: String,
}

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

async fn load(ctx: &Ctx, text: &str) -> Result<Check, AppError> {
    let store = &ctx.app.store;
    let record = store.proposal(id::<ProposalId>(text)?).await?;
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

pub async fn page(ctx: Ctx, Path(text): Path<String>, Query(done): Query<Done>) -> Answer {
    let check = load(&ctx, &text).await?;
    let forms = Forms::of(&check.record);
    Ok(ctx.page(&ctx.say("verdringing.check.title"), || {
        view(&check, &forms, &done.gedaan)
    }))
}

pub async fn submit(ctx: Ctx, Path(text): Path<String>, form: Form) -> Answer {
    let check = load(&ctx, &text).await?;
    let deed = form.get("deed");
    match act(&ctx, &check, deed, &form).await? {
        Ok(()) => Ok(ctx.see_other(&format!(
            "/werk/voorstellen/{}/toets?gedaan={deed}",
            check.record.id
        ))),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            let mut forms = Forms::of(&check.record);
            match form.get("deed") {
                "answers" => forms.answers = form,
                "opinion" => forms.opinion = form,
                _ => forms.decision = form,
            }
            Ok(ctx.again(&ctx.say("verdringing.check.title"), || {
                view(&check, &forms, "")
            }))
        }
    }
}

/// Does one deed. The outer error has no form to go back to.
async fn act(
    ctx: &Ctx,
    check: &Check,
    deed: &str,
    form: &Form,
) -> Result<store::Result<()>, AppError> {
    let store = &ctx.app.store;
    let (id, now) = (check.record.id, ctx.now());
    match deed {
        "answers" => Ok(store
            .answer_checklist(&ctx.permit()?, id, &answers(check, form), now)
            .await),
        "opinion" => {
            let draft = OpinionDraft {
                party: form.get("party").to_owned(),
                opinion: form.get("opinion").to_owned(),
                remark: form.get("remark").to_owned(),
            };
            match draft.check() {
                Ok(opinion) => Ok(store
                    .record_opinion(&ctx.permit()?, id, &opinion, now)
                    .await),
                Err(error) => Ok(Err(error)),
            }
        }
        "decide" => {
            let draft = CheckDraft {
                decision: form.get("decision").to_owned(),
                reason: form.get("reason").to_owned(),
            };
            Ok(store.decide_check(&ctx.permit()?, id, &draft, now).await)
        }
        _ => Err(AppError::NotFound),
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
