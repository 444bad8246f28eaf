//! The beginning of a proposal: what a wijkbasisbaan is, and for which wijk. Then it has an address of its own.

use domain::{
    access::{Permit, Propose},
    fault::{Faults, choice},
    id::WijkId,
    phase::Phase,
    round::{Beginning, Millis, Round, planned, what_now},
};
use leptos::prelude::*;

use super::paths;
use crate::{
    rounds::{self, visible},
    ui::{Button, ButtonLink, ButtonRow, Choice, Notice},
    verdringing,
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        form::{Form, labels},
        texts::{href, money, t, tf},
        time,
    },
};

pub async fn page(
    Allowed { ctx, permit }: Allowed<Propose>,
    paths::Begin { round }: paths::Begin,
) -> Answer {
    let round = visible(&ctx, round).await?;
    let form = match round.wijken.as_slice() {
        [only] => Form::of(vec![("wijk".into(), only.wijk.id.to_string())]),
        _ => Form::default(),
    };
    Ok(ctx.page(&ctx.say("proposals.begin.title"), || {
        view(&round, &permit, &form, ctx.now())
    }))
}

pub async fn submit(
    Allowed { ctx, permit }: Allowed<Propose>,
    paths::Begin { round }: paths::Begin,
    form: Form,
) -> Answer {
    let round = visible(&ctx, round).await?;
    match begin(&ctx, &permit, &round, &form).await {
        Ok(id) => Ok(ctx.see_other(paths::Edit { id })),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            Ok(ctx.again(&ctx.say("proposals.begin.title"), || {
                view(&round, &permit, &form, ctx.now())
            }))
        }
    }
}

async fn begin(
    ctx: &Ctx,
    permit: &Permit<Propose>,
    round: &Round,
    form: &Form,
) -> store::Result<domain::id::ProposalId> {
    let mut faults = Faults::default();
    let wijk = faults.keep("wijk", choice::<WijkId>(form.get("wijk")));
    match wijk {
        Some(wijk) => {
            ctx.app
                .store
                .begin_proposal(permit, round.id, wijk, ctx.now())
                .await
        }
        None => Err(faults.into_vec().into()),
    }
}

fn view(
    round: &Round,
    permit: &Permit<Propose>,
    form: &Form,
    now: Millis,
) -> impl IntoView + use<> {
    let at = rounds::paths::Show { round: round.id };
    let body = if round.phase.takes_proposals() {
        open(round, permit, form, now)
    } else {
        closed(round, now)
    };
    view! {
        {form.summary(labels("proposals.begin"))}
        <a class="wb-back" href=href(at)>{round.title.clone()}</a>
        <h1>{t("proposals.begin.title")}</h1>
        {body}
    }
}

fn open(round: &Round, permit: &Permit<Propose>, form: &Form, now: Millis) -> AnyView {
    let wijken: Vec<Choice> = round
        .wijken
        .iter()
        .filter(|entry| permit.covers(entry.wijk.id))
        .map(|entry| Choice::new(entry.wijk.id.to_string(), entry.wijk.name.clone()))
        .collect();
    let cap = money(round.settings.cap);
    let closes = what_now(round, now).until.map(|end| {
        view! { <p class="wb-muted">{tf("proposals.begin.until", &[("moment", &time::moment(end))])}</p> }
    });
    view! {
        <p class="wb-lead">{t("proposals.begin.lead")}</p>
        <ul>
            <li>{t("proposals.begin.gate_host")}</li>
            <li>{tf("proposals.begin.gate_cap", &[("cap", &cap)])}</li>
            <li>{t("proposals.begin.gate_displacement")} " " <a href=href(verdringing::paths::Explain)>{t("proposals.begin.more")}</a></li>
            <li>{t("proposals.begin.gate_lasting")}</li>
        </ul>
        {closes}
        <form method="post" class="wb-form" novalidate>
            {form.radios("proposals.begin", "wijk", wijken)}
            <ButtonRow><Button label=t("proposals.begin.button")/></ButtonRow>
        </form>
        <p class="wb-muted">{t("proposals.begin.later")}</p>
    }
    .into_any()
}

/// Not now: says when, if that is known.
fn closed(round: &Round, now: Millis) -> AnyView {
    let text = match planned(round, Phase::Proposing, now) {
        _ if round.phase > Phase::Proposing => t("proposals.begin.past"),
        Beginning::Planned(start) => {
            tf("proposals.begin.opens", &[("moment", &time::moment(start))])
        }
        _ => t("rounds.late.draft"),
    };
    view! {
        <Notice title=t("proposals.begin.closed")><p>{text}</p></Notice>
        <p><ButtonLink label=t("proposals.begin.read") href=href(paths::Listed { round: round.id })/></p>
        <p><a href=href(rounds::paths::Rounds)>{t("proposals.begin.other_rounds")}</a></p>
    }
    .into_any()
}
