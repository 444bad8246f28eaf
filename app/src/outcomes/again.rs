//! «Reken het zelf na»: in the browser, or with the file and the command line.

use std::collections::BTreeMap;

use domain::{
    outcome::{MIN_PUBLISHED, WijkOutcome},
    recount::Expected,
};
use islands::recount::Recount;
use leptos::prelude::*;
use serde::Serialize;

use super::{Counted, paths};
use crate::{
    rounds,
    web::texts::{href, spoken, subject, t, tf},
};

/// What the worker is asked (`app/recount` reads it).
#[derive(Serialize)]
struct Question {
    expected: Expected,
    texts: BTreeMap<String, String>,
    lang: &'static str,
}

/// What the journal said of a wijk before the count, and what this page says now.
fn expected(counted: &Counted, outcome: &WijkOutcome) -> Expected {
    let announced = &counted.announced;
    Expected {
        rules: announced.rules,
        seals: announced.seals.get(&outcome.wijk).copied(),
        head: announced.head(outcome.wijk),
        box_key: announced.box_key,
        cancelled: announced
            .closed_box(outcome.wijk)
            .map(|closed| (closed.cancelled.len() + closed.unissued.len()) as u64),
        winners: Some(outcome.allocation.winners().map(|award| award.id).collect()),
        left: Some(outcome.allocation.left),
    }
}

/// The section at the foot of the outcome. `worker` is the address of the recount in the browser; there is none when
/// the server was built without it.
pub fn section(counted: &Counted, worker: Option<&'static str>) -> impl IntoView + use<> {
    let rules = rounds::paths::Rules {
        round: counted.round.id,
    };
    let pack = paths::Pack {
        round: counted.round.id,
    };
    let mut hint = Some(t("recount.hint"));
    let wijken = counted.outcomes.iter().map(|outcome| {
        let is_counted_here = outcome.ballots >= MIN_PUBLISHED;
        let hint = if is_counted_here { hint.take() } else { None };
        wijk(counted, worker, outcome, hint)
    });
    let wijken = wijken.collect_view();
    view! {
        <section class="wb-stack">
            <h2>{t("outcomes.again.title")}</h2>
            <p>{t("outcomes.again.text")}</p>
            <p>
                <a href=href(pack) download="pakket.zip">{t("outcomes.again.pack")}</a>
                " "
                {t("outcomes.again.pack_text")}
            </p>
            <p><code class="wb-command">"wijkbanen verify pakket.zip"</code></p>
            {wijken}
            <p><a href=href(rules)>{t("outcomes.again.rules")}</a></p>
        </section>
    }
}

/// The ballots of a wijk, unless they are so few that somebody could be recognised.
fn wijk(
    counted: &Counted,
    worker: Option<&'static str>,
    outcome: &WijkOutcome,
    hint: Option<String>,
) -> AnyView {
    let name = counted.wijk_name(outcome);
    let values = [("wijk", &*name)];
    if outcome.ballots < MIN_PUBLISHED {
        return view! {
            <h3 dir="auto">{name.clone()}</h3>
            <p>{tf("outcomes.again.few", &values)}</p>
        }
        .into_any();
    }
    let ballots = paths::Ballots {
        round: counted.round.id,
        wijk: outcome.wijk,
    };
    let island = worker.map(|worker| {
        let question = Question {
            expected: expected(counted, outcome),
            texts: [subject("recount"), subject("number")]
                .into_iter()
                .flatten()
                .collect(),
            lang: spoken().tag(),
        };
        view! {
            <Recount
                worker=worker.to_owned()
                file=ballots.to_string()
                question=serde_json::to_string(&question).unwrap_or_default()
                hint=hint
                button=tf("recount.button", &values)
                retry=tf("recount.retry", &values)
                begins=t("recount.busy.download")
                unreachable=t("recount.unreachable")
                unable=t("recount.unable")
            />
        }
    });
    view! {
        <h3 dir="auto">{name.clone()}</h3>
        <p><a href=href(ballots) download="stemmen.json">{tf("outcomes.again.file", &values)}</a></p>
        {island}
        {other_tools(counted, outcome)}
    }
    .into_any()
}

/// For who wants to count with the program, or with a tool of somebody else.
fn other_tools(counted: &Counted, outcome: &WijkOutcome) -> impl IntoView + use<> {
    let (round, wijk) = (counted.round.id, outcome.wijk);
    let pabulib = href(paths::Pabulib { round, wijk });
    let rule = &counted.rules.settings.counting;
    let ties = format!("lot:{}", outcome.lot.seed);
    let command = format!("wijkbanen count stemmen.pb {}", rule.arguments(&ties));
    let proof = outcome.allocation.shares.is_some().then(|| {
        let proof = href(paths::Proof { round, wijk });
        view! { <p><a href=proof download="bewijs.json">{t("recount.command.proof")}</a></p> }
    });
    view! {
        <details>
            <summary>{t("recount.command.title")}</summary>
            <p><a href=pabulib download="stemmen.pb">{t("recount.command.file")}</a></p>
            <p>{t("recount.command.text")}</p>
            <p><code class="wb-command">{command}</code></p>
            <p>{t("recount.command.after")}</p>
            {proof}
        </details>
    }
}
