//! The part of the settings that says how votes become jobs: each way with an example, or an earlier rule that stays.

use domain::{
    count::CountingRule,
    fault::Fault,
    notation::Notation,
    round::{CountingChoice, Round, RoundDraft, RoundPlan},
};
use leptos::prelude::*;

use crate::{
    counting::{self, rule},
    ui::{Choice, More, Notice},
    web::{
        form::{Form, choices},
        texts::{href, t, tf},
        time,
    },
};

/// The form's value for keeping the round's rule, which is none of the choices.
const KEPT: &str = "kept";

/// The rule of a round that staff cannot choose: it came from elsewhere, and never changes by itself.
pub fn odd(round: Option<&Round>) -> Option<CountingRule> {
    let rule = round?.settings.counting;
    CountingChoice::of(&rule).is_none().then_some(rule)
}

/// The checked plan, with the round's own rule where the form says that it stays.
pub fn plan(
    draft: RoundDraft,
    notation: Notation,
    odd: Option<CountingRule>,
) -> Result<RoundPlan, Vec<Fault>> {
    let clock = |typed: &str| time::read(typed, notation);
    let Some(rule) = odd.filter(|_| draft.counting == KEPT) else {
        return draft.check(notation, clock);
    };
    let checked = RoundDraft {
        counting: CountingChoice::ByVotesSkip.to_string(),
        min_share: String::new(),
        ..draft
    };
    let mut plan = checked.check(notation, clock)?;
    plan.settings.counting = rule;
    Ok(plan)
}

/// What the form holds for a rule: the choice, and the least share of the voters in percent.
pub fn filled(rule: &CountingRule) -> (String, String) {
    let Some(choice) = CountingChoice::of(rule) else {
        return (KEPT.to_owned(), String::new());
    };
    let percent = match rule.min_share / 10 {
        0 => String::new(),
        percent => percent.to_string(),
    };
    (choice.to_string(), percent)
}

pub fn fields(form: &Form, odd: Option<CountingRule>) -> impl IntoView + use<> {
    let ways = choices("rounds.counting", CountingChoice::ALL)
        .into_iter()
        .zip(CountingChoice::ALL)
        .map(|(way, choice)| with_example(way, *choice));
    let kept = odd.map(|_| {
        Choice::new(KEPT, t("counting.settings.kept")).with_hint(t("counting.settings.kept_hint"))
    });
    view! {
        {odd.map(notice)}
        {form.radios("rounds.field", "counting", ways.chain(kept).collect())}
        {form.number("rounds.field", "min_share")}
        <p><a href=href(counting::paths::Tryout) target="_blank" rel="noopener">
            {t("counting.tryout.link")} " " {t("counting.settings.new_tab")}
        </a></p>
    }
}

/// What the rule of this round does, when it is none of the choices.
fn notice(rule: CountingRule) -> impl IntoView {
    let steps = rule::steps(&rule)
        .into_iter()
        .map(|step| view! { <li>{step}</li> })
        .collect_view();
    view! {
        <Notice title=t("counting.settings.odd")>
            <p>{t("counting.settings.odd_text")}</p>
            <ol>{steps}</ol>
        </Notice>
    }
}

fn with_example(way: Choice, choice: CountingChoice) -> Choice {
    let about = tf("counting.settings.at_example_of", &[("rule", &way.label)]);
    let href = href(rule::example_path(&choice.rule(0)));
    way.with_more(More {
        href,
        label: t("counting.settings.at_example"),
        about,
    })
}

#[cfg(test)]
mod tests {
    use domain::count::{Completion, Method};

    use super::*;

    #[test]
    fn every_rule_that_staff_can_choose_comes_back_as_it_was() {
        for choice in CountingChoice::ALL {
            for percent in [0, 7, 25] {
                let rule = choice.rule(percent);
                let (choice, typed) = filled(&rule);
                let read: CountingChoice = choice.parse().unwrap();
                let typed = typed.parse().unwrap_or(0);
                assert_eq!(read.rule(typed), rule);
            }
        }
    }

    #[test]
    fn an_odd_rule_stays_until_another_is_chosen() {
        let half = CountingRule {
            min_share: 15,
            ..CountingChoice::EqualShares.rule(0)
        };
        for odd in [
            half,
            CountingRule::of_round(Method::Phragmen),
            CountingRule::equal_shares(Completion::None),
        ] {
            assert_eq!(filled(&odd).0, KEPT);
            let mut draft = super::super::defaults(1_826_922_600_000, Notation::Dutch);
            draft.title = "Wijkbanen".into();
            let wijk = "0192b1a0-0000-7000-8000-000000000001";
            draft.wijken = vec![wijk.to_owned()];
            draft.budgets.set(wijk.parse().unwrap(), "50.000");
            draft.eligible.set(wijk.parse().unwrap(), "400");
            let chosen = plan(draft.clone(), Notation::Dutch, Some(odd)).unwrap();
            assert_eq!(
                chosen.settings.counting,
                CountingChoice::ByVotesSkip.rule(0)
            );
            draft.counting = KEPT.to_owned();
            assert_eq!(
                plan(draft.clone(), Notation::Dutch, Some(odd))
                    .unwrap()
                    .settings
                    .counting,
                odd
            );
            let faults = plan(draft, Notation::Dutch, None).unwrap_err();
            assert_eq!(
                faults[0].field, "counting",
                "a round without an odd rule has nothing to keep"
            );
        }
    }

    #[test]
    fn every_way_leads_to_its_place_in_the_example() {
        let owner = Owner::new();
        let html = owner.with(|| fields(&Form::default(), None).to_html());
        for choice in CountingChoice::ALL {
            assert!(
                html.contains(&format!(r#"href="/uitleg/tellen#{choice}""#)),
                "{html}"
            );
        }
        assert!(!html.contains(KEPT));
    }
}
