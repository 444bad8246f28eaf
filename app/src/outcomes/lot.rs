//! The lot of a wijk, revealed: its seed, the order it gave, and how anybody checks both.

use domain::{id::ProposalId, outcome::WijkOutcome};
use leptos::prelude::*;

use super::Counted;
use crate::{
    texts::{t, tf},
    ui::DataList,
};

/// Where the lot of a wijk stands on the page of the outcome.
pub fn anchor(outcome: &WijkOutcome) -> String {
    format!("lot-{}", outcome.wijk)
}

pub fn view(counted: &Counted, outcome: &WijkOutcome) -> AnyView {
    let seed = outcome.lot.seed.to_string();
    let promise = counted
        .rules
        .wijk(outcome.wijk)
        .map(|wijk| wijk.lot_commitment.clone())
        .unwrap_or_default();
    let code = |text: String| view! { <code>{text}</code> }.into_any();
    let facts = vec![
        (t("outcomes.lot.seed"), code(seed.clone())),
        (t("outcomes.lot.promise"), code(promise)),
        (t("outcomes.lot.command"), code(command(&seed))),
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
pub fn check() -> AnyView {
    view! {
        <details>
            <summary>{t("outcomes.lot.check")}</summary>
            <ol>
                <li>{t("outcomes.lot.check_seed")}</li>
                <li>{t("outcomes.lot.check_rules")}</li>
                <li>{t("outcomes.lot.check_order")}</li>
            </ol>
        </details>
    }
    .into_any()
}

fn line(counted: &Counted, outcome: &WijkOutcome, id: ProposalId) -> AnyView {
    counted
        .candidacy(outcome, id)
        .map(|candidate| {
            let number = tf(
                "outcomes.lot.number",
                &[("n", &candidate.number.to_string())],
            );
            view! { <li><span dir="auto">{candidate.title.clone()}</span> " (" {number} ")"</li> }
        })
        .into_any()
}

/// What gives the commitment of a seed on a machine with nothing but a shell.
fn command(seed: &str) -> String {
    let tag = "wijkbanen/lot-seed/v1";
    let zeros = r"\000".repeat(7);
    format!(
        r"(printf '{zeros}\{:03o}{tag}{zeros}\040'; printf {seed} | xxd -r -p) | sha256sum",
        tag.len()
    )
}

#[cfg(test)]
mod tests {
    use domain::{count::LotSeed, journal::Digest};

    use super::command;

    #[test]
    fn the_command_hashes_what_was_committed_to() {
        let seed = LotSeed::new([7; 32]);
        let mut bytes = Vec::new();
        for field in ["wijkbanen/lot-seed/v1".as_bytes(), &seed.bytes()[..]] {
            bytes.extend_from_slice(&(field.len() as u64).to_be_bytes());
            bytes.extend_from_slice(field);
        }
        assert_eq!(Digest::of(&bytes), seed.commitment());
        // The same bytes for the shell: lengths in octal, the seed in hex.
        let zeros = r"\000".repeat(7);
        let expected = format!(
            r"(printf '{zeros}\025wijkbanen/lot-seed/v1{zeros}\040'; printf {seed} | xxd -r -p) | sha256sum"
        );
        assert_eq!(command(&seed.to_string()), expected);
    }
}
