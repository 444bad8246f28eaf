//! The lot of a wijk, revealed: its seed, the order it gave, and how anybody checks both.

use domain::{id::ProposalId, outcome::WijkOutcome};
use leptos::prelude::*;

use super::Counted;
use crate::{
    ui::DataList,
    web::texts::{t, tf},
};

/// Where the lot of a wijk stands on the page of the outcome.
pub fn anchor(outcome: &WijkOutcome) -> String {
    format!("lot-{}", outcome.wijk)
}

pub fn view(counted: &Counted, outcome: &WijkOutcome) -> AnyView {
    let promised = outcome.lot.promised.to_string();
    let (head, seed) = (outcome.head.to_string(), outcome.lot.seed.to_string());
    let promise = counted
        .rules
        .wijk(outcome.wijk)
        .map(|wijk| wijk.lot_commitment.clone())
        .unwrap_or_default();
    let numbers: Vec<String> = outcome
        .lot
        .order
        .iter()
        .filter_map(|id| counted.candidacy(outcome, *id))
        .map(|candidate| candidate.number.to_string())
        .collect();
    let code = |text: String| view! { <code>{text}</code> }.into_any();
    let facts = vec![
        (t("outcomes.lot.promised"), code(promised.clone())),
        (t("outcomes.lot.promise"), code(promise)),
        (t("outcomes.lot.head"), code(head.clone())),
        (t("outcomes.lot.seed"), code(seed.clone())),
        (
            t("outcomes.lot.promise_command"),
            code(promise_command(&promised)),
        ),
        (
            t("outcomes.lot.seed_command"),
            code(seed_command(&promised, &head)),
        ),
        (
            t("outcomes.lot.order_command"),
            code(order_command(&seed, &numbers)),
        ),
    ];
    let order = outcome
        .lot
        .order
        .iter()
        .map(|id| line(counted, outcome, *id))
        .collect_view();
    let wijk = counted.wijk_name(outcome);
    view! {
        <div id=anchor(outcome)>
            <details>
                <summary>{tf("outcomes.lot.title", &[("wijk", &wijk)])}</summary>
                <p>{t("outcomes.lot.what")}</p>
                <ol>{order}</ol>
                <DataList rows=facts/>
            </details>
        </div>
    }
    .into_any()
}

/// How anybody finds that the lot was not changed after the vote, nor drawn another way.
pub fn check() -> impl IntoView {
    view! {
        <details>
            <summary>{t("outcomes.lot.check")}</summary>
            <ol>
                <li>{t("outcomes.lot.check_seed")}</li>
                <li>{t("outcomes.lot.check_rules")}</li>
                <li>{t("outcomes.lot.check_box")}</li>
                <li>{t("outcomes.lot.check_order")}</li>
            </ol>
        </details>
    }
}

fn line(counted: &Counted, outcome: &WijkOutcome, id: ProposalId) -> impl IntoView + use<> {
    counted.candidacy(outcome, id).map(|candidate| {
        let number = tf(
            "outcomes.lot.number",
            &[("n", &candidate.number.to_string())],
        );
        view! { <li><span dir="auto">{candidate.title.clone()}</span> " (" {number} ")"</li> }
    })
}

/// What gives the commitment of a seed on a machine with nothing but a shell and Perl.
fn promise_command(seed: &str) -> String {
    format!("({}) | sha256sum", tagged("wijkbanen/lot-seed/v1", seed))
}

/// What gives the seed that the lot was drawn with.
fn seed_command(promised: &str, head: &str) -> String {
    let promised = tagged("wijkbanen/lot-of-box/v2", promised);
    format!("({promised}; {}) | sha256sum", field(head))
}

/// What gives the numbers on the ballot in the order of the lot.
fn order_command(seed: &str, numbers: &[String]) -> String {
    let mut numbers = numbers.to_vec();
    numbers.sort_by_key(|number| (number.len(), number.clone()));
    let zeros = r"\\000".repeat(7);
    format!(
        r#"for n in {}; do echo $( ({}; printf "{zeros}\\00${{#n}}$n") | sha256sum | cut -c 1-64) $n; done | sort"#,
        numbers.join(" "),
        tagged("wijkbanen/lot/v2", seed),
    )
}

/// Prints a tag and the 32 bytes of a seed, each after its length in 8 bytes, as `hash_fields` in the domain hashes them.
fn tagged(tag: &str, seed: &str) -> String {
    let zeros = r"\000".repeat(7);
    format!(r"printf '{zeros}\{:03o}{tag}'; {}", tag.len(), field(seed))
}

/// Prints 32 bytes after their length.
fn field(hex: &str) -> String {
    let zeros = r"\000".repeat(7);
    format!(r#"printf '{zeros}\040'; perl -e 'print pack "H*", "{hex}"'"#)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use domain::count::{LotSeed, draw_lot};

    use super::{order_command, promise_command, seed_command};

    /// What a shell prints for a command on the page.
    fn run(command: &str) -> String {
        let output = Command::new("sh").args(["-c", command]).output().unwrap();
        assert!(output.status.success(), "{command}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    #[test]
    fn the_printed_commands_give_the_promised_hash_and_the_order() {
        let seed = LotSeed::new(
            [0, 7, 39, 92, 37, 10, 34, 255]
                .repeat(4)
                .try_into()
                .unwrap(),
        );
        let promised = run(&promise_command(&seed.to_string()));
        assert_eq!(
            promised.split(' ').next(),
            Some(&*seed.commitment().to_string())
        );
        let head = [3; 32];
        let drawn = run(&seed_command(
            &seed.to_string(),
            &LotSeed::new(head).to_string(),
        ));
        let of_box = seed.of_box(&head).to_string();
        assert_eq!(drawn.split(' ').next(), Some(&*of_box));

        let numbers: Vec<String> = [12, 1, 3, 104, 7, 9, 10]
            .iter()
            .map(u32::to_string)
            .collect();
        let printed = run(&order_command(&seed.to_string(), &numbers));
        let order: Vec<&str> = printed
            .lines()
            .filter_map(|line| line.split(' ').nth(1))
            .collect();
        let mut drawn: Vec<_> = draw_lot(&seed.to_string(), &numbers)
            .into_iter()
            .zip(&numbers)
            .collect();
        drawn.sort_unstable();
        assert_eq!(
            order,
            drawn
                .iter()
                .map(|(_, number)| number.as_str())
                .collect::<Vec<_>>()
        );
    }
}
