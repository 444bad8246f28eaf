use super::*;
use crate::{
    fault::{Fault, What},
    ladder::Rung,
    notation::Notation,
};

const LIMITS: Limits = Limits {
    cap: Euro::whole(17_000),
    allowance: VOLUNTEER_ALLOWANCE_2026,
};

fn draft(guidance_costs: &str) -> ProposalDraft {
    let one = |typed: &str| [(CostCategory::Guidance, typed.to_owned())];
    ProposalDraft {
        title: "Gereedschap lenen".into(),
        description: "Uitlenen, schoonmaken en nakijken.".into(),
        family: "lending".into(),
        host_name: "Bewonersvereniging".into(),
        host_kind: "residents_association".into(),
        hours: "16".into(),
        places: "1".into(),
        lasting: "permanent".into(),
        legal_basis: "social_activation".into(),
        guidance: "Elke week twee uur een vaste coach.".into(),
        growth: "Cursus veilig werken.".into(),
        amounts: one(guidance_costs).into_iter().collect(),
        labels: one("Coach").into_iter().collect(),
        ..ProposalDraft::default()
    }
}

fn content(draft: &ProposalDraft) -> Proposal {
    draft
        .check(LIMITS, Notation::Dutch)
        .unwrap()
        .content()
        .clone()
}

fn wrong(draft: &ProposalDraft) -> Vec<Fault> {
    draft.check(LIMITS, Notation::Dutch).unwrap_err()
}

#[test]
fn exactly_the_cap_fits_and_one_cent_more_does_not() {
    assert_eq!(
        content(&draft("17.000")).cost_per_place(),
        Euro::whole(17_000)
    );
    let over = What::OverCap {
        cost: Euro::cents(1_700_001),
        cap: Euro::whole(17_000),
    };
    assert_eq!(wrong(&draft("17.000,01")), [Fault::at("costs", over)]);
}

#[test]
fn a_checked_proposal_keeps_the_words_it_was_typed_in() {
    let typed = ProposalDraft {
        title: " Gereedschap lenen ".into(),
        ..draft("12.345,67")
    };
    let checked = typed.check(LIMITS, Notation::Dutch).unwrap();
    assert_eq!(checked.draft(), &typed);
    assert_eq!(checked.content().title, "Gereedschap lenen");
}

#[test]
fn an_empty_form_is_told_all_that_is_missing_at_once() {
    let fields: Vec<String> = wrong(&ProposalDraft::default())
        .into_iter()
        .map(|f| f.field)
        .collect();
    assert_eq!(
        fields,
        [
            "title",
            "family",
            "description",
            "host_name",
            "host_kind",
            "hours",
            "places",
            "lasting",
            "legal_basis",
            "guidance",
            "growth",
            "costs"
        ]
    );
}

#[test]
fn a_proposal_without_an_amount_is_told_that_one_is_needed() {
    assert_eq!(wrong(&draft("0")), [Fault::at("costs", What::NoCosts)]);
}

#[test]
fn a_company_is_no_host_and_a_project_is_no_job() {
    let company = ProposalDraft {
        host_kind: "company".into(),
        ..draft("1000")
    };
    assert_eq!(wrong(&company), [Fault::at("host_kind", What::NotSocial)]);
    let project = ProposalDraft {
        lasting: "incidental".into(),
        ..draft("1000")
    };
    assert_eq!(
        wrong(&project),
        [Fault::at("lasting", What::OtherRung(Rung::Citizenship))]
    );
}

#[test]
fn long_term_work_says_how_long() {
    let vague = ProposalDraft {
        lasting: "long_term".into(),
        ..draft("1000")
    };
    assert_eq!(wrong(&vague)[0].field, "months");
    let clear = ProposalDraft {
        months: "24".into(),
        ..vague
    };
    assert_eq!(content(&clear).months, Some(24));
}

#[test]
fn the_volunteer_allowance_stays_within_its_yearly_limit() {
    let mut generous = draft("1000");
    generous
        .amounts
        .set(CostCategory::VolunteerAllowance, "2.200,01");
    assert_eq!(wrong(&generous)[0].field, "cost_volunteer_allowance");
}

#[test]
fn absurd_amounts_are_refused_at_their_line() {
    for amount in ["-1", "1000000000000", "honderd", "1e9", "0.125", "1,250"] {
        assert_eq!(wrong(&draft(amount))[0].field, "cost_guidance", "{amount}");
    }
}

#[test]
fn a_telephone_number_in_the_text_is_refused() {
    let with_phone = ProposalDraft {
        description: "Bel 06-12345678".into(),
        ..draft("1000")
    };
    assert_eq!(wrong(&with_phone)[0].field, "description");
}
