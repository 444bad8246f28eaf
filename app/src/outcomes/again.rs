//! «Reken het zelf na»: in the browser, or with the file and the command line.

use std::collections::BTreeMap;

use domain::{
    journal::JournalKey,
    outcome::{MIN_PUBLISHED, WijkOutcome},
    pack::{Noted, NotedOutcome},
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
    noted: Noted,
    texts: BTreeMap<String, String>,
    lang: &'static str,
}

/// What the pack is held against: the outcomes on this page, and the key that signs the journal.
fn noted(counted: &Counted, journal_key: JournalKey) -> Noted {
    let of_wijk = |outcome: &WijkOutcome| {
        let winners = outcome.allocation.winners();
        let shown = NotedOutcome {
            winners: winners.map(|award| award.id).collect(),
            left: outcome.allocation.left,
        };
        (outcome.wijk, shown)
    };
    Noted {
        head: None,
        journal_key: Some(journal_key),
        outcomes: counted.outcomes.iter().map(of_wijk).collect(),
    }
}

/// The section at the foot of the outcome. `worker` is the address of the recount in the browser; there is none when
/// the server was built without it.
pub fn section(
    counted: &Counted,
    journal_key: JournalKey,
    worker: Option<&'static str>,
) -> impl IntoView + use<> {
    let round = counted.round.id;
    let pack = paths::Pack { round };
    let wijken = counted.outcomes.iter();
    let wijken = wijken.map(|outcome| wijk(counted, outcome)).collect_view();
    view! {
        <section class="wb-stack">
            <h2>{t("outcomes.again.title")}</h2>
            <p>{t("outcomes.again.text")}</p>
            {worker.map(|worker| island(counted, journal_key, worker))}
            <p>
                <a href=href(pack) download="pakket.zip">{t("outcomes.again.pack")}</a>
                " "
                {t("outcomes.again.pack_text")}
            </p>
            <p><code class="wb-command">"wijkbanen verify pakket.zip"</code></p>
            {wijken}
            <p><a href=href(rounds::paths::Rules { round })>{t("outcomes.again.rules")}</a></p>
        </section>
    }
}

fn island(counted: &Counted, journal_key: JournalKey, worker: &'static str) -> AnyView {
    let pack = paths::Pack {
        round: counted.round.id,
    };
    let question = Question {
        noted: noted(counted, journal_key),
        texts: [subject("recount"), subject("number")]
            .into_iter()
            .flatten()
            .collect(),
        lang: spoken().tag(),
    };
    view! {
        <Recount
            worker=worker.to_owned()
            file=pack.to_string()
            question=serde_json::to_string(&question).unwrap_or_default()
            hint=t("recount.hint")
            button=t("recount.button")
            retry=t("recount.retry")
            parts=t("recount.parts")
            begins=t("recount.busy.download")
            unreachable=t("recount.unreachable")
            unable=t("recount.unable")
        />
    }
    .into_any()
}

/// What other tools read of a wijk, unless its ballots are so few that somebody could be recognised.
fn wijk(counted: &Counted, outcome: &WijkOutcome) -> AnyView {
    let name = counted.wijk_name(outcome);
    let body = if outcome.ballots < MIN_PUBLISHED {
        view! { <p>{tf("outcomes.again.few", &[("wijk", &name)])}</p> }.into_any()
    } else {
        other_tools(counted, outcome).into_any()
    };
    view! {
        <h3 dir="auto">{name}</h3>
        {body}
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
