//! The outcome: one sentence, a strip of the budget, a table with a reason in every line, and the ballots to count again.

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::IntoResponse,
};
use domain::{
    count::Award,
    outcome::{MIN_PUBLISHED, WijkOutcome},
    phase::Phase,
    proposal::ProposalState,
};
use leptos::prelude::*;

use super::{
    Counted,
    words::{percent, reason},
};
use crate::{
    context::{Answer, Ctx, id},
    error::AppError,
    texts::{count, href, money, t, tf, tn},
    ui::{Badge, BadgeKind, BudgetStrip, Column, Segment, SegmentKind, ShareBar, Table},
};

pub async fn page(ctx: Ctx, Path(round): Path<String>) -> Answer {
    let counted = Counted::load(&ctx, &round).await?;
    Ok(ctx.page(&ctx.say("outcomes.title"), || view(&counted)))
}

/// Everything needed to count a wijk again, as JSON.
pub async fn ballots(ctx: Ctx, Path((round, wijk)): Path<(String, String)>) -> Answer {
    let publication = ctx.app.store.publication(id(&round)?, id(&wijk)?).await?;
    if (publication.opened.ballots.len() as u64) < MIN_PUBLISHED {
        return Err(AppError::NotFound);
    }
    let json = serde_json::to_string(&publication).map_err(store::StoreError::from)?;
    Ok((
        [(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        )],
        json,
    )
        .into_response())
}

fn view(counted: &Counted) -> AnyView {
    // Once the council has decided, its list says how many jobs there are; until then the residents' does.
    let is_decided = counted.round.phase >= Phase::Delivery;
    let jobs: u64 = counted
        .outcomes
        .iter()
        .flat_map(|outcome| outcome.allocation.winners())
        .filter_map(|award| counted.proposal(award))
        .filter(|proposal| !is_decided || proposal.state == ProposalState::Adopted)
        .map(|proposal| u64::from(proposal.places))
        .sum();
    let sentence = if is_decided {
        "outcomes.sentence.adopted"
    } else {
        "outcomes.sentence.jobs"
    };
    let ballots: u64 = counted.outcomes.iter().map(|outcome| outcome.ballots).sum();
    let id = counted.round.id;
    view! {
        <h1>{t("outcomes.title")}</h1>
        <p class="wb-lead">
            {tn(sentence, jobs, &[])} " " {tn("outcomes.sentence.ballots", ballots, &[])}
        </p>
        <p dir="auto"><a href=href(&format!("/rondes/{id}"))>{counted.round.title.clone()}</a></p>
        <p>{t("outcomes.advice")}</p>
        {counted.outcomes.iter().map(|outcome| wijk(counted, outcome)).collect_view()}
        <section>
            <h2>{t("outcomes.again.title")}</h2>
            <p>{t("outcomes.again.text")}</p>
            <ul>
                {counted.outcomes.iter().map(|outcome| file(counted, outcome)).collect_view()}
                <li><a href=href(&format!("/rondes/{id}/spelregels"))>{t("outcomes.again.rules")}</a></li>
            </ul>
        </section>
        <p><a href=href(&format!("/rondes/{id}/dossier"))>{t("outcomes.dossier.link")}</a></p>
    }
    .into_any()
}

fn wijk(counted: &Counted, outcome: &WijkOutcome) -> AnyView {
    let name = counted.wijk_name(outcome);
    let turnout = tf(
        "outcomes.turnout",
        &[
            ("ballots", &count(outcome.ballots)),
            ("eligible", &count(outcome.eligible.into())),
            ("percent", &percent(outcome.turnout_per_mille())),
        ],
    );
    let most = outcome
        .allocation
        .awards
        .iter()
        .map(|award| award.votes)
        .max()
        .unwrap_or_default();
    let rows = outcome
        .allocation
        .awards
        .iter()
        .map(|award| row(counted, award, most))
        .collect_view();
    let headers = vec![
        Column::text(t("outcomes.table.job")),
        Column::number(t("outcomes.table.votes")),
        Column::number(t("outcomes.table.cost")),
    ];
    view! {
        <section class="wb-outcome wb-stack">
            <h2 dir="auto">{name.clone()}</h2>
            <p>{turnout}</p>
            {strip(counted, outcome)}
            <Table caption=tf("outcomes.table.caption", &[("wijk", &name)]) headers=headers>{rows}</Table>
        </section>
    }
    .into_any()
}

/// The ballots of a wijk, unless they are so few that somebody could be recognised.
fn file(counted: &Counted, outcome: &WijkOutcome) -> AnyView {
    let values = [("wijk", &*counted.wijk_name(outcome))];
    if outcome.ballots < MIN_PUBLISHED {
        return view! { <li>{tf("outcomes.again.few", &values)}</li> }.into_any();
    }
    let path = format!(
        "/rondes/{}/uitslag/{}/stemmen.json",
        counted.round.id, outcome.wijk
    );
    view! { <li><a href=href(&path)>{tf("outcomes.again.file", &values)}</a></li> }.into_any()
}

/// The budget as a strip: the winners one after another, then what is left.
pub fn strip(counted: &Counted, outcome: &WijkOutcome) -> AnyView {
    let left = outcome.allocation.left;
    let winners = outcome.allocation.winners().map(|award| Segment {
        label: format!("{}: {}", counted.title(award), award.cost),
        cents: award.cost.as_cents(),
        kind: SegmentKind::Chosen,
    });
    let rest = Segment {
        label: tf("outcomes.left", &[("left", &money(left))]),
        cents: left.as_cents(),
        kind: SegmentKind::Left,
    };
    let segments = winners
        .chain(std::iter::once(rest))
        .filter(|segment| segment.cents > 0)
        .collect();
    let text = tf(
        "outcomes.strip",
        &[
            ("spent", &money(outcome.spent())),
            ("budget", &money(outcome.allocation.budget)),
            ("left", &money(left)),
        ],
    );
    view! { <BudgetStrip segments=segments total_cents=outcome.allocation.budget.as_cents() text=text/> }.into_any()
}

fn row(counted: &Counted, award: &Award, most: u64) -> AnyView {
    let (kind, label) = if award.is_won() {
        (BadgeKind::Success, "outcomes.won")
    } else {
        (BadgeKind::Neutral, "outcomes.not_won")
    };
    let places = counted
        .proposal(award)
        .map(|proposal| tn("outcomes.places", u64::from(proposal.places), &[]));
    view! {
        <tr>
            <th scope="row">
                <a href=href(&format!("/voorstellen/{}", award.id)) dir="auto">{counted.title(award)}</a>
                " " <Badge kind=kind label=t(label)/>
                <p class="wb-outcome__why">{places} ". " {reason(award)}</p>
            </th>
            <td class="wb-table__number" data-label=t("outcomes.table.votes")>{count(award.votes)}<ShareBar count=award.votes max=most/></td>
            <td class="wb-table__number wb-nowrap" data-label=t("outcomes.table.cost")>{money(award.cost)}</td>
        </tr>
    }
    .into_any()
}
