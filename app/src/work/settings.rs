//! The settings of a round: typed once, checked as a whole, changed only while it is a draft.

use domain::{
    access::ManageRound,
    ballot_box::Quorum,
    euro::MAX_COST_PER_JOB,
    fault::Fault,
    notation::Notation,
    phase::Phase,
    round::{
        Budgets, CostBasis, CountingChoice, Electorates, Millis, Papers, Reserves, Round,
        RoundDraft, RoundPlan, Schedule, Starts, Wijk,
    },
};
use leptos::prelude::*;
use store::{Refusal, StoreError};

use super::paths;
use crate::{
    rounds::of_staff,
    ui::{Button, ButtonRow, Choice, DateTimeField, MoneyField, Notice, NoticeKind},
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        error::AppError,
        form::{Form, choices, labels},
        texts::{href, t},
        time,
    },
};

mod cards;
mod counting;

const DAY: Millis = 24 * 60 * 60 * 1_000;
const WEEK: Millis = 7 * DAY;

pub async fn fresh(ctx: Ctx) -> Answer {
    let form = Form::filled(&defaults(ctx.now(), ctx.lang().notation()))?;
    let wijken = ctx.app.store.wijken().await?;
    Ok(ctx.page(&ctx.say("rounds.settings.new"), || {
        view(None, &wijken, &form)
    }))
}

pub async fn make(Allowed { ctx, permit }: Allowed<ManageRound>, form: Form) -> Answer {
    let made = match ahead(
        &ctx,
        counting::plan(form.draft()?, ctx.lang().notation(), None),
    ) {
        Ok(plan) => {
            ctx.app
                .store
                .make_round(&permit, &plan, &ctx.app.checklist, ctx.now())
                .await
        }
        Err(faults) => Err(faults.into()),
    };
    match made {
        Ok(round) => Ok(ctx.see_other(paths::Control { round })),
        Err(error) => again(&ctx, None, error, &form).await,
    }
}

pub async fn page(
    Allowed { ctx, permit }: Allowed<ManageRound>,
    paths::Settings { round }: paths::Settings,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    if !round.phase.takes_settings() {
        return Err(AppError::Refused(Refusal::Phase));
    }
    let form = Form::filled(&filled(&round, ctx.lang().notation()))?;
    let wijken = ctx.app.store.wijken().await?;
    Ok(ctx.page(&ctx.say("rounds.settings.title"), || {
        view(Some(&round), &wijken, &form)
    }))
}

pub async fn change(
    Allowed { ctx, permit }: Allowed<ManageRound>,
    paths::Settings { round }: paths::Settings,
    form: Form,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let odd = counting::odd(Some(&round));
    let changed = match ahead(
        &ctx,
        counting::plan(form.draft()?, ctx.lang().notation(), odd),
    ) {
        Ok(plan) => {
            ctx.app
                .store
                .change_round(&permit, round.id, &plan, ctx.now())
                .await
        }
        Err(faults) => Err(faults.into()),
    };
    match changed {
        Ok(()) => Ok(ctx.see_other(paths::Control { round: round.id })),
        Err(error) => again(&ctx, Some(&round), error, &form).await,
    }
}

/// A draft with the same settings, for next year's round; also with a rule that staff could not choose.
pub async fn copy(
    Allowed { ctx, permit }: Allowed<ManageRound>,
    paths::CopyRound { round }: paths::CopyRound,
    _form: Form,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let mut settings = round.settings.clone();
    years_on(&mut settings.schedule, ctx.now());
    let title: String = round.title.chars().take(72).collect();
    let plan = RoundPlan {
        title: format!("{title} {}", ctx.say("rounds.settings.copied")),
        settings,
        wijken: round
            .wijken
            .iter()
            .map(|entry| (entry.wijk.id, entry.plan()))
            .collect(),
    };
    let made = ctx
        .app
        .store
        .make_round(&permit, &plan, &ctx.app.checklist, ctx.now())
        .await?;
    Ok(ctx.see_other(paths::Settings { round: made }))
}

/// A plan that can still begin.
fn ahead(ctx: &Ctx, plan: Result<RoundPlan, Vec<Fault>>) -> Result<RoundPlan, Vec<Fault>> {
    let plan = plan?;
    plan.begins_after(ctx.now())?;
    Ok(plan)
}

async fn again(ctx: &Ctx, round: Option<&Round>, error: StoreError, form: &Form) -> Answer {
    let form = Ctx::faults(error, form)?;
    let wijken = ctx.app.store.wijken().await?;
    let title = ctx.say(title_key(round));
    Ok(ctx.again(&title, || view(round, &wijken, &form)))
}

const fn title_key(round: Option<&Round>) -> &'static str {
    if round.is_some() {
        "rounds.settings.title"
    } else {
        "rounds.settings.new"
    }
}

/// A new round: the cap of the policy note, and a calendar that leaves every phase the time it takes.
fn defaults(now: Millis, notation: Notation) -> RoundDraft {
    let first = on_the_clock(now + DAY, "12:00");
    // Weeks from the start, and the time of day: a vote closes after supper, the rest starts as the office opens.
    let calendar = [0, 5, 8, 12, 13, 16, 24];
    let start = |(&phase, weeks): (&Phase, i64)| {
        let clock = if phase == Phase::Closed {
            "20:00"
        } else {
            "09:00"
        };
        let day = time::field(first + weeks * WEEK);
        (phase, format!("{}T{clock}", date_of(&day)))
    };
    RoundDraft {
        cap: MAX_COST_PER_JOB.plain(notation),
        cost_basis: CostBasis::OnTopOfBenefit.to_string(),
        max_choices: "3".into(),
        min_age: "14".into(),
        counting: CountingChoice::ByVotesSkip.to_string(),
        cards_needed: Quorum::default().needed().to_string(),
        cards_total: Quorum::default().total().to_string(),
        starts: Phase::SCHEDULED.iter().zip(calendar).map(start).collect(),
        ..RoundDraft::default()
    }
}

/// The settings of a round as the form shows them.
fn filled(round: &Round, notation: Notation) -> RoundDraft {
    let settings = &round.settings;
    let (counting, min_share) = counting::filled(&settings.counting);
    let schedule = settings.schedule.iter();
    let wijken = || round.wijken.iter().map(|entry| (entry.wijk.id, entry));
    RoundDraft {
        title: round.title.clone(),
        cap: settings.cap.plain(notation),
        cost_basis: settings.cost_basis.to_string(),
        max_choices: settings.max_choices.to_string(),
        min_age: settings.min_age.to_string(),
        counting,
        min_share,
        cards_needed: settings.cards.needed().to_string(),
        cards_total: settings.cards.total().to_string(),
        trial: cards::ticked(settings.trial).into(),
        starts: schedule
            .map(|(&phase, &start)| (phase, time::field(start)))
            .collect(),
        wijken: wijken().map(|(id, _)| id.to_string()).collect(),
        budgets: wijken()
            .map(|(id, entry)| (id, entry.budget.plain(notation)))
            .collect(),
        eligible: wijken()
            .map(|(id, entry)| (id, entry.eligible.to_string()))
            .collect(),
        reserve: wijken()
            .map(|(id, entry)| (id, entry.spare.reserve.to_string()))
            .collect(),
        paper: wijken()
            .map(|(id, entry)| (id, entry.spare.paper.to_string()))
            .collect(),
    }
}

/// The label of a field, for the list of what is wrong.
fn label(wijken: &[Wijk], field: &str) -> Option<String> {
    let mut phases = Phase::SCHEDULED.iter();
    if let Some(phase) = phases.find(|&&phase| Starts::field(phase) == field) {
        return Some(t(&format!("rounds.start.{phase}")));
    }
    let of_wijk = |wijk: &Wijk| {
        let name = match field {
            field if field == Budgets::field(wijk.id) => "budget",
            field if field == Electorates::field(wijk.id) => "eligible",
            field if field == Reserves::field(wijk.id) => "reserve",
            field if field == Papers::field(wijk.id) => "paper",
            _ => return None,
        };
        Some(format!("{}: {}", wijk.name, labels("rounds.field")(name)?))
    };
    wijken
        .iter()
        .find_map(of_wijk)
        .or_else(|| labels("rounds.field")(field))
}

/// The day part of `2027-04-12T20:00`.
fn date_of(field: &str) -> &str {
    field.get(..10).unwrap_or(field)
}

/// The day of `at`, at another time on the clock of Amsterdam.
fn on_the_clock(at: Millis, clock: &str) -> Millis {
    let typed = format!("{}T{clock}", date_of(&time::field(at)));
    time::read(&typed, Notation::default()).unwrap_or(at)
}

/// The same weekday and the same time on the clock, 52 weeks later.
fn a_year_on(at: Millis) -> Millis {
    let field = time::field(at);
    let clock = field.get(11..).unwrap_or("12:00");
    on_the_clock(on_the_clock(at, "12:00") + 52 * WEEK, clock)
}

/// Moves a calendar one year on, or as many as bring its first day after `now`: with a day in the past the clock would
/// open the copy by itself before anybody has looked at it.
fn years_on(schedule: &mut Schedule, now: Millis) {
    loop {
        for start in schedule.values_mut() {
            *start = a_year_on(*start);
        }
        if schedule.values().next().is_none_or(|&first| first > now) {
            return;
        }
    }
}

fn view(round: Option<&Round>, wijken: &[Wijk], form: &Form) -> impl IntoView + use<> {
    let dates = Phase::SCHEDULED
        .iter()
        .map(|phase| {
            let field = Starts::field(*phase);
            let label = form.label_saying(&field, t(&format!("rounds.start.{phase}")));
            view! { <DateTimeField label=label value=form.get(&field)/> }
        })
        .collect_view();
    view! {
        {form.summary(|field| label(wijken, field))}
        <h1>{t(title_key(round))}</h1>
        <p class="wb-lead">{t("rounds.settings.lead")}</p>
        <form method="post" class="wb-form" novalidate>
            {form.text("rounds.field", "title")}
            <h2>{t("rounds.settings.money")}</h2>
            {form.money("rounds.field", "cap")}
            {form.radios("rounds.field", "cost_basis", choices("rounds.cost_basis", CostBasis::ALL))}
            <h2>{t("rounds.settings.ballot")}</h2>
            {form.number("rounds.field", "max_choices")}
            {form.number("rounds.field", "min_age")}
            <h2>{t("rounds.settings.counting")}</h2>
            {counting::fields(form, counting::odd(round))}
            <h2>{t("rounds.settings.cards")}</h2>
            {cards::fields(form)}
            <h2>{t("rounds.settings.dates")}</h2>
            <p>{t("rounds.settings.dates_text")}</p>
            {dates}
            <h2>{t("rounds.settings.wijken")}</h2>
            {wijk_fields(wijken, form)}
            <ButtonRow><Button label=t("rounds.settings.button")/></ButtonRow>
        </form>
    }
}

fn wijk_fields(wijken: &[Wijk], form: &Form) -> AnyView {
    if wijken.is_empty() {
        return view! {
            <Notice kind=NoticeKind::Warning title=t("rounds.settings.no_wijken")>
                <p id="wijken"><a href=href(paths::Wijken)>{t("rounds.wijken.add")}</a></p>
            </Notice>
        }
        .into_any();
    }
    let options = wijken
        .iter()
        .map(|wijk| Choice::new(wijk.id.to_string(), wijk.name.clone()))
        .collect();
    let each = wijken
        .iter()
        .map(|wijk| {
            let budget = Budgets::field(wijk.id);
            view! {
                <fieldset>
                    <legend><strong>{wijk.name.clone()}</strong></legend>
                    <MoneyField label=form.label_saying(&budget, t("rounds.field.budget")) value=form.get(&budget)/>
                    {form.number_as("rounds.field", "eligible", &Electorates::field(wijk.id))}
                    {form.number_as("rounds.field", "reserve", &Reserves::field(wijk.id))}
                    {form.number_as("rounds.field", "paper", &Papers::field(wijk.id))}
                </fieldset>
            }
        })
        .collect_view();
    view! {
        {form.checkboxes("rounds.field", "wijken", options)}
        <p>{t("rounds.settings.each_wijk")}</p>
        {each}
        <p><a href=href(paths::Wijken)>{t("rounds.settings.to_wijken")}</a></p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Monday 22 November 2027, half past eleven in the evening in Amsterdam.
    const LATE: Millis = 1_826_922_600_000;

    #[test]
    fn a_new_round_has_a_calendar_and_lacks_only_title_and_wijken() {
        for notation in Notation::ALL {
            let draft = defaults(LATE, notation);
            let clock = |typed: &str| time::read(typed, notation);
            let faults = draft.check(notation, clock).unwrap_err();
            let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
            assert_eq!(fields, ["title", "wijken"]);
        }
    }

    #[test]
    fn a_copied_date_keeps_its_weekday_and_its_time_on_the_clock() {
        let closing = time::read("2027-03-26T20:00", Notation::Dutch).unwrap();
        // Summer time begins on another day in 2028, so the number of hours between differs.
        assert_eq!(time::field(a_year_on(closing)), "2028-03-24T20:00");
    }

    #[test]
    fn the_copy_of_an_old_round_begins_in_the_future() {
        let begin = time::read("2024-03-04T09:00", Notation::Dutch).unwrap();
        let mut schedule: Schedule =
            [(Phase::Proposing, begin), (Phase::CoCreation, begin + WEEK)].into();
        years_on(&mut schedule, LATE);
        assert!(
            schedule[&Phase::Proposing] > LATE && schedule[&Phase::Proposing] < LATE + 53 * WEEK
        );
        assert!(schedule[&Phase::CoCreation] > schedule[&Phase::Proposing]);
    }
}
