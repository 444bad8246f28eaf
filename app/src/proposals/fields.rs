//! The form of a proposal: one page in five parts. A field has the name of its fault, so that an error stands beside it.

use domain::{
    euro::Euro,
    proposal::{
        CostAmounts, CostCategory, CostLabels, Family, HostKind, Lasting, LegalBasis,
        ProposalDraft, ProposalState,
    },
    round::Round,
};
use leptos::prelude::*;

use super::costs;
use crate::{
    ui::{Button, ButtonKind, ButtonRow, Choice, FieldError, MoneyField, TextField},
    web::{
        form::{Form, FormError, choices, labels},
        texts::{maybe, money, spoken, t, tf},
    },
};

/// The form with what was typed before.
pub fn fill(draft: &ProposalDraft) -> Result<Form, FormError> {
    let mut draft = draft.clone();
    if draft.legal_basis.is_empty() {
        // Voluntary work beside a benefit is what a wijkbasisbaan nearly always is.
        draft.legal_basis = LegalBasis::SocialActivation.to_string();
    }
    Form::filled(&draft)
}

/// The label of a field, for the list of what is wrong. The costs together have none.
pub fn label(field: &str) -> Option<String> {
    let of = |category: &CostCategory| t(&format!("proposals.cost.{category}"));
    let costs = || CostCategory::ALL.iter();
    costs()
        .find(|&&category| CostAmounts::field(category) == field)
        .map(of)
        .or_else(|| {
            let named = costs().find(|&&category| CostLabels::field(category) == field)?;
            Some(cost_label(&of(named)))
        })
        .or_else(|| labels("proposals.field")(field))
}

fn cost_label(cost: &str) -> String {
    tf("proposals.field.cost_label", &[("cost", cost)])
}

/// The whole form. Enter in a field presses the first button, which is the harmless one.
pub fn view(
    form: &Form,
    round: &Round,
    wijk: String,
    state: ProposalState,
) -> impl IntoView + use<> {
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
}

fn section(title: &str, fields: AnyView) -> impl IntoView + use<> {
    view! { <fieldset class="wb-section"><legend><h2>{t(title)}</h2></legend>{fields}</fieldset> }
}

fn with_none(options: Vec<Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", t("proposals.choose")))
        .chain(options)
        .collect()
}

fn what(form: &Form) -> AnyView {
    view! {
        {form.text("proposals.field", "title")}
        {form.select("proposals.field", "family", with_none(choices("proposals.family", Family::ALL)))}
        {form.area("proposals.field", "description", 8)}
    }
    .into_any()
}

fn host(form: &Form, wijk: String) -> AnyView {
    view! {
        <p>{tf("proposals.edit.wijk", &[("wijk", &wijk)])}</p>
        {form.text("proposals.field", "host_name")}
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
        {form.area("proposals.field", "guidance", 4)}
        {form.area("proposals.field", "growth", 4)}
    }
    .into_any()
}

fn cost_rows(form: &Form, round: &Round) -> AnyView {
    let rows = CostCategory::ALL
        .iter()
        .map(|&category| cost_row(form, category))
        .collect_view();
    let cap = round.settings.cap;
    let cost = form
        .draft::<ProposalDraft>()
        .unwrap_or_default()
        .cost_so_far(spoken().notation());
    view! {
        <p>{tf("proposals.edit.costs_lead", &[("cap", &money(cap))])}</p>
        <p>{t(&format!("proposals.cap_covers.{}", round.settings.cost_basis))}</p>
        {rows}
        {so_far(form, cost, cap)}
        <ButtonRow>
            <Button label=t("proposals.edit.cost") kind=ButtonKind::Secondary name="deed" value="cost"/>
        </ButtonRow>
    }
    .into_any()
}

fn cost_row(form: &Form, category: CostCategory) -> impl IntoView + use<> {
    let name = t(&format!("proposals.cost.{category}"));
    let hint = maybe(&format!("proposals.cost.{category}_hint")).map(str::to_owned);
    let (amount, words) = (CostAmounts::field(category), CostLabels::field(category));
    let label = form.label_saying(&amount, name.clone()).with_hint(hint);
    view! {
        <div class="wb-field-pair">
            <MoneyField label=label value=form.get(&amount)/>
            <TextField
                label=form.label_saying(&words, cost_label(&name)) value=form.get(&words).to_owned() autocomplete="off"
            />
        </div>
    }
}

/// The sum so far; faults of the sum stand here too.
fn so_far(form: &Form, cost: Euro, cap: Euro) -> impl IntoView + use<> {
    let error = form.error("costs");
    let class = if error.is_some() {
        "wb-field wb-field--invalid"
    } else {
        "wb-field"
    };
    view! {
        <div id="costs" class=class tabindex="-1">
            <FieldError name="costs" error=error/>
            {costs::meter(t("proposals.edit.cost_now"), cost, cap)}
        </div>
    }
}

fn buttons(state: ProposalState) -> impl IntoView {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_fields_come_back_as_they_were() {
        let typed = ProposalDraft {
            title: " Fietsen ".into(),
            months: "achttien".into(),
            legal_basis: "employment".into(),
            amounts: [(CostCategory::Wage, "veel".into())].into_iter().collect(),
            ..ProposalDraft::default()
        };
        let again: ProposalDraft = fill(&typed).unwrap().draft().unwrap();
        assert_eq!(again, typed);
    }

    #[test]
    fn a_new_proposal_is_on_the_usual_ground() {
        let form = fill(&ProposalDraft::default()).unwrap();
        assert_eq!(form.get("legal_basis"), "social_activation");
    }
}
