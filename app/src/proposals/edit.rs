//! Writing a proposal: kept as typed, checked when it is handed in, taken back by its author.

use domain::{
    access::{Permit, Propose},
    fault::{Fault, What},
    id::ProposalId,
    proposal::{Limits, ProposalDraft, ProposalState},
    round::Round,
};
use leptos::prelude::*;
use serde::Deserialize;
use store::{Refusal, StoreError, proposals::Record};

use super::{fields, paths, state_badge, wijk_name};
use crate::{
    ui::{Button, ButtonKind, ButtonRow, Checkboxes, Choice, Notice, NoticeKind},
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        done::Done,
        error::AppError,
        form::Form,
        texts::{href, t},
    },
};

/// The author's own proposal with its round.
struct Own {
    record: Record,
    round: Round,
}

impl Own {
    fn may_change(&self) -> bool {
        self.record.state.may_change(self.round.phase)
    }

    fn may_withdraw(&self) -> bool {
        self.record.state.may_withdraw(self.round.phase)
    }

    fn address(&self) -> paths::Show {
        paths::Show { id: self.record.id }
    }
}

/// Anybody else's proposal does not exist here.
async fn own(ctx: &Ctx, id: ProposalId) -> Result<Own, AppError> {
    let record = ctx.app.store.proposal(id).await?;
    if !ctx.permit::<Propose>()?.is_own(record.author) {
        return Err(AppError::NotFound);
    }
    let round = ctx.app.store.round(record.round).await?;
    Ok(Own { record, round })
}

pub async fn page(ctx: Ctx, paths::Edit { id }: paths::Edit) -> Answer {
    let own = own(&ctx, id).await?;
    if !own.may_change() && !own.may_withdraw() {
        // The page of the proposal says what it waits for.
        return Ok(ctx.see_other(own.address()));
    }
    let form = fields::fill(&own.record.draft)?;
    let is_kept = ctx.visitor.done == Some(Done::DraftKept);
    Ok(ctx.page_with_island(&ctx.say("proposals.edit.title"), || {
        view(&own, &form, is_kept)
    }))
}

pub async fn submit(
    Allowed { ctx, permit }: Allowed<Propose>,
    paths::Edit { id }: paths::Edit,
    form: Form,
) -> Answer {
    let own = own(&ctx, id).await?;
    match form.pressed()? {
        Deed::Submit => hand_in(&ctx, &permit, &own, &form).await,
        Deed::Withdraw => withdraw(&ctx, &permit, &own, &form).await,
        Deed::Keep => keep(&ctx, &permit, &own, &form, false).await,
        Deed::Cost => keep(&ctx, &permit, &own, &form, true).await,
    }
}

/// The buttons of the page.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Deed {
    Keep,
    Cost,
    Submit,
    Withdraw,
}

/// Keeps what was typed. Of a proposal that was handed in before, only the sum is computed: its public text changes
/// when it is handed in again.
async fn keep(
    ctx: &Ctx,
    permit: &Permit<Propose>,
    own: &Own,
    form: &Form,
    is_cost: bool,
) -> Answer {
    if is_cost && own.record.state != ProposalState::Draft {
        return Ok(
            ctx.page_with_island(&ctx.say("proposals.edit.title"), || view(own, form, false))
        );
    }
    match ctx
        .app
        .store
        .keep_draft(permit, own.record.id, &form.draft()?)
        .await
    {
        Ok(()) => {
            let place = if is_cost { "#costs" } else { "" };
            let path = paths::Edit { id: own.record.id };
            Ok(ctx.done(Done::DraftKept, format!("{path}{place}")))
        }
        Err(error) => again(ctx, own, form, error),
    }
}

async fn hand_in(ctx: &Ctx, permit: &Permit<Propose>, own: &Own, form: &Form) -> Answer {
    let draft: ProposalDraft = form.draft()?;
    let handed_in = match draft.check(Limits::of(&own.round), ctx.lang().notation()) {
        // Too late is said first: nobody mends a form that is taken no more.
        _ if !own.may_change() => Err(Refusal::Phase.into()),
        Ok(proposal) => {
            ctx.app
                .store
                .submit_proposal(permit, own.record.id, &proposal, ctx.now())
                .await
        }
        Err(faults) => Err(faults.into()),
    };
    match handed_in {
        Ok(_) => Ok(ctx.done(Done::ProposalSubmitted, own.address())),
        Err(error) => {
            // Nothing is lost, even when the tab closes now.
            if own.record.state == ProposalState::Draft && matches!(error, StoreError::Refused(_)) {
                ctx.app
                    .store
                    .keep_draft(permit, own.record.id, &draft)
                    .await?;
            }
            again(ctx, own, form, error)
        }
    }
}

async fn withdraw(ctx: &Ctx, permit: &Permit<Propose>, own: &Own, form: &Form) -> Answer {
    let taken_back = if form.get("sure") == "yes" {
        ctx.app
            .store
            .withdraw_proposal(permit, own.record.id, ctx.now())
            .await
    } else {
        Err(vec![Fault::at("sure", What::NotConfirmed)].into())
    };
    match taken_back {
        Ok(()) => Ok(ctx.done(Done::ProposalWithdrawn, paths::Mine)),
        Err(error) => again(ctx, own, &fields::fill(&own.record.draft)?, error),
    }
}

fn again(ctx: &Ctx, own: &Own, form: &Form, error: StoreError) -> Answer {
    let form = Ctx::faults(error, form)?;
    Ok(ctx.again(&ctx.say("proposals.edit.title"), || view(own, &form, false)))
}

fn view(own: &Own, form: &Form, is_kept: bool) -> impl IntoView + use<> {
    let record = &own.record;
    let kept = is_kept.then(|| {
        view! {
            <Notice kind=NoticeKind::Success title=t("proposals.edit.kept")>
                <p>{t("proposals.edit.kept_text")} " " <a href=href(paths::Mine)>{t("proposals.mine.title")}</a></p>
            </Notice>
        }
    });
    let wijk = wijk_name(&own.round, record.wijk);
    let body = own.may_change().then(|| {
        view! {
            {advice(record)}
            <Notice kind=NoticeKind::Warning title=t("proposals.edit.no_names")>
                <p>{t("proposals.edit.no_names_text")}</p>
            </Notice>
            {fields::view(form, &own.round, wijk, record.state)}
        }
    });
    view! {
        {form.summary(fields::label)}
        <a class="wb-back" href=href(own.address())>{t("proposals.edit.back")}</a>
        <h1>{t("proposals.edit.title")}</h1>
        <p>{state_badge(record.state)}</p>
        {kept}
        {body}
        {own.may_withdraw().then(|| withdrawal(form, own))}
    }
}

/// What the state means for the author; what the reviewer asks for comes first.
fn advice(record: &Record) -> AnyView {
    match (record.state, &record.decision) {
        (ProposalState::Draft, _) => {
            view! { <p class="wb-lead">{t("proposals.edit.lead")}</p> }.into_any()
        }
        (ProposalState::NeedsChange, Some((_, reason))) => {
            let reason = reason.clone();
            view! {
                <Notice kind=NoticeKind::Warning title=t("proposals.edit.asked")>
                    <p class="wb-typed" dir="auto">{reason}</p>
                </Notice>
            }
            .into_any()
        }
        // Handed in: changing it begins the check anew.
        (_, _) => view! { <p class="wb-lead">{t("proposals.edit.change_lead")}</p> }.into_any(),
    }
}

/// Stands apart from the form, folded away, and asks for a tick, because it cannot be undone.
fn withdrawal(form: &Form, own: &Own) -> impl IntoView + use<> {
    let is_open = form.error("sure").is_some() || !own.may_change();
    let label = form.label_saying("sure", t("proposals.withdraw.legend"));
    let tick = vec![Choice::new("yes", t("proposals.withdraw.sure"))];
    view! {
        <details id="intrekken" open=is_open>
            <summary>{t("proposals.withdraw.title")}</summary>
            <form method="post" class="wb-form" novalidate>
                <p>{t("proposals.withdraw.text")}</p>
                <Checkboxes label=label options=tick/>
                <ButtonRow>
                    <Button label=t("proposals.withdraw.button") kind=ButtonKind::Danger name="deed" value="withdraw"/>
                </ButtonRow>
            </form>
        </details>
    }
}
