//! The page of one check.

use domain::verdringing::{Decision, Effect, Opinion, Outcome, Party, Question, Verdict};
use leptos::prelude::*;

use super::{
    answers, asked, dossier, effect_badge,
    forms::{Check, Forms},
    paths, said,
};
use crate::{
    proposals::{self, headline, state_badge, wijk_name},
    ui::{Button, ButtonRow, Choice, Notice, NoticeKind, Radios},
    web::{
        done::Done,
        form::{Form, choices, labels},
        texts::{href, t, tf, tn},
    },
};

pub(super) fn view(check: &Check, forms: &Forms, done: Option<Done>) -> AnyView {
    let record = &check.record;
    let title = record
        .content
        .as_ref()
        .map_or("", |content| content.title.as_str());
    let said = done.map(|done| {
        let text = t(&format!("verdringing.done.{done}"));
        view! { <Notice kind=NoticeKind::Success title=text/> }
    });
    let body = if check.is_open() {
        open(check, forms)
    } else {
        view! {
            <Notice title=t("verdringing.check.closed")/>
            {dossier::view(record, &check.checklist, &check.opinions)}
        }
        .into_any()
    };
    view! {
        {forms.faulty().summary(|field| label(check, field))}
        <a class="wb-back" href=href(paths::Worklist)>{t("verdringing.worklist.title")}</a>
        <h1>{t("verdringing.check.title")}</h1>
        <p class="wb-lead" dir="auto">
            <a href=href(proposals::paths::Show { id: record.id })>{headline(record.number, title)}</a>
        </p>
        <p>{state_badge(record.state)} " " {wijk_name(&check.round, record.wijk)} ", " {check.round.title.clone()}</p>
        {said}
        {body}
    }
    .into_any()
}

/// The label of a field; a question goes by its short name.
fn label(check: &Check, field: &str) -> Option<String> {
    let questions = check.checklist.questions();
    let question = questions.iter().find(|question| question.id == field);
    question.map_or_else(
        || labels("verdringing.field")(field),
        |question| Some(question.id.clone()),
    )
}

fn open(check: &Check, forms: &Forms) -> AnyView {
    let verdict = check.checklist.verdict(&check.record.answers);
    let decision = if check.may_decide {
        decide(check, &forms.decision, &verdict)
    } else {
        view! { <h2>{t("verdringing.check.decision")}</h2> <p>{t("verdringing.check.not_you")}</p> }
            .into_any()
    };
    view! {
        <h2>{t("verdringing.check.verdict")}</h2>
        {found(check, &verdict)}
        {questions(check, &forms.answers)}
        <h2>{t("verdringing.check.opinions")}</h2>
        {dossier::heard(&check.opinions)}
        {opinion(&forms.opinion)}
        {decision}
    }
    .into_any()
}

/// The verdict so far, with every answer that led to it.
fn found(check: &Check, verdict: &Verdict) -> AnyView {
    if check.record.verdict.is_none() {
        return view! { <Notice title=t("verdringing.check.begin")><p>{t("verdringing.check.begin_text")}</p></Notice> }
            .into_any();
    }
    let items = verdict
        .findings
        .iter()
        .map(|finding| {
            let question = check
                .checklist
                .questions()
                .iter()
                .find(|question| question.id == finding.question);
            let (text, lang) = question.map(asked).unwrap_or_default();
            view! {
                <li>
                    <a href=format!("#{}", finding.question)><span lang=lang>{text}</span></a>
                    " " <strong>{said(&finding.answer)}</strong> " " {effect_badge(finding.effect)}
                </li>
            }
        })
        .collect_view();
    let because = if verdict.outcome == Outcome::Clean {
        ().into_any()
    } else {
        view! { <p>{t("verdringing.check.because")}</p> <ul>{items}</ul> }.into_any()
    };
    dossier::verdict(verdict.outcome, because)
}

fn questions(check: &Check, form: &Form) -> impl IntoView + use<> {
    let fields = check
        .checklist
        .questions()
        .iter()
        .map(|question| one_question(question, form))
        .collect_view();
    let warning = check.record.decision.as_ref().map(|_| {
        view! { <Notice kind=NoticeKind::Warning title=t("verdringing.check.decided_before")/> }
    });
    let count = tn(
        "verdringing.check.questions",
        check.checklist.questions().len() as u64,
        &[],
    );
    view! {
        <h2>{count}</h2>
        {warning}
        <form method="post" class="wb-form" novalidate>
            {fields}
            <ButtonRow><Button label=t("verdringing.check.save_answers") name="deed" value="answers"/></ButtonRow>
        </form>
    }
}

fn one_question(question: &Question, form: &Form) -> impl IntoView + use<> {
    let (text, lang) = asked(question);
    let options = answers(question)
        .into_iter()
        .map(|(answer, effect)| choice(answer, effect))
        .collect();
    let parties: Vec<String> = question
        .consult
        .iter()
        .map(|party| t(&format!("verdringing.party.{party}")))
        .collect();
    let hint = tf(
        "verdringing.check.hint",
        &[
            ("evidence", &question.evidence_nl),
            ("parties", &parties.join(", ")),
        ],
    );
    let label = form
        .label_saying(&question.id, format!("{} {text}", question.id))
        .with_hint(hint);
    view! {
        <div lang=lang>
            <Radios label=label options=options value=form.get(&question.id)/>
        </div>
    }
}

/// An answer with what it leads to: nobody has to guess.
fn choice(answer: &str, effect: Effect) -> Choice {
    Choice::new(answer, said(answer)).with_hint(t(&format!("verdringing.effect.{effect}")))
}

fn opinion(form: &Form) -> impl IntoView + use<> {
    let parties = std::iter::once(Choice::new("", t("verdringing.check.choose")))
        .chain(choices("verdringing.party", Party::ALL))
        .collect();
    view! {
        <h3>{t("verdringing.check.add_opinion")}</h3>
        <p>{t("verdringing.check.last_word")}</p>
        <form method="post" class="wb-form" novalidate>
            {form.select("verdringing.field", "party", parties)}
            {form.radios("verdringing.field", "opinion", choices("verdringing.opinion", Opinion::ALL))}
            {form.area("verdringing.field", "remark", 4)}
            <ButtonRow><Button label=t("verdringing.check.save_opinion") name="deed" value="opinion"/></ButtonRow>
        </form>
    }
}

fn decide(check: &Check, form: &Form, verdict: &Verdict) -> AnyView {
    let outcome = if check.record.verdict.is_some() {
        verdict.outcome
    } else {
        Outcome::SecondOpinion
    };
    view! {
        <h2>{t("verdringing.check.decision")}</h2>
        <p>{t(&format!("verdringing.may_decide.{outcome}"))}</p>
        <p>{t("verdringing.check.not_involved")}</p>
        <form method="post" class="wb-form" novalidate>
            {form.radios("verdringing.field", "decision", choices("verdringing.decision", Decision::ALL))}
            {form.area("verdringing.field", "reason", 6)}
            <ButtonRow><Button label=t("verdringing.check.decide") name="deed" value="decide"/></ButtonRow>
        </form>
    }
    .into_any()
}
