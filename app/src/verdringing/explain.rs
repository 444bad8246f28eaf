//! What displacement is and how it is checked, for everybody.

use domain::verdringing::{Checklist, Question};
use leptos::prelude::*;

use super::{answers, asked, effect_badge, said};
use crate::{
    rounds,
    ui::ButtonLink,
    web::{
        context::{Answer, Ctx},
        texts::{count, href, t, tf},
    },
};

pub async fn page(ctx: Ctx) -> Answer {
    Ok(ctx.page(&ctx.say("verdringing.explain.title"), || {
        view(&ctx.app.checklist)
    }))
}

fn view(checklist: &Checklist) -> impl IntoView + use<> {
    let number = count(checklist.questions().len() as u64);
    let n = [("n", &*number)];
    let questions = checklist.questions().iter().map(question).collect_view();
    view! {
        <h1>{t("verdringing.explain.title")}</h1>
        <p class="wb-lead">{t("verdringing.explain.lead")}</p>
        <p>{t("verdringing.explain.why")}</p>
        <h2>{t("verdringing.explain.how")}</h2>
        <ol>
            <li>{tf("verdringing.explain.step_answers", &n)}</li>
            <li>{t("verdringing.explain.step_worst")}</li>
            <li>{t("verdringing.explain.step_parties")}</li>
            <li>{t("verdringing.explain.step_decide")}</li>
        </ol>
        <p>{t("verdringing.explain.public")}</p>
        <h2>{tf("verdringing.explain.questions", &n)}</h2>
        <p>{t("verdringing.explain.unknown")}</p>
        <ol>{questions}</ol>
        <h2>{t("verdringing.explain.now")}</h2>
        <p>{t("verdringing.explain.now_text")}</p>
        <p><ButtonLink label=t("verdringing.explain.rounds") href=href(rounds::paths::Rounds)/></p>
    }
}

fn question(question: &Question) -> impl IntoView + use<> {
    let (text, lang) = asked(question);
    let rows = answers(question)
        .into_iter()
        .map(|(answer, effect)| view! { <li>{said(answer)} ": " {effect_badge(effect)}</li> })
        .collect_view();
    view! { <li><strong lang=lang>{text}</strong><ul>{rows}</ul></li> }
}
