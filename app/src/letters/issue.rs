//! The letters of a round: asked for per wijk, and voided when the print went wrong.

use std::collections::BTreeMap;

use domain::{
    access::{IssueCodes, Permit},
    act::Act,
    ballot_box::Batch,
    fault::{Fault, What},
    id::{RequestId, WijkId},
    phase::Phase,
    round::{Millis, Round, RoundWijk},
};
use leptos::prelude::*;
use serde::Deserialize;
use store::StoreError;

use super::paths;
use crate::{
    counting, requests,
    rounds::{life, of_staff},
    ui::{
        Button, ButtonKind, ButtonRow, Checkboxes, Choice, Column, Notice, NoticeKind, Table,
        TextField, TextKind, Width,
    },
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        done::Done,
        error::AppError,
        form::Form,
        texts::{count, href, t, tf, tn},
        time,
    },
    work,
};

/// How many letters each wijk has, and whether they can be made.
struct Known {
    letters: BTreeMap<WijkId, u64>,
    /// What was asked for, and waits for another person.
    asked: BTreeMap<WijkId, RequestId>,
    has_key: bool,
}

pub async fn page(
    Allowed { ctx, permit }: Allowed<IssueCodes>,
    paths::Letters { round }: paths::Letters,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let known = load(&ctx, &round).await?;
    Ok(ctx.page(&ctx.say("rounds.letters.title"), || {
        view(&round, &known, &Form::default(), ctx.now())
    }))
}

pub async fn submit(
    Allowed { ctx, permit }: Allowed<IssueCodes>,
    paths::Letters { round }: paths::Letters,
    form: Form,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let Pressed { wijk, deed } = form.draft()?;
    round.wijk(wijk).ok_or(AppError::NotFound)?;
    let done = match deed {
        Deed::Issue => match ask(&ctx, &permit, &round, wijk, &form).await {
            Ok(request) => {
                return Ok(ctx.done(Done::RequestMade, requests::paths::Show { request }));
            }
            Err(error) => Err(error),
        },
        Deed::Void if form.get(&sure_field(wijk)).is_empty() => {
            Err(vec![Fault::at(sure_field(wijk), What::NotConfirmed)].into())
        }
        Deed::Void => {
            ctx.app
                .store
                .void_codes(&permit, round.id, wijk, ctx.now())
                .await
        }
    };
    match done {
        Ok(()) => Ok(ctx.see_other(paths::Letters { round: round.id })),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            let known = load(&ctx, &round).await?;
            Ok(ctx.again(&ctx.say("rounds.letters.title"), || {
                view(&round, &known, &form, ctx.now())
            }))
        }
    }
}

/// Which button was pressed, and for which wijk.
#[derive(Deserialize)]
struct Pressed {
    wijk: WijkId,
    deed: Deed,
}

/// The buttons of each wijk.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Deed {
    Issue,
    Void,
}

async fn ask(
    ctx: &Ctx,
    permit: &Permit<IssueCodes>,
    round: &Round,
    wijk: WijkId,
    form: &Form,
) -> store::Result<RequestId> {
    let field = count_field(wijk);
    let entry = round.wijk(wijk).ok_or(StoreError::NotFound)?;
    let batch = Batch::check(form.get(&field), ctx.lang().notation(), entry)
        .map_err(|what| vec![Fault::at(field, what)])?;
    ctx.app
        .store
        .ask_for_letters(permit, round.id, wijk, batch, ctx.now())
        .await
}

async fn load(ctx: &Ctx, round: &Round) -> Result<Known, AppError> {
    let letters = ctx.app.store.letters(round.id).await?.into_iter().collect();
    let has_key = ctx
        .app
        .store
        .round_facts(round.id, ctx.now())
        .await?
        .has_box_key;
    let asked = ctx.app.store.requests(ctx.now()).await?;
    let asked = asked.into_iter().filter_map(|request| match request.act {
        Act::MakeLetters {
            round: of, wijk, ..
        } if of == round.id => Some((wijk, request.id)),
        _ => None,
    });
    let asked = asked.collect();
    Ok(Known {
        letters,
        asked,
        has_key,
    })
}

fn count_field(wijk: WijkId) -> String {
    format!("letters-{wijk}")
}

fn sure_field(wijk: WijkId) -> String {
    format!("sure-{wijk}")
}

fn view(round: &Round, known: &Known, form: &Form, now: Millis) -> AnyView {
    let body = match round.phase {
        phase if phase.takes_letters() && known.has_key => round
            .wijken
            .iter()
            .map(|entry| wijk_forms(entry, known, form))
            .collect_view()
            .into_any(),
        phase if phase.takes_letters() => {
            let path = href(counting::paths::Key { round: round.id });
            view! {
                <Notice kind=NoticeKind::Warning title=t("rounds.letters.no_key")>
                    <p><a href=path>{t("rounds.key.title")}</a></p>
                </Notice>
            }
            .into_any()
        }
        phase if phase < Phase::BallotPublished => {
            let keys = ["rounds.letters.too_early", "rounds.letters.too_early_late"];
            let title = life::as_planned(keys, round, Phase::BallotPublished, now);
            view! { <Notice title=title/> }.into_any()
        }
        _ => view! { <Notice title=t("rounds.letters.too_late")/> }.into_any(),
    };
    view! {
        {form.summary(|field| {
            let entry = round.wijken.iter().find(|entry| count_field(entry.wijk.id) == field)?;
            Some(how_many(entry))
        })}
        <h1>{t("rounds.letters.title")}</h1>
        <p class="wb-lead">{t("rounds.letters.lead")}</p>
        {overview(round, known)}
        {late(round, now)}
        {body}
        <p><a href=href(work::paths::Control { round: round.id }) dir="auto">{round.title.clone()}</a></p>
    }
    .into_any()
}

/// Letters that come when the vote is over reach nobody: staff are told before they make them.
pub fn late(round: &Round, now: Millis) -> Option<impl IntoView + use<>> {
    let is_late = round.phase.takes_letters() && round.is_late_for_letters(now);
    let closing = round.starts(Phase::Closed).filter(|_| is_late)?;
    let text = tf(
        "rounds.letters.late_text",
        &[("moment", &time::moment(closing))],
    );
    Some(view! {
        <Notice kind=NoticeKind::Warning title=t("rounds.letters.late")><p>{text}</p></Notice>
    })
}

fn overview(round: &Round, known: &Known) -> impl IntoView + use<> {
    let rows = round
        .wijken
        .iter()
        .map(|entry| {
            let letters = known
                .letters
                .get(&entry.wijk.id)
                .copied()
                .unwrap_or_default();
            view! {
                <tr>
                    <th scope="row">{entry.wijk.name.clone()}</th>
                    <td class="wb-table__number">{count(entry.eligible.into())}</td>
                    <td class="wb-table__number">{count(letters)}</td>
                    <td class="wb-table__number">{count(u64::from(entry.eligible).saturating_sub(letters))}</td>
                    <td class="wb-table__number">{count(entry.spare.reserve.into())}</td>
                    <td class="wb-table__number">{count(entry.spare.paper.into())}</td>
                </tr>
            }
        })
        .collect_view();
    let headers = vec![
        Column::text(t("rounds.letters.wijk")),
        Column::number(t("rounds.letters.eligible")),
        Column::number(t("rounds.letters.made")),
        Column::number(t("rounds.letters.missing")),
        Column::number(t("rounds.field.reserve")),
        Column::number(t("rounds.field.paper")),
    ];
    view! { <Table caption=t("rounds.letters.caption") headers=headers>{rows}</Table> }
}

fn wijk_forms(entry: &RoundWijk, known: &Known, form: &Form) -> impl IntoView + use<> {
    let id = entry.wijk.id;
    let made = known.letters.get(&id).copied().unwrap_or_default();
    let body = match known.asked.get(&id) {
        _ if made > 0 => void_form(entry, made, form).into_any(),
        Some(&request) => {
            let path = href(requests::paths::Show { request });
            view! {
                <Notice title=t("rounds.letters.asked")>
                    <p><a href=path>{t("rounds.count.to_request")}</a></p>
                </Notice>
            }
            .into_any()
        }
        None => make_form(entry, form).into_any(),
    };
    view! {
        <h2>{entry.wijk.name.clone()}</h2>
        {body}
    }
}

fn make_form(entry: &RoundWijk, form: &Form) -> impl IntoView + use<> {
    let id = entry.wijk.id;
    let field = count_field(id);
    // What was typed stays, in the form it was typed in.
    let is_sent = form.get("wijk") == id.to_string() && form.get("deed") == "issue";
    let value = if is_sent {
        form.get(&field).to_owned()
    } else {
        entry.eligible.to_string()
    };
    let most = tn("rounds.letters.at_most", entry.eligible.into(), &[]);
    let spare = tf(
        "rounds.letters.with_spare",
        &[
            ("reserve", &count(entry.spare.reserve.into())),
            ("paper", &count(entry.spare.paper.into())),
        ],
    );
    let label = form
        .label_saying(&field, how_many(entry))
        .with_hint(format!("{most} {spare}"));
    view! {
        <form method="post" class="wb-form" novalidate>
            <input type="hidden" name="wijk" value=id.to_string()/>
            <TextField label=label value=value kind=TextKind::Number width=Width::Short autocomplete="off"/>
            <ButtonRow><Button label=t("rounds.letters.issue") name="deed" value="issue"/></ButtonRow>
        </form>
    }
}

fn how_many(entry: &RoundWijk) -> String {
    tf("rounds.letters.how_many", &[("wijk", &entry.wijk.name)])
}

fn void_form(entry: &RoundWijk, made: u64, form: &Form) -> impl IntoView + use<> {
    let id = entry.wijk.id;
    let field = sure_field(id);
    let is_open = form.error(&field).is_some();
    let label = form.label_saying(&field, t("rounds.field.sure"));
    let tick = vec![Choice::new("yes", t("rounds.field.sure_yes"))];
    view! {
        <details open=is_open>
            <summary>{tf("rounds.letters.void_title", &[("wijk", &entry.wijk.name)])}</summary>
            <p>{tn("rounds.letters.void_text", made, &[])}</p>
            <form method="post" class="wb-form" novalidate>
                <input type="hidden" name="wijk" value=id.to_string()/>
                <Checkboxes label=label options=tick/>
                <ButtonRow><Button label=t("rounds.letters.void") kind=ButtonKind::Danger name="deed" value="void"/></ButtonRow>
            </form>
        </details>
    }
}
