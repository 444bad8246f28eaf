//! A counting rule in words: what happens step by step, and every parameter for those who count again.

use domain::{
    count::{
        Blank, ByVotes, Completion, CountingRule, EqualShares, Hopeless, Method, Order, Ties,
        Utility,
    },
    euro::Euro,
    round::CountingChoice,
};
use leptos::prelude::*;

use crate::{
    info,
    ui::DataList,
    web::texts::{href, money, percent_of_hundredths, t, tf},
};

/// The name of a rule: that of the choice behind it, with the least share of the voters where it asks one.
pub fn name(rule: &CountingRule) -> String {
    let name = CountingChoice::of(rule).map_or_else(
        || t("counting.rule.other"),
        |choice| t(&format!("rounds.counting.{choice}")),
    );
    if rule.min_share == 0 {
        return name;
    }
    let percent = percent(rule.min_share);
    format!(
        "{name} {}",
        tf("counting.rule.name_share", &[("percent", &percent)])
    )
}

/// What happens, in the order in which it happens.
pub fn steps(rule: &CountingRule) -> Vec<String> {
    let mut steps = match rule.method {
        Method::ByVotes(by_votes) => by_votes_steps(by_votes),
        Method::EqualShares(equal_shares) => equal_shares_steps(equal_shares),
        Method::Phragmen => vec![
            t("counting.rule.step.phragmen"),
            t("counting.rule.step.phragmen_stop"),
        ],
    };
    if rule.min_share > 0 {
        let percent = percent(rule.min_share);
        steps.insert(
            0,
            tf("counting.rule.step.min_share", &[("percent", &percent)]),
        );
    }
    steps.push(step(match rule.ties {
        Ties::CostVotesOrder => "ties_cost",
        Ties::Order => "ties_order",
    }));
    if rule.hopeless == Hopeless::SetAside {
        steps.push(step("hopeless"));
    }
    steps.push(step(match rule.blank {
        Blank::Turnout => "blank_turnout",
        Blank::Voter => "blank_voter",
    }));
    steps
}

fn step(name: &str) -> String {
    t(&format!("counting.rule.step.{name}"))
}

fn by_votes_steps(rule: ByVotes) -> Vec<String> {
    let first = match (rule.per_euro, rule.utility) {
        (true, _) => "most_per_euro",
        (false, Utility::Cost | Utility::Cardinality) => "most",
        (false, _) => "most_points",
    };
    let order = match rule.order {
        Order::Skip => "skip",
        Order::Stop => "stop",
        Order::Divisible => "divisible",
        Order::Partial => "partial",
    };
    [first, "fits", order].map(step).into()
}

fn equal_shares_steps(rule: EqualShares) -> Vec<String> {
    let first = if rule.utility == Utility::Cost {
        "most_payers"
    } else {
        "least_price"
    };
    let mut steps: Vec<String> = ["share", "pay", first].map(step).into();
    let grow = match rule.completion {
        Completion::None => None,
        Completion::Add1 | Completion::Add1u => Some(money(Euro::cents(rule.step))),
        Completion::Increase(hundredths) => Some(percent_of_hundredths(hundredths)),
    };
    if let Some(grow) = grow {
        let stop = format!("until_{}", rule.stop.name().replace('-', "_"));
        let grow = tf("counting.rule.step.grow", &[("step", &grow)]);
        steps.push(format!("{grow} {}", step(&stop)));
    }
    steps.push(step(if rule.completion == Completion::Add1u {
        "top_up"
    } else {
        "rest_stays"
    }));
    if rule.comparison.name() != "none" {
        let name = rule.comparison.name().replace('-', "_");
        steps.push(step(&format!("compare_{name}")));
    }
    steps
}

/// Every parameter: what it is about, its value in words, and its name in the file.
pub fn parameters(rule: &CountingRule) -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    let mut add = |term: &str, value: String, code: &str| {
        all.push((
            t(&format!("counting.rule.term.{term}")),
            value,
            code.to_owned(),
        ));
    };
    let said = |of: &str, name: &str| t(&format!("counting.rule.{of}.{}", name.replace('-', "_")));
    let method = rule.method.name();
    add("method", said("method", method), method);
    match rule.method {
        Method::ByVotes(by_votes) => {
            let most = if by_votes.per_euro { "euro" } else { "votes" };
            let utility = by_votes.utility.name();
            add("first", said("first", most), utility);
            if by_votes.utility != Utility::Cost {
                add("utility", said("utility", utility), utility);
            }
            let order = by_votes.order.name();
            add("order", said("order", order), order);
        }
        Method::EqualShares(shares) => {
            let utility = shares.utility.name();
            add("utility", said("utility", utility), utility);
            let start = shares.start.name();
            add("start", said("start", start), start);
            let (grow, code) = completion(shares.completion);
            add("completion", grow, code);
            add("step", money(Euro::cents(shares.step)), "");
            let stop = shares.stop.name();
            add("stop", said("stop", stop), stop);
            let comparison = shares.comparison.name();
            add("comparison", said("comparison", comparison), comparison);
        }
        Method::Phragmen => {}
    }
    let share = if rule.min_share == 0 {
        t("counting.rule.no_share")
    } else {
        percent(rule.min_share)
    };
    add("min_share", share, "");
    let (ties, hopeless, blank) = (rule.ties.name(), rule.hopeless.name(), rule.blank.name());
    add("ties", said("ties", ties), ties);
    add("hopeless", said("hopeless", hopeless), hopeless);
    add("blank", said("blank", blank), blank);
    add("version", rule.version.to_string(), "");
    all
}

fn completion(completion: Completion) -> (String, &'static str) {
    match completion {
        Completion::None => (t("counting.rule.completion.none"), "none"),
        Completion::Add1 => (t("counting.rule.completion.add1"), "add1"),
        Completion::Add1u => (t("counting.rule.completion.add1u"), "add1u"),
        Completion::Increase(hundredths) => {
            let step = percent_of_hundredths(hundredths);
            let text = tf("counting.rule.completion.increase", &[("step", &step)]);
            (text, "increase")
        }
    }
}

/// Every parameter in words, each with its name in the file.
pub fn rows(rule: &CountingRule) -> Vec<(String, AnyView)> {
    parameters(rule)
        .into_iter()
        .map(|(term, value, code)| {
            let code = (!code.is_empty()).then(|| view! { " " <code>{code}</code> });
            (term, view! { {value} {code} }.into_any())
        })
        .collect()
}

/// The steps as a list, the way to the example, and all parameters, folded away, for those who count again.
pub fn view(rule: &CountingRule) -> impl IntoView + use<> {
    let steps = steps(rule)
        .into_iter()
        .map(|step| view! { <li>{step}</li> })
        .collect_view();
    view! {
        <p><strong>{name(rule)}</strong></p>
        <ol>{steps}</ol>
        <p><a href=href(example_path(rule))>{t("counting.rule.to_example")}</a></p>
        <details>
            <summary>{t("counting.rule.parameters")}</summary>
            <DataList rows=rows(rule)/>
        </details>
    }
}

/// Where the worked example shows this way of counting.
pub fn example_path(rule: &CountingRule) -> String {
    let at = CountingChoice::of(rule).map_or_else(String::new, |choice| format!("#{choice}"));
    format!("{}{at}", info::paths::Counting)
}

/// `5 %`, or `1,5 %` from thousandths.
fn percent(thousandths: u16) -> String {
    percent_of_hundredths(u32::from(thousandths) * 10)
}

#[cfg(test)]
mod tests;
