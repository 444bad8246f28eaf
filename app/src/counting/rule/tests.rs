use domain::count::{Comparison, Stop};

use super::*;

#[test]
fn the_steps_say_the_rule_of_the_round() {
    let said = |choice: CountingChoice, percent| steps(&choice.rule(percent)).join(" ");
    let skip = said(CountingChoice::ByVotesSkip, 0);
    assert!(
        skip.contains("meeste stemmen") && skip.contains("slaan we"),
        "{skip}"
    );
    assert!(said(CountingChoice::ByVotesStop, 0).contains("Dan stoppen we"));
    assert!(said(CountingChoice::ByVotesDivisible, 0).contains("zo veel plekken"));
    let shares = said(CountingChoice::EqualShares, 0);
    assert!(
        shares.contains("even groot deel") && shares.contains("blijft het over"),
        "{shares}"
    );
    assert!(!shares.contains("beginnen met het voorstel met de meeste stemmen"));
    assert!(said(CountingChoice::EqualSharesTopUp, 5).contains("5\u{a0}%"));
    for choice in CountingChoice::ALL {
        let text = said(*choice, 0);
        assert!(
            text.contains("beslist het lot") && text.contains("opkomst"),
            "{text}"
        );
    }
}

/// Also of rules that staff cannot choose: a round may have been made with one.
#[test]
fn every_rule_has_all_its_words() {
    let shares = |completion| CountingRule::equal_shares(completion);
    let mut rules = CountingRule::EACH.to_vec();
    rules.extend(
        [
            Completion::None,
            Completion::Add1,
            Completion::Increase(125),
        ]
        .map(shares),
    );
    let Method::EqualShares(plain) = shares(Completion::Add1).method else {
        panic!("equal shares");
    };
    for &stop in Stop::ALL {
        for &comparison in Comparison::ALL {
            rules.push(CountingRule::of_round(Method::EqualShares(EqualShares {
                stop,
                comparison,
                start: domain::count::Start::Floor,
                ..plain
            })));
        }
    }
    for &utility in Utility::ALL {
        for &order in Order::ALL {
            rules.push(CountingRule {
                ties: Ties::Order,
                hopeless: Hopeless::TakePart,
                blank: Blank::Voter,
                min_share: 15,
                ..CountingRule::of_round(Method::ByVotes(ByVotes {
                    utility,
                    per_euro: true,
                    order,
                }))
            });
        }
    }
    for rule in rules {
        let words = parameters(&rule);
        let words = words.iter().flat_map(|(term, value, _)| [term, value]);
        for text in words.chain(&steps(&rule)).chain([&name(&rule)]) {
            assert!(!text.contains(".rule."), "{text}");
        }
    }
}

#[test]
fn a_percentage_has_no_needless_noughts() {
    assert_eq!(percent(50), "5\u{a0}%");
    assert_eq!(percent(15), "1,5\u{a0}%");
    assert_eq!(percent_of_hundredths(125), "1,25\u{a0}%");
}

#[test]
fn a_rule_beyond_the_choices_leads_to_the_whole_example() {
    let odd = CountingRule::of_round(Method::Phragmen);
    assert_eq!(name(&odd), "Een andere manier van tellen");
    assert_eq!(example_path(&odd), "/uitleg/tellen");
    let known = CountingChoice::EqualShares.rule(0);
    assert_eq!(example_path(&known), "/uitleg/tellen#equal_shares");
}
