//! The rule by which it was counted, with every parameter in words.

use domain::{
    count::{
        Blank, ByVotes, Comparison, Completion, CountingRule, EqualShares, Hopeless, Method, Order,
        Start, Stop, Ties, Utility,
    },
    euro::Euro,
};
use leptos::prelude::*;

use super::words::percent;
use crate::{
    texts::{money, percent_of_hundredths, t, tf},
    ui::DataList,
};

/// The name of a way of counting: `Gelijke delen`.
pub fn name(rule: &CountingRule) -> String {
    t(&format!("outcomes.rule.name.{}", key(rule)))
}

/// The same within a sentence: `Met gelijke delen …`.
pub fn inline(rule: &CountingRule) -> String {
    t(&format!("outcomes.rule.inline.{}", key(rule)))
}

const fn key(rule: &CountingRule) -> &'static str {
    match rule.method {
        Method::ByVotes(_) => "by_votes",
        Method::EqualShares(_) => "equal_shares",
        Method::Phragmen => "phragmen",
    }
}

/// Every parameter, and the rule itself as it was hashed.
pub fn details(rule: &CountingRule) -> AnyView {
    let json = serde_json::to_string(rule).unwrap_or_default();
    view! {
        <details>
            <summary>{t("outcomes.rule.all")}</summary>
            <DataList rows=rows(rule)/>
            <p>{t("outcomes.rule.json")}</p>
            <p><code>{json}</code></p>
        </details>
    }
    .into_any()
}

fn rows(rule: &CountingRule) -> Vec<(String, AnyView)> {
    let method = match rule.method {
        Method::ByVotes(by_votes) => by_votes_rows(by_votes),
        Method::EqualShares(equal_shares) => equal_shares_rows(equal_shares),
        Method::Phragmen => Vec::new(),
    };
    let ties = match rule.ties {
        Ties::Order => "outcomes.rule.ties.order",
        Ties::CostVotesOrder => "outcomes.rule.ties.cost_votes_order",
    };
    let least = if rule.min_share == 0 {
        t("outcomes.rule.least.none")
    } else {
        let share = percent(rule.min_share.into());
        tf("outcomes.rule.least.some", &[("percent", &share)])
    };
    let blank = match rule.blank {
        Blank::Turnout => "outcomes.rule.blank.turnout",
        Blank::Voter => "outcomes.rule.blank.voter",
    };
    let hopeless = match rule.hopeless {
        Hopeless::SetAside => "outcomes.rule.hopeless.set_aside",
        Hopeless::TakePart => "outcomes.rule.hopeless.take_part",
    };
    let mut rows = vec![("method", name(rule))];
    rows.extend(method);
    rows.extend([
        ("ties", t(ties)),
        ("least", least),
        ("blank", t(blank)),
        ("hopeless", t(hopeless)),
        ("version", rule.version.to_string()),
    ]);
    rows.into_iter()
        .map(|(term, text)| (t(&format!("outcomes.rule.term.{term}")), text.into_any()))
        .collect()
}

fn by_votes_rows(rule: ByVotes) -> Vec<(&'static str, String)> {
    let first = if rule.per_euro {
        "outcomes.rule.first.per_euro"
    } else {
        "outcomes.rule.first.votes"
    };
    let order = match rule.order {
        Order::Skip => "outcomes.rule.order.skip",
        Order::Stop => "outcomes.rule.order.stop",
        Order::Divisible => "outcomes.rule.order.divisible",
        Order::Partial => "outcomes.rule.order.partial",
    };
    vec![("first", t(first)), ("order", t(order))]
}

fn equal_shares_rows(rule: EqualShares) -> Vec<(&'static str, String)> {
    let start = match rule.start {
        Start::Exact => "outcomes.rule.start.exact",
        Start::Floor => "outcomes.rule.start.floor",
    };
    let step = match rule.completion {
        Completion::None => t("outcomes.rule.step.none"),
        Completion::Add1 | Completion::Add1u => {
            let step = money(Euro::cents(rule.step));
            tf("outcomes.rule.step.money", &[("step", &step)])
        }
        Completion::Increase(part) => {
            let share = percent_of_hundredths(part);
            tf("outcomes.rule.step.part", &[("percent", &share)])
        }
    };
    let stop = match rule.stop {
        Stop::Exhaustive => "outcomes.rule.stop.exhaustive",
        Stop::ExhaustiveAll => "outcomes.rule.stop.exhaustive_all",
        Stop::Overspend => "outcomes.rule.stop.overspend",
    };
    let rest = match rule.completion {
        Completion::Add1u => "outcomes.rule.rest.by_votes",
        Completion::None | Completion::Add1 | Completion::Increase(_) => "outcomes.rule.rest.stays",
    };
    let mut rows = vec![
        ("worth", worth(rule.utility)),
        ("start", t(start)),
        ("step", step),
    ];
    if rule.completion != Completion::None {
        rows.push(("stop", t(stop)));
    }
    rows.push(("rest", t(rest)));
    match rule.comparison {
        Comparison::None => {}
        Comparison::Satisfaction => rows.push(("compare", t("outcomes.rule.compare.more"))),
        Comparison::ExclusionRatio => rows.push(("compare", t("outcomes.rule.compare.any"))),
    }
    rows
}

fn worth(utility: Utility) -> String {
    t(match utility {
        Utility::Cost => "outcomes.rule.worth.cost",
        Utility::Cardinality => "outcomes.rule.worth.same",
        Utility::Score | Utility::Borda | Utility::PosScore => "outcomes.rule.worth.points",
        Utility::ScoreCost | Utility::PosScoreCost => "outcomes.rule.worth.points_cost",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(rule: &CountingRule) -> String {
        Owner::new().with(|| details(rule).to_html())
    }

    #[test]
    fn every_parameter_of_equal_shares_is_said() {
        let html = said(&CountingRule::equal_shares(Completion::Add1u));
        for part in [
            "Gelijke delen",
            "Het deel groeit steeds met €\u{a0}0,50.",
            "Gaat naar de meeste stemmen",
            "Eerst het goedkoopste, dan de meeste stemmen, dan het lot.",
            "Wie niets koos, telt alleen mee bij de opkomst.",
            "Geen.",
            "\"completion\":\"add1u\"",
        ] {
            let part = part.replace('"', "&quot;");
            assert!(
                html.contains(&part) || html.contains(&part.replace("&quot;", "\"")),
                "{part}: {html}"
            );
        }
        let html = said(&CountingRule::equal_shares(Completion::Increase(125)));
        assert!(html.contains("1,25\u{a0}%"), "{html}");
        assert!(html.contains("Blijft over."), "{html}");
    }

    #[test]
    fn a_threshold_is_said() {
        let rule = CountingRule {
            min_share: 50,
            ..CountingRule::default()
        };
        let html = said(&rule);
        assert!(
            html.contains("Minstens 5,0\u{a0}% van de stemmers."),
            "{html}"
        );
        assert!(
            html.contains("Past het niet, dan slaan we het over."),
            "{html}"
        );
    }

    #[test]
    fn every_way_of_counting_has_a_name() {
        for method in [
            CountingRule::default(),
            CountingRule::equal_shares(Completion::Add1),
            CountingRule::of_round(Method::Phragmen),
        ] {
            assert!(name(&method).starts_with(char::is_uppercase));
            assert!(!inline(&method).contains('.'));
        }
    }
}
