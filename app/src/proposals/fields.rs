//! The form of a proposal: one page in five parts. A field has the name of its fault, so that an error stands beside it.

use domain::{
    euro::Euro,
    proposal::{
        CostCategory, CostLineDraft, Family, HostKind, Lasting, LegalBasis, ProposalDraft,
        ProposalState,
    },
    round::Round,
};
use leptos::prelude::*;

use super::costs;
use crate::{
    ui::{Button, ButtonKind, ButtonRow, Choice, Icon, IconName, TextField, Width},
    web::{
        form::{Form, choices},
        texts::{maybe, money, t, tf},
    },
};

const LINES: [&str; 12] = [
    "title",
    "description",
    "family",
    "host_name",
    "host_kind",
    "hours",
    "places",
    "lasting",
    "months",
    "legal_basis",
    "guidance",
    "growth",
];

/// What was typed.
pub fn read(form: &Form) -> ProposalDraft {
    let text = |name: &str| form.get(name).to_owned();
    let costs = CostCategory::ALL
        .iter()
        .map(|category| CostLineDraft {
            label: text(&format!("label-{category}")),
            amount: text(&format!("cost-{category}")),
        })
        .collect();
    ProposalDraft {
        title: text("title"),
        description: text("description"),
        family: text("family"),
        host_name: text("host_name"),
        host_kind: text("host_kind"),
        hours: text("hours"),
        places: text("places"),
        lasting: text("lasting"),
        months: text("months"),
        legal_basis: text("legal_basis"),
        guidance: text("guidance"),
        growth: text("growth"),
        costs,
    }
}

/// The form with what was typed before.
pub fn fill(draft: &ProposalDraft) -> Form {
    // Voluntary work beside a benefit is what a wijkbasisbaan nearly always is.
    let basis = if draft.legal_basis.is_empty() {
        LegalBasis::SocialActivation.name()
    } else {
        &draft.legal_basis
    };
    let values = [
        &*draft.title,
        &draft.description,
        &draft.family,
        &draft.host_name,
        &draft.host_kind,
        &draft.hours,
        &draft.places,
        &draft.lasting,
        &draft.months,
        basis,
        &draft.guidance,
        &draft.growth,
    ];
    let lines = LINES
        .iter()
        .zip(values)
        .map(|(name, value)| ((*name).to_owned(), value.to_owned()));
    let costs = CostCategory::ALL
        .iter()
        .zip(&draft.costs)
        .flat_map(|(category, line)| {
            [
                (format!("label-{category}"), line.label.clone()),
                (format!("cost-{category}"), line.amount.clone()),
            ]
        });
    Form::of(lines.chain(costs).collect())
}

/// The whole form. Enter in a field presses the first button, which is the harmless one.
pub fn view(form: &Form, round: &Round, wijk: String, state: ProposalState) -> AnyView {
    view! {
        <form method="post" id="voorstel" class="wb-form" novalidate>
            {section("proposals.section.what", what(form))}
            {section("proposals.section.host", host(form, wijk))}
            {section("proposals.section.size", size(form))}
            {section("proposals.section.guidance", guidance(form))}
            {section("proposals.section.costs", cost_rows(form, round))}
            {buttons(state)}
        </form>
    }
    .into_any()
}

fn section(title: &str, fields: AnyView) -> AnyView {
    view! { <fieldset class="wb-section"><legend><h2>{t(title)}</h2></legend>{fields}</fieldset> }
        .into_any()
}

fn with_none(options: Vec<Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", t("proposals.choose")))
        .chain(options)
        .collect()
}

fn what(form: &Form) -> AnyView {
    view! {
        {form.text("proposals.field", "title", 80)}
        {form.select("proposals.field", "family", with_none(choices("proposals.family", Family::ALL)))}
        {form.area("proposals.field", "description", 2_000, 8)}
    }
    .into_any()
}

fn host(form: &Form, wijk: String) -> AnyView {
    view! {
        <p>{tf("proposals.edit.wijk", &[("wijk", &wijk)])}</p>
        {form.text("proposals.field", "host_name", 80)}
        {form.select("proposals.field", "host_kind", with_none(choices("proposals.host_kind", HostKind::ALL)))}
    }
    .into_any()
}

fn size(form: &Form) -> AnyView {
    view! {
        {form.number("proposals.field", "hours")}
        {form.number("proposals.field", "places")}
        {form.radios("proposals.field", "lasting", choices("proposals.lasting", Lasting::ALL))}
        {form.number("proposals.field", "months")}
        {form.radios("proposals.field", "legal_basis", choices("proposals.legal_basis", LegalBasis::ALL))}
    }
    .into_any()
}

fn guidance(form: &Form) -> AnyView {
    view! {
        {form.area("proposals.field", "guidance", 500, 4)}
        {form.area("proposals.field", "growth", 500, 4)}
    }
    .into_any()
}

fn cost_rows(form: &Form, round: &Round) -> AnyView {
    let rows = CostCategory::ALL
        .iter()
        .map(|&category| cost_row(form, category))
        .collect_view();
    let cap = round.settings.cap;
    view! {
        <p>{tf("proposals.edit.costs_lead", &[("cap", &money(cap))])}</p>
        <p>{t(&format!("proposals.cap_covers.{}", round.settings.cost_basis))}</p>
        {rows}
        {so_far(form, read(form).cost_so_far(), cap)}
        <ButtonRow>
            <Button label=t("proposals.edit.cost") kind=ButtonKind::Secondary name="deed" value="cost"/>
        </ButtonRow>
    }
    .into_any()
}

fn cost_row(form: &Form, category: CostCategory) -> AnyView {
    let name = t(&format!("proposals.cost.{category}"));
    let hint = maybe(&format!("proposals.cost.{category}_hint")).map(str::to_owned);
    let label = format!("label-{category}");
    view! {
        <div class="wb-field-pair">
            {form.money_labelled(&format!("cost-{category}"), name.clone(), hint)}
            <TextField
                name=label.clone() label=tf("proposals.field.cost_label", &[("cost", &name)])
                error=form.error(&label) value=form.get(&label).to_owned() width=Width::Full maxlength=120
                autocomplete="off" error_prefix=t("site.error_prefix")
            />
        </div>
    }
    .into_any()
}

/// The sum so far; faults of the sum stand here too.
fn so_far(form: &Form, cost: Euro, cap: Euro) -> AnyView {
    let error = form.error("costs").map(|error| {
        view! {
            <p class="wb-field__error">
                <Icon name=IconName::Warning/>
                <span>{t("site.error_prefix")} " " {error}</span>
            </p>
        }
    });
    let class = if error.is_some() {
        "wb-field wb-field--invalid"
    } else {
        "wb-field"
    };
    view! {
        <div id="costs" class=class tabindex="-1">
            {error}
            {costs::meter(t("proposals.edit.cost_now"), cost, cap)}
        </div>
    }
    .into_any()
}

fn buttons(state: ProposalState) -> AnyView {
    let keep = (state == ProposalState::Draft).then(|| {
        view! { <Button label=t("proposals.edit.keep") kind=ButtonKind::Secondary name="deed" value="keep"/> }
    });
    view! {
        <p>{t("proposals.edit.before_submit")}</p>
        <ButtonRow>
            <Button label=t("proposals.edit.submit") name="deed" value="submit"/>
            {keep}
        </ButtonRow>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_fields_come_back_as_they_were() {
        let line = |n: usize| CostLineDraft {
            label: format!("waarvoor {n}"),
            amount: n.to_string(),
        };
        let draft = ProposalDraft {
            title: " Fietsen ".into(),
            lasting: "long_term".into(),
            months: "achttien".into(),
            legal_basis: "employment".into(),
            costs: (0..CostCategory::ALL.len()).map(line).collect(),
            ..ProposalDraft::default()
        };
        assert_eq!(read(&fill(&draft)), draft);
    }

    #[test]
    fn a_new_proposal_is_on_the_usual_ground() {
        assert_eq!(
            read(&fill(&ProposalDraft::default())).legal_basis,
            "social_activation"
        );
    }
}
