//! The rule by which it was counted, with every parameter in words.

use domain::count::CountingRule;
use leptos::prelude::*;

use crate::{counting::rule::rows, ui::DataList, web::texts::t};

/// The name of a way of counting: `Gelijke delen`.
pub fn name(rule: &CountingRule) -> String {
    t(&format!("outcomes.rule.name.{}", rule.method.name()))
}

/// The same within a sentence: `Met gelijke delen …`.
pub fn inline(rule: &CountingRule) -> String {
    t(&format!("outcomes.rule.inline.{}", rule.method.name()))
}

/// Every parameter, and the rule itself as it was hashed.
pub fn details(rule: &CountingRule) -> impl IntoView + use<> {
    let json = serde_json::to_string(rule).unwrap_or_default();
    view! {
        <details>
            <summary>{t("outcomes.rule.all")}</summary>
            <DataList rows=rows(rule)/>
            <p>{t("outcomes.rule.json")}</p>
            <p><code>{json}</code></p>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use domain::count::Completion;

    use super::*;

    fn said(rule: &CountingRule) -> String {
        Owner::new().with(|| details(rule).to_html())
    }

    #[test]
    fn every_parameter_of_equal_shares_is_said() {
        let html = said(&CountingRule::equal_shares(Completion::Add1u));
        for part in [
            "Gelijke delen (Method of Equal Shares)",
            "€\u{a0}0,50",
            "De delen groeien stap voor stap. Daarna op aantal stemmen.",
            "De laagste kosten, dan de meeste stemmen, dan het lot",
            "Telt alleen voor de opkomst",
            "Geen",
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
        assert!(
            html.contains("Het geld voor de delen groeit steeds"),
            "{html}"
        );
    }

    #[test]
    fn a_threshold_is_said() {
        let rule = CountingRule {
            min_share: 50,
            ..CountingRule::default()
        };
        let html = said(&rule);
        assert!(
            html.contains("5\u{a0}%") && html.contains("Kleinste deel van de stemmers"),
            "{html}"
        );
        assert!(html.contains("Overslaan"), "{html}");
    }

    #[test]
    fn every_way_of_counting_has_a_name() {
        for rule in CountingRule::EACH {
            assert!(name(rule).starts_with(char::is_uppercase));
            assert!(!inline(rule).contains('.'));
        }
    }
}
