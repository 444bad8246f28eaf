//! The journal for everybody: what happened and when, by which kind of actor; never a name, never a vote.

use axum::{
    extract::Query,
    http::{HeaderValue, header},
    response::IntoResponse as _,
};
use domain::{
    audit::{Event, EventKind},
    journal::{Entry, EntryActor, JournalKey},
    pack::journal_file,
    phase::Phase,
    round::Spare,
};
use leptos::prelude::*;
use serde::Deserialize;
use store::StoreError;

use super::paths;
use crate::{
    ui::{Column, Table},
    web::{
        context::{Answer, Ctx},
        texts::{count, href, t, tf},
        time,
    },
};

const PER_PAGE: u32 = 50;

#[derive(Deserialize)]
pub struct Page {
    #[serde(default)]
    page: String,
}

pub async fn page(ctx: Ctx, Query(query): Query<Page>) -> Answer {
    let number: u32 = query.page.parse().unwrap_or(1).clamp(1, 100_000);
    let entries = ctx.app.store.journal(number - 1, PER_PAGE + 1).await?;
    let key = ctx.app.store.journal_key()?;
    Ok(ctx.page(&ctx.say("journal.title"), || view(&entries, number, &key)))
}

/// The whole journal, to be checked without this server (app/domain/src/pack/README.md#hashes-and-signatures).
pub async fn file(ctx: Ctx) -> Answer {
    let entries = ctx.app.store.whole_journal().await?;
    let lines = journal_file(&entries).map_err(StoreError::from)?;
    let mime = HeaderValue::from_static("application/jsonl");
    Ok(([(header::CONTENT_TYPE, mime)], lines).into_response())
}

fn view(entries: &[Entry], number: u32, key: &JournalKey) -> impl IntoView + use<> {
    let shown = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let rows = entries.iter().take(shown).map(row).collect_view();
    let headers = vec![
        Column::number(t("journal.number")),
        Column::text(t("journal.when")),
        Column::text(t("journal.what")),
        Column::text(t("journal.who")),
        Column::text(t("journal.hash")),
    ];
    let link = |to: u32, key: &str| {
        view! { <li><a class="wb-pagination__link" href=href(format!("{}?page={to}", paths::Journal))>{t(key)}</a></li> }
    };
    let newer = (number > 1).then(|| link(number - 1, "journal.newer"));
    let older = (entries.len() > shown).then(|| link(number + 1, "journal.older"));
    view! {
        <h1>{t("journal.title")}</h1>
        <p class="wb-lead">{t("journal.lead")}</p>
        <details>
            <summary>{t("journal.check")}</summary>
            <p>{t("journal.check_text")}</p>
            <p>{t("journal.key")} " " <code>{key.to_string()}</code></p>
            <p><a href=href(paths::JournalFile) download="logboek.jsonl">{t("journal.file")}</a></p>
        </details>
        <Table caption=t("journal.caption") headers=headers>{rows}</Table>
        <nav class="wb-pagination" aria-label=t("journal.pages")>
            <ul class="wb-pagination__list">{newer}{older}</ul>
        </nav>
    }
}

fn row(entry: &Entry) -> impl IntoView + use<> {
    let event = serde_json::from_str::<Event>(&entry.event).ok();
    let what = event.as_ref().map(|event| {
        let kind = EventKind::from(event);
        t(&format!("journal.event.{kind}"))
    });
    let detail = event.as_ref().and_then(detail);
    // Names stay in the database: the public reads the role, and a pseudonym that is the same each time.
    let who = match entry.actor.parse() {
        Ok(EntryActor::Clock) => t("journal.by.clock"),
        Ok(EntryActor::Console) => t("journal.by.console"),
        Ok(EntryActor::Person(role, pseudonym)) => {
            format!("{} {pseudonym}", t(&format!("people.role.{role}")))
        }
        Err(_) => entry.actor.clone(),
    };
    let hash: String = entry.hash.to_string().chars().take(12).collect();
    view! {
        <tr>
            <td class="wb-table__number">{entry.number}</td>
            <td>{time::moment(entry.at)}</td>
            <td>{what}{detail.map(|detail| view! { <br/><span class="wb-muted" dir="auto">{detail}</span> })}</td>
            <td>{who}</td>
            <td><code>{hash}</code></td>
        </tr>
    }
}

/// How many codes of each kind.
fn codes(letters: u32, spare: Spare) -> String {
    tf(
        "journal.detail.issued",
        &[
            ("letters", &count(letters.into())),
            ("reserve", &count(spare.reserve.into())),
            ("paper", &count(spare.paper.into())),
        ],
    )
}

/// What the public may know more of an event.
fn detail(event: &Event) -> Option<String> {
    match event {
        Event::RoundStepped { to, reason, .. } => {
            let phase = t(&format!("rounds.phase.{to}"));
            Some(if reason.is_empty() {
                phase
            } else {
                format!("{phase}. {reason}")
            })
        }
        Event::RulesFrozen { rules: hash, .. } | Event::SheetMade { sheet: hash, .. } => {
            Some(hash.clone())
        }
        Event::CodesIssued { letters, spare, .. } => Some(codes(*letters, *spare)),
        Event::SealsFixed {
            letters,
            spare,
            seal_list,
            ..
        } => Some(tf(
            "journal.detail.letters",
            &[("codes", &codes(*letters, *spare)), ("hash", seal_list)],
        )),
        Event::LetterCancelled { number, .. } | Event::EnvelopeIssued { number, .. } => Some(tf(
            "journal.detail.letter",
            &[("number", &count((*number).into()))],
        )),
        Event::ActAsked { act, .. }
        | Event::ActAgreed { act, .. }
        | Event::ActWithdrawn { act, .. } => Some(t(&format!("requests.act.{act}"))),
        Event::HourlyCount { ballots, .. } => Some(match ballots {
            Some(ballots) => tf("journal.detail.ballots", &[("n", &count(*ballots))]),
            None => t("journal.detail.few_ballots"),
        }),
        Event::BoxClosed { ballots, head, .. } => Some(tf(
            "journal.detail.closed",
            &[("n", &count(*ballots)), ("hash", head)],
        )),
        Event::BoxCounted {
            valid,
            rejected,
            laid_aside,
            ..
        } => Some(tf(
            "journal.detail.counted",
            &[
                ("valid", &count(*valid)),
                ("rejected", &count(*rejected)),
                ("aside", &count(*laid_aside)),
            ],
        )),
        Event::CheckDecided {
            decision, reason, ..
        } => Some(format!(
            "{}. {reason}",
            t(&format!("verdringing.decision.{decision}"))
        )),
        Event::CouncilDecided { ruling, reason, .. } => Some(format!(
            "{}. {reason}",
            t(&format!("outcomes.ruling.{ruling}"))
        )),
        Event::JobFollowed { state, .. } => Some(t(&format!("outcomes.job.{state}"))),
        Event::BoxKeyMade {
            key,
            needed,
            total,
            holders,
            ..
        } => {
            let values = [
                ("needed", &*needed.to_string()),
                ("total", &total.to_string()),
                ("holders", &holders.join(", ")),
                ("key", key),
            ];
            Some(tf("journal.detail.box_key", &values))
        }
        Event::CardShown { card, .. } => {
            Some(tf("journal.detail.card", &[("n", &card.to_string())]))
        }
        Event::DatesMoved {
            schedule, reason, ..
        } => {
            let at = |phase| schedule.get(&phase).map(|&at| time::moment(at));
            let values = [
                ("opens", &*at(Phase::Voting).unwrap_or_default()),
                ("closes", &at(Phase::Closed).unwrap_or_default()),
                ("reason", reason),
            ];
            Some(tf("journal.detail.moved", &values))
        }
        Event::ClockJumped { minutes, .. } => {
            Some(tf("journal.detail.jumped", &[("n", &minutes.to_string())]))
        }
        Event::SecretsDestroyed { letters, list, .. } => Some(tf(
            "journal.detail.destroyed",
            &[("n", &count(*letters)), ("hash", list)],
        )),
        Event::DemoClockMoved { minutes } => {
            Some(tf("journal.detail.minutes", &[("n", &minutes.to_string())]))
        }
        Event::PersonAdded { .. }
        | Event::RoundMade { .. }
        | Event::RoundChanged { .. }
        | Event::RoundReadied { .. }
        | Event::RoundDiscarded { .. }
        | Event::BoxRehearsed { .. }
        | Event::CodesVoided { .. }
        | Event::LettersPrinted { .. }
        | Event::RoundTampered { .. }
        | Event::ProposalSubmitted { .. }
        | Event::ProposalChanged { .. }
        | Event::ProposalWithdrawn { .. }
        | Event::ChecklistAnswered { .. }
        | Event::OpinionRecorded { .. }
        | Event::DemoLoaded {} => None,
    }
}
