//! What is wrong with a field, in the words that stand beside it; and what is refused without one.

use domain::{
    ballot_box::{CardFault, Misread},
    euro::EuroFault,
    fault::What,
    phase::StepRefused,
    text::{PersonalData, TextFault},
    verdringing::DecisionRefused,
};
use store::Refusal;

use super::{count, money, t, tf, tn};

/// What is wrong with a field, in a list of many: with the field's label.
#[must_use]
pub fn labelled_fault(label: &str, what: &What) -> String {
    match what {
        What::Text(TextFault::Empty) | What::Money(EuroFault::Empty) => {
            tf("fault.labelled.empty", &[("label", label)])
        }
        What::NotChosen => tf("fault.labelled.not_chosen", &[("label", label)]),
        what => {
            let colon = if label.ends_with(['?', '.', '!', ':']) {
                ""
            } else {
                ":"
            };
            format!("{label}{colon} {}", fault(what))
        }
    }
}

/// What is wrong with a field, in words, where its label stands beside it.
#[must_use]
pub fn fault(what: &What) -> String {
    match what {
        What::Text(TextFault::Empty) => t("fault.empty"),
        What::Text(TextFault::TooLong { max, found }) => {
            let over = found.saturating_sub(*max) as u64;
            tn("fault.too_long", over, &[("max", &count(*max as u64))])
        }
        What::Text(TextFault::ForbiddenSign) => t("fault.forbidden_sign"),
        What::Text(TextFault::LookAlike) => t("fault.look_alike"),
        What::Text(TextFault::PersonalData(found)) => t(match found {
            PersonalData::Email => "fault.personal.email",
            PersonalData::Phone => "fault.personal.phone",
            PersonalData::Iban => "fault.personal.iban",
            PersonalData::Bsn => "fault.personal.bsn",
        }),
        What::Money(EuroFault::Empty) => t("fault.empty"),
        What::Money(EuroFault::NotAnAmount) => t("fault.not_an_amount"),
        What::Money(EuroFault::TwoReadings) => t("fault.two_amounts"),
        What::Money(EuroFault::Negative) => t("fault.negative"),
        What::Money(EuroFault::TooLarge) => t("fault.too_large"),
        What::NotANumber => t("fault.not_a_number"),
        What::TwoReadings => t("fault.two_readings"),
        What::OutOfRange { min, max } => tf(
            "fault.out_of_range",
            &[("min", &count(*min)), ("max", &count(*max))],
        ),
        What::NotChosen => t("fault.not_chosen"),
        What::NotOffered => t("fault.not_offered"),
        What::NotADate => t("fault.not_a_date"),
        What::NoHour => t("fault.no_hour"),
        What::NoSuchMoment => t("fault.no_such_moment"),
        What::TooEarly => t("fault.too_early"),
        What::Past => t("fault.past"),
        What::EarlierThanPromised => t("fault.earlier_than_promised"),
        What::OverCap { cost, cap } => {
            let over = cost.minus(*cap).unwrap_or_default();
            let values = [
                ("cost", &*money(cost)),
                ("cap", &money(cap)),
                ("over", &money(over)),
            ];
            tf("fault.over_cap", &values)
        }
        What::NotSocial => t("fault.not_social"),
        What::OtherRung(rung) => t(&format!("fault.rung.{rung}")),
        What::TooMany { max } => tn("fault.too_many", *max as u64, &[]),
        What::TooFew { min } => tn("fault.too_few", *min as u64, &[]),
        What::TooShort { min } => tn("fault.too_short", *min as u64, &[]),
        What::NoCosts => t("fault.no_costs"),
        What::DeclinedByNoRuling => t("fault.declined_by_no_ruling"),
        What::NoReason => t("fault.no_reason"),
        What::Taken => t("fault.taken"),
        What::OutOfReach => t("fault.out_of_reach"),
        What::WeakPassword => t("fault.weak_password"),
        What::NotEqual => t("fault.not_equal"),
        What::NotConfirmed => t("fault.not_confirmed"),
        What::NoSuchLetter => t("fault.no_such_letter"),
        What::CancelledBefore => t("fault.cancelled_before"),
        What::NoEnvelope => t("fault.no_envelope"),
        What::EnvelopeGone => t("fault.envelope_gone"),
        What::WrongCards => t("fault.wrong_cards"),
        What::Card(fault) => card_fault(*fault),
        What::Row(misread) => row_fault(*misread),
        What::OpensAlone => t("fault.opens_alone"),
        What::SameHolder => t("fault.same_holder"),
        What::OverAllowance { max } => tf("fault.over_allowance", &[("max", &money(max))]),
    }
}

fn card_fault(fault: CardFault) -> String {
    match fault {
        CardFault::NotOneCard => t("fault.card.not_one"),
        CardFault::OtherBox => t("fault.card.other_box"),
        CardFault::Twice { first } => tf("fault.card.twice", &[("n", &count(first as u64))]),
    }
}

fn row_fault(misread: Misread) -> String {
    let at = |key, group: u8| tf(key, &[("group", &group.to_string())]);
    match misread {
        Misread::Empty => t("fault.empty"),
        Misread::Length { found } => tn("fault.row.length", found as u64, &[]),
        Misread::BadSign { group } => at("fault.row.bad_sign", group),
        Misread::Wrong { group: Some(group) } => at("fault.row.wrong_group", group),
        Misread::Wrong { group: None } => t("fault.row.wrong"),
        Misread::OtherRow => t("fault.row.other_row"),
    }
}

/// What a refusal without a field says.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Faults(faults) => faults
            .first()
            .map_or_else(String::new, |first| fault(&first.what)),
        Refusal::Step(StepRefused::OutOfTurn { .. }) => t("error.refused.out_of_turn"),
        Refusal::Step(StepRefused::BeforeTime) => t("error.refused.before_time"),
        Refusal::Step(StepRefused::Missing(_)) => t("error.refused.missing"),
        Refusal::Step(StepRefused::Waits(_)) => t("error.refused.waits"),
        Refusal::Decision(DecisionRefused::Blocked) => t("error.refused.blocked"),
        Refusal::Decision(DecisionRefused::NoOpinion) => t("error.refused.no_opinion"),
        Refusal::Decision(DecisionRefused::OpinionPending) => t("error.refused.opinion_pending"),
        Refusal::Decision(DecisionRefused::ConditionsNeeded) => {
            t("error.refused.conditions_needed")
        }
        Refusal::Decision(DecisionRefused::Involved) => t("error.refused.involved"),
        Refusal::Phase => t("error.refused.phase"),
        Refusal::State => t("error.refused.state"),
        Refusal::Code => t("error.refused.code"),
        Refusal::EarlierVote => t("error.refused.earlier_vote"),
        Refusal::Closed => t("error.refused.closed"),
        Refusal::SignIn => t("error.refused.sign_in"),
        Refusal::Card => t("fault.wrong_cards"),
        Refusal::Done => t("error.refused.done"),
        Refusal::SamePerson => t("error.refused.same_person"),
        Refusal::NotEmpty => t("error.refused.not_empty"),
    }
}
